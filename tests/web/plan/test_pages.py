"""The plan's pages: what one sees, does, and is told."""

import re

import pytest
from django.urls import reverse

from landfast.plan import actions, queries
from landfast.plan.rules.words import AgreementState, Standing, StepState
from landfast.programmes.rules import NeedArea
from tests.factories.parts import asked_outside
from tests.factories.plan import (
    accepted,
    complete,
    in_days,
    not_kept,
    proposed,
    wished,
    with_team,
)
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def form_of(town, **changes):
    usual = {
        "text": "Ringer til boligforeningen", "practical_problem": "Intet sted at sove",
        "maker": town.bo.person_id, "due_on": in_days(7).isoformat(),
        "follow_up_by": town.karen.person_id, "follow_up_on": in_days(8).isoformat(),
        "mandate": "clear", "kind": "support",
    }  # fmt: skip
    return usual | changes


def test_the_plan_stands_on_one_page_in_few_queries(
    town, lived, signed_in, django_assert_max_num_queries
):
    wish = wished(lived)
    for _ in range(5):
        accepted(town, lived, town.bo, wish_id=wish, practical_problem="")
    proposed(town, lived, town.anna)
    client = signed_in(town.bo)
    with django_assert_max_num_queries(16):  # seven of the page's own; session, actor, log twice
        response = client.get(reverse("plan", args=[lived.id]))
    assert response.status_code == 200
    seen = text(response)
    assert "Jeg vil have mit eget sted at bo" in seen
    assert seen.count("lf-promise-what") == 6
    assert "Kan læses af" in seen


def test_the_citizen_has_one_page_of_her_plan(lived, signed_in):
    me = signed_in(lived.citizen)
    answer = me.get(reverse("plan", args=[lived.id]))
    assert (answer.status_code, answer["Location"]) == (302, f"/mit/plan/?forloeb={lived.id}")
    assert me.get(answer["Location"]).status_code == 200


def test_nobody_without_a_ground_sees_the_plan(town, lived, signed_in):
    for stranger in (town.peter, town.mads):
        client = signed_in(stranger)
        assert client.get(reverse("plan", args=[lived.id])).status_code == 404
    lead = signed_in(town.dorte).get(reverse("plan", args=[lived.id]))
    assert lead.status_code == 403


def test_proposing_saying_yes_and_reporting_in_two_touches(town, lived, signed_in):
    karen, bo = signed_in(town.karen), signed_in(town.bo)
    url = reverse("propose_agreement", args=[lived.id])
    assert karen.get(url).status_code == 200
    assert karen.post(url, form_of(town)).status_code in {302, 303}
    [row] = _open(lived)
    page = text(bo.get(reverse("my_agreements")))
    assert "Du er spurgt: Ringer til boligforeningen" in page
    here = [lived.id, row.id]
    assert "Sig ja til aftalen" in text(bo.get(reverse("agreement", args=here)))
    bo.post(reverse("accept_agreement", args=here), {"version": row.version})
    [row] = _open(lived)
    assert row.state is AgreementState.ACCEPTED
    page = text(bo.get(reverse("my_agreements")))
    assert "Aftalen er holdt" in page
    told = {"report": "kept", "version": row.version, "next": reverse("my_agreements")}
    response = bo.post(reverse("report_agreement", args=here), told)
    assert response["Location"] == reverse("my_agreements")
    assert _open(lived) == []


def _open(lived):
    with as_(lived.citizen):
        return queries.open_agreements(lived.id)


def test_next_leads_nowhere_else(town, lived, signed_in):
    agreement = accepted(town, lived, town.bo)
    client = signed_in(town.bo)
    here = reverse("report_agreement", args=[lived.id, agreement])
    response = client.post(here, {"report": "kept", "next": "https://example.org/"})
    assert response["Location"] == reverse("agreement", args=[lived.id, agreement])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "Skriv, hvad der skal ske."),
        ({"text": "x" * 501}, "Det er for langt"),
        ({"practical_problem": ""}, "Vælg et ønske, eller skriv det praktiske problem"),
        ({"due_on": "2020-01-01"}, "Datoen er gået"),
        ({"due_on": "32-13-2026"}, "Skriv datoen som dag, måned og år"),
        ({"due_on": in_days(4 * 365).isoformat()}, "for langt ude"),
        ({"maker": "01a20263-4fb1-739a-8ef3-f19b622acaa5"}, "ikke med i teamet"),
        ({"mandate": "application"}, "Skriv, hvem der skal afgøre det."),
        (
            {"starts_on": in_days(60).isoformat(), "due_on": in_days(30).isoformat()},
            "Fristen ligger før starten",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    town, lived, signed_in, changes, sentence
):
    client = signed_in(town.karen)
    wrong = form_of(town, **changes)
    response = client.post(reverse("propose_agreement", args=[lived.id]), wrong)
    assert response.status_code == 422
    seen = text(response)
    assert sentence in seen
    assert "form-error-message" in seen
    if changes.get("text") != "":
        assert str(wrong["text"]) in seen
    assert _open(lived) == []


def test_an_incomplete_proposal_asks_its_maker_for_the_rest(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo, due_on=None, follow_up_by=None, follow_up_on=None)
    client = signed_in(town.bo)
    url = reverse("accept_agreement", args=[lived.id, agreement])
    response = client.post(url, {"version": 1})
    assert response.status_code == 422
    assert "Vælg, hvornår det senest er gjort." in text(response)
    given = {
        "due_on": in_days(3).isoformat(), "follow_up_by": str(town.karen.person_id),
        "follow_up_on": in_days(4).isoformat(), "version": 1,
    }  # fmt: skip
    assert client.post(url, given).status_code in {302, 303}
    assert _open(lived)[0].state is AgreementState.ACCEPTED


def test_a_stale_page_is_told_and_can_answer_the_words_as_they_are_now(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo)
    with as_(town.karen):
        terms = complete(town.karen, text="Ringer til kommunen")
        actions.change_proposal(actor=town.karen, agreement_id=agreement, terms=terms)
    client = signed_in(town.bo)
    url = reverse("accept_agreement", args=[lived.id, agreement])
    response = client.post(url, {"version": 1})
    assert response.status_code == 422
    seen = text(response)
    assert "ændret, siden du åbnede siden" in seen
    assert "Ringer til kommunen" in seen
    assert 'name="version" value="2"' in seen
    assert client.post(url, {"version": 2}).status_code in {302, 303}


def test_not_kept_needs_its_because_and_keeps_what_was_chosen(town, lived, signed_in):
    agreement = accepted(town, lived, town.bo)
    client = signed_in(town.bo)
    url = reverse("report_agreement", args=[lived.id, agreement])
    response = client.post(url, {"report": "not_kept"})
    assert response.status_code == 422
    assert "Skriv kort, hvad der kom i vejen." in text(response)


def test_a_broken_agreement_leads_to_a_talk_and_a_new_one(town, lived, signed_in):
    agreement = not_kept(town, lived, town.bo)
    client = signed_in(town.karen)
    page = reverse("agreement", args=[lived.id, agreement])
    assert "Skriv, at I har talt om det" in text(client.get(page))
    talk = reverse("note_talk", args=[lived.id, agreement])
    refused = client.post(talk, {"said": "Han var syg"})
    assert refused.status_code == 422
    assert "Spørg borgeren, før du tager det op" in text(refused)
    assert "Han var syg" in text(refused)
    client.post(talk, {"said": "Han var syg", "citizen_said_yes": "on"})
    assert "Foreslå en ny aftale i stedet" in text(client.get(page))
    new = reverse("propose_agreement", args=[lived.id]) + f"?i_stedet={agreement}"
    assert "Den kommer i stedet for" in text(client.get(new))
    assert client.post(new, form_of(town)).status_code in {302, 303}
    [row] = _open(lived)
    assert row.replaces_id == agreement


def test_the_makers_other_words_and_the_citizens_yes(town, lived, signed_in):
    agreement = proposed(town, lived, town.bo)
    here = [lived.id, agreement]
    words = form_of(town, text="Ringer i næste uge", note="Jeg er på ferie", version=1)
    signed_in(town.bo).post(reverse("change_proposal", args=here), words)
    citizen = signed_in(lived.citizen)
    seen = text(citizen.get(reverse("agreement", args=here)))
    assert "Sig ja til de nye ord" in seen
    assert "Jeg er på ferie" in seen
    citizen.post(reverse("confirm_offer", args=here), {"version": 2})
    assert _open(lived)[0].state is AgreementState.ACCEPTED


def test_wishes_are_written_area_by_area_by_the_citizen(town, lived, signed_in):
    client = signed_in(lived.citizen)
    start = client.get(reverse("wishes", args=[lived.id]))
    assert "Tag ét område ad gangen" in text(start)
    url = reverse("wish_area", args=[lived.id, "housing"])
    assert "Hvordan vil du gerne bo?" in text(client.get(url))
    assert client.post(url, {"words": " "}).status_code == 422
    client.post(url, {"words": "En altan"})
    seen = text(client.get(reverse("wishes", args=[lived.id])))
    assert "En altan" in seen
    assert "Skrevet af dig" in seen


def test_a_goal_written_by_the_coordinator_needs_the_citizens_word(town, lived, signed_in):
    wish = wished(lived)
    client = signed_in(town.karen)
    url = reverse("wish_standing", args=[lived.id, wish])
    refused = client.post(url, {"standing": "goal"})
    assert refused.status_code == 422
    assert "når borgeren selv har sagt det" in text(refused)
    client.post(url, {"standing": "goal", "citizen_said_so": "on"})
    with as_(lived.citizen):
        assert queries.wish(wish, lived.id).standing is Standing.GOAL


def test_the_order_the_figure_and_own_steps(town, lived, signed_in):
    first, second = wished(lived), wished(lived, "En hund")
    client = signed_in(lived.citizen)
    client.post(reverse("move_wish", args=[lived.id, second]), {"way": "up"})
    client.post(reverse("rate_wish", args=[lived.id, first]), {"rating": "0"})
    client.post(reverse("add_step", args=[lived.id]), {"text": "Gå en tur", "wish_id": first})
    with as_(lived.citizen):
        plan = queries.plan_of(lived.id)
    assert [wish.id for wish in plan.wishes] == [second, first]
    assert plan.wishes[1].rating == 0
    [step] = plan.wishes[1].steps
    client.post(reverse("set_step", args=[lived.id, step.id]), {"state": "done"})
    with as_(lived.citizen):
        assert queries.plan_of(lived.id).wishes[1].steps[0].state is StepState.DONE
    empty = client.post(reverse("add_step", args=[lived.id]), {"text": ""})
    assert empty.status_code == 422


def test_a_professional_in_the_team_cannot_write_the_citizens_wishes(town, lived, signed_in):
    url = reverse("wish_area", args=[lived.id, NeedArea.HOUSING])
    assert signed_in(town.bo).post(url, {"words": "Mit"}).status_code == 403


def test_my_agreements_do_not_grow_in_queries(
    town, lived, signed_in, django_assert_max_num_queries
):
    for number in range(4):
        other = with_team(town, town.bo, name=f"Borger {number}")
        accepted(town, other, town.bo)
    client = signed_in(town.bo)
    with django_assert_max_num_queries(14):
        seen = text(client.get(reverse("my_agreements")))
    assert "Borger 3" in seen


def test_tasks_after_a_stop_are_the_makers_alone(town, lived, signed_in):
    accepted(town, lived, town.bo)
    with as_(lived.citizen):
        actions.hand_to_professionals(actor=lived.citizen, course_id=lived.id)
    bo = signed_in(town.bo)
    assert "Opgaver fra forløb, der er slut" in text(bo.get(reverse("my_agreements")))
    with as_(town.bo):
        [task] = queries.tasks_of(town.bo)
    other = signed_in(town.anna).post(reverse("finish_task", args=[task.id]))
    assert other.status_code == 404
    bo.post(reverse("finish_task", args=[task.id]))
    assert "Opgaver fra forløb" not in text(bo.get(reverse("my_agreements")))


def test_what_the_whole_team_is_asked_for_stands_with_each_until_one_says_yes(
    town, lived, signed_in
):
    """Bo and Anna are asked, Karen asked; Mads is not of the team."""
    karen = signed_in(town.karen)
    asked = form_of(town, text="Låner en cykel ud", maker="")
    karen.post(reverse("propose_agreement", args=[lived.id]), asked)
    there = [signed_in(one) for one in (town.bo, town.anna)]
    mine = reverse("my_agreements")
    for one in there:
        page = one.get(mine).content.decode()
        assert "Hele teamet er spurgt" in page
        assert "Låner en cykel ud" in page
    for other in (karen, signed_in(town.mads)):
        assert "Låner en cykel ud" not in other.get(mine).content.decode()
    with as_(town.bo):
        [row] = queries.asked_of_my_teams()
        actions.accept_agreement(actor=town.bo, agreement_id=row.id)
    assert "Låner en cykel ud" not in there[1].get(mine).content.decode()


def test_one_outside_is_asked_and_no_team_with_them(town, lived, signed_in):
    asked_outside(town, lived)
    assert "boligforeningen" not in text(signed_in(town.bo).get(reverse("my_agreements")))
