"""Besked til dig, as pages."""

import re
from datetime import time

import pytest

from landfast.access.links import signed
from landfast.interop.push.letters import told
from landfast.messages import actions, models, queries
from landfast.messages.actions.own import code_for
from landfast.messages.rules import ADDRESS_LINK, Way
from tests.factories.town import as_

CHOSEN = {"way": "mail", "address": "bo@eksempel.dk", "quiet_from": "20:00", "quiet_until": "08:00"}


def channel(actor):
    with as_(actor):
        return queries.channel(actor)


def test_the_page_says_what_a_mail_will_say(town, signed_in):
    page = signed_in(town.bo).get("/besked/").content.decode()
    assert "Der står aldrig, hvem der skrev" in page
    assert "»Der er nyt til dig i Landfast. Log ind og læs det:" in page
    assert "»Du har en ny besked.«" in page
    assert "Besked til dig" in page


def test_a_chosen_address_waits_for_its_owners_yes(town, signed_in):
    bo = signed_in(town.bo)
    page = bo.post("/besked/", CHOSEN, follow=True).content.decode()
    assert "sig ja til, at adressen er din" in page
    assert "Vi har sendt en mail til bo@eksempel.dk" in page
    assert not channel(town.bo).confirmed
    link = f"/besked/adresse/{signed(ADDRESS_LINK, str(town.bo.person_id), 'bo@eksempel.dk')}/"
    assert "bo@eksempel.dk" in bo.get(link).content.decode()
    assert not channel(town.bo).confirmed, "a mail program that opens links says no yes"
    assert bo.post(link).status_code == 302
    assert channel(town.bo).confirmed


def test_a_link_is_for_one_person_and_cannot_be_made_up(town, signed_in):
    karen = signed_in(town.karen)
    link = f"/besked/adresse/{signed(ADDRESS_LINK, str(town.bo.person_id), 'bo@eksempel.dk')}/"
    assert karen.post(link).status_code == 404
    made_up = karen.post("/besked/adresse/noget-andet/")
    assert made_up.status_code == 409
    assert "Linket er for gammelt" in made_up.content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"address": "bo"}, "Skriv en mailadresse"),
        ({"address": ""}, "Skriv en mailadresse"),
        ({"address": "b" * 300 + "@eksempel.dk"}, "254"),
        ({"quiet_from": "25:00"}, "Skriv et klokkeslæt"),
        ({"quiet_from": "00:00", "quiet_until": "23:59"}, "Så hører du aldrig fra os"),
        ({"way": "pigeon"}, "Det kan ikke vælges"),
        ({"way": "sms", "phone": "2030"}, "Skriv dit mobilnummer"),
        ({"way": "none", "is_urgent": "on"}, "Skriv dit mobilnummer"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_saved(town, signed_in, wrong, sentence):
    answer = signed_in(town.bo).post("/besked/", CHOSEN | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in re.sub(r"\s+", " ", page)
    assert channel(town.bo).way is Way.NONE


def test_a_new_address_must_be_confirmed_again(town, signed_in):
    with as_(town.bo):
        for address in ("bo@eksempel.dk", "ny@eksempel.dk"):
            actions.choose(
                actor=town.bo, way=Way.MAIL, address=address,
                quiet_from=time(20), quiet_until=time(8),
            )  # fmt: skip
            if address.startswith("bo"):
                actions.confirm(actor=town.bo, address=address)
    assert not channel(town.bo).confirmed


def test_a_number_waits_for_its_code(town, signed_in):
    bo = signed_in(town.bo)
    page = bo.post("/besked/", CHOSEN | {"way": "sms", "phone": "20 30 40 50"}, follow=True)
    assert page.redirect_chain[-1][0] == "/besked/nummer/"
    assert "20\u00a030\u00a040\u00a050" in page.content.decode()
    wrong = bo.post("/besked/nummer/", {"code": "12"})
    assert wrong.status_code == 422
    assert "Koden passer ikke" in wrong.content.decode()
    assert "Skriv koden" in bo.get("/besked/").content.decode()
    with as_(town.bo):
        row = models.Channel.objects.get()
        assert row.phone_tries == 1, "a wrong one counts, though it is shown in the form"
    right = bo.post("/besked/nummer/", {"code": code_for(row)}, follow=True).content.decode()
    assert "Nu kan du få sms fra os" in right
    assert channel(town.bo).phone_confirmed
    assert bo.get("/besked/nummer/").status_code == 302


def test_where_nobody_takes_sms_it_is_not_offered(town, signed_in, settings):
    settings.LANDFAST_HAS_SMS = False
    bo = signed_in(town.bo)
    page = bo.get("/besked/").content.decode()
    assert "sms" not in page.partition("<main")[2].partition("</main>")[0]
    assert bo.post("/besked/", CHOSEN | {"way": "sms"}).status_code == 422
    assert bo.post("/besked/", CHOSEN).status_code == 302


def test_a_screen_is_put_on_by_its_browser_and_taken_off_by_a_touch(town, signed_in, settings):
    settings.LANDFAST_PUSH_SERVICES = ["push.example"]
    bo = signed_in(town.bo)
    sent = {
        "endpoint": "https://push.example/1", "p256dh": told(b"\4" + bytes(64)),
        "auth": told(bytes(16)),
    }  # fmt: skip
    for wrong in ({"endpoint": "https://other.example/"}, {"auth": "å"}, {"p256dh": "AA"}):
        assert bo.post("/besked/skaerm/", sent | wrong).status_code == 422
    assert bo.post("/besked/skaerm/", sent).status_code == 204
    assert bo.post("/besked/skaerm/", sent).status_code == 204, "once more is the same screen"
    page = bo.get("/besked/").content.decode()
    assert "Vis det på min skærm" in page
    [where] = re.findall(r"/besked/skaerm/[^\"/]+/fjern/", page)
    assert "viser ikke besked" in bo.post(where, follow=True).content.decode()
    settings.LANDFAST_HAS_PUSH = False
    assert "data-push" not in bo.get("/besked/").content.decode()
    assert bo.post("/besked/skaerm/", sent).status_code == 404
