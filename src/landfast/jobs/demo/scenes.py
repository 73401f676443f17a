"""The lives that the personas meet: Jeanette, Jens, a meeting tomorrow, a vacant course."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from importlib.resources import as_file, files
from random import Random

from landfast.access.actor import Actor
from landfast.course.actions import coordinator, phases
from landfast.course.actions.callback import leave
from landfast.course.queries.courses import course_frame
from landfast.jobs.demo import beginnings, meetings, promises, stories, whole_plan
from landfast.jobs.demo.beginnings import bring_in
from landfast.jobs.demo.close import sister
from landfast.jobs.demo.life import Life, by_day, slot, workday_at
from landfast.jobs.demo.papers import papers
from landfast.jobs.demo.town import Town
from landfast.jobs.demo.trust import kept
from landfast.jobs.demo.words import bank
from landfast.jobs.stage import on_stage
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.replay_case import invented_citizen, replay
from landfast.journeys.replay_case.naming import Invented
from landfast.kernel import clock
from landfast.kernel.ids import CourseId, PersonId
from landfast.meetings import actions as table
from landfast.network import queries as network
from landfast.network.actions import Named, change_relation
from landfast.network.rules import Sphere
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.plan.actions import report_agreement
from landfast.plan.rules.answering import Report
from landfast.programmes.rules import NeedArea
from landfast.redthread import casefile

CASES_END = timedelta(days=40)


@dataclass
class Scenes:
    """The lives by what they show."""

    town: Town
    lives: dict[str, Life] = field(default_factory=dict)
    who: dict[str, Invented] = field(default_factory=dict)
    """Who is played with a number and a telephone, by the same names."""
    close: list[Actor] = field(default_factory=list)
    """Who is let in by a citizen, to read for her."""

    def play(self) -> Iterator[str]:
        """Each scene in turn; yields whose it was."""
        for scene in (
            _jeanette, _jens, tomorrow, _after_prison, _just_started, _vacant, _said_yes, _kept
        ):  # fmt: skip
            yield scene(self).name


def _life(scenes: Scenes, name: str, *needs: str) -> Life:
    life = Life(scenes.town, Random(f"scene:{name}"), list(needs))
    scenes.lives[name] = life
    return life


def _told(scenes: Scenes, name: str, *needs: str) -> Life:
    """A published case is replayed; afterwards life goes on in Landfast."""
    with as_file(files(__package__) / "cases" / f"{name}.json") as path:
        case = casefile.ending_on(casefile.read_file(path), clock.today() - CASES_END)
    report = replay(
        case=case, acting=on_stage, unit=scenes.town.names[scenes.town.team], helps=bank()["helps"]
    )
    life = _life(scenes, name, *needs)
    life.coordinator = scenes.town.staff["agnes"]
    life.course, life.name = CourseId(report.course_id or life.course), report.citizen
    life.begins(CASES_END.days - 3)
    with on_stage(life.coordinator, life.moment):
        person = course_frame(life.course).citizen_person
        for row in network.members(life.course):
            life.team[Actor(row.person_id, PersonKind.STAFF, row.name)] = row.role
        relations = network.relations(life.course)
    life.relations = [row.id for row in relations]
    life.citizen = Actor(person, PersonKind.CITIZEN, life.name)
    with on_stage(life.citizen, life.moment):
        people.open_account(person_id=person, username=name, password=None)
    _named(life, relations)
    second = scenes.town.staff["bjarke"]
    life.in_course(
        life.coordinator, coordinator.name_second, person_id=second.person_id, met_on=life.today
    )
    return life


def _named(life: Life, relations: list[network.RelationRow]) -> None:
    """The case says "relative" and "friend"; she gives them a name on her map."""
    for row in relations:
        called, is_to_me = ("Mor", "Min mor") if row.sphere is Sphere.FAMILY else ("Kim", "Min ven")
        named = Named(
            name=called, is_to_me=is_to_me, sphere=row.sphere, closeness=row.closeness,
            tie=row.tie, phone=row.phone,
        )  # fmt: skip
        life.in_course(life.citizen, change_relation, relation_id=row.id, named=named)


def _jeanette(scenes: Scenes) -> Life:
    """A first meeting in Landfast three days ago; the minutes wait for her."""
    life = _told(scenes, "jeanette", "psychiatry", "housing", "work_edu")
    for number, need in enumerate(life.needs):
        beginnings.wish(life, need, goal=number == 0)
    bring_in(life, scenes.town.staff["bente"], "home_support")
    life.on(14)
    meeting = meetings.prepare(life, slot(3, 10))
    life.on(8)
    meetings.reply(life, meeting)
    draft = meetings.hold(life, meeting, next_on=workday_at(32, 10), proposals=3)
    life.do(life.coordinator, table.show_minutes, minutes_id=draft)
    life.in_course(life.coordinator, phases.activate)
    papers(life)
    return life


def _jens(scenes: Scenes) -> Life:
    """The meeting is today; one at the table can be tried too, and say yes to a proposal."""
    life = _told(scenes, "jens", "family", "economy", "substance")
    beginnings.wish(life, "family", goal=True)
    beginnings.wish(life, "economy")
    stories.meet(life, days_ago=24, after=24)
    life.in_course(life.coordinator, phases.activate)
    promises.settle(life, until=3)
    life.on(10)
    bring_in(life, scenes.town.staff["bente"], "home_support")
    life.team = dict(reversed(life.team.items()))
    meetings.reply(life, meetings.prepare(life, _later_today()), silent=1)
    return life


def _later_today() -> datetime:
    """One o'clock, or within the hour when the day is older than that."""
    one = datetime.combine(clock.today(), time(13), clock.DENMARK)
    soon = clock.now() + timedelta(minutes=45)
    return one if one > soon else soon.replace(minute=soon.minute // 15 * 15, second=0)


def tomorrow(scenes: Scenes) -> Life:
    """A meeting tomorrow: prepared, called, one has not answered; a promise late, one not kept.

    Her plan is in use: numbers over time, two meetings and how they were, plans of others that ask
    for different things, and a leader who is asked for more than a promise may hold.
    """
    staff = scenes.town.staff
    life = _life(scenes, "tomorrow", "housing", "daily_living", "somatic")
    who = scenes.who["tomorrow"] = invented_citizen(life.dice, 57, clock.today(), "Ellen")
    stories.begun(life, who, [staff["agnes"], staff["bjarke"]], age=120)
    life.on(105)
    beginnings.first_days(life, wishes=3, team=0)
    for key, role in (("susanne", "case_worker"), ("bente", "home_support"), ("per", "gp"),
                      ("anja", "ward_staff")):  # fmt: skip
        bring_in(life, staff[key], role)
    whole_plan.rate(life, 2, 3, 4)
    whole_plan.feel(life, stories.meet(life, days_ago=62, after=32), hers=3)
    life.in_course(life.coordinator, phases.activate)
    promises.settle(life, until=40)
    whole_plan.rate(life, 3, 3, 4)
    whole_plan.feel(life, stories.meet(life, days_ago=32, after=32), hers=5)
    promises.settle(life, until=20)
    life.on(12)
    whole_plan.rate(life, 6, 4, 5)
    whole_plan.plans_of_others(life)
    late, broken = staff["bente"], staff["susanne"]
    promises.promise(life, late, due_in=4)
    promises.promise(life, broken, due_in=6)
    promises.promise(life, staff["per"], due_in=12)
    promises.unanswered(life, staff["anja"])
    promises.unanswered(life, broken)
    meeting = meetings.prepare(life, _tomorrow_at_ten())
    life.on(5)
    meetings.reply(life, meeting, silent=1)
    scenes.close.append(sister(life))
    _not_kept(life, broken)
    whole_plan.ask_a_leader(life, late, staff["lis"])
    return life


def _tomorrow_at_ten() -> datetime:
    """Tomorrow, whatever weekday it is: the page says so."""
    return datetime.combine(clock.today() + timedelta(days=1), time(10), clock.DENMARK)


def _not_kept(life: Life, maker: Actor) -> None:
    """The maker has told that it was not kept: it stands on Monday's page."""
    made = next(made for made, who, _ in reversed(life.promises) if who == maker)
    life.on(1, 15)
    life.do(
        maker, report_agreement, agreement_id=made, report=Report.NOT_KEPT,
        because=life.words.say("not_kept"),
    )  # fmt: skip


def _after_prison(scenes: Scenes) -> Life:
    """A course that its coordinator has offered to the new one."""
    staff = scenes.town.staff
    life = _life(scenes, "after_prison", "crime", "substance", "work_edu")
    who = invented_citizen(life.dice, 31, clock.today(), "Kurt")
    stories.begun(life, who, [staff["agnes"], staff["bjarke"]], age=95)
    life.on(80)
    beginnings.first_days(life, wishes=3, team=0)
    for key, role in (("jens_peter", "probation"), ("dan", "substance_counsellor"),
                      ("nikolaj", "peer")):  # fmt: skip
        bring_in(life, staff[key], role)
    stories.meet(life, days_ago=40, after=60)
    life.in_course(life.coordinator, phases.activate)
    promises.settle(life, until=4)
    life.on(4)
    promises.promise(life, staff["jens_peter"], due_in=7)
    promises.promise(life, staff["dan"], due_in=3)
    life.on(2)
    stories.hand_over(life, staff["freja"], accepted=False)
    return life


def _just_started(scenes: Scenes) -> Life:
    """She has met her coordinator; her page waits for a first wish."""
    staff = scenes.town.staff
    life = _life(scenes, "just_started", "network", "daily_living")
    who = scenes.who["just_started"] = invented_citizen(life.dice, 44, clock.today(), "Rosa")
    stories.begun(life, who, [staff["freja"], staff["agnes"]], age=12)
    return life


def _vacant(scenes: Scenes) -> Life:
    """The coordinator fell ill: the daily lead covers from the same minute."""
    staff = scenes.town.staff
    life = _life(scenes, "vacant", "psychiatry", "economy", "network")
    who = invented_citizen(life.dice, 39, clock.today(), "Bo")
    stories.active(life, who, [staff["vagn"], staff["emil"]])
    life.on(1, 8)
    lead = staff["lone"]
    life.do(
        lead, lose_coordinator, person_id=staff["vagn"].person_id, loss=Loss.LEAVE,
        ends_on=clock.today() + timedelta(days=21),
    )  # fmt: skip
    return life


def _said_yes(scenes: Scenes) -> Life:
    life = _life(scenes, "said_yes", "daily_living", "somatic")
    stories.asked_and_said_yes(life, invented_citizen(life.dice, 63, clock.today()), [])
    return life


def _kept(scenes: Scenes) -> Life:
    """Her course was over years ago: it is blocked, and she alone reads it."""
    life = _life(scenes, "kept", "network", "daily_living")
    kept(life, scenes.town)
    return life


def callbacks(town: Town) -> None:
    """Strangers who have asked to be rung: a number and an area, never a name."""
    for days, phone, area in (
        (0, "2099 0101", NeedArea.HOUSING), (1, "2099 0102", NeedArea.PSYCHIATRY),
        (2, "2099 0103", NeedArea.SUBSTANCE), (4, "2099 0104", NeedArea.FAMILY),
    ):  # fmt: skip
        moment = by_day() - timedelta(days=days, minutes=20)
        with on_stage(None, moment):
            leave(
                unit_id=town.team, phone=phone, area=area, about_self=days == 1,
                source=f"demonstration-{days}",
            )  # fmt: skip


def offered_to(town: Town, lives: list[Life], taker: str) -> None:
    """Somebody else asks this coordinator to take a course over."""
    mine = town.staff[taker]
    for life in lives:
        if mine not in (life.coordinator, life.second):
            life.on(1)
            stories.hand_over(life, mine, accepted=False)
            return


def covered_while_away(town: Town, lives: list[Life], key: str) -> None:
    """A planned leave is covered before it begins (principle 2)."""
    from landfast.course.actions.cover import name_deputy

    away = town.staff[key]
    for life in lives:
        if life.coordinator == away and life.second:
            life.on(1)
            life.in_course(
                away, name_deputy, person_id=PersonId(life.second.person_id),
                starts_on=clock.today() + timedelta(days=6),
                ends_on=clock.today() + timedelta(days=20), reason="Ferie",
            )  # fmt: skip
