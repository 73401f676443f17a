"""She hears the answer first: it is an open step until she has, and then the referrer reads it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.course.actions import decision
from landfast.course.models import Course, Decision
from landfast.course.queries.heard import answers_read, heard_of_mine
from landfast.course.queries.referrals import mine
from landfast.course.rules.referral import Whom
from landfast.course.rules.words import Outcome
from landfast.journeys.start_course import start_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.meetings.actions import open_meeting
from landfast.meetings.models import Meeting
from landfast.meetings.rules import MeetingState
from tests.factories.meetings import load_formats
from tests.factories.referrals import (
    answer_all,
    citizen_of,
    decided,
    proposed,
    referred,
    taken,
    unasked,
)
from tests.factories.town import as_
from tests.web.course.test_intake_pages import text

WAITS = "Afgjort. Borgeren hører svaret først"
STEP = "Fortæl Jytte Jensen svaret."


def to_tell(client):
    page = text(client.get(reverse("intake")))
    return page.partition("Skal høre svaret")[2].partition("Under visitation")[0]


def sent(browse, town):
    return text(browse(town.bo).get(reverse("my_referrals")))


@pytest.mark.parametrize(("outcome", "said"), [
    (Outcome.OFFERED, "Tilbudt et forløb"), (Outcome.WAITING, "På venteliste"),
])  # fmt: skip
def test_the_answer_waits_on_the_list_until_somebody_has_told_her(town, browse, outcome, said):
    # given an answer that she has not heard
    course = decided(town, outcome)
    assert WAITS in sent(browse, town)
    assert said not in sent(browse, town)
    mads = browse(town.mads)
    assert "Jytte Jensen" in to_tell(mads)
    assert STEP in text(mads.get(reverse("intake")))
    page = text(mads.get(reverse("assess", args=[course])))
    assert "Borgeren har ikke hørt svaret endnu." in page
    # when Mads has rung her and says so
    url = reverse("tell_answer", args=[course])
    empty = mads.post(url, {})
    assert empty.status_code == 422
    assert "Vælg, hvordan borgeren hørte det." in text(empty)
    assert mads.post(url, {"how": "phone"}).status_code == 302
    # then the step is gone, the page says who told her and how, and Bo can read the answer
    assert to_tell(mads) == ""
    assert STEP not in text(mads.get(reverse("intake")))
    page = text(mads.get(reverse("assess", args=[course])))
    assert "af Mads Makker. I telefonen." in page
    assert said in sent(browse, town)
    assert WAITS not in sent(browse, town)
    again = mads.post(url, {"how": "met"})
    assert again.status_code == 409 or "allerede skrevet" in text(again)
    with as_(town.mads):
        row = Decision.objects.get(course_id=course)
        assert (row.told_by_id, row.told_how) == (town.mads.person_id, "phone")


@pytest.mark.parametrize("who", ["dorte", "mads"])
def test_a_no_is_told_by_the_lead_or_who_said_it_and_the_referrer_reads_no_reason(
    town, browse, who
):
    course = decided(town, Outcome.DECLINED)
    teller = browse(getattr(town, who))
    assert "Jytte Jensen" in to_tell(teller)
    assert teller.post(reverse("tell_answer", args=[course]), {"how": "met"}).status_code == 302
    assert to_tell(teller) == ""
    page = sent(browse, town)
    assert "Ikke tilbudt et forløb" in page
    [row] = _receipts(browse, town)
    shown = text(browse(town.bo).get(row))
    assert "Svaret er: ikke tilbudt et forløb." in shown
    assert "Spørg borgeren, hvis du vil vide mere." in shown
    assert "Du er i gang et andet sted." not in shown


def test_whoever_holds_the_course_has_it_before_them_that_she_has_not_heard(town, browse):
    # given an offer that nobody has told, and then a coordinator
    course = decided(town, Outcome.OFFERED)
    with as_(town.dorte):
        start_course(
            actor=town.dorte, course_id=course, person_id=town.karen.person_id,
            reason="Kender hende", said_yes=True, second=town.mads.person_id,
        )  # fmt: skip
    page, step = reverse("course", args=[course]), "Ring til Jytte, og sig svaret."
    karen = browse(town.karen)
    assert step in text(karen.get(page))
    assert step in text(browse(town.mads).get(page))
    # and a meeting that is called does not hide it
    load_formats()
    with as_(town.karen):
        open_meeting(
            actor=town.karen, course_id=course, format_code="M-01", leader_id=town.karen.person_id
        )
        Meeting.objects.update(state=MeetingState.CALLED, starts_at=now() + timedelta(days=9))
    assert step in text(karen.get(page))
    # when Karen has rung and written it down
    told = karen.post(reverse("tell_answer", args=[course]), {"how": "phone"}, follow=True)
    # then she is back at the course, whose next step is another, and Bo reads the answer
    assert told.redirect_chain == [(page, 302)]
    assert step not in text(told)
    assert "I skal mødes med Jytte" in text(told)
    assert "Tilbudt et forløb" in sent(browse, town)


def test_who_has_read_the_offer_herself_is_not_to_be_told_at_the_start(town, browse):
    course = decided(town, Outcome.OFFERED)
    browse(citizen_of(town, course)).get(reverse("my_course"))
    with as_(town.dorte):
        start_course(
            actor=town.dorte, course_id=course, person_id=town.karen.person_id,
            reason="Kender hende", said_yes=True,
        )  # fmt: skip
    page = text(browse(town.karen).get(reverse("course", args=[course])))
    assert "og sig svaret" not in page


def _receipts(browse, town):
    with as_(town.bo):
        return [reverse("referral_receipt", args=[row.id]) for row in mine(town.bo).sent]


def test_her_own_reading_of_it_counts(town, browse):
    course = decided(town, Outcome.WAITING)
    her = citizen_of(town, course)
    assert "Du er nummer" in text(browse(her).get(reverse("my_course")))
    mads = browse(town.mads)
    assert to_tell(mads) == ""
    page = text(mads.get(reverse("assess", args=[course])))
    assert "Borgeren læste selv svaret" in page
    assert "På venteliste" in sent(browse, town)


def test_what_she_read_before_the_answer_is_no_answer(town, browse):
    course = taken(town)
    her = citizen_of(town, course)
    browse(her).get(reverse("my_course"))
    answer_all(town.mads, course)
    key = proposed(town, course, Outcome.WAITING)
    with as_(town.dorte):
        decision.confirm(actor=town.dorte, course_id=course, decision_id=key)
    assert "Jytte Jensen" in to_tell(browse(town.mads))
    assert WAITS in sent(browse, town)


def test_a_no_that_is_looked_at_again_waits_for_its_new_answer(town, browse):
    course = decided(town, Outcome.DECLINED)
    browse(town.dorte).post(reverse("tell_answer", args=[course]), {"how": "met"})
    with as_(town.dorte):
        decision.reassess(actor=town.dorte, course_id=course, reason="Nye oplysninger")
    assert WAITS in sent(browse, town)
    refused = browse(town.mads).post(reverse("tell_answer", args=[course]), {"how": "met"})
    assert "Der er ikke et svar endnu." in text(refused)


def test_nobody_else_writes_or_reads_it(town, browse):
    course = decided(town, Outcome.WAITING)
    browse(town.mads).post(reverse("tell_answer", args=[course]), {"how": "phone"})
    for stranger in (town.bo, town.anna):
        url = reverse("tell_answer", args=[course])
        assert browse(stranger).post(url, {"how": "phone"}).status_code in {403, 404}
    with as_(town.bo):
        keys = [row.id for row in mine(town.bo).sent]
        assert set(heard_of_mine(keys)) == set(keys)
        assert answers_read([course]) == {}
    with as_(town.anna):
        assert heard_of_mine(keys) == {}


def test_what_is_past_its_day_is_the_next_thing_and_else_what_came_first(town, browse):
    referred(town, urgency="can_wait")
    unasked(town)
    old = taken(town, whom=_somebody("Ole Olsen"))
    mads = browse(town.mads)
    assert "Tag henvendelsen om Jytte Jensen." in text(mads.get(reverse("intake")))
    with as_(town.mads):
        assert Course.objects.filter(scope_id=old).exists()
    with clock.at(now() + timedelta(days=40)):
        page = text(browse(town.karen).get(reverse("intake")))
        first = page.partition("Det næste er")[2][:200]
    assert "Jytte Jensen" in first, "its day to be taken lies before the day to be decided"


def test_a_day_of_a_place_that_went_by_is_the_next_thing(town, browse):
    decided(town, Outcome.WAITING)
    browse(town.mads).post(
        reverse("tell_answer", args=[_only(town)]), {"how": "phone"}
    )  # fmt: skip
    with clock.at(now() + timedelta(days=31)):
        page = text(browse(town.karen).get(reverse("intake")))
    assert "Ring til Jytte Jensen. Dagen, hvor der skulle være plads, er gået." in page


def _only(town):
    with as_(town.mads):
        return Course.objects.get().scope_id


def _somebody(name):
    return Whom(name, "22 33 44 66")
