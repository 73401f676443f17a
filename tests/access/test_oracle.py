"""No actor sees a course without a ground: the database against an oracle in plain Python.

Random grants to persons, posts, whole units and whole organisations, of the frame, the whole and
single topics, some of them only while a situation holds, at random times; emergencies, which open
the whole to read for eight hours; grounds in law; jobs that end; a fresh start, after which what
is older stays behind; courses that are kept apart. What each actor sees and may change in a table
of the frame, in one of the whole and in one that is read by topic must be what the oracle says.
"""

from datetime import timedelta

import hypothesis
import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from landfast.access import queries
from landfast.access.rules import Level, Topic
from landfast.course.queries.names import whose
from landfast.kernel import clock
from landfast.plan import actions as plan
from landfast.plan import models
from landfast.programmes.rules import NeedArea
from tests.access.histories import AREAS, NUMBERS, START, happens, histories
from tests.access.oracle import (
    PEOPLE,
    WRITTEN,
    ByLaw,
    Emergency,
    History,
    Line,
    reaches,
    stays_behind,
)
from tests.factories.emergencies import known_course
from tests.factories.town import as_, leaves
from tests.proving import EACH, drawn, in_parts


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
    with clock.at(START - timedelta(days=60)):
        courses = [
            known_course(town, cpr, name)
            for cpr, name in zip(NUMBERS, ("Jytte Jensen", "Bent Berg"), strict=True)
        ]
    with as_(town.karen), connection.cursor() as cursor:
        for course in courses:
            cursor.execute(
                "insert into course_profile (course_id, statement, strengths, language, updated_at)"
                " values (%s, '', '', '', now()) on conflict do nothing",
                [course.id],
            )
    for age, day in WRITTEN.items():
        with clock.at(START + timedelta(days=day)), as_(town.karen):
            for course in courses:
                for area in AREAS:
                    plan.add_wish(
                        actor=town.karen, course_id=course.id, area=NeedArea(area), words=age
                    )
    return courses


def agree(town, lived, *, grants_most, histories_drawn, drawn_by=0):
    """Random histories and days, drawn from a seed; each compared as a whole."""

    @hypothesis.seed(drawn_by)
    @drawn(histories_drawn)
    @given(history=histories(grants_most), day=st.integers(0, 45))
    def each(history, day):
        compare(town, lived, history, day)

    each()


def test_what_the_database_shows_is_what_the_oracle_says(town, lived):
    agree(town, lived, grants_most=8, histories_drawn=40)


def test_who_came_in_the_night_of_the_lines_day_is_new(town, lived):
    came = Emergency(0, "anna", 6, 7)  # two o'clock, and the line is drawn at midnight
    later = ByLaw(0, "anna", Topic.HOUSING, 18, 1)
    history = History([], [], [], [came], [later], lines={0: Line(18, 12, None)})
    compare(town, lived, history, 19)


@in_parts(2000)
def test_two_thousand_histories_agree_with_the_oracle(town, lived, seed, record_property):
    agree(town, lived, grants_most=12, histories_drawn=EACH, drawn_by=seed)
    record_property("histories", EACH)


def compare(town, lived, history, day):
    """Everybody's view of both courses on that day, as the database and as the oracle say it."""
    ids = [course.id for course in lived]
    with transaction.atomic():
        history = happens(town, lived, history, day)
        with clock.at(START + timedelta(days=day)):
            for person in PEOPLE:
                for topic, table in (
                    (Topic.FRAME, "course_state_change"), (Topic.WHOLE, "course_profile"),
                ):  # fmt: skip
                    with as_(getattr(town, person)):
                        shown = seen(table, "course_id", ids)
                        framed = set(whose(ids))
                        written = changed(table, "course_id", ids)
                    for index, course in enumerate(ids):
                        may = [
                            reaches(history, person, index, topic, level, day)
                            for level in (Level.READ, Level.WRITE)
                        ]
                        assert (course in shown) == may[0], (person, index, topic, "reads")
                        if topic is Topic.FRAME:
                            assert (course in framed) == may[0], (person, index, "the frame")
                        assert (course in written) == may[1], (person, index, topic, "writes")
                compare_topics(town, ids, history, person, day)
        transaction.set_rollback(True)


def compare_topics(town, ids, history, person, day):
    """Wishes: each read with the whole or with its own topic, written with the whole only."""
    with as_(getattr(town, person)):
        shown = {
            (row.course_id, row.area, row.words)
            for row in models.Wish.objects.filter(course_id__in=ids)
        }
        written = changed("plan_wish", "course_id", ids)
    for index, course in enumerate(ids):
        there = {
            age for age, on in WRITTEN.items()
            if not stays_behind(history, person, index, on, day)
        }  # fmt: skip
        for area, topic in AREAS.items():
            reads = reaches(history, person, index, topic, Level.READ, day)
            found = {age for age in WRITTEN if (course, area, age) in shown}
            assert found == (there if reads else set()), (person, index, area)
        writes = reaches(history, person, index, Topic.WHOLE, Level.WRITE, day)
        assert (course in written) == (writes and bool(there)), (person, index, "writes wishes")


def test_an_employment_that_ends_takes_its_posts_with_it_the_same_day(town, lived):
    with as_(town.lars):
        assert town.coordination in queries.posts(town.lars)
    leaves(town.lars, clock.today() - timedelta(days=1))
    with as_(town.lars):
        assert queries.posts(town.lars) == {}
