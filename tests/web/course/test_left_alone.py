"""Her coordinator is away, and nobody covers: her leader sees her, and she knows whom to ring."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.factories.courses import started_course
from tests.factories.town import as_

UNIT = "70 10 20 30"
ALONE = "Karen Koordinator er væk, og ingen dækker for Jytte Jensen."


def is_ill(town, somebody):
    with as_(town.dorte):
        people.note_leave(
            person_id=somebody.person_id, starts_on=today(), ends_on=today() + timedelta(days=2),
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip


def text(browser, name, *keys):
    return browser.get(reverse(name, args=keys)).content.decode().replace("\xa0", " ")


@pytest.fixture
def alone(town):
    lived = started_course(town)
    is_ill(town, town.karen)
    return lived


def second(town, lived):
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)


def covers(town, lived):
    with as_(town.dorte):
        name_deputy(
            actor=town.dorte, course_id=lived.id, person_id=town.mads.person_id,
            starts_on=today(), ends_on=today() + timedelta(days=2),
        )  # fmt: skip


def test_the_leader_sees_her_by_name_with_one_step(town, alone, browse):
    page = text(browse(town.dorte), "overview")
    assert ALONE in page
    assert reverse("cover_absence", args=[town.karen.person_id]) in page
    assert "Ingen endnu · Karen Koordinator er væk" in page


@pytest.mark.parametrize("there", [second, covers])
def test_who_is_covered_or_has_a_second_at_work_is_not_alone(town, alone, browse, there):
    there(town, alone)
    assert ALONE not in text(browse(town.dorte), "overview")


@pytest.mark.parametrize("there", [second, covers])
def test_one_who_is_away_too_covers_nothing(town, alone, browse, there):
    there(town, alone)
    is_ill(town, town.mads)
    assert ALONE in text(browse(town.dorte), "overview")


@pytest.mark.parametrize("page", ["my_course", "my_people", "my_card"])
def test_she_reads_whom_to_ring_and_no_number_of_one_who_is_away(town, alone, browse, page):
    second(town, alone)
    is_ill(town, town.mads)
    shown = text(browse(alone.citizen), page)
    assert "Din koordinator. Er væk lige nu." in shown
    assert "Din anden kontakt. Er væk lige nu." in shown
    assert "Ring hertil imens" in shown
    assert "Ring igen på næste hverdag" not in shown


def test_her_page_for_bad_days_leads_there_too(town, alone, browse):
    shown = text(browse(alone.citizen), "my_unwell")
    assert "Din koordinator er væk. Ring imens til <strong>Koordinatorteamet</strong>:" in shown
    assert UNIT in shown


def test_the_number_is_the_units(town, alone, browse):
    shown = text(browse(alone.citizen), "my_course")
    assert UNIT in shown
    assert "20 30 40 50" not in shown


def test_a_unit_without_a_number_is_answered_for_by_its_daily_lead(town, browse):
    with as_(SYSTEM):
        silent = people.add_unit(organisation_id=town.municipality, name="Ny enhed",
                                 coordinates_courses=True)  # fmt: skip
        for who, role in ((town.dorte, "daily_leader"), (town.karen, "coordinator")):
            people.employ(
                person_id=who.person_id, unit_id=silent, role=role, starts_on=today()
            )  # fmt: skip
    lived = started_course(replace(town, coordination=silent))
    is_ill(town, town.karen)
    shown = text(browse(lived.citizen), "my_course")
    assert "Dorte Daglig" in shown
    assert "Ring hertil imens" in shown
    assert "20 30 40 50" in shown


def test_a_second_who_is_away_has_no_number_while_the_coordinator_has(town, browse):
    lived = started_course(town)
    second(town, lived)
    is_ill(town, town.mads)
    shown = text(browse(lived.citizen), "my_course")
    assert "Din anden kontakt. Er væk lige nu." in shown
    assert "Ring hertil imens" not in shown
