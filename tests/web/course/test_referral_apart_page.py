"""Keeping a referral apart, without script."""

from urllib.parse import quote

from django.urls import reverse

from landfast.course.rules.referral import Whom
from tests.factories.referrals import referred
from tests.factories.shipped import load_shipped


def test_in_the_browser_without_script(town, signed_in):
    sent = referred(town)
    client = signed_in(town.karen)
    where = f"/henvendelser/{sent.id}/"
    assert "Hold henvendelsen adskilt" in client.get(where).content.decode()
    said = {"why": "colleague", "known_to": str(town.mads.person_id)}
    assert client.post(f"{where}adskilt/", said).status_code == 302
    assert client.get(where).status_code == 404
    hers = signed_in(town.mads)
    shown = hers.get(where).content.decode()
    assert "Kun Mads Makker og den daglige leder ser den" in shown
    assert ", holdt adskilt" in hers.get("/henvendelser/").content.decode()
    assert hers.post(f"{where}adskilt/", {"why": "no_more"}).status_code == 302
    assert client.get(where).status_code == 200


def test_its_number_wants_a_fresh_proof_of_who_asks(town, signed_in, settings):
    load_shipped()
    apart, other = referred(town), referred(town, whom=Whom("Bent Berg", "22 33 44 66"))
    karen = signed_in(town.karen)
    said = {"why": "protected", "known_to": str(town.karen.person_id)}
    karen.post(reverse("keep_referral_apart", args=[apart.id]), said)
    number = reverse("show_referral_cpr", args=[apart.id])
    assert karen.post(number).status_code == 200
    settings.LANDFAST_STEP_UP_MINUTES = 0
    asked = karen.post(number)
    assert asked["Location"] == (
        f"{reverse('prove_again')}?naeste={quote(reverse('referral', args=[apart.id]), safe='')}"
    )
    assert karen.post(reverse("show_referral_cpr", args=[other.id])).status_code == 200
    assert signed_in(town.mads).post(number).status_code == 404
    took = reverse("take_referral", args=[apart.id])
    course = karen.post(took)["Location"].split("/")[2]
    asked = karen.post(reverse("show_assessed_cpr", args=[course]))
    assert asked["Location"].startswith(reverse("prove_again"))
