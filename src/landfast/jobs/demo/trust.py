"""What is shared, looked at, asked about, mended and kept: by the real acts, as the rest."""

from dataclasses import replace
from datetime import timedelta

from landfast.access.actor import SYSTEM
from landfast.access.looks.looking import open_record
from landfast.access.looks.overseeing import ask_name
from landfast.access.looks.told import looks
from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.consent.rules import Basis
from landfast.course.actions import correcting, mending, observing
from landfast.course.actions.lookup import look_up_coordinator
from landfast.course.rules.lookup import LookupGround
from landfast.jobs.demo import beginnings, stories
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.town import Town
from landfast.jobs.keeping import keep
from landfast.jobs.stage import on_stage
from landfast.journeys.mend_mistake import propose_joining, propose_moving
from landfast.journeys.replay_case.naming import Invented, invented_citizen
from landfast.journeys.take_referral import take_referral
from landfast.kernel import clock

LONG_AGO = timedelta(days=2400)
"""A course that ended then is past the years it is kept for, on whatever day it is tried."""
READ_OF_IT = "Det, du har delt"
"""The page of who reads by topic, as the look log says it (journeys/share_topics.py)."""


def trust(town: Town, lives: dict[str, Life], who: dict[str, Invented]) -> None:
    """All of it, in the lives that the personas meet."""
    shared_about_money(town, lives["jens"])
    for name in ("jeanette", "jens"):
        her_team_looks(lives[name])
    looked_at(town, lives["tomorrow"], who["tomorrow"].cpr)
    written_on_the_wrong(lives["after_prison"], lives["tomorrow"])
    here_twice(town, lives["just_started"], who["just_started"])


def shared_about_money(town: Town, life: Life) -> None:
    """The benefits office reads about money, so that it rings before it writes (moment 10).

    It has looked, and the citizen would like to know who that was.
    """
    life.on(9)
    yes = Yes(
        [Topic.ECONOMY], "Ring, før I sender et brev om mine penge",
        life.today + timedelta(days=300),
    )  # fmt: skip
    to = Outside(person=town.staff["jytte"].person_id)
    life.in_course(life.citizen, consent.share, to=to, yes=yes)
    life.on(2)
    life.do(town.staff["jytte"], open_record, course=life.course, page=READ_OF_IT, by_topic=True)
    life.on(1)
    with on_stage(life.citizen, life.moment):
        [asked, *_] = [row for row in looks(life.course) if row.what == READ_OF_IT]
    life.in_course(life.citizen, ask_name, look_id=asked.ids[0])


def her_team_looks(life: Life) -> None:
    """Three of her team read, each on a day of their own."""
    for days, who in zip((6, 5, 4), life.team, strict=False):
        life.on(days)
        life.do(who, open_record, course=life.course, page="Forløbet")


def looked_at(town: Town, life: Life, cpr: str) -> None:
    """Besides her team a ward asks whom to ring, and one reads in an emergency, at night.

    She would like something put right.
    """
    her_team_looks(life)
    life.on(4, 21)
    anja = town.staff["anja"]
    life.do(anja, look_up_coordinator, cpr=cpr, ground=LookupGround.ADMITTED)
    life.on(2, 2)
    opened = life.do(
        town.staff["nadia"], consent.open_emergency, cpr=cpr, basis=Basis.EMERGENCY,
        reason="Hun er bevidstløs i modtagelsen, og vi skal vide, hvem der kender hende.",
    )  # fmt: skip
    life.do(town.staff["nadia"], open_record, course=opened, page="Forløbet")
    life.on(1)
    _, wish = life.wishes[0]
    life.in_course(
        life.citizen, correcting.ask_correction, about=f"plan_wish-{wish}",
        words="Det skrev jeg på en dårlig dag. Jeg vil gerne sige det på en anden måde.",
    )  # fmt: skip


def written_on_the_wrong(wrong: Life, right: Life) -> None:
    """A line about one stood on another, and somebody had read it; it has been moved."""
    wrong.on(3)
    row = wrong.in_course(
        wrong.coordinator, observing.record_observation, kind="housing_change",
        happened_on=wrong.today, source="Viceværten",
        words="Der har været vand på køkkengulvet. Gulvet bliver skiftet i næste uge.",
    )  # fmt: skip
    reader = next(iter(wrong.team))
    wrong.do(reader, open_record, course=wrong.course, page="Det, der er sket")
    mend = wrong.in_course(
        wrong.coordinator, propose_moving, thing="course_observation", row_id=row,
        target=right.course, why="Det er hendes køkken. Jeg var på den forkerte side.", hint="",
    )  # fmt: skip
    wrong.do(wrong.coordinator, mending.carry_out_move, mend_id=mend)


def here_twice(town: Town, life: Life, who: Invented) -> None:
    """She rang herself, without a number, and was known already: another pair of eyes is asked."""
    agnes = town.staff["agnes"]
    again = Life(town, life.dice, list(life.needs)).begins(3)
    asked = beginnings.refer(again, replace(who, cpr=""), by=town.staff["susanne"])
    again.on(2)
    again.course = again.do(agnes, take_referral, referral_id=asked).course_id
    again.on(1)
    again.do(
        agnes, propose_joining, goes=again.course, stays=life.course,
        why="Samme navn og telefon. Hun siger selv, at det er hende.",
    )  # fmt: skip


def kept(life: Life, town: Town) -> None:
    """Over for so long that it is blocked: she reads it, and nobody else."""
    with clock.at(clock.now() - LONG_AGO):
        life.moment = clock.now()
        holders = [town.staff["agnes"], town.staff["bjarke"]]
        stories.closed(life, invented_citizen(life.dice, 38, clock.today(), "Vera"), holders)
    with on_stage(SYSTEM, clock.now()):
        keep()
