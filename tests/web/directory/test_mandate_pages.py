"""The page of who may promise what: read by all who work here, written by the unit's leader."""

import pytest
from django.urls import reverse

from landfast.kernel.clock import today
from tests.factories.courses import started_course


@pytest.fixture
def sanne(town):
    return town.hire("Sanne Social", town.social, "leader")


def test_a_leader_writes_a_mandate_and_everybody_reads_it(town, sanne, signed_in):
    here = reverse("mandates", args=[town.social])
    leader = signed_in(sanne)
    page = leader.get(reverse("overview")).content.decode()
    assert here in page
    assert "Ingen må love noget" in leader.get(here).content.decode()
    said = {"role": "home_support", "service": "daily", "amount": "12500", "weeks": "12",
            "first": today().isoformat(), "last": ""}  # fmt: skip
    new = reverse("add_mandate", args=[town.social])
    assert leader.post(new, said | {"amount": "-2"}).status_code == 422
    page = leader.post(new, said, follow=True).content.decode()
    assert "op til 12.500 kr., i højst 12 uger" in page
    bo = signed_in(town.bo)
    page = bo.get(here).content.decode()
    assert "Støtte i hverdagen: op til 12.500 kr., i højst 12 uger" in page
    assert "Skriv et nyt mandat" not in page
    assert bo.post(new, said).status_code == 403
    assert signed_in(started_course(town).citizen).get(here).status_code == 403


def test_a_leader_names_who_decides_and_who_stands_in(town, sanne, signed_in):
    leader, here = signed_in(sanne), reverse("name_deciders", args=[town.social])
    assert "Sanne Social, " in leader.get(here).content.decode()
    said = {"person_0": str(town.vibeke.person_id), "deputy_0": str(sanne.person_id),
            "hours_0": "8"}  # fmt: skip
    seen = leader.get(here).context["form"]["seen"].value()
    page = leader.post(here, said | {"seen": seen}, follow=True).content.decode()
    assert "svarer inden for 8 arbejdstimer" in page
    assert "afløser: Sanne Social" in page
    late = leader.post(here, said | {"seen": seen})
    assert late.status_code == 422
    assert "En anden har rettet det imens" in late.content.decode()
    own = said | {"deputy_0": said["person_0"], "seen": late.context["form"]["seen"].initial or ""}
    assert leader.post(here, own).status_code == 422


def test_a_mandate_is_changed_and_taken_away(town, sanne, signed_in):
    leader = signed_in(sanne)
    said = {"role": "visitator", "service": "home", "amount": "", "weeks": "",
            "first": today().isoformat()}  # fmt: skip
    page = leader.post(reverse("add_mandate", args=[town.social]), said, follow=True)
    [row] = page.context["rows"]
    assert "uden loft" in page.content.decode()
    seen = leader.get(row.url).context["form"]["seen"].value()
    page = leader.post(row.url, said | {"weeks": "4", "seen": seen}, follow=True).content.decode()
    assert "i højst 4 uger" in page
    away = reverse("take_mandate", args=[town.social, row.row.id])
    assert "Ingen må love noget" in leader.post(away, follow=True).content.decode()
