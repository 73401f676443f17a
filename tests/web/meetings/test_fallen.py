"""Her pages and Mandag about what ends with a stop, and what can be held after all."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.kernel.danish import day, lix
from landfast.meetings import actions, queries
from landfast.meetings.rules import MeetingState
from landfast.plan.actions import Report, report_agreement
from tests.factories.meetings import prepared_meeting
from tests.factories.plan import accepted, wished
from tests.factories.town import as_
from tests.web.mine.reading import visible_text


def shown(answer):
    return answer.content.decode().replace("\xa0", " ")


@pytest.fixture
def met(town):
    met = prepared_meeting(town, call=True)
    wished(met.lived)
    accepted(town, met.lived, town.bo, text="Ringer til banken")
    return met


@pytest.fixture
def again(met):
    """She has stopped, and begun again."""
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        reopen_course(actor=met.lived.citizen, course_id=met.course_id)
    return met


def url(name, met):
    return reverse(name, args=[met.course_id, met.id])


def state(met):
    with as_(met.lived.citizen):
        return queries.meeting(met.id).state


def test_she_reads_what_ends_before_she_stops(met, signed_in):
    page = shown(signed_in(met.lived.citizen).get(reverse("stop_my_course", args=[met.course_id])))
    with as_(met.lived.citizen):
        when = queries.meeting(met.id).starts_at
    assert day(when) in page
    assert "Med Karen Koordinator, Bo Bostøtte, Anna Afsnit og Min søster Birthe." in page
    assert "Vi skriver ikke til Min søster Birthe." in page
    assert "Ringer til banken" in page
    assert "Karen Koordinator, Bo Bostøtte og Anna Afsnit." in page
    assert "Så vælger du selv, om møderne skal holdes." in page


def test_who_writes_it_down_for_her_reads_the_same_meetings(town, met, signed_in):
    page = shown(signed_in(town.karen).get(reverse("stop_course", args=[met.course_id])))
    assert "Møderne bliver aflyst" in page
    assert "Med Karen Koordinator, Bo Bostøtte, Anna Afsnit og Min søster Birthe." in page


def test_without_anything_that_ends_the_page_promises_nothing(town, again, signed_in):
    me = signed_in(again.lived.citizen)
    me.post(url("let_meeting_go", again))
    page = shown(me.get(reverse("stop_my_course", args=[again.course_id])))
    assert "Dine møder bliver aflyst" not in page
    assert "om møderne skal holdes" not in page


def test_her_first_page_asks_and_one_touch_holds_it(town, again, signed_in):
    me = signed_in(again.lived.citizen)
    page = shown(me.get("/mit/"))
    assert "Skal dit møde holdes alligevel?" in page
    assert "Med Dorte Daglig, Bo Bostøtte, Anna Afsnit og Min søster Birthe." in page
    done = shown(me.post(url("hold_meeting_again", again), follow=True))
    assert "Mødet holdes. De andre bliver indkaldt igen." in done
    assert "da dit forløb sluttede" not in done
    assert state(again) is MeetingState.CALLED


def test_of_a_meeting_nobody_was_asked_to_nobody_is_said_to_be_asked_again(town, signed_in):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        reopen_course(actor=met.lived.citizen, course_id=met.course_id)
    me = signed_in(met.lived.citizen)
    page = shown(me.get("/mit/"))
    assert "Vil du stadig have et møde?" in page
    assert "Ingen er indkaldt." in page
    for untrue in ("spurgt igen", "holdes alligevel", "Hold mødet"):
        assert untrue not in page
    done = shown(me.post(url("hold_meeting_again", met), follow=True))
    assert "Mødet er taget op igen." in done
    assert state(met) is MeetingState.PREPARING


def test_a_guest_of_the_held_meeting_has_no_link_that_is_shut(town, met, signed_in):
    """Bo reads that meeting only: what he is asked for and has told of has no page for him."""
    told = accepted(town, met.lived, town.bo, text="Skriver til kommunen")
    with as_(town.bo):
        report_agreement(actor=town.bo, agreement_id=told, report=Report.KEPT)
    bo, mine = signed_in(town.bo), reverse("my_agreements")
    shut = f"/forloeb/{met.course_id}/"
    assert shut in shown(bo.get(mine))
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        reopen_course(actor=met.lived.citizen, course_id=met.course_id)
    signed_in(met.lived.citizen).post(url("hold_meeting_again", met))
    page = shown(bo.get(mine))
    assert "Svar på forslaget" not in page
    assert "Ringer til banken" in page.partition("Opgaver fra forløb, der er slut")[2]
    assert "Skriver til kommunen" in page
    assert shut not in page


def test_the_nearest_is_the_step_and_the_others_stand_below_it(town, met, signed_in):
    with as_(met.lived.citizen):
        actions.open_meeting(
            actor=met.lived.citizen, course_id=met.course_id, format_code="M-01",
            leader_id=town.karen.person_id,
        )  # fmt: skip
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        reopen_course(actor=met.lived.citizen, course_id=met.course_id)
    page = shown(signed_in(met.lived.citizen).get("/mit/"))
    below = page.partition("Møder, der faldt væk, da dit forløb sluttede")[2]
    below = below.partition("</section>")[0]
    assert "Et møde, der ikke har en dag endnu" in below
    assert page.count(">Hold mødet<") == below.count(">Gør mødet klar<") == 1
    assert page.count(">Lad det ligge<") == 2 * below.count(">Lad det ligge<")
    assert "bliver alle spurgt igen" not in below  # nobody had been asked to that one


def test_one_touch_lets_it_be(again, signed_in):
    me = signed_in(again.lived.citizen)
    done = shown(me.post(url("let_meeting_go", again), follow=True))
    assert "Det er i orden. Mødet bliver ikke holdt." in done
    assert "da dit forløb sluttede" not in done
    assert state(again) is MeetingState.CANCELLED
    late = me.post(url("hold_meeting_again", again))
    assert late.status_code == 409
    assert "Der er valgt allerede, eller dagen er gået." in shown(late)


def test_what_was_not_called_opens_to_be_made_ready(town, signed_in):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)
        reopen_course(actor=met.lived.citizen, course_id=met.course_id)
    done = signed_in(met.lived.citizen).post(url("hold_meeting_again", met), follow=True)
    assert done.redirect_chain == [(url("prepare_meeting", met), 302)]
    assert "Mødet er taget op igen." in shown(done)


def test_mandag_says_which_meeting_fell_and_holds_it_on_her_word(town, again, signed_in):
    dorte = signed_in(town.dorte)
    page = shown(dorte.get(reverse("monday")))
    assert "Mødet faldt væk, da forløbet sluttede. Spørg borgeren" in page
    assert "Har aflyst jeres møde." not in page, "once, and not as if she had called it off"
    assert "Borgeren siger nej" in page
    refused = dorte.post(url("hold_meeting_again", again))
    assert "Spørg borgeren først." in shown(refused)
    assert state(again) is MeetingState.CANCELLED
    done = shown(
        dorte.post(url("hold_meeting_again", again), {"citizen_said_so": "on"}, follow=True)
    )
    assert "Mødet holdes. De andre bliver indkaldt igen." in done
    assert "Mødet faldt væk" not in done
    assert state(again) is MeetingState.CALLED


def test_mandag_puts_it_away_when_she_says_no(town, again, signed_in):
    dorte = signed_in(town.dorte)
    done = dorte.post(url("let_meeting_go", again), {"citizen_said_so": "on"}, follow=True)
    assert "Mødet faldt væk" not in shown(done)
    assert state(again) is MeetingState.CANCELLED


def test_who_was_not_let_in_again_cannot_choose(town, again, signed_in):
    for who in (town.bo, town.mads):
        answer = signed_in(who).post(url("hold_meeting_again", again), {"citizen_said_so": "on"})
        assert answer.status_code in {403, 404}
    assert state(again) is MeetingState.CANCELLED


def test_a_day_that_has_gone_is_not_asked_about(again, signed_in):
    with clock.at(now() + timedelta(days=11)):
        page = shown(signed_in(again.lived.citizen).get("/mit/"))
    assert "da dit forløb sluttede" not in page
    assert "Skal dit møde holdes alligevel?" not in page


def test_the_words_are_easy(met, signed_in):
    page = signed_in(met.lived.citizen).get(reverse("stop_my_course", args=[met.course_id]))
    names = ("Karen", "Koordinator", "Bostøtte", "Afsnit", "Birthe")
    assert lix(visible_text(shown(page), *names)) <= 35
