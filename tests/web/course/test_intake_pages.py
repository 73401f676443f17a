"""The intake list, the assessment and the decision in the browser, without script."""

import html
import re
from datetime import timedelta

import pytest

from landfast.course import models
from landfast.course.actions import callback
from landfast.course.queries.assessment import assessment
from landfast.course.rules.referral import Whom
from landfast.course.rules.words import Outcome, Urgency
from landfast.journeys.take_referral import take_referral
from landfast.kernel import clock
from tests.factories.referrals import (
    assessed,
    decided,
    proposed,
    referred,
    taken,
    unasked,
)
from tests.factories.shipped import load_shipped
from tests.factories.town import as_


def text(response) -> str:
    body = html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))
    return re.sub(r"\s+", " ", body)


def test_two_of_intake_who_decide_at_once_are_both_told(town, signed_in):
    course = decided(town, Outcome.OFFERED)
    page, form = f"/forloeb/{course}/start/", {"reason": "Kender hende", "said_yes": "on"}
    slow, quick = signed_in(town.mads), signed_in(town.dorte)
    assert slow.get(page).status_code == 200
    assert quick.post(page, {**form, "person": town.karen.person_id}).status_code == 302
    late = slow.post(page, {**form, "person": town.mads.person_id}, headers={"referer": page})
    assert late.status_code == 409
    assert "En kollega har afgjort det i mellemtiden." in text(late)
    assert "Åbn siden igen" not in text(late)
    assert slow.get(f"/visitation/{course}/").status_code == 409
    outside = signed_in(town.solveig).post(page, form)
    assert outside.status_code == 404


def test_who_is_to_be_rung_today_stays_first_until_she_was_reached(town, browse):
    # given two referrals, and one of them wants a call today
    load_shipped()
    referred(town, whom=Whom("Anna Ask", "22 33 44 55"))
    today_ = referred(town, whom=Whom("Bente Bæk", "20 30 40 50"), urgency=Urgency.TODAY)
    mads, step = browse(town.mads), "Ring til Bente Bæk i dag."
    assert step in text(mads.get("/henvendelser/"))
    url = f"/henvendelser/{today_.id}/ringet/"
    assert url in mads.get(f"/henvendelser/{today_.id}/").content.decode()
    empty = mads.post(url, {"reached": ""})
    assert (empty.status_code, "Vælg, hvordan det gik." in text(empty)) == (422, True)
    # when nobody took it, and then the referral is taken
    assert step in text(mads.post(url, {"reached": "no"}, follow=True))
    with as_(town.mads):
        course = take_referral(actor=town.mads, referral_id=today_.id).course_id
    # then she is still to be rung, and it says who tried
    assert step in text(mads.get("/henvendelser/"))
    page = text(mads.get(f"/visitation/{course}/"))
    assert step in page
    assert "Mads Makker ringede" in page
    # and when Karen has talked with her, the next thing is another
    after = text(browse(town.karen).post(url, {"reached": "yes"}, follow=True))
    assert step not in after
    assert "Tag henvendelsen om Anna Ask." in after
    assert "Karen Koordinator talte med borgeren" in text(mads.get(f"/visitation/{course}/"))
    assert browse(town.anna).post(url, {"reached": "yes"}).status_code in {403, 404}


def test_who_is_to_be_rung_today_is_so_though_all_is_answered_and_proposed(town, browse):
    # given that all nine are answered, and nobody has rung
    course = assessed(town, urgency=Urgency.TODAY)
    step, page = "Ring til Jytte Jensen i dag.", f"/visitation/{course}/"
    mads = browse(town.mads)
    before = text(mads.get(page))
    assert step in before
    assert "Alle spørgsmål er besvaret." in before
    assert before.count("Det næste er") == 1
    # then it stands there when an answer is proposed too, for both pairs of eyes
    proposed(town, course, Outcome.OFFERED)
    for who in (mads, browse(town.dorte)):
        seen = text(who.get(page))
        assert step in seen
        assert "Skriv, at du har ringet" in seen
        assert seen.count("Det næste er") == 1
    # and once Jytte was reached, the proposal is the next thing
    [row] = found_of(town.mads, course).referrals
    mads.post(f"/henvendelser/{row.id}/ringet/", {"reached": "yes"})
    after = text(mads.get(page))
    assert step not in after
    assert after.count("Det næste er") == 1


def found_of(actor, course_id):
    with as_(actor):
        return assessment(actor, course_id)


def test_who_should_have_been_rung_yesterday_is_said_so(town, browse):
    load_shipped()
    with clock.at(clock.now() - timedelta(days=1)):
        referred(town, whom=Whom("Bente Bæk", "20 30 40 50"), urgency=Urgency.TODAY)
    listed = text(browse(town.mads).get("/henvendelser/"))
    assert "Skulle være ringet op" in listed


def test_the_page_of_an_assessment_says_what_comes_next(town, signed_in):
    course_id = taken(town)
    page = text(signed_in(town.mads).get(f"/visitation/{course_id}/"))
    assert "Det næste er" in page
    assert "svar på spørgsmålene" in page


@pytest.mark.parametrize("urgency", [Urgency.TODAY, Urgency.CAN_WAIT])
def test_an_older_page_does_not_take_back_that_she_was_reached(town, browse, urgency):
    # given that two of the intake have the page open, and Karen has talked with her
    load_shipped()
    row = referred(town, whom=Whom("Bente Bæk", "20 30 40 50"), urgency=urgency)
    url, page = f"/henvendelser/{row.id}/ringet/", f"/henvendelser/{row.id}/"
    mads = browse(town.mads)
    assert url in mads.get(page).content.decode()
    browse(town.karen).post(url, {"reached": "yes"})
    # when Mads writes that nobody took it, or that he talked with her too
    for said in ("no", "yes"):
        late = mads.post(url, {"reached": said})
        # then he is told who did, and her call stands
        assert late.status_code == 422
        assert "Karen Koordinator har talt med borgeren." in text(late)
        seen = text(mads.get(page))
        assert "Karen Koordinator talte med borgeren" in seen
        assert url not in seen
        assert "Ring til Bente Bæk i dag" not in text(mads.get("/henvendelser/"))


def a_call(town, **changes) -> str:
    told = {"phone": "20304050", "area": "housing", "about_self": True, "name": "Ole"}
    with as_(None):
        callback.leave(unit_id=town.coordination, source="home", **{**told, **changes})
    with as_(town.karen):
        return str(models.Callback.objects.get().id)


def test_the_list_shows_each_group_and_one_next_step(
    town, signed_in, django_assert_max_num_queries
):
    referred(town)
    unasked(town)
    a_call(town)
    taken(town, urgency="today")
    decided(town, Outcome.WAITING)
    client = signed_in(town.karen)
    with django_assert_max_num_queries(18):  # session, actor, log; one: who rings is there
        response = client.get("/henvendelser/")
    shown = text(response)
    for heading in ("Ring op", "Nye", "Under visitation", "Venteliste", "Venter på borgerens ja"):
        assert heading in shown
    assert shown.count("Det næste er") == 1
    assert "5 hverdage tilbage" in shown
    assert "10 hverdage tilbage" in shown


def test_an_empty_list_says_so(town, signed_in):
    assert "ingen henvendelser lige nu" in text(signed_in(town.karen).get("/henvendelser/"))


def test_the_list_is_for_intake_only(town, signed_in):
    assert signed_in(town.anna).get("/henvendelser/").status_code == 403


def test_taking_a_referral_leads_to_the_assessment(town, signed_in):
    load_shipped()
    receipt = referred(town)
    client = signed_in(town.karen)
    assert "ikke åbnet sin post" in text(client.get(f"/henvendelser/{receipt.id}/"))
    response = client.post(f"/henvendelser/{receipt.id}/tag/", follow=True)
    assert "Er det det rette for borgeren?" in text(response)
    assert "checked" not in response.content.decode()
    late = signed_in(town.mads).post(f"/henvendelser/{receipt.id}/tag/")
    assert late.status_code == 409
    assert "Karen Koordinator har allerede taget" in text(late)


def answers(client, course_id) -> dict:
    page = client.get(f"/visitation/{course_id}/").content.decode()
    return {
        "read_at": re.search(r'name="read_at" value="([^"]+)"', page)[1],
        "ids": sorted(set(re.findall(r'name="answer_([0-9a-f-]{36})"', page))),
    }


def test_criteria_are_answered_one_by_one_with_a_reason(town, signed_in):
    course_id = taken(town)
    client = signed_in(town.karen)
    page = answers(client, course_id)
    first = page["ids"][0]
    sent = {"read_at": page["read_at"], f"answer_{first}": "unclear"}
    missing = client.post(f"/visitation/{course_id}/", sent)
    assert missing.status_code == 422
    assert "Skriv, hvorfor du svarer sådan." in text(missing)
    saved = client.post(
        f"/visitation/{course_id}/", {**sent, f"reason_{first}": "Vi spørger hende"}, follow=True
    )
    assert "0 ja · 0 nej · 1 uafklaret · 8 mangler" in text(saved)
    alone = client.post(
        f"/visitation/{course_id}/",
        {"read_at": page["read_at"], f"reason_{page['ids'][1]}": "Fordi"},
    )
    assert "Vælg ja, nej eller uafklaret." in text(alone)


def test_a_stale_page_does_not_write_over_a_colleague(town, signed_in):
    course_id = taken(town)
    karen, mads = signed_in(town.karen), signed_in(town.mads)
    page = answers(karen, course_id)
    first = page["ids"][0]
    for client, answer in ((mads, "yes"), (karen, "no")):
        response = client.post(
            f"/visitation/{course_id}/",
            {"read_at": page["read_at"], f"answer_{first}": answer, f"reason_{first}": "Ved det"},
        )
    assert response.status_code == 422
    assert "Mads Makker har svaret i mellemtiden" in text(response)


def test_two_people_decide_and_the_offer_leads_to_a_coordinator(town, signed_in):
    course_id = assessed(town)
    mads, dorte = signed_in(town.mads), signed_in(town.dorte)
    assert "Hvad foreslår du?" in text(mads.get(f"/visitation/{course_id}/"))
    mads.post(f"/visitation/{course_id}/afgoer/offered/", {"reason": "Du har brug for det."})
    own = mads.get(f"/visitation/{course_id}/")
    assert "En kollega skal se på dit forslag." in text(own)
    assert "/bekraeft/" not in own.content.decode()
    page = dorte.get(f"/visitation/{course_id}/")
    url = re.search(r'action="([^"]+/bekraeft/[^"]+)"', page.content.decode())[1]
    kindly = mads.post(url)
    assert kindly.status_code == 409
    assert "Bed en kollega" in text(kindly)
    response = dorte.post(url, follow=True)
    assert "Vælg koordinatoren" in text(response)
    assert f"/forloeb/{course_id}/start/" in response.content.decode()
    assert dorte.post(url).status_code == 409


@pytest.mark.parametrize(
    ("outcome", "sent", "sentence"),
    [
        ("waiting", {"reason": "Fuldt", "expected_on": "2026-02-31"}, "Skriv en dato, der findes."),
        ("waiting", {"reason": "Fuldt", "expected_on": "2020-01-01"}, "efter i dag"),
        ("declined", {"reason": "Nej", "instead": ""}, "Her mangler et svar"),
    ],
)
def test_a_proposal_is_told_what_is_missing(town, signed_in, outcome, sent, sentence):
    course_id = assessed(town)
    whole = {"calls_meanwhile": str(town.karen.person_id), "appeal": "Ring", **sent}
    response = signed_in(town.mads).post(f"/visitation/{course_id}/afgoer/{outcome}/", whole)
    assert response.status_code == 422
    assert sentence in text(response)
    assert sent["reason"] in text(response)


def test_sending_back_says_why(town, signed_in):
    course_id = assessed(town)
    decision_id = proposed(town, course_id, Outcome.DECLINED)
    client = signed_in(town.karen)
    url = f"/visitation/{course_id}/send-tilbage/{decision_id}/"
    assert client.get(url).status_code == 200
    response = client.post(url, {"because": "Spørg hende først"}, follow=True)
    assert "Spørg hende først" in text(response)


def test_a_no_can_be_looked_at_again_by_the_daily_lead(town, signed_in):
    course_id = decided(town, Outcome.DECLINED)
    client = signed_in(town.dorte)
    assert "Sagt nej til" in text(client.get("/henvendelser/"))
    assert "Se på det igen" in text(client.get(f"/visitation/{course_id}/"))
    client.post(f"/visitation/{course_id}/igen/", {"reason": "Hun har ringet"})
    assert "9 mangler" in text(client.get(f"/visitation/{course_id}/"))


def test_a_call_that_was_written_down_says_so_in_the_other_window(town, signed_in):
    client, url = signed_in(town.karen), f"/henvendelser/opkald/{a_call(town)}/"
    assert client.post(url, {"outcome": "advice"}).status_code == 302
    late = client.get(url)
    assert late.status_code == 404
    assert "Opkaldet er ikke på listen mere." in text(late)


def test_calling_back_and_writing_the_referral_on_the_telephone(town, signed_in):
    call = a_call(town)
    client = signed_in(town.karen)
    assert 'href="tel:20304050"' in client.get("/henvendelser/").content.decode()
    client.post(f"/henvendelser/opkald/{call}/", {"outcome": "no_answer"})
    assert "Prøvet 1 gang" in text(client.get(f"/henvendelser/opkald/{call}/"))
    page = client.get(f"/henvis/?opkald={call}").content.decode()
    assert 'value="Ole"' in page
    assert re.search(r'value="housing"[^>]*checked', page)


def test_another_units_course_does_not_exist(town, signed_in):
    course_id = assessed(town)
    assert signed_in(town.anna).get(f"/visitation/{course_id}/").status_code == 404
    assert signed_in(town.mads).get(f"/visitation/{course_id}/afgoer/noget/").status_code == 404
