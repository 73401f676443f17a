"""An administrator gives a system a key, a colleague says yes, and it is ended again."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel.clock import today
from landfast.people import queries as people
from tests.factories.systems import administrators, asked_key, known_as

LIST = "/organisation/systemer/"


@pytest.fixture
def kept(town):
    administrators(town)
    return town


def sent(town, **changed):
    return {"unit": str(town.ward), "name": "Journalen",
            "last_day": (today() + timedelta(days=30)).isoformat()} | changed  # fmt: skip


def shown(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def test_one_makes_it_another_says_yes_and_it_is_shown_once(kept, signed_in):
    olga, oskar = signed_in(kept.olga), signed_in(kept.oskar)
    assert "Ingen systemer kan spørge endnu" in shown(olga.get(LIST))
    page = shown(olga.post(LIST + "ny/", sent(kept)))
    secret = re.search(r"<code>(lf_[\w-]{40,})</code>", page)[1]
    assert "http://testserver/api/1/hvem-er-koordinator" in page
    mine, theirs = shown(olga.get(LIST)), shown(oskar.get(LIST))
    assert secret not in mine + theirs
    assert "De kan sige ja: Oskar Øst" in mine
    assert "Sig ja til Journalen" not in mine
    assert "Sig ja til Journalen" in theirs
    assert "Se systemer, der venter på et ja" in shown(oskar.get("/organisation/venter/"))
    yes = re.search(rf"{LIST}[\w-]+/ja/", theirs)[0]
    assert olga.post(yes).status_code == 409
    assert "Journalen kan spørge nu" in shown(oskar.post(yes, follow=True))
    assert "Virker" in shown(olga.get(LIST))
    assert "kan ikke spørge længere" in shown(olga.post(yes.replace("/ja/", "/luk/"), follow=True))
    assert "Lukket" in shown(olga.get(LIST))


def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(kept, signed_in):
    olga = signed_in(kept.olga)
    late = (today() + timedelta(days=400)).isoformat()
    for changed, field in (({"name": " "}, "name"), ({"last_day": late}, "last_day"),
                           ({"last_day": "i morgen"}, "last_day"),
                           ({"unit": str(kept.social)}, "unit")):  # fmt: skip
        page = shown(olga.post(LIST + "ny/", sent(kept, **changed)), 422)
        assert f"id_{field}_error" in page
    assert "Journalen" in page


def test_an_employee_gets_an_id_and_anothers_is_refused(kept, signed_in):
    known_as(kept, "AFS-1")
    kept.hire("Ask Anden", kept.ward, "ward_staff")
    olga = signed_in(kept.olga)
    [job] = people.employments(person_id=kept.ask.person_id)
    address = reverse("known_as", args=[job.id])
    assert address in shown(olga.get(reverse("desk", args=[job.id])))
    assert "id_known_as_error" in shown(olga.post(address, {"known_as": "afs-1"}), 422)
    assert olga.post(address, {"known_as": "afs-2"}).status_code == 302
    assert 'value="afs-2"' in shown(olga.get(address))


def test_who_keeps_nothing_sees_no_key(kept, signed_in):
    asked_key(kept)
    for actor in (kept.anna, kept.dorte):
        assert "Journalen" not in shown(signed_in(actor).get(LIST))
