"""What a proposal costs, who pays, and a bill that two units do not agree on."""

import pytest
from django.urls import reverse

from landfast.plan.models import Agreement
from tests.factories.plan import in_days, proposed, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    town.hire("Sanne Social", town.social, "leader")
    return with_team(town, town.bo)


def test_a_price_beyond_the_mandate_turns_the_words_and_a_leader_is_suggested(
    town, lived, signed_in
):
    agreement = proposed(town, lived, town.bo, text="Ti timer om ugen")
    karen, here = signed_in(town.karen), [lived.id, agreement]
    said = {"service": "daily", "amount": "40000", "weeks": "12"}
    url = reverse("price_agreement", args=here)
    assert karen.post(url, said | {"unit_0": str(town.social), "percent_0": "60",
                                   "unit_1": str(town.ward)}).status_code == 422  # fmt: skip
    page = karen.post(url, said, follow=True).content.decode()
    for words in ("Nu står der »søger om«", "Søger om: Ti timer om ugen", "Sanne Social"):
        assert words in page
    page = karen.get(reverse("find_decider", args=here)).content.decode()
    assert "Vælg Sanne Social" in page
    assert "afgør det nærmest" in page


def test_the_limits_are_seen_before_one_tries_and_hold_when_one_does(town, lived, signed_in):
    sanne, karen = signed_in(town.sanne), signed_in(town.karen)
    may = {"role": "home_support", "service": "daily", "amount": "5000", "weeks": "12",
           "first": in_days(0).isoformat()}  # fmt: skip
    sanne.post(reverse("add_mandate", args=[town.social]), may)
    url = reverse("propose_agreement", args=[lived.id])
    page = karen.get(url).content.decode()
    assert "Støtte i hverdagen: op til 5.000 kr., i højst 12 uger" in page
    said = {"text": "Fem timer om ugen", "practical_problem": "Hun mangler hjælp",
            "maker": str(town.bo.person_id), "mandate": "clear", "kind": "support",
            "service": "daily", "weeks": "12"}  # fmt: skip
    for amount in ("5000", "5001"):
        assert karen.post(url, said | {"amount": amount}).status_code == 303
    with as_(town.karen):
        texts = set(Agreement.objects.values_list("text", flat=True))
    assert texts == {"Fem timer om ugen", "Søger om: Fem timer om ugen"}
    assert "Hvem må love hvad" not in signed_in(lived.citizen).get(url).content.decode()


def test_the_citizen_sees_a_date_and_not_the_quarrel(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo, text="Ti timer om ugen")
    karen, here = signed_in(town.karen), [lived.id, agreement]
    said = {"service": "daily", "amount": "40000", "weeks": "12", "unit_0": str(town.social),
            "percent_0": "60", "unit_1": str(town.ward), "percent_1": "40"}  # fmt: skip
    karen.post(reverse("price_agreement", args=here), said)
    url = reverse("dispute_bill", args=here)
    quarrel = {"why": "Afsnittet vil ikke betale", "interim": "Bo kommer som nu"}
    assert karen.post(url, quarrel | {"interim": ""}).status_code == 422
    page = karen.post(url, quarrel, follow=True).content.decode()
    assert "Afsnittet vil ikke betale" in page
    page = signed_in(lived.citizen).get(reverse("agreement", args=here)).content.decode()
    assert "Du får svar senest" in page
    assert "Bo kommer som nu" in page, "what holds meanwhile is a promise of its own"
    for words in ("Afsnittet vil ikke betale", "Hvem betaler", "40 %", "Sanne"):
        assert words not in page.split('id="decisions"')[1]


def test_a_no_tells_her_how_to_complain_and_the_team_to_talk_with_her(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo)
    karen, here = signed_in(town.karen), [lived.id, agreement]
    ask = reverse("ask_decision", args=[*here, town.sanne.person_id])
    said = {"question": "Må vi?", "reason": "Over rammen", "shows": ["due"], "send": "1"}
    assert "Sig det højt" in karen.post(ask, said, follow=True).content.decode()
    sanne = signed_in(town.sanne)
    [(one, by, late)] = sanne.get(reverse("my_decisions")).context["rows"]
    assert by
    assert not late
    url = reverse("decide", args=[lived.id, one.decision.id])
    assert "Hvornår det senest skal ske" in sanne.get(url).content.decode()
    no = {"answer": "no", "because": "Rammen er brugt"}
    assert sanne.post(url, no).status_code == 422
    sanne.post(url, no | {"appeal": "municipality"})
    mine = signed_in(lived.citizen).get(reverse("agreement", args=here)).content.decode()
    for words in ("Du kan klage inden fire uger", "Sidste dag er", "Din koordinator taler med dig"):
        assert words in mine
    assert "Tal med borgeren om svaret" in karen.get(
        reverse("agreement", args=here)
    ).content.decode()  # fmt: skip


def test_a_yes_is_written_into_the_agreement_in_one_touch(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo, text="Ti timer om ugen")
    karen, here = signed_in(town.karen), [lived.id, agreement]
    karen.post(reverse("price_agreement", args=here), {"service": "daily", "amount": "40000"})
    ask = reverse("ask_decision", args=[*here, town.sanne.person_id])
    said = {"question": "Må vi?", "reason": "Over rammen", "shows": ["cost"], "send": "1"}
    karen.post(ask, said)
    sanne = signed_in(town.sanne)
    [(one, _by, _late)] = sanne.get(reverse("my_decisions")).context["rows"]
    yes = {"answer": "yes", "because": "Det hjælper"}
    sanne.post(reverse("decide", args=[lived.id, one.decision.id]), yes)
    assert "Skriv lederens ja ind" in karen.get(reverse("agreement", args=here)).content.decode()
    price = reverse("price_agreement", args=here)
    karen.post(price, {"service": "daily", "amount": "90000"})
    changed = karen.get(reverse("agreement", args=here)).content.decode()
    assert "Prisen er ændret, siden lederen blev spurgt." in changed
    assert "Skriv lederens ja ind" not in changed
    assert karen.post(reverse("take_up_yes", args=here)).status_code == 409
    karen.post(price, {"service": "daily", "amount": "40000"})
    page = karen.post(reverse("take_up_yes", args=here), follow=True).content.decode()
    assert "<h1>Ti timer om ugen</h1>" in page
    assert "Skriv lederens ja ind" not in page
