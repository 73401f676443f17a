"""The pages of referring, and the public one, without script."""

import html
import re

import pytest
from django.test import Client

from landfast.access.queries import draft
from landfast.course import models
from landfast.kernel.ids import new_id
from landfast.web.course import strangers
from landfast.web.source import source_of
from tests.factories.courses import started_course
from tests.factories.referrals import referred, some_citizen, unasked
from tests.factories.town import as_

TOLD = {
    "name": "Jytte Jensen", "phone": "22 33 44 55", "cpr": "", "seen": "Posten hober sig op",
    "needs": ["economy", "housing"], "says": "yes", "says_words": "", "who_asks": "",
    "urgency": "this_week",
}  # fmt: skip


def text(response) -> str:
    body = html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))
    return re.sub(r"\s+", " ", body)


def hidden(response) -> dict[str, list[str]]:
    """The fields that a page carries without showing them."""
    found = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"',
        html.unescape(response.content.decode()),
    )
    names = {name for name, _value in found} - {"csrfmiddlewaretoken"}
    return {name: [value for key, value in found if key == name] for name in names}


def told(**changes) -> dict:
    return {**TOLD, "key": str(new_id()), **changes}


def test_an_employee_refers_and_sees_the_receipt(town, signed_in):
    client = signed_in(town.bo)
    page = client.get("/henvis/")
    assert "Kan læses af" in text(page)
    assert "checked" not in page.content.decode()
    response = client.post("/henvis/", told(), follow=True)
    with as_(town.bo):
        code = models.Referral.objects.get().receipt
    assert code in text(response)
    assert "Vi svarer senest" in text(response)
    assert code in text(client.get("/henvis/mine/"))


def test_what_is_too_long_is_said_at_the_field_and_nothing_of_it_is_cut(town, signed_in):
    client, pasted = signed_in(town.bo), "ord " * 1500 + "og det sidste"
    page = client.get("/henvis/").content.decode()
    assert "<textarea" in page
    assert "maxlength" not in page.partition("<main")[2], "a browser cuts what is pasted in silence"
    response = client.post("/henvis/", told(seen=pasted))
    assert response.status_code == 422
    assert "Det er for langt: 6013 tegn. Der er plads til 4000." in text(response)
    assert "og det sidste" in text(response)
    with as_(town.bo):
        assert not models.Referral.objects.exists()


def test_what_was_typed_is_kept_when_something_is_wrong(town, signed_in):
    response = signed_in(town.bo).post("/henvis/", told(phone="12", cpr="3102991234"))
    assert response.status_code == 422
    assert "Skriv et telefonnummer med otte tal" in text(response)
    assert "er ikke en fødselsdag" in text(response)
    assert "Posten hober sig op" in text(response)


def test_a_no_stops_kindly_and_forgets_the_draft(town, signed_in):
    client = signed_in(town.bo)
    client.post("/kladde/", {"kladde": "/henvis/", "seen": "Posten hober sig op"})
    asked = client.post("/henvis/", told(says="no", phone=""))
    assert "Siger borgeren nej?" in text(asked)
    with as_(town.bo):
        assert draft(town.bo, "/henvis/") == {}
    response = client.post("/henvis/", {"stop": "1"}, follow=True)
    assert response.redirect_chain == [("/henvis/stopper/", 302)]
    assert "Så stopper det her" in text(response)
    assert "uden at sige, hvem det er" in text(response)
    with as_(town.bo):
        assert models.Referral.objects.count() == 0
        assert draft(town.bo, "/henvis/") == {}


def test_a_slip_of_the_finger_costs_no_words(town, signed_in):
    client = signed_in(town.bo)
    asked = client.post("/henvis/", told(says="no"))
    lies_there = hidden(asked)
    again = client.post("/henvis/", lies_there)
    assert again.status_code == 422
    assert "Posten hober sig op" in text(again)
    sent = client.post("/henvis/", {**lies_there, "says": ["yes"]}, follow=True)
    with as_(town.bo):
        referral = models.Referral.objects.get()
    assert referral.receipt in text(sent)
    assert sorted(referral.needs) == ["economy", "housing"]


def test_a_draft_comes_back(town, signed_in):
    client = signed_in(town.bo)
    client.post("/kladde/", {"kladde": "/henvis/", "seen": "Posten hober sig op"})
    assert "Posten hober sig op" in text(client.get("/henvis/"))


def test_not_asked_names_who_asks_and_says_when_it_goes(town, signed_in):
    client = signed_in(town.bo)
    missing = client.post("/henvis/", told(says="not_asked"))
    assert "Vælg, hvem der spørger borgeren" in text(missing)
    asked = told(says="not_asked", who_asks=str(town.bo.person_id))
    response = client.post("/henvis/", asked, follow=True)
    assert "Uden et ja sletter vi det om fire uger" in text(response)


@pytest.mark.parametrize(("answer", "left"), [("yes", 1), ("no", 0)])
def test_bringing_the_answer(town, signed_in, answer, left):
    receipt = unasked(town)
    client = signed_in(town.bo)
    assert "Spørg Jytte Jensen" in text(client.get(f"/henvis/{receipt.id}/spoerg/"))
    client.post(f"/henvis/{receipt.id}/spoerg/", {"answer": answer, "words": ""})
    with as_(town.bo):
        assert models.Referral.objects.filter(state="new").count() == left
        assert models.Referral.objects.count() == left


def test_another_ones_receipt_is_not_found(town, signed_in):
    receipt = referred(town)
    assert signed_in(town.anna).get(f"/henvis/{receipt.id}/").status_code == 404


def test_the_citizen_asks_for_a_course_and_need_not_ask_twice(town, signed_in):
    jytte = some_citizen()
    client = signed_in(jytte)
    asked = {
        "key": str(new_id()), "name": "Jytte", "phone": "22334455", "urgency": "today",
        "needs": [], "wants": "",
    }  # fmt: skip
    response = client.post("/henvis-mig/", asked, follow=True)
    assert "Vi har fået din besked" in text(response)
    assert "Du behøver ikke skrive igen" in text(client.get("/henvis-mig/"))


def test_a_citizen_with_a_course_is_shown_the_way_to_it(town, signed_in):
    lived = started_course(town)
    assert "Du har allerede et forløb" in text(signed_in(lived.citizen).get("/henvis-mig/"))


def test_employees_do_not_refer_themselves_and_citizens_not_others(town, signed_in):
    own = {"key": str(new_id()), "name": "Bo", "phone": "22334455", "urgency": "today"}
    assert signed_in(town.bo).post("/henvis-mig/", own).status_code == 403
    assert signed_in(some_citizen()).post("/henvis/", told()).status_code == 403


# Ring mig op: a stranger


def stamped(seconds: int = 60) -> str:
    return strangers.signing.dumps(strangers.now().timestamp() - seconds, salt=strangers.SALT)


def left(client=None, om="en-anden", address="192.0.2.1", **changes):
    sent = {"phone": "20304050", "area": "housing", "kommentar": "", "stamp": stamped()}
    return (client or Client(enforce_csrf_checks=True)).post(
        f"/ring-mig-op/?om={om}", {**sent, **changes}, REMOTE_ADDR=address, follow=True
    )


def rows(town):
    with as_(town.karen):
        return list(models.Callback.objects.order_by("created_at"))


def test_the_public_page_needs_no_login_and_has_no_field_for_another(town, client):
    assert "Det handler om mig" in text(client.get("/ring-mig-op/"))
    page = client.get("/ring-mig-op/?om=en-anden").content.decode()
    fields = set(re.findall(r'name="(\w+)"', page.split("<main")[1].split("</main")[0]))
    assert fields == {"stamp", "phone", "area", "kommentar"}
    assert 'name="name"' in client.get("/ring-mig-op/?om=mig").content.decode()
    scripts = re.findall(r'(?:src|href)="(https?://[^"]+)"', page)
    assert scripts == []


def test_a_stranger_gets_a_receipt_at_once(town):
    response = left()
    assert response.redirect_chain[0][0].startswith("/ring-mig-op/tak/")
    row = rows(town)[0]
    assert row.receipt in text(response)
    assert (row.trust, row.name) == (0, "")
    assert "192.0.2.1" not in row.source


def test_a_name_smuggled_in_about_another_is_not_kept(town):
    left(name="Jytte", story="Hun drikker")
    assert rows(town)[0].name == ""


def test_about_me_my_name_is_optional(town):
    left(om="mig", name="Jytte")
    assert (rows(town)[0].name, rows(town)[0].about_self) == ("Jytte", True)


@pytest.mark.parametrize(
    "junk",
    [
        {"kommentar": "buy"},
        {"stamp": ""},
        {"stamp": "forged"},
        {"stamp": strangers.signing.dumps(9e12, salt=strangers.SALT)},
    ],
)
def test_junk_gets_its_receipt_and_sinks(town, junk):
    assert "Din kvittering er" in text(left(**junk))
    assert rows(town)[0].trust <= -20


def test_sent_from_another_site_sinks(town):
    Client().post(
        "/ring-mig-op/?om=en-anden",
        {"phone": "20304050", "area": "housing", "stamp": stamped()},
        headers={"origin": "https://elsewhere.example"},
    )
    assert rows(town)[0].trust == -20


def test_a_bad_number_is_said_at_its_field_and_the_area_is_kept(town):
    response = left(phone="ring til min nabo")
    assert response.status_code == 422
    assert "otte tal" in text(response)
    assert re.search(r'value="housing"[^>]*checked', response.content.decode())


def test_a_receipt_says_nothing_but_a_code(client, db):
    assert client.get("/ring-mig-op/tak/BK7-M4P2/").status_code == 200
    assert client.get("/ring-mig-op/tak/ring-til-9999/").status_code == 404


def test_the_address_that_our_proxy_saw_counts(rf, settings):
    claimed = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.7"}
    plain = source_of(rf.get("/", **claimed))
    settings.LANDFAST_PROXY_HOPS = 1
    seen = source_of(rf.get("/", **claimed))
    settings.LANDFAST_PROXY_HOPS = 0
    assert plain == source_of(rf.get("/", REMOTE_ADDR="192.0.2.1"))
    assert seen == source_of(rf.get("/", REMOTE_ADDR="198.51.100.7"))


def test_a_home_of_ipv6_addresses_is_one_source(rf):
    one, two, other = (
        source_of(rf.get("/", REMOTE_ADDR=address))
        for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")
    )
    assert one == two != other


def test_with_nowhere_to_send_it_that_is_said_and_nothing_typed_is_lost(
    town, signed_in, monkeypatch
):
    monkeypatch.setattr("landfast.people.queries.units", lambda **_: [])
    response = signed_in(town.bo).post("/henvis/", told())
    assert response.status_code == 422
    assert "Lige nu er der ingen at sende den til." in text(response)
    assert "Posten hober sig op" in text(response)
