"""A coordinator is chosen when two have said that a course fits; who waits is named with it."""

import pytest
from django.urls import reverse

from landfast.access.queries import course_roles
from landfast.course.actions.coordinator import appoint_first
from landfast.course.queries.courses import course_page
from landfast.course.rules.words import Outcome
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.meetings.actions import call_meeting
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.referrals import assessed, citizen_of, decided, proposed
from tests.factories.town import as_
from tests.refusing import refused

NO_SECOND = "Der er ingen makker lige nu."
QUEUE = "Stod i kø, da det stoppede. Se først, om andre har ventet længere."
UNANSWERED = "Det stoppede, før to havde sagt, at et forløb passer."


def page(browse, actor, course_id, name="course"):
    return browse(actor).get(reverse(name, args=[course_id])).content.decode()


def appoints(actor, course_id, person):
    with as_(actor):
        appoint_first(
            actor=actor, course_id=course_id, person_id=person.person_id, reason="Kender hende"
        )


@pytest.mark.parametrize("by", ["dorte", "lars", "mads"])
def test_nobody_begins_alone_what_two_have_not_said_yes_to(town, by):
    course_id = assessed(town)
    for _half in range(2):  # unanswered, then proposed by one
        with refused("not_found_to_fit"):
            appoints(getattr(town, by), course_id, town.karen)
        if not _half:
            proposed(town, course_id, Outcome.OFFERED)


def test_the_page_leads_to_the_answer_first_and_then_to_the_choice(town, browse):
    course_id = assessed(town)
    before = page(browse, town.dorte, course_id)
    assert reverse("assess", args=[course_id]) in before
    assert "To skal være enige, før I vælger en koordinator." in before
    assert "Vælg koordinator og makker" not in before
    offered = decided(town, Outcome.OFFERED)
    assert "Vælg koordinator og makker" in page(browse, town.dorte, offered)


@pytest.mark.parametrize("pair", [("karen", "nina"), ("karen", "mads"), ("mads", "karen")])
def test_who_is_of_intake_chooses_a_colleague_and_a_second_in_one_act(town, browse, pair):
    course_id = decided(town, Outcome.OFFERED)
    held, second = (getattr(town, name) for name in pair)
    typed = {
        "person": str(held.person_id), "second": str(second.person_id), "reason": "Kender hende",
        "said_yes": "on",
    }  # fmt: skip
    answer = browse(town.mads).post(reverse("start_course", args=[course_id]), typed, follow=True)
    assert answer.status_code == 200
    assert "har nu en koordinator" in answer.content.decode()
    with as_(town.dorte):
        page = course_page(town.dorte, course_id, "Forløbet").held
        assert page.holder.person_id == held.person_id
        assert page.second.person_id == second.person_id
    with as_(town.mads):
        assert bool(course_roles(town.mads, course_id)) is (town.mads in (held, second))


def test_a_second_who_cannot_be_it_leaves_the_whole_choice_undone(town, browse):
    course_id = decided(town, Outcome.OFFERED)
    typed = {
        "person": str(town.karen.person_id), "second": str(town.karen.person_id),
        "reason": "Kender hende", "said_yes": "on",
    }  # fmt: skip
    refused_page = browse(town.mads).post(reverse("start_course", args=[course_id]), typed)
    assert refused_page.status_code == 422
    assert "Kender hende" in refused_page.content.decode()
    with as_(town.dorte):
        assert course_page(town.dorte, course_id, "Forløbet").held.holder is None


def test_who_chose_for_intake_and_reads_it_no_more_goes_on_to_what_waits_there(town, browse):
    course_id = decided(town, Outcome.OFFERED)
    typed = {"person": str(town.karen.person_id), "reason": "Kender hende", "said_yes": "on"}
    url = reverse("start_course", args=[course_id])
    page = browse(town.mads).post(url, typed, follow=True)
    assert page.redirect_chain == [(reverse("intake"), 302)]
    assert "har nu en koordinator" in page.content.decode()


def test_refused_on_the_page_it_is_said_and_what_was_typed_is_kept(town, browse):
    course_id = assessed(town)
    typed = {"person": str(town.karen.person_id), "reason": "Hun kender Karen", "said_yes": "on"}
    answer = browse(town.dorte).post(reverse("start_course", args=[course_id]), typed)
    text = answer.content.decode()
    assert answer.status_code in {409, 422}
    assert "To skal være enige" in text
    assert "Hun kender Karen" in text


def test_while_she_waits_the_page_names_who_rings_and_until_when(town, browse):
    text = page(browse, town.dorte, decided(town, Outcome.WAITING))
    assert "<strong>Karen Koordinator</strong> ringer til Jytte, så længe der er kø." in text
    assert "Der er nok en koordinator" in text
    assert "så længe der er kø" not in page(browse, town.dorte, decided(town, Outcome.OFFERED))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda town: decided(town, Outcome.WAITING), QUEUE),
        (assessed, UNANSWERED),
        (lambda town: started_course(town).id, ""),
    ],
)
def test_opened_again_it_is_said_what_she_had_not_come_to(town, browse, make, said):
    course_id = make(town)
    citizen = citizen_of(town, course_id)
    with as_(citizen):
        stop_course(actor=citizen, course_id=course_id)
    with as_(citizen):
        went_on = reopen_course(actor=citizen, course_id=course_id)
    assert went_on is (not said)
    if said:
        for name in ("course", "start_course"):
            assert said in page(browse, town.dorte, course_id, name)
        appoints(town.dorte, course_id, town.karen)
    text = page(browse, town.dorte, course_id)
    assert QUEUE not in text
    assert UNANSWERED not in text


def test_that_a_second_is_missing_stands_there_whatever_comes_first(town, browse):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        call_meeting(actor=met.lived.citizen, meeting_id=met.id)
    text = page(browse, town.karen, met.course_id)
    assert NO_SECOND in text
    assert f'href="{reverse("name_second", args=[met.course_id])}">Vælg makker' in text
    assert "Skift makker" not in text
    asked_first = page(browse, town.lars, met.course_id)  # no meeting of hers: it is the next step
    assert "Find en makker" in asked_first
    assert NO_SECOND not in asked_first
