"""That a number is known tells intake elsewhere nothing; she and her coordinator see who asked."""

import html
import re

import pytest

from landfast.access.models import Event
from landfast.course import models
from landfast.course.actions import opening
from landfast.course.rules.referral import Whom
from landfast.journeys.take_referral import take_referral
from landfast.kernel.refusals import NotNow
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from tests.factories.referrals import citizen_of, referred, taken
from tests.factories.town import as_
from tests.web.conftest import enter

CPR = "6101709999"
JYTTE = Whom("Jytte Jensen", "22334455", "610170-9999")


@pytest.fixture
def elsewhere(town):
    """Intake of a unit in another organisation."""
    return town.intake_elsewhere()


def text(response):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def test_intake_elsewhere_hears_only_that_it_was_passed_on(town, elsewhere):
    course = taken(town, whom=JYTTE)
    receipt = referred(town, whom=JYTTE, unit_id=elsewhere)
    client = enter(town.ove)
    said = text(client.post(f"/henvendelser/{receipt.id}/tag/", follow=True))
    assert "Henvendelsen er givet videre." in said
    for word in ("allerede et forløb", "Koordinatoren har", "Koordinatorteamet", "Strandby"):
        assert word not in said
    assert client.get(f"/henvendelser/{receipt.id}/").status_code == 404
    for address in (f"/forloeb/{course}/", f"/visitation/{course}/"):
        assert client.get(address).status_code == 404
    with as_(town.ove):
        assert not models.Citizen.objects.exists()
        assert not models.Course.objects.exists()


def test_her_own_intake_is_told_and_she_sees_who_sent_it(town, elsewhere):
    course = taken(town, whom=JYTTE)
    receipt = referred(town, whom=JYTTE)
    said = text(enter(town.mads).post(f"/henvendelser/{receipt.id}/tag/", follow=True))
    assert "Borgeren har allerede et forløb." in said
    far = referred(town, whom=JYTTE, unit_id=elsewhere)
    with as_(town.ove):
        take_referral(actor=town.ove, referral_id=far.id)
    with as_(citizen_of(town, course)):
        passed = Event.objects.filter(kind="referral.passed_on", scope_id=course).order_by("at")
        assert [one.actor_id for one in passed] == [town.mads.person_id, town.ove.person_id]


def test_a_known_and_an_unknown_number_are_answered_alike_until_it_is_taken(town, elsewhere):
    taken(town, whom=JYTTE)
    client = enter(town.ove)
    known = referred(town, whom=JYTTE, unit_id=elsewhere)
    fresh = referred(town, whom=Whom("Jytte Jensen", "22334455", "610170-9998"), unit_id=elsewhere)
    seen = [text(client.get(f"/henvendelser/{one.id}/")) for one in (known, fresh)]
    assert "610170-••••" in seen[0]
    assert seen[0] == seen[1]


def test_what_the_database_refuses_says_nothing_of_a_number(town, elsewhere):
    taken(town, whom=JYTTE)
    with as_(town.ove), pytest.raises(NotNow) as refusal:
        opening.note_citizen(
            actor=town.ove, unit_id=elsewhere, name="Nogen Anden", cpr=CPR,
            person_id=people.add_person(kind=PersonKind.CITIZEN),
        )  # fmt: skip
    said = str(refusal.value.said(str))
    assert said == "Det kunne ikke gemmes lige nu. Vent lidt, og prøv igen."
    assert "cpr" not in refusal.value.code
