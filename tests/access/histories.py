"""Random histories, and how they happen in the database: by the real acts where there are some."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from landfast.access import actions
from landfast.access import models as access
from landfast.access.apart import keep_apart, lift_apart
from landfast.access.roles import CourseRole
from landfast.access.rules import Apart, Ground, Level, Situation, Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Lawful
from landfast.consent.rules import Basis
from landfast.kernel import clock
from landfast.kernel.refusals import NotNow, Refusal
from tests.access.oracle import (
    HOURS,
    MEETINGS,
    PEOPLE,
    WORKS_IN,
    ByLaw,
    Emergency,
    Given,
    History,
    Kept,
    Line,
    So,
)
from tests.factories.emergencies import opens
from tests.factories.town import as_, leaves

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
NUMBERS = ("0101701234", "0202701234")
AREAS = {"housing": Topic.HOUSING, "psychiatry": Topic.PSYCHIATRY, "work_edu": Topic.WORK}
COURSES = st.integers(0, 1)
LATER = st.integers(0, 40)
LIFTED = st.one_of(st.none(), st.integers(1, 15))

grants = st.builds(
    Given,
    course=COURSES,
    person=st.one_of(st.none(), st.sampled_from(PEOPLE)),
    unit=st.sampled_from(("coordination", "social", "ward")),
    post=st.sampled_from(
        ("home_support", "ward_staff", "coordinator", "leader", "case_worker", "any")
    ),
    topic=st.sampled_from(
        (Topic.FRAME, Topic.WHOLE, *AREAS.values(), *AREAS.values(), Topic.HEALTH)
    ),
    level=st.sampled_from(Level),
    first=st.integers(0, 20),
    days=st.one_of(st.none(), st.integers(0, 20)),
    organisation=st.one_of(st.none(), st.none(), st.sampled_from(sorted(set(WORKS_IN.values())))),
    situation=st.sampled_from(Situation),
)
situations = st.builds(
    So,
    course=COURSES,
    kind=st.sampled_from([one for one in Situation if one is not Situation.ALWAYS]),
    first=st.integers(0, 30),
    days=st.integers(0, 20),
    meeting=st.integers(0, 1),
)
emergencies = st.builds(
    Emergency, COURSES, st.sampled_from(PEOPLE), st.integers(0, 45), st.sampled_from((0, 7, 9))
)
by_law = st.builds(
    ByLaw, COURSES, st.sampled_from(PEOPLE), st.sampled_from(list(AREAS.values())), LATER,
    st.integers(0, 14),
)  # fmt: skip
lines = st.builds(
    lambda day, back, lasts: Line(day, back, None if lasts is None else day + lasts),
    LATER, st.integers(0, 20), LIFTED,
)  # fmt: skip
apart = st.builds(
    lambda day, leader, lasts: Kept(day, leader, None if lasts is None else day + lasts),
    LATER, st.sampled_from(("lars", "dorte")), LIFTED,
)  # fmt: skip


def histories(grants_most):
    """Some of everything."""
    return st.builds(
        History,
        st.lists(grants, max_size=grants_most),
        st.lists(situations, max_size=4),
        st.lists(st.tuples(COURSES, LATER), max_size=2),
        st.lists(emergencies, max_size=3),
        st.lists(by_law, max_size=2),
        st.dictionaries(st.sampled_from(PEOPLE), LATER, max_size=1),
        st.dictionaries(COURSES, lines, max_size=1),
        st.dictionaries(COURSES, apart, max_size=1),
    )


def happens(town, lived, history, day):
    """All of it up to nine o'clock on that day; the history as it came to be.

    Nobody is named to a course that is kept apart who has left by then: the act refuses it.
    """
    named = {one: k for one, k in history.apart.items() if history.works(k.leader, k.day)}
    history = replace(history, apart=named)
    give(town, lived, history.grants)
    is_so(town, lived, history)
    for person, last in history.left.items():
        with clock.at(START + timedelta(days=last)):
            leaves(getattr(town, person), (START + timedelta(days=last)).date())
    opened, allowed = [], []
    for hour, _rank, act in sorted(todo(history), key=lambda one: one[:2]):
        if hour > day * HOURS:
            continue
        with clock.at(START + timedelta(hours=hour)):
            if isinstance(act, Emergency):
                opened += in_emergency(town, lived, history, act)
            elif isinstance(act, ByLaw):
                allowed += lets_read(town, lived, history, act)
            else:
                act(town, lived)
    return replace(history, opened=opened, by_law=allowed)


def todo(history):
    """What people did, with its hour; what is kept apart in an hour is so before it is opened."""
    for course, kept in history.apart.items():
        yield kept.day * HOURS, 0, keeps(course, kept)
        if kept.lifted is not None:
            yield kept.lifted * HOURS, 0, lifts(course)
    for course, line in history.lines.items():
        yield line.day * HOURS, 1, draws(course, line)
        if line.lifted is not None:
            yield line.lifted * HOURS, 1, lifts_line(course)
    yield from ((one.day * HOURS, 2, one) for one in history.by_law)
    yield from ((one.at, 2, one) for one in history.opened)


def keeps(course, kept):
    def act(town, lived):
        leader = getattr(town, kept.leader).person_id
        with as_(town.karen):
            keep_apart(
                actor=town.karen, course_id=lived[course].id, why=Apart.COLLEAGUE, leader=leader
            )

    return act


def lifts(course):
    def act(town, lived):
        with as_(town.karen):
            lift_apart(actor=town.karen, course_id=lived[course].id)

    return act


def draws(course, line):
    def act(_town, lived):
        me = lived[course].citizen
        with as_(me):
            consent.start_fresh(
                actor=me, course_id=lived[course].id,
                since=clock.today() - timedelta(days=line.back),
            )  # fmt: skip

    return act


def lifts_line(course):
    def act(_town, lived):
        with as_(lived[course].citizen):
            consent.lift_fresh_start(actor=lived[course].citizen, course_id=lived[course].id)

    return act


def in_emergency(town, lived, history, act):
    """Nobody who has left comes in; nothing opens what is kept apart; a reader needs none."""
    if not history.works(act.person, -(-act.at // HOURS)):
        return []
    with suppress(NotNow):
        found = opens(getattr(town, act.person), NUMBERS[act.course])
        assert (found is None) == history.is_apart(act.course, act.at)
        return [act] if found else []
    return []


def lets_read(town, lived, history, act):
    """By whoever holds the threads; who is in the team is not let in again."""
    if not history.works(act.person, act.day):
        return []
    on = Lawful(Basis.FVL28, (act.topic,), "Sag", clock.today() + timedelta(days=act.days))
    with suppress(Refusal), as_(town.karen):
        consent.read_by_law(
            actor=town.karen, course_id=lived[act.course].id,
            to=getattr(town, act.person).person_id, on=on,
        )  # fmt: skip
        return [act]
    return []


def give(town, lived, drawn):
    """Grants as rows, some of them ahead."""
    with as_(town.karen):
        for g in drawn:
            starts = START + timedelta(days=g.first)
            ends = starts + timedelta(days=g.days) if g.days is not None else None
            to = {
                "role": CourseRole.PROFESSIONAL, "reason": "oracle", "topic": g.topic,
                "level": g.level, "starts_at": starts, "ends_at": ends, "when": g.when,
            }  # fmt: skip
            if g.person:
                to |= {"person": getattr(town, g.person).person_id}
            elif g.to_organisation:
                to |= {"organisation": getattr(town, g.to_organisation)}
            else:
                to |= {"unit": getattr(town, g.unit), "post": g.post, "ground": Ground.UNIT}
            actions.grant(town.karen, lived[g.course].id, [actions.To(**to)])


def is_so(town, lived, history):
    """Situations as rows: opened and closed acts stand in tests of their own."""
    with as_(town.karen):
        for so in history.so:
            starts = START + timedelta(days=so.first)
            about = MEETINGS[so.meeting] if so.kind is Situation.MEETING else None
            access.SituationNow(
                scope_id=lived[so.course].id, kind=so.kind, about=about, starts_at=starts,
                ends_at=starts + timedelta(days=so.days), opened_by_id=town.karen.person_id,
            ).save(force_insert=True)  # fmt: skip
    for course, day in history.acted:
        citizen = lived[course].citizen
        with as_(citizen), clock.at(START + timedelta(days=day)):
            actions.record(citizen, "test.act", course=lived[course].id)
