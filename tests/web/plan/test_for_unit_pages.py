"""A unit's promise on the pages: the leader's yes, whom the leader asks, and that one's yes."""

from django.urls import reverse

from landfast.plan import queries
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_


def test_the_pages_lead_from_the_leaders_yes_to_the_keepers(town, signed_in):
    leader = town.hire("Lise Leder", town.social, "leader")
    course = with_team(town, leader, town.bo, town.anna)
    agreement = proposed(town, course, None)
    page, boss = reverse("agreement", args=[course.id, agreement]), signed_in(leader)
    assert "Sig ja for din enhed" in boss.get(page).content.decode()
    boss.post(reverse("accept_for_unit", args=[course.id, agreement]), {"unit": town.social})
    assert "Lovet for" in boss.get(page).content.decode()
    keeper = reverse("name_keeper", args=[course.id, agreement])
    asked = boss.get(keeper).content.decode()
    assert f">{town.bo.name}</option>" in asked
    assert f">{town.anna.name}</option>" not in asked, "of another unit"
    boss.post(keeper, {"person": town.bo.person_id})
    bo = signed_in(town.bo)
    assert "Sig ja til at holde aftalen" in bo.get(page).content.decode()
    mine = bo.get(reverse("my_agreements")).content.decode()
    assert "Venter på dit svar" in mine, "found among one's own, not in a message alone"
    assert "Svar din leder" in mine
    no = reverse("hand_back_agreement", args=[course.id, agreement])
    assert "Skriv kort hvorfor" in bo.post(no, {"why": ""}).content.decode()
    bo.post(no, {"why": "Har ferie"})
    assert "er spurgt og har ikke sagt ja" not in boss.get(page).content.decode()
    assert "Svar din leder" not in bo.get(reverse("my_agreements")).content.decode()
    boss.post(keeper, {"person": town.bo.person_id})
    bo.post(reverse("take_over_agreement", args=[course.id, agreement]))
    with as_(town.karen):
        assert queries.agreement(agreement, course.id).maker.id == town.bo.person_id
