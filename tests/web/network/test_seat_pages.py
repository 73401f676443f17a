"""An empty seat, answered by the citizen and written down by who sits beside her (B4)."""

import pytest
from django.urls import reverse

from tests.factories.courses import started_course
from tests.factories.plan import wished


@pytest.fixture
def lived(town):
    lived = started_course(town)
    wished(lived)
    return lived


@pytest.mark.parametrize("asked", ["", "?ved=siden"])
def test_her_answer_is_written_down_beside_her_and_marked(town, lived, signed_in, asked):
    karen = signed_in(town.karen)
    network = reverse("network", args=[lived.id])
    address = reverse("answer_seat_beside", args=[lived.id, "housing"]) + asked
    assert f'href="{address}"' in karen.get(network).content.decode()
    unsaid = karen.post(address, {"answer": "never"})
    assert unsaid.status_code == 422
    assert "Sæt kun kryds, når borgeren selv har sagt det" in unsaid.content.decode()
    assert karen.post(address, {"citizen_said_so": "on"}).status_code == 422
    assert karen.post(address, {"answer": "never", "citizen_said_so": "on"}).status_code == 302
    assert "Nej, spørg ikke igen (skrevet for borgeren)" in karen.get(network).content.decode()
    hers = signed_in(lived.citizen).get(reverse("my_people")).content.decode()
    assert "Det er skrevet for dig. Svar selv igen, hvis det ikke passer." in hers


def test_there_is_no_such_seat(town, lived, signed_in):
    karen = signed_in(town.karen)
    for need in ("crime", "moon"):
        address = reverse("answer_seat_beside", args=[lived.id, need])
        assert karen.get(address).status_code == 404
