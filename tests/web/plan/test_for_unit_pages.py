"""A unit's promise on the pages: the leader's yes, whom the leader asks, and that one's yes."""

from datetime import timedelta

from django.urls import reverse

from landfast.kernel import clock
from landfast.plan import queries
from landfast.plan.actions.for_unit import accept_for_unit, name_keeper
from tests.factories.plan import in_days, proposed, with_team
from tests.factories.town import as_


def next_step(response):
    """The one thing that the page asks for; empty where it asks for nothing."""
    _before, _, rest = response.content.decode().partition('class="lf-next"')
    return rest.partition("</section>")[0]


def test_who_has_nobody_of_the_unit_in_the_team_is_told_whom_to_ring(town, signed_in):
    leader = town.hire("Lise Leder", town.social, "leader")
    course = with_team(town, leader, town.anna)
    agreement = proposed(town, course, None)
    with as_(leader):
        accept_for_unit(actor=leader, agreement_id=agreement, unit_id=town.social)
    page = signed_in(leader).get(reverse("name_keeper", args=[course.id, agreement]))
    assert "Ring til koordinatoren, så en kan komme med" in page.content.decode()


def test_the_leaders_first_page_says_that_nobody_is_asked_yet_and_that_it_is_late(town, signed_in):
    leader = town.hire("Lise Leder", town.social, "leader")
    course = with_team(town, leader, town.bo)
    agreement = proposed(town, course, None, due_on=in_days(60), follow_up_on=in_days(61))
    boss, overview = signed_in(leader), reverse("overview")
    assert "lovet noget for din enhed" not in boss.get(overview).content.decode()
    with as_(leader):
        accept_for_unit(actor=leader, agreement_id=agreement, unit_id=town.social)
    step = next_step(boss.get(overview))
    assert "Du har lovet noget for din enhed" in step
    assert "Fristen for at finde en er gået" not in step
    assert reverse("my_agreements") in step, "and the menu leads there too"
    assert boss.get(overview).content.decode().count(reverse("my_agreements")) > 1
    with as_(leader):
        name_keeper(actor=leader, agreement_id=agreement, person=town.bo.person_id)
    assert "lovet noget for din enhed" not in boss.get(overview).content.decode()


def test_a_name_that_is_late_is_said_on_the_leaders_first_page(town, signed_in):
    leader = town.hire("Lise Leder", town.social, "leader")
    course = with_team(town, leader, town.bo)
    agreement = proposed(town, course, None, due_on=in_days(60), follow_up_on=in_days(61))
    with as_(leader):
        accept_for_unit(actor=leader, agreement_id=agreement, unit_id=town.social)
    with clock.at(clock.now() + timedelta(days=15)):
        step = next_step(signed_in(leader).get(reverse("overview")))
        assert "Fristen for at finde en er gået" in step


def test_on_the_day_itself_the_leader_tells_how_it_went(town, signed_in):
    leader = town.hire("Lise Leder", town.social, "leader")
    course = with_team(town, leader, town.bo)
    agreement = proposed(town, course, None, due_on=in_days(0), follow_up_on=in_days(1))
    with as_(leader):
        accept_for_unit(actor=leader, agreement_id=agreement, unit_id=town.social)
    page = signed_in(leader).get(reverse("agreement", args=[course.id, agreement]))
    assert "Fortæl, hvordan det gik" in next_step(page)


def test_the_pages_lead_from_the_leaders_yes_to_the_keepers(town, signed_in):
    leader = town.hire("Lise Leder", town.social, "leader")
    course = with_team(town, leader, town.bo, town.anna)
    agreement = proposed(town, course, None)
    page, boss = reverse("agreement", args=[course.id, agreement]), signed_in(leader)
    assert "Sig ja for din enhed" in boss.get(page).content.decode()
    boss.post(reverse("accept_for_unit", args=[course.id, agreement]), {"unit": town.social})
    promised = next_step(boss.get(page))
    assert "Find den, der skal holde aftalen" in promised
    assert "Fortæl, hvordan det gik" not in promised, "nobody keeps it yet"
    assert "Find den, der skal holde: Ringer" in next_step(boss.get(reverse("my_agreements")))
    keeper_page = boss.get(reverse("name_keeper", args=[course.id, agreement])).content.decode()
    assert "Ingen fra enheden er med i teamet" not in keeper_page
    keeper = reverse("name_keeper", args=[course.id, agreement])
    asked = boss.get(keeper).content.decode()
    assert f">{town.bo.name}</option>" in asked
    assert f">{town.anna.name}</option>" not in asked, "of another unit"
    boss.post(keeper, {"person": town.bo.person_id})
    bo = signed_in(town.bo)
    assert "Fortæl, hvordan det gik" not in next_step(boss.get(page)), "Bo has not answered yet"
    assert "Sig ja til at holde aftalen" in next_step(bo.get(page))
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
