"""Parts of a course, let in to at random: each opens its thing for its days, and no more."""

from dataclasses import dataclass
from datetime import timedelta

import hypothesis
import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel import clock
from landfast.plan import actions as plan
from landfast.plan import models
from landfast.programmes.rules import NeedArea
from tests.access.histories import AREAS, NUMBERS, START, give, grants
from tests.access.oracle import PEOPLE, Given, History, Level, Topic, reaches
from tests.access.parts_oracle import Part, add_things, compare_parts, give_parts, parts, reads_plan
from tests.factories.emergencies import known_course
from tests.factories.town import as_
from tests.proving import EACH, drawn, in_parts

READERS = (*PEOPLE, "sister")


@dataclass(frozen=True)
class WithParts:
    """Grants of topics and of the whole, and parts beside them."""

    grants: list[Given]
    parts: list[Part]


@pytest.fixture
def lived(town):
    with clock.at(START - timedelta(days=60)):
        courses = [
            known_course(town, cpr, name)
            for cpr, name in zip(NUMBERS, ("Jytte Jensen", "Bent Berg"), strict=True)
        ]
        with as_(town.karen):
            for course in courses:
                for area in AREAS:
                    plan.add_wish(
                        actor=town.karen, course_id=course.id, area=NeedArea(area), words=area
                    )
        town.__dict__["things"] = add_things(town, courses)
    return courses


def agree(town, lived, histories, drawn_by=0):
    @hypothesis.seed(drawn_by)
    @drawn(histories)
    @given(
        history=st.builds(
            WithParts,
            st.lists(grants, max_size=3),
            st.lists(parts(READERS), max_size=5),
        ),
        day=st.integers(0, 45),
    )
    def each(history, day):
        compare(town, lived, history, day)

    each()


def test_a_part_opens_its_thing_for_its_days_and_nothing_else(town, lived):
    agree(town, lived, 15)


@in_parts(500)
def test_five_hundred_histories_of_parts_agree(town, lived, seed, record_property):
    agree(town, lived, EACH, seed)
    record_property("histories", EACH)


def compare(town, lived, history, day):
    """Everybody's view of both courses' meetings, questions and wishes on that day."""
    known = History(history.grants, [], [], [])
    with transaction.atomic():
        give(town, lived, history.grants)
        give_parts(town, lived, town.things, history.parts, START)
        with clock.at(START + timedelta(days=day)):
            for person in READERS:
                whole = {
                    level: [
                        person in PEOPLE and reaches(known, person, one, Topic.WHOLE, level, day)
                        for one in (0, 1)
                    ]
                    for level in (Level.READ, Level.WRITE)
                }
                compare_parts(
                    town, town.things, history, person, day, whole_reads=whole[Level.READ],
                    whole_writes=whole[Level.WRITE],
                )  # fmt: skip
                compare_wishes(town, lived, history, person, day)
        transaction.set_rollback(True)


def compare_wishes(town, lived, history, person, day):
    """Read with the whole, with their own topic, or by who reads the plan for her."""
    known = History(history.grants, [], [], [])
    with as_(getattr(town, person)):
        shown = set(models.Wish.objects.values_list("course_id", "area"))
    for index, course in enumerate(lived):
        for area, topic in AREAS.items():
            reads = reads_plan(history, person, index, day) or (
                person in PEOPLE and reaches(known, person, index, topic, Level.READ, day)
            )
            assert ((course.id, area) in shown) == reads, (person, area)
