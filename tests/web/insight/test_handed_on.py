"""Who loses a course hears it on Mandag, before and after; so does its citizen, on her pages."""

import pytest
from django.urls import reverse

from landfast.course.actions.coordinator import name_second
from landfast.insight.asks import Asks
from landfast.insight.folding import Group
from landfast.insight.monday import Ask
from landfast.insight.monday import monday as read_monday
from landfast.journeys.hand_over import accept_course, offer_course
from tests.factories.courses import started_course
from tests.factories.town import as_

READS_ON = "Kan læse til og med"


def asked_of(person, what):
    with as_(person):
        waits = read_monday(person, list(Group)).waits
    return [one.asked for one in waits if isinstance(one, Ask) and one.asked.what is what]


def page_of(browser, name, *keys):
    return browser.get(reverse(name, args=keys)).content.decode()


@pytest.fixture
def lived(town):
    return started_course(town)


@pytest.fixture
def by_lead(town, lived):
    """A leader has asked Mads to take Karen's course."""
    with as_(town.dorte):
        return offer_course(
            actor=town.dorte, course_id=lived.id, taker=town.mads.person_id, reason="Fordeling"
        )


@pytest.fixture
def handed(town, lived):
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    with as_(town.dorte):
        offer = offer_course(
            actor=town.dorte, course_id=lived.id, taker=town.mads.person_id, reason="Fordeling"
        )
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)
    return lived


def test_the_holder_hears_on_monday_that_a_leader_has_asked_another(town, by_lead, browse):
    page = page_of(browse(town.karen), "monday")
    assert f"{town.dorte.name} har spurgt {town.mads.name} om at tage forløbet." in page


def test_who_asked_another_herself_is_not_told_that_she_did(town, lived):
    with as_(town.karen):
        offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Går ned i tid"
        )
    assert asked_of(town.karen, Asks.ASKED_OVER) == []


def test_the_row_is_put_away_by_who_has_seen_it(town, lived, by_lead, browse):
    [row] = asked_of(town.karen, Asks.ASKED_OVER)
    sent = browse(town.karen).post(reverse("note_heard", args=[lived.id, row.event]))
    assert sent.status_code == 302
    assert asked_of(town.karen, Asks.ASKED_OVER) == []


def test_her_citizen_knows_it_before_the_answer(town, lived, by_lead, browse):
    page = page_of(browse(lived.citizen), "my_course")
    assert f"{town.mads.name} er spurgt om at være din koordinator fremover." in page
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=by_lead)
    assert "er spurgt om at være" not in page_of(browse(lived.citizen), "my_course")


def test_the_former_hears_who_has_it_now_and_how_long_she_reads(town, handed, browse):
    [row] = asked_of(town.karen, Asks.HANDED)
    page = page_of(browse(town.karen), "monday")
    assert f"{town.mads.name} er koordinator nu. Du kan læse med til og med" in page
    assert asked_of(town.mads, Asks.HANDED) == [], "to who gave it only"
    sent = browse(town.karen).post(reverse("note_heard", args=[handed.id, row.event]))
    assert sent.status_code == 302
    assert asked_of(town.karen, Asks.HANDED) == []


def test_the_new_one_is_asked_to_find_a_second_and_her_citizen_knows(town, handed, browse):
    assert asked_of(town.mads, Asks.NO_SECOND)
    assert "Har ingen makker mere." in page_of(browse(town.mads), "monday")
    said = f"{town.mads.name} var din anden kontakt. Nu mangler du en ny."
    for page in ("my_course", "my_people"):
        assert said in page_of(browse(handed.citizen), page)
    with as_(town.mads):
        name_second(actor=town.mads, course_id=handed.id, person_id=town.karen.person_id)
    assert asked_of(town.mads, Asks.NO_SECOND) == []
    assert said not in page_of(browse(handed.citizen), "my_course")


def test_who_never_had_a_second_is_no_new_task(town, lived):
    assert asked_of(town.karen, Asks.NO_SECOND) == []


def test_she_reads_until_when_the_former_reads_and_can_close(town, handed, browse):
    me = browse(handed.citizen)
    page = page_of(me, "my_say")
    assert READS_ON in page
    assert f"Luk for {town.karen.name}" in page
    assert f"Luk for {town.mads.name}" not in page
    keys = [handed.id, town.karen.person_id]
    assert me.post(reverse("close_for_former", args=keys)).status_code == 302
    assert READS_ON not in page_of(me, "my_say")
    gone = browse(town.karen).get(reverse("course", args=[handed.id]))
    assert gone.status_code in {403, 404}
    assert asked_of(town.karen, Asks.HANDED) == []


def test_no_one_else_closes_and_the_coordinator_of_now_is_not_closed_so(town, handed, browse):
    keys = [handed.id, town.karen.person_id]
    assert browse(town.mads).post(reverse("close_for_former", args=keys)).status_code == 403
    mine = [handed.id, town.mads.person_id]
    browse(handed.citizen).post(reverse("close_for_former", args=mine))
    assert browse(town.mads).get(reverse("course", args=[handed.id])).status_code == 200


def test_the_second_hears_who_has_the_course_now_and_puts_it_away(town, lived, browse):
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.bo.person_id)
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Går ned i tid"
        )
    assert asked_of(town.bo, Asks.HANDED) == []
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)
    bo = browse(town.bo)
    assert f"{town.mads.name} er koordinator nu. Du er stadig makker." in page_of(bo, "monday")
    [row] = asked_of(town.bo, Asks.HANDED)
    bo.post(reverse("note_heard", args=[lived.id, row.event]))
    assert asked_of(town.bo, Asks.HANDED) == []
