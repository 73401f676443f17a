"""Somebody close: let in from her place on the map, with a promise and a meeting of hers (F2)."""

from datetime import timedelta

from landfast.access.actor import Actor
from landfast.consent.actions import Proxying
from landfast.consent.proxies import proxies
from landfast.consent.rules.proxy import Limit
from landfast.jobs.demo.life import Life
from landfast.jobs.stage import on_stage
from landfast.journeys.let_in import let_in
from landfast.journeys.replay_case.naming import invented_phone
from landfast.meetings.actions import Guest, add_participant
from landfast.meetings.queries import next_meeting
from landfast.network.actions import Named, add_relation
from landfast.network.rules import Closeness, Sphere
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.plan.actions import add_step

LASTS = timedelta(days=200)


def sister(life: Life) -> Actor:
    """Her sister reads the plan and the meetings, brings soup, and is asked to the next meeting."""
    life.on(3)
    first = "Birthe"
    place = life.in_course(
        life.citizen, add_relation,
        named=Named(
            first, Sphere.FAMILY, Closeness.CLOSE, is_to_me="Min søster",
            phone=invented_phone(life.dice),
        ),
    )  # fmt: skip
    said = Proxying(
        f"{first} {life.name.split()[-1]}", {Limit.READ_PLAN, Limit.READ_MEETINGS},
        "Hun hjælper mig med at huske det, vi har aftalt", life.today + LASTS,
    )  # fmt: skip
    named = life.in_course(life.citizen, let_in, said=said, relation_id=place)
    life.in_course(life.citizen, add_step, text="Kommer med suppe om torsdagen", relation_id=place)
    with on_stage(life.citizen, life.moment):
        [row] = [one for one in proxies(life.course) if one.id == named]
        meeting = next_meeting(life.course)
    if meeting:
        guest = Guest("Kender mig bedst", relation_id=place)
        life.do(life.citizen, add_participant, meeting_id=meeting.id, guest=guest)
    close = Actor(row.person_id, PersonKind.CITIZEN, row.name)
    with on_stage(close, life.moment):
        people.open_account(person_id=close.person_id, username="birthe", password=None)
    return close
