"""A course that is kept apart, on the pages: asked for, seen, and lifted."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.apart import keep_apart
from landfast.access.rules import Apart, Topic
from landfast.consent import actions, queries
from landfast.consent.actions import Outside, Yes
from landfast.consent.rules import ConsentState
from landfast.kernel.clock import today
from tests.factories.courses import started_course
from tests.factories.emergencies import known_course, opens
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def lived(town):
    return started_course(town)


def shares_with_the_ward(town, lived):
    with as_(lived.citizen):
        actions.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(unit=town.ward),
            yes=Yes([Topic.HOUSING], "Bolig", today() + timedelta(days=30)),
        )  # fmt: skip


def test_the_leaders_lists_lose_her_and_get_her_back(town, lived, signed_in):
    shares_with_the_ward(town, lived)
    karen, lars, me = (signed_in(who) for who in (town.karen, town.lars, lived.citizen))
    url = f"/forloeb/{lived.id}/adskilt/"
    assert url in karen.get(f"/forloeb/{lived.id}/").content.decode()
    assert lars.get(f"/forloeb/{lived.id}/").status_code == 200
    assert karen.post(url, {"why": "", "leader": ""}).status_code == 422
    strange = {"why": "colleague", "leader": str(town.karen.person_id)}
    assert karen.post(url, strange).status_code == 422
    said = {"why": "colleague", "leader": str(town.dorte.person_id)}
    page = karen.post(url, said, follow=True).content.decode()
    for words in ("Holdt adskilt siden", "Arbejder selv her", "Dorte Daglig"):
        assert words in page
    assert lars.get(f"/forloeb/{lived.id}/").status_code == 404
    assert signed_in(town.dorte).get(f"/forloeb/{lived.id}/").status_code == 200
    assert "Holdt adskilt" in me.get(f"/mit/{lived.id}/alt/").content.decode()
    with as_(lived.citizen):
        assert [row.state for row in queries.shares(lived.id)] == [ConsentState.WITHDRAWN]
    with refused("named_people_only"):
        shares_with_the_ward(town, lived)
    karen.post(f"{url}slut/")
    assert lars.get(f"/forloeb/{lived.id}/").status_code == 200


def test_who_reads_in_an_emergency_meanwhile_is_named(town, signed_in):
    known = known_course(town)
    opens(town.anna)
    karen, url = signed_in(town.karen), reverse("keep_apart", args=[known.id])
    reads = "Anna Afsnit, Afsnit P3, læser i en nødsituation"
    assert reads in karen.get(url).content.decode()
    karen.post(url, {"why": "protected", "leader": str(town.dorte.person_id)})
    assert reads in karen.get(url).content.decode()
    assert signed_in(town.anna).get(reverse("course", args=[known.id])).status_code == 200


def test_who_does_not_hold_it_finds_no_page(town, lived, signed_in, settings):
    url = f"/forloeb/{lived.id}/adskilt/"
    answers = {signed_in(who).get(url).status_code for who in (town.lars, lived.citizen)}
    assert answers == {403}
    assert signed_in(town.bo).get(url).status_code == 404
    settings.LANDFAST_STEP_UP_MINUTES = 0
    assert signed_in(town.karen).get(url).status_code == 302


def test_her_number_wants_a_fresh_proof_of_who_asks(town, lived, signed_in, settings):
    other = started_course(town, "Bent Berg")
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=lived.id, why=Apart.PROTECTED, leader=town.dorte.person_id
        )
    karen = signed_in(town.karen)
    assert karen.post(reverse("show_cpr", args=[lived.id])).status_code == 200
    settings.LANDFAST_STEP_UP_MINUTES = 0
    asked = karen.post(reverse("show_cpr", args=[lived.id]))
    assert asked["Location"].startswith(reverse("prove_again"))
    assert karen.post(reverse("show_cpr", args=[other.id])).status_code == 200
    assert signed_in(town.lars).post(reverse("show_cpr", args=[lived.id])).status_code == 404
