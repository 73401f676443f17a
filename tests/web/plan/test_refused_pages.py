"""After a leader's no: the talk is the next step, then other words; nobody is asked for a yes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.journeys.see_own_course import see_my_course
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.plan import actions, queries
from landfast.plan.actions import Asking
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer
from landfast.web.templatetags.landfast import day
from tests.factories.parts import asked_outside
from tests.factories.plan import FIVE_THOUSAND, priced, with_team
from tests.factories.town import as_
from tests.web.plan.test_for_unit_pages import next_step


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo)


def asks(town, agreement, **said):
    asking = Asking("Må vi?", "Det er over mandatet", **said)
    with as_(town.karen):
        return actions.ask_decision(
            actor=town.karen, agreement_id=agreement, decider=town.sanne.person_id,
            question=asking.question, reason=asking.reason, asking=asking,
        )  # fmt: skip


def says_no(town, agreement):
    decision = asks(town, agreement)
    with as_(town.sanne):
        actions.answer_decision(
            actor=town.sanne, decision_id=decision, answer=DecisionAnswer.NO,
            because="Der er ikke penge", appeal=Appeal.MUNICIPALITY,
        )  # fmt: skip


def test_the_card_says_that_a_leader_is_asked_and_a_quarrel_over_a_bill_is_not_told(
    town, lived, signed_in
):
    asked = priced(town, lived, town.bo, text="Bo kommer ti timer")
    quarrel = priced(town, lived, town.bo, text="Bo kommer en time")
    karen, jytte = (signed_in(one) for one in (town.karen, lived.citizen))

    def told():
        theirs = (karen, reverse("plan", args=[lived.id]))
        hers = (jytte, reverse("my_plan"))
        return [who.get(page).content.decode().count("En leder er spurgt") for who, page in
                (theirs, hers)]  # fmt: skip

    asks(town, quarrel, about=DecisionAbout.BILL)
    assert told() == [0, 0]
    decision = asks(town, asked)
    assert told() == [1, 1]
    with as_(town.karen):
        actions.withdraw_decision(actor=town.karen, decision_id=decision)
    assert told() == [0, 0]


def test_the_talk_is_the_next_step_and_then_other_words(town, lived, signed_in):
    agreement = priced(town, lived, town.bo, text="Bo kommer ti timer")
    says_no(town, agreement)
    page = reverse("agreement", args=[lived.id, agreement])
    bo, karen, jytte = (signed_in(one) for one in (town.bo, town.karen, lived.citizen))
    seen = bo.get(page).content.decode()
    assert "En leder har sagt nej" in seen
    assert "Sig ja til aftalen" not in seen, "nobody is asked for what was refused"
    mine = bo.get(reverse("my_agreements")).content.decode()
    assert "Venter på de andre" in mine
    assert "Svar på forslaget" not in mine
    assert "Koordinatoren taler med borgeren" in seen
    assert "Din koordinator taler med dig" not in seen
    assert "Tal med Jytte om svaret" in next_step(karen.get(page))
    hers = jytte.get(page).content.decode()
    assert "Sådan kan der klages" in hers
    assert "Venter på et ja" not in hers
    assert hers.count("Din koordinator taler med dig") == 1
    for page_of_hers in ("my_course", "my_plan"):
        there = jytte.get(reverse(page_of_hers)).content.decode()
        assert "En leder har sagt nej" in there
        assert "Venter på et ja" not in there
    talk = reverse("note_talk", args=[lived.id, agreement])
    assert "at jeg tog det op" not in karen.get(talk).content.decode(), "she is who is talked with"
    assert karen.post(talk, {"said": "Hun er ked af det"}).status_code == 303
    step = next_step(karen.get(page))
    assert "Foreslå noget andet" in step
    assert reverse("change_proposal", args=[lived.id, agreement]) in step


def test_a_link_takes_no_yes_to_what_a_leader_refused_but_other_words(town, lived, client):
    agreement, link = asked_outside(town, lived, "Lægehuset Torvet")
    with as_(town.karen):
        actions.price_agreement(actor=town.karen, agreement_id=agreement, cost=FIVE_THOUSAND)
    says_no(town, agreement)
    page = client.get(f"/svar/{link.token}/").content.decode()
    assert "En leder har sagt nej" in page
    assert "Ja, det gør jeg" not in page
    assert "Send mit forslag" in page
    version = page.partition('name="version" value="')[2].partition('"')[0]
    late = client.post(f"/svar/{link.token}/", {"reply": "yes", "version": version})
    assert late.status_code == 422, "a page from before the no says yes to nothing"
    with as_(town.karen):
        assert not queries.agreement(agreement, lived.id).counts


def test_the_no_stands_on_her_first_page_until_she_can_complain_no_more(town, lived, signed_in):
    agreement = priced(town, lived, town.bo, text="Bo kommer ti timer")
    jytte = signed_in(lived.citizen)
    says_no(town, agreement)
    last = today() + timedelta(weeks=4)

    def news():
        html = jytte.get("/mit/").content.decode()
        return html.partition('id="news"')[2].partition("</section>")[0]

    said = news()
    assert "En leder har sagt nej" in said
    assert "Bo kommer ti timer" in said
    assert "Der er ikke penge" in said
    assert f"Du kan klage til og med {day(last)}." in said
    assert reverse("agreement", args=[lived.id, agreement]) in said
    with clock.at(now() + timedelta(days=30)), as_(lived.citizen):
        assert see_my_course(lived.citizen).noes == []


def test_a_question_that_waits_or_a_yes_is_no_news_there(town, lived, signed_in):
    asked = priced(town, lived, town.bo, text="Bo kommer ti timer")
    asks(town, asked)
    assert "har sagt nej" not in signed_in(lived.citizen).get("/mit/").content.decode()
