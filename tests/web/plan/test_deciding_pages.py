"""Asking a leader about a proposal, the leader's page, and what the agreement says afterwards."""

import pytest
from django.urls import reverse

from landfast.plan.models import DecisionAsk
from tests.factories.courses import started_course
from tests.factories.parts import asked_to_decide
from tests.factories.plan import proposed
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    town.hire("Birgit Bevilger", town.social, "leader")
    return started_course(town)


def test_karen_asks_and_is_told_what_the_leader_sees(town, lived, signed_in):
    agreement = proposed(town, lived, None)
    karen, here = signed_in(town.karen), [lived.id, agreement]
    page = karen.get(reverse("agreement", args=here)).content.decode()
    assert "Spørg en leder" in page
    page = karen.get(reverse("find_decider", args=here)).content.decode()
    assert "Vælg Dorte Daglig" in page, "the nearest leader is suggested"
    page = karen.get(reverse("find_decider", args=here), {"q": "Birgit"}).content.decode()
    assert "Vælg Birgit Bevilger" in page
    asking = reverse("ask_decision", args=[*here, town.birgit.person_id])
    page = karen.get(asking).content.decode()
    assert "Birgit Bevilger ser spørgsmålet, grunden og borgerens navn. Ikke andet." in page
    said = {"question": "Må der bruges fem timer?", "reason": "Det er over vores ramme"}
    page = karen.post(asking, said).content.decode()
    assert "Det her ser Birgit Bevilger" in page
    assert _decisions(town) == []
    page = karen.post(asking, said | {"send": "1"}, follow=True).content.decode()
    for words in (
        "Birgit Bevilger: Venter på svar",
        "Må der bruges fem timer?",
        "Træk spørgsmålet",
        "<dt>Afgøres af</dt><dd>Birgit Bevilger</dd>",
    ):
        assert words in page
    [decision] = _decisions(town)
    withdraw = reverse("withdraw_decision", args=[*here, decision])
    page = karen.post(withdraw, follow=True).content.decode()
    assert "Trukket tilbage" in page
    assert "<dd>Birgit Bevilger</dd>" not in page, "who has it no more does not decide it"


def test_the_leader_answers_and_the_agreement_shows_it(
    town, lived, signed_in, django_assert_max_num_queries
):
    decision = asked_to_decide(town, lived, town.birgit)
    birgit = signed_in(town.birgit)
    assert "Må der bruges fem timer om ugen?" in birgit.get("/til-afgoerelse/").content.decode()
    one = f"/til-afgoerelse/{lived.id}/{decision}/"
    with django_assert_max_num_queries(16):  # four of the page's own; session, actor, log, frame
        page = birgit.get(one).content.decode()
    for words in ("Jytte Jensen", "Det er mere, end vi må love", "Karen Koordinator"):
        assert words in page
    assert "Ringer til boligforeningen" not in page
    copy = page[page.index("copied-text") : page.index("</textarea>", page.index("copied-text"))]
    for words in ("spørgsmål til afgørelse fra Karen Koordinator", "Det er mere, end vi må love"):
        assert words in copy
    assert "Jytte" not in copy, "whose it is, the record it goes into knows"
    assert birgit.post(one, {"answer": "instead", "because": "Rammen"}).status_code == 422
    answer = {"answer": "instead", "instead": "Tre timer", "because": "Rammen er tre",
              "appeal": "municipality"}  # fmt: skip
    page = birgit.post(one, answer, follow=True).content.decode()
    assert "Ingen spørger dig om noget lige nu." in page
    assert birgit.get(one).status_code == 404
    with as_(town.karen):
        agreement = DecisionAsk.objects.get(id=decision).agreement_id
    page = signed_in(lived.citizen).get(
        reverse("agreement", args=[lived.id, agreement])
    ).content.decode()  # fmt: skip
    for words in ("Birgit Bevilger: Noget andet i stedet", "Tre timer", "»Rammen er tre«"):
        assert words in page


def test_who_is_not_asked_finds_nothing(town, lived, signed_in):
    decision = asked_to_decide(town, lived, town.birgit)
    lars = signed_in(town.lars)
    assert lars.get(f"/til-afgoerelse/{lived.id}/{decision}/").status_code in {403, 404}
    assert "Ingen spørger dig" in lars.get("/til-afgoerelse/").content.decode()


def test_what_holds_meanwhile_stands_as_a_promise_beside_the_question(town, lived, signed_in):
    agreement = proposed(town, lived, town.karen, text="Kører til lægen")
    karen, here = signed_in(town.karen), [lived.id, agreement]
    assert "Spørg en leder" in karen.get(reverse("agreement", args=here)).content.decode()
    said = {"question": "Må der bruges en taxa?", "reason": "Over rammen", "send": "1",
            "interim": "Vi tager bussen", "interim_by": str(town.karen.person_id)}  # fmt: skip
    page = karen.post(
        reverse("ask_decision", args=[*here, town.birgit.person_id]), said, follow=True
    ).content.decode()
    assert "Mens vi venter" in page
    assert "Gælder senest til" in page
    [decision] = _decisions(town)
    with as_(town.karen):
        key = DecisionAsk.objects.get(id=decision).interim_id
    her, held = signed_in(lived.citizen), reverse("agreement", args=[lived.id, key])
    own = her.get(held).content.decode()
    assert "Gælder, til en leder har svaret på:" in own
    boss = signed_in(town.birgit)
    boss.post(
        reverse("decide", args=[lived.id, decision]), {"answer": "yes", "because": "Det er godt"}
    )
    own = her.get(held).content.decode()
    assert "Gjaldt, mens en leder var spurgt" in own


def _decisions(town):
    with as_(town.karen):
        return list(DecisionAsk.objects.values_list("id", flat=True))
