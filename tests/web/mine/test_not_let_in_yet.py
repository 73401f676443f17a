"""Begun again: who reads nothing yet has no door that is shut, and she reads who waits for her."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.course.actions.coordinator import name_second
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import activate_course
from landfast.journeys.see_own_course import see_my_say
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.meetings import actions as meetings
from landfast.meetings.queries import meetings_of
from landfast.plan import queries as plan
from landfast.plan.actions import decline_agreement
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats
from tests.factories.network import in_the_team
from tests.factories.plan import accepted, proposed, wished
from tests.factories.town import as_

WAITS = "det, der var aftalt med Bo Bostøtte. Svaret kan først komme, når du lukker op."
SECOND = "Mads Makker er ikke din anden kontakt lige nu."
TASKS = "Opgaver fra forløb, der er slut"


@pytest.fixture
def lived(town):
    """Bo has promised one thing and is asked for another; Mads is her second; a meeting waits."""
    load_formats()
    lived = started_course(town)
    in_the_team(lived, town.bo, by=lived.citizen)
    wished(lived)
    accepted(town, lived, town.bo, text="Ringer til banken")
    proposed(town, lived, town.bo, text="Følger med til lægen")
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        activate_course(actor=town.karen, course_id=lived.id)
    with as_(lived.citizen):
        meetings.open_meeting(
            actor=lived.citizen, course_id=lived.id, format_code="M-01",
            leader_id=town.karen.person_id,
        )  # fmt: skip
    return lived


@pytest.fixture
def again(lived):
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        reopen_course(actor=lived.citizen, course_id=lived.id)
    return lived


def text(client, path):
    return client.get(path).content.decode().replace("\xa0", " ")


def let_in(me, town, lived):
    me.post(reverse("allow_consent", args=[lived.id, town.bo.person_id]), {"purpose": ""})


def test_only_what_was_said_yes_to_ends_as_a_promise(lived, signed_in):
    page = text(signed_in(lived.citizen), reverse("stop_my_course", args=[lived.id]))
    promises = page.partition("Det, de har lovet dig")[2].partition("De kan ikke længere læse")[0]
    assert "Ringer til banken" in promises
    assert "Følger med til lægen" not in page
    assert "Så er det ikke løfter til dig mere." in promises
    assert "1 forslag har ikke fået svar. Det falder væk." in promises


def test_a_proposal_alone_is_no_promise(town, signed_in):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=lived.citizen)
    proposed(town, lived, town.bo, text="Følger med til lægen")
    page = text(signed_in(lived.citizen), reverse("stop_my_course", args=[lived.id]))
    assert "Det, de har lovet dig" not in page
    assert "1 forslag har ikke fået svar. Det falder væk." in page


def test_the_maker_is_asked_when_she_has_let_them_in_and_not_before(town, again, signed_in):
    bo, me = signed_in(town.bo), signed_in(again.citizen)
    page = text(bo, reverse("my_agreements"))
    assert "Du er spurgt" not in page
    assert "Svar på forslaget" not in page
    assert str(again.id) not in page, "no link that is shut"
    assert "Ringer til banken" in page.partition(TASKS)[2], "what was left is theirs, and once"
    assert page.count("Ringer til banken</h3>") == 1
    assert "Følger med til lægen" not in page
    let_in(me, town, again)
    page = text(bo, reverse("my_agreements"))
    assert "Svar på forslaget" in page
    assert TASKS not in page, "one list, not two"
    with as_(again.citizen):
        keys = [row.id for row in plan.open_agreements(again.id)]
    for key in keys:
        assert bo.get(reverse("agreement", args=[again.id, key])).status_code == 200


def test_a_no_to_the_new_question_ends_the_task_too(town, again, signed_in):
    let_in(signed_in(again.citizen), town, again)
    with as_(town.bo):
        [key] = [row.agreement_id for row in plan.tasks_of(town.bo)]
        decline_agreement(actor=town.bo, agreement_id=key, reason="Har ikke tid mere")
        assert plan.tasks_of(town.bo) == []
    assert TASKS not in text(signed_in(town.bo), reverse("my_agreements"))


def test_who_is_asked_to_hold_it_is_not_asked_for_a_promise_before_their_yes(town, signed_in):
    lived = started_course(town)
    wished(lived)
    proposed(town, lived, town.karen, text="Skriver til kommunen")  # her own: it counts at once
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        reopen_course(actor=lived.citizen, course_id=lived.id)
    page = text(signed_in(town.karen), reverse("my_agreements"))
    assert "Svar på forslaget" not in page
    assert "Skriver til kommunen" in page.partition(TASKS)[2]


def test_her_first_page_names_whose_answer_waits_for_her(town, again, signed_in):
    me = signed_in(again.citizen)
    assert WAITS in text(me, "/mit/"), "also while a meeting that fell away is the step"
    with as_(again.citizen):
        [fallen] = meetings_of(again.id)
    me.post(reverse("hold_meeting_again", args=[again.id, fallen.id]))
    page = text(me, "/mit/")
    assert "Vi gør dit næste møde klar." in page
    assert WAITS in page
    assert f"{reverse('my_say')}?forloeb={again.id}#again" in page
    let_in(me, town, again)
    assert WAITS not in text(me, "/mit/")


def test_after_a_month_only_whose_answer_waits_is_asked_about_and_a_no_lets_it_fall(
    town, again, signed_in
):
    with clock.at(now() + timedelta(days=40)):
        me = signed_in(again.citizen)
        first, choices = text(me, "/mit/"), text(me, "/mit/valg/")
        assert WAITS in first
        assert "Hvem må læse om dig igen?" not in first, "it is the step for a month"
        asked = choices.partition('id="again"')[2].partition("</section>")[0]
        assert "Luk op for Bo Bostøtte" in asked
        assert "Siger du nej, falder det væk." in asked
        me.post(reverse("not_let_in", args=[again.id, town.bo.person_id]))
        first, choices = text(me, "/mit/"), text(me, "/mit/valg/")
        assert WAITS not in first
        assert 'id="again"' not in choices
        assert "du har sagt nej" in choices
        page = text(signed_in(town.bo), reverse("my_agreements"))
    assert "Ringer til banken" in page.partition(TASKS)[2], "their task stays theirs"
    with as_(again.citizen):
        assert plan.open_agreements(again.id) == [], "nobody waits for an answer in vain"


def test_a_month_on_nobody_is_asked_about_who_is_asked_for_nothing(town, signed_in):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=lived.citizen)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        reopen_course(actor=lived.citizen, course_id=lived.id)
    with as_(lived.citizen):
        assert any(see_my_say(lived.citizen, lived.id).before)
        with clock.at(now() + timedelta(days=40)):
            assert not any(see_my_say(lived.citizen, lived.id).before)


def test_where_the_step_asks_it_already_it_stands_once(again, signed_in):
    me = signed_in(again.citizen)
    with as_(again.citizen):
        [fallen] = meetings_of(again.id)
    me.post(reverse("let_meeting_go", args=[again.id, fallen.id]))
    page = text(me, "/mit/")
    assert "Hvem må læse om dig igen?" in page
    assert WAITS not in page


def test_she_reads_that_a_second_is_chosen_anew_until_one_is(town, lived, signed_in):
    me = signed_in(lived.citizen)
    assert SECOND not in text(me, "/mit/")
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    assert SECOND not in text(me, "/mit/")
    with as_(lived.citizen):
        reopen_course(actor=lived.citizen, course_id=lived.id)
    assert SECOND in text(me, "/mit/")
    assert SECOND in text(me, "/mit/folk/"), "among her people too"
    with as_(town.dorte):
        name_second(actor=town.dorte, course_id=lived.id, person_id=town.mads.person_id)
    for page in (text(me, "/mit/"), text(me, "/mit/folk/")):
        assert SECOND not in page
        assert "Din anden kontakt." in page
