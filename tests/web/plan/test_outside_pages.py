"""Asking somebody outside, and the pages that need no login: a link, a code, an answer."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from landfast.plan import queries
from landfast.plan.rules.words import AgreementState
from tests.factories.parts import asked_outside
from tests.factories.plan import in_days, proposed, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


def stands(town, lived, agreement):
    with as_(town.karen):
        return queries.agreement(agreement, lived.id)


def the(link):
    return reverse("outside_answer", args=[link.token])


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def version_on(page):
    return re.search(r'name="version" value="(\d+)"', words(page))[1]


def link_on(page):
    return re.search(r"https?://[^/]+(/svar/[^<]+)</textarea>", page)[1]


def test_the_page_of_a_link_shows_the_promise_alone_in_few_queries(
    town, lived, django_assert_max_num_queries
):
    _agreement, link = asked_outside(town, lived)
    with django_assert_max_num_queries(8):
        page = Client().get(the(link))
    said = words(page)
    assert "Karen Koordinator spørger dig" in said
    assert "Ringer til boligforeningen" in said
    assert "Jytte" not in said
    assert "Hun har intet sted at sove" not in said
    for header, value in (
        ("Cache-Control", "private, no-store"), ("Referrer-Policy", "no-referrer"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ):  # fmt: skip
        assert page.headers[header] == value


def test_opening_answers_nothing_and_a_yes_is_one_touch(town, lived):
    agreement, link = asked_outside(town, lived)
    stranger, there = Client(), the(link)  # signed once: the next second signs another
    seen = stranger.get(there)
    assert stands(town, lived, agreement).state == AgreementState.PROPOSED
    answer = stranger.post(there, {"reply": "yes", "version": version_on(seen)})
    assert (answer.status_code, answer.headers["Location"]) == (303, there)
    assert stands(town, lived, agreement).state == AgreementState.ACCEPTED
    again = words(stranger.get(there))
    assert "Det er gjort" in again
    assert "Ringer til boligforeningen Senest" in again
    assert there in again, "the copy for one's own record has the link"


def test_what_is_to_be_mended_is_said_and_nothing_is_lost(town, lived):
    agreement, link = asked_outside(town, lived)
    stranger = Client()
    version = version_on(stranger.get(the(link)))
    refused = stranger.post(the(link), {"reply": "no", "version": version})
    assert refused.status_code == 422
    assert "Skriv kort hvorfor" in words(refused)
    late = {
        "reply": "other",
        "version": version,
        "text": "Kun om torsdagen",
        "due_on": "2020-01-01",
    }
    refused = stranger.post(the(link), late)
    assert "Datoen er gået" in words(refused)
    assert "Kun om torsdagen" in words(refused)
    stranger.post(the(link), late | {"due_on": in_days(8).isoformat()})
    assert stands(town, lived, agreement).text == "Kun om torsdagen"
    assert "Dine ord er sendt" in words(stranger.get(the(link)))


def test_what_was_answered_from_another_window_is_said_and_not_written_twice(town, lived):
    agreement, link = asked_outside(town, lived)
    stranger = Client()
    version = version_on(stranger.get(the(link)))
    yes = {"reply": "yes", "version": version}
    assert stranger.post(the(link), yes).status_code == 303
    late = stranger.post(the(link), yes)
    assert late.status_code == 422
    assert "Det er gjort" in words(late)
    done = {"reply": "done", "version": version_on(late)}
    assert stranger.post(the(link), done).status_code == 303
    for again in (done, done | {"reply": "partly", "note": "Kun en gang"}):
        late = stranger.post(the(link), again)
        assert late.status_code == 422
        assert "Vi kunne ikke gemme det endnu" in words(late)
    assert stands(town, lived, agreement).state == AgreementState.KEPT


def test_a_link_that_opens_nothing_says_what_to_do(town, lived, signed_in):
    _agreement, link = asked_outside(town, lived)
    karen = signed_in(town.karen)
    karen.post(reverse("close_outside", args=[lived.id, _agreement]))
    for address in (the(link), reverse("outside_answer", args=["gættet"])):
        for answer in (
            Client().get(address),
            Client().post(address, {"reply": "yes", "version": 1}),
        ):
            assert answer.status_code == 410
            assert "Linket virker ikke længere" in words(answer)


def test_who_is_logged_in_does_not_answer_by_a_link(town, lived, signed_in):
    agreement, link = asked_outside(town, lived)
    karen = signed_in(town.karen)
    seen = karen.get(the(link))
    assert "Du er logget ind" in words(seen)
    karen.post(the(link), {"reply": "yes", "version": stands(town, lived, agreement).version})
    assert stands(town, lived, agreement).state == AgreementState.PROPOSED


def test_the_coordinator_asks_hands_on_a_link_and_a_code(town, lived, signed_in):
    agreement = proposed(town, lived, None)
    karen = signed_in(town.karen)
    ask = reverse("ask_outside", args=[lived.id, agreement])
    assert ask in words(karen.get(reverse("agreement", args=[lived.id, agreement])))
    refused = karen.post(ask, {"name": "Inge", "relation": "moster"})
    assert "Spørg borgeren først" in words(refused)
    nothing = words(karen.post(ask, {"relation": "moster"}))
    assert "Et navn er nok" in nothing
    assert "Spørg borgeren først" in nothing, "both in one round"
    asked = words(karen.post(ask, {"name": "Inge", "relation": "moster", "citizen_said_so": "on"}))
    assert "Giv linket til Inge" in asked
    assert Client().get(link_on(asked)).status_code == 200, "without a mail it is shown, once"
    page = words(karen.get(reverse("agreement", args=[lived.id, agreement])))
    assert "Inge er spurgt uden for Landfast" in page
    assert "/svar/" not in page, "the link is not there to be used by the team"
    handed = words(karen.post(reverse("renew_outside", args=[lived.id, agreement])))
    assert Client().get(link_on(asked)).status_code == 410
    assert Client().get(link_on(handed)).status_code == 200
    handed = words(karen.post(reverse("say_outside_code", args=[lived.id, agreement])))
    code = re.search(r'class="lf-code">([^<]+)<', handed)[1]
    stranger = Client()
    wrong = stranger.post(reverse("outside_code"), {"code": "BBB-BBBB"})
    assert "Koden passer ikke" in words(wrong)
    onward = stranger.post(reverse("outside_code"), {"code": code})
    assert onward.status_code == 302
    assert "Karen Koordinator spørger dig" in words(stranger.get(onward.headers["Location"]))


def test_one_outside_is_chosen_where_the_promise_is_written_and_a_mail_takes_the_link(
    town, lived, signed_in
):
    karen = signed_in(town.karen)
    new = reverse("propose_agreement", args=[lived.id])
    assert "En uden for Landfast" in words(karen.get(new))
    made = karen.post(new, {
        "text": "Kører Jytte til lægen", "practical_problem": "Ingen bus",
        "maker": "outside",
        "follow_up_by": str(town.karen.person_id), "due_on": in_days(7).isoformat(),
        "follow_up_on": in_days(8).isoformat(), "kind": "support", "mandate": "clear",
    })  # fmt: skip
    ask = made.headers["Location"]
    assert ask.endswith("/udenfor/")
    page = words(karen.get(ask))
    assert "Borgerens navn står i aftalens ord." in page, "the words say Jytte"
    answer = karen.post(
        ask, {"name": "Inge", "address": "inge@eksempel.dk", "citizen_said_so": "on"}
    )
    assert answer.status_code == 303
    assert "Mailen er på vej" in words(karen.get(answer.headers["Location"]))


def test_where_the_words_do_not_name_her_the_page_says_so(town, lived, signed_in):
    agreement = proposed(town, lived, None)
    page = words(signed_in(town.karen).get(reverse("ask_outside", args=[lived.id, agreement])))
    assert "Borgerens navn står der ikke." in page
