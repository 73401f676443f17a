"""A finding never rests on a fact that its reader may not see, whatever has been given and taken.

The random histories of tests/access, and what the job has found in both courses. Whoever reads a
finding reads each wish that it rests on; who reads none of the whole meets none.
"""

from datetime import timedelta

import hypothesis
import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.rules import Level, Topic
from landfast.kernel import clock
from landfast.plan import actions as plan
from landfast.plan import models
from landfast.programmes.rules import NeedArea
from landfast.redthread.queries import findings_of
from tests.access.histories import AREAS, NUMBERS, START, happens, histories
from tests.access.oracle import PEOPLE, WRITTEN, reaches
from tests.factories.emergencies import known_course
from tests.factories.town import as_
from tests.messages.conftest import as_jobs
from tests.own import settled
from tests.proving import drawn
from tests.redthread.test_findings import looked

__all__ = ["as_jobs"]
LOOKED = START + timedelta(days=45)


@pytest.fixture
def found(own_database, as_jobs):
    """Two courses with wishes that nobody has agreed anything about, and what the job found."""
    town = settled()
    with clock.at(START - timedelta(days=60)):
        courses = [
            known_course(town, cpr, name)
            for cpr, name in zip(NUMBERS, ("Jytte Jensen", "Bent Berg"), strict=True)
        ]
    for age, day in WRITTEN.items():
        with clock.at(START + timedelta(days=day)), as_(town.karen):
            for course in courses:
                for area in AREAS:
                    plan.add_wish(
                        actor=town.karen, course_id=course.id, area=NeedArea(area), words=age
                    )
    with clock.at(LOOKED):
        looked(as_jobs)
    return town, courses


def test_whoever_reads_a_finding_reads_all_it_rests_on(found):
    town, courses = found
    met = {"read": 0, "hidden": 0}

    @hypothesis.seed(6)
    @drawn(60)
    @given(history=histories(8), day=st.integers(0, 45))
    def each(history, day):
        compare(town, courses, history, day, met)

    each()
    assert all(met.values()), "some read a finding and some did not: else nothing was tried"


def compare(town, courses, history, day, met):
    """Everybody's findings on that day against everybody's wishes."""
    ids = [course.id for course in courses]
    with transaction.atomic():
        history = happens(town, courses, history, day)
        with clock.at(START + timedelta(days=day)):
            for person in PEOPLE:
                with as_(getattr(town, person)):
                    rows = findings_of(ids)
                    wishes = {
                        f"wish:{key}" for key in models.Wish.objects.values_list("id", flat=True)
                    }
                for row in rows:
                    rests = {one["id"] for one in row.facts if one["id"].startswith("wish:")}
                    assert rests <= wishes, (person, row.code)
                    met["read"] += len(rests)
                for index, course in enumerate(ids):
                    if not reaches(history, person, index, Topic.WHOLE, Level.READ, day):
                        assert course not in {row.course_id for row in rows}, (person, index)
                        met["hidden"] += 1
        transaction.set_rollback(True)
