"""No actor sees a course without a ground: the database against an oracle in plain Python.

An emergency opens the whole to read for eight hours, and nothing to write.
Random grants to persons, posts, whole units and whole organisations, of the frame, the whole and
single topics, some of them only while a situation holds, at random times; what each actor sees and
may change in a table of the frame, in one of the whole and in one that is read by topic must be
what some lines of Python say.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import hypothesis
import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from landfast.access import actions, queries
from landfast.access import models as access
from landfast.access.roles import CourseRole
from landfast.access.rules import ALWAYS, Ground, Level, Situation, Topic, When
from landfast.kernel import clock
from landfast.kernel.refusals import NotNow
from landfast.plan import actions as plan
from landfast.plan import models
from landfast.programmes.rules import NeedArea
from tests.factories.emergencies import known_course, opens
from tests.factories.town import as_, leaves
from tests.proving import EACH, drawn, in_parts

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
PEOPLE = ("bo", "anna", "mads", "nina", "lars", "solveig")
UNITS = ("coordination", "social", "ward")
POSTS = ("home_support", "ward_staff", "coordinator", "leader", "case_worker", "any")
WORKS_IN = {
    "bo": "municipality", "anna": "region", "mads": "municipality", "nina": "municipality",
    "lars": "municipality", "solveig": "municipality",
}  # fmt: skip
MEETINGS = (UUID(int=1), UUID(int=2))
WAITS = 3
NUMBERS = ("0101701234", "0202701234")
AREAS = {"housing": Topic.HOUSING, "psychiatry": Topic.PSYCHIATRY, "work_edu": Topic.WORK}


@dataclass(frozen=True)
class Given:
    """A grant as drawn: to a person, or to a post in a unit, for some days."""

    course: int
    person: str | None
    unit: str
    post: str
    topic: Topic
    level: Level
    first: int
    days: int | None
    organisation: str | None
    situation: Situation

    @property
    def when(self):
        """Frame and whole hang on nothing; one of two meetings; three days without her."""
        if self.topic in {Topic.FRAME, Topic.WHOLE}:
            return ALWAYS
        is_meeting = self.situation is Situation.MEETING
        return When(
            self.situation, WAITS if self.situation is Situation.UNREACHABLE else None,
            MEETINGS[self.first % 2] if is_meeting else None,
        )  # fmt: skip

    @property
    def to_organisation(self):
        """Only topics are given to a whole organisation."""
        return None if self.topic in {Topic.FRAME, Topic.WHOLE} else self.organisation


@dataclass(frozen=True)
class So:
    """Something that was so for some days, and the days when the citizen did something."""

    course: int
    kind: Situation
    first: int
    days: int
    meeting: int


grants = st.builds(
    Given,
    course=st.integers(0, 1),
    person=st.one_of(st.none(), st.sampled_from(PEOPLE)),
    unit=st.sampled_from(UNITS),
    post=st.sampled_from(POSTS),
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
    course=st.integers(0, 1),
    kind=st.sampled_from([one for one in Situation if one is not Situation.ALWAYS]),
    first=st.integers(0, 30),
    days=st.integers(0, 20),
    meeting=st.integers(0, 1),
)
opened = st.lists(
    st.tuples(
        st.integers(0, 1), st.sampled_from(PEOPLE), st.integers(0, 45), st.sampled_from((0, 7, 9))
    ),
    max_size=3,
)
acts = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 40)), max_size=2)


@dataclass(frozen=True)
class History:
    """What was given, what was so, and when the citizen did something herself."""

    grants: list[Given]
    so: list[So]
    acted: list[tuple[int, int]]
    opened: list[tuple[int, str, int, int]]
    """Emergencies: of which course, by whom, and how many hours before which day."""


def holds(history, g, day):
    """Is it so on that day, what this grant hangs on?"""
    when = g.when
    return when is ALWAYS or any(
        so.course == g.course
        and so.kind is when.situation
        and so.first <= day < so.first + so.days
        and (when.about is None or (MEETINGS[so.meeting] == when.about and day < so.first + 1))
        and (when.days is None or so.first + when.days <= day)
        and not (when.days and any(c == so.course and at > so.first for c, at in history.acted))
        for so in history.so
    )


def oracle(history, town, person, course, topic, level, day):
    """May this person reach the course's topic at this level on that day?"""
    held = {(unit, role) for name, unit, role in town.posts if name == person}
    held |= {(unit, "any") for unit, _ in held}
    return any(
        g.course == course
        and (
            g.person == person
            if g.person
            else WORKS_IN[person] == g.to_organisation
            if g.to_organisation
            else (g.unit, g.post) in held
        )
        and (g.situation is Situation.ALWAYS or holds(history, g, day))
        and (g.topic is Topic.WHOLE or g.topic is topic)
        and (g.level is Level.WRITE or g.level is level)
        and g.first <= day
        and (g.days is None or day < g.first + g.days)
        for g in history.grants
    )


def reads_in_emergency(history, person, course, day):
    """Was it opened in an emergency, less than eight hours before?"""
    return any(
        (c, who) == (course, person) and at == day and before < 8
        for c, who, at, before in history.opened
    )


def give(town, lived, drawn):
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


def happen(town, lived, history):
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
    for course, person, day, before in history.opened:
        with clock.at(START + timedelta(days=day, hours=-before)), suppress(NotNow):
            opens(getattr(town, person), NUMBERS[course])  # who reads it already needs none


def seen(table, column, ids):
    with connection.cursor() as cursor:
        cursor.execute(f"select {column} from {table} where {column} = any(%s)", [ids])
        return {row[0] for row in cursor.fetchall()}


def changed(table, column, ids):
    with connection.cursor() as cursor:
        cursor.execute(
            f"update {table} set {column} = {column} where {column} = any(%s) returning {column}",
            [ids],
        )
        return {row[0] for row in cursor.fetchall()}


@pytest.fixture
def lived(town):
    with clock.at(START - timedelta(days=30)):
        courses = [
            known_course(town, cpr, name)
            for cpr, name in zip(NUMBERS, ("Jytte Jensen", "Bent Berg"), strict=True)
        ]
    with as_(town.karen), connection.cursor() as cursor:
        for course in courses:
            cursor.execute(
                "insert into course_profile (course_id, statement, strengths, updated_at)"
                " values (%s, '', '', now()) on conflict do nothing",
                [course.id],
            )
            for area in AREAS:
                plan.add_wish(
                    actor=town.karen, course_id=course.id, area=NeedArea(area), words=area
                )
    town.__dict__["posts"] = [
        ("bo", "social", "home_support"), ("anna", "ward", "ward_staff"),
        ("mads", "coordination", "coordinator"), ("nina", "coordination", "coordinator"),
        ("lars", "coordination", "leader"), ("solveig", "social", "case_worker"),
    ]  # fmt: skip
    return courses


def agree(town, lived, *, grants_most, histories, drawn_by=0):
    """Random grants and days, drawn from a seed; each compared as a whole."""

    @hypothesis.seed(drawn_by)
    @drawn(histories)
    @given(
        history=st.builds(
            History,
            st.lists(grants, max_size=grants_most),
            st.lists(situations, max_size=4),
            acts,
            opened,
        ),
        day=st.integers(0, 45),
    )
    def each(history, day):
        compare(town, lived, history, day)

    each()


def test_what_the_database_shows_is_what_the_oracle_says(town, lived):
    agree(town, lived, grants_most=8, histories=60)


@in_parts(1000)
def test_a_thousand_histories_of_grants_agree_with_the_oracle(town, lived, seed, record_property):
    agree(town, lived, grants_most=12, histories=EACH, drawn_by=seed)
    record_property("histories", EACH)


def compare(town, lived, history, day):
    """Everybody's view of both courses on that day, as the database and as the oracle say it."""
    ids = [course.id for course in lived]
    with transaction.atomic():
        give(town, lived, history.grants)
        happen(town, lived, history)
        with clock.at(START + timedelta(days=day)):
            for person in PEOPLE:
                for topic, table, column in (
                    (Topic.FRAME, "course_state_change", "course_id"),
                    (Topic.WHOLE, "course_profile", "course_id"),
                ):
                    with as_(getattr(town, person)):
                        shown = seen(table, column, ids)
                        written = changed(table, column, ids)
                    for index, course in enumerate(ids):
                        # the leader of the coordinating unit always reaches the frame
                        always = person == "lars" and topic is Topic.FRAME
                        may = [
                            always or oracle(history, town, person, index, topic, level, day)
                            for level in (Level.READ, Level.WRITE)
                        ]
                        may[0] = may[0] or reads_in_emergency(history, person, index, day)
                        assert (course in shown) == may[0], (person, topic, "reads")
                        assert (course in written) == may[1], (person, topic, "writes")
                compare_topics(town, ids, history, person, day)
        transaction.set_rollback(True)


def compare_topics(town, ids, history, person, day):
    """Wishes: each read with the whole or with its own topic, written with the whole only."""
    with as_(getattr(town, person)):
        shown = {(row.course_id, row.area) for row in models.Wish.objects.filter(course_id__in=ids)}
        written = changed("plan_wish", "course_id", ids)
    for index, course in enumerate(ids):
        for area, topic in AREAS.items():
            reads = oracle(history, town, person, index, topic, Level.READ, day)
            reads = reads or reads_in_emergency(history, person, index, day)
            assert ((course, area) in shown) == reads, (person, area)
        writes = oracle(history, town, person, index, Topic.WHOLE, Level.WRITE, day)
        assert (course in written) == writes, (person, "writes wishes")


def test_an_employment_that_ends_takes_its_posts_with_it_the_same_day(town, lived):
    with as_(town.lars):
        assert town.coordination in queries.posts(town.lars)
    leaves(town.lars, clock.today() - timedelta(days=1))
    with as_(town.lars):
        assert queries.posts(town.lars) == {}
