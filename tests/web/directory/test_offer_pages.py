"""Det kan du få: found by a citizen in plain words, kept by who leads the unit."""

import re

from django.test import Client
from django.urls import reverse

from landfast.directory.actions.offers import add_offer
from landfast.directory.models import Offer as Row
from landfast.directory.rules.offers import Offer, WayIn
from tests.factories.courses import started_course
from tests.factories.town import as_

HERS = {
    "name": "Flexteamet", "does": "Vi besøger dig også på afdelingen.",
    "needs": ["housing", "daily_living"], "way_in": "granted", "wait_weeks": "6",
}  # fmt: skip


def offered(town, name, does, needs, **more):
    said = Offer(name, does, frozenset(needs), more.pop("way_in", WayIn.COME), **more)
    with as_(town.dorte):
        return add_offer(actor=town.dorte, unit_id=town.coordination, offer=said)


def names(answer):
    return re.findall(r'lf-card-heading">([^<]+)<', answer.content.decode())


def test_a_leader_adds_changes_and_closes_what_citizens_find(town, signed_in):
    client, unit = signed_in(town.dorte), town.coordination
    assert (
        reverse("kept_offers", args=[unit]) in client.get(reverse("planned_units")).content.decode()
    )
    wrong = client.post(reverse("add_offer", args=[unit]), HERS | {"needs": [], "wait_weeks": "-1"})
    said = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Vælg mindst ét emne." in said
    assert "Skriv et antal uger mellem 0 og 104." in said
    assert "Vi besøger dig også på afdelingen." in said  # nothing typed is lost
    client.post(reverse("add_offer", args=[unit]), HERS)
    (row,) = Row.objects.all()
    assert (row.wait_weeks, sorted(row.needs)) == (6, ["daily_living", "housing"])
    twice = client.post(reverse("add_offer", args=[unit]), HERS)
    assert "Enheden har allerede et tilbud med det navn." in twice.content.decode()
    where = reverse("change_offer", args=[unit, row.id])
    shown = client.get(where).content.decode()
    seen = re.search(r'name="seen"[^>]*value="([^"]+)"', shown)
    assert seen
    client.post(where, HERS | {"wait_weeks": "", "seen": seen[1]})
    assert Row.objects.get().wait_weeks is None
    late = client.post(where, HERS | {"wait_weeks": "9", "seen": seen[1]})
    assert late.status_code in (409, 422)
    assert Row.objects.get().wait_weeks is None
    client.post(reverse("confirm_kept_offer", args=[unit, row.id]))
    client.post(reverse("close_offer", args=[unit, row.id]))
    assert (
        "Der er ingen tilbud endnu."
        in client.get(reverse("kept_offers", args=[unit])).content.decode()
    )
    assert client.get(where).status_code == 404


def test_a_stranger_finds_what_there_is_and_nobody_else_keeps_it(town, signed_in):
    offered(town, "Aftensmad", "Du kan spise med hver aften.", ["network"], wait_weeks=0)
    offered(town, "Flexteamet", "Vi hjælper i hverdagen.", ["daily_living"], while_admitted=True)
    client = Client()
    assert names(client.get(reverse("offers"))) == ["Aftensmad", "Flexteamet"]
    assert names(client.get(reverse("offers"), {"q": "nogen at spise med"})) == ["Aftensmad"]
    assert names(client.get(reverse("offers"), {"indlagt": "on"})) == ["Flexteamet"]
    assert names(client.get(reverse("offers"), {"emne": "network"})) == ["Aftensmad"]
    nothing = client.get(reverse("offers"), {"emne": "network", "indlagt": "on"})
    assert "Intet passer" in nothing.content.decode()
    assert names(client.get(reverse("offers"), {"emne": "'--"})) == ["Aftensmad", "Flexteamet"]
    assert "Skriv det som et ønske" not in client.get(reverse("offers")).content.decode()
    karen = signed_in(town.karen)
    assert karen.get(reverse("kept_offers", args=[town.coordination])).status_code == 403


def test_what_nobody_has_looked_at_for_long_is_doubted(town):
    offered(town, "Aftensmad", "Du kan spise med.", ["network"])
    assert "Ring og spørg" not in Client().get(reverse("offers")).content.decode()
    with as_(town.dorte):
        Row.objects.update(checked_on="2020-01-01")
    assert (
        "Ring og spørg, om det stadig passer." in Client().get(reverse("offers")).content.decode()
    )


def test_a_citizen_writes_an_offer_down_as_her_wish(town, signed_in):
    lived = started_course(town)
    gone = offered(town, "Flexteamet", "Vi hjælper i hverdagen.", ["daily_living"])
    client = signed_in(lived.citizen)
    shown = client.get(reverse("offers")).content.decode()
    link = re.search(r'href="([^"]+\?tilbud=[^"]+)"', shown)
    assert link
    form = client.get(link[1]).content.decode()
    assert "Jeg vil gerne høre mere om Flexteamet hos" in form
    assert re.search(r'value="daily_living" selected', form)
    with as_(town.dorte):
        Row.objects.filter(id=gone).update(closed_on="2020-01-01")
    assert "Flexteamet" not in client.get(link[1]).content.decode()
    add = reverse("add_my_wish", args=[lived.id])
    for odd in ("x", "0" * 40, "%00"):
        for word in ("tilbud", "emne"):
            assert client.get(f"{add}?{word}={odd}").status_code == 200
    more = client.get(f"{add}?emne=housing").content.decode()
    assert "hvem der også kan hjælpe mig. Det handler om: Bolig." in more
    assert re.search(r'value="housing" selected', more)
