"""Facts that were told: read in words, and what they leave to be settled."""

import pytest

from landfast.course.rules.facts import FactKind, exclude_each_other, read, to_settle, word

ATTENDANCE = {"by": "coordinating_case_worker", "tag": "attendance"}
REST = {"by": "opus_clinician", "tag": "rest"}
SKP = "support_contact_person"


def lines(**facts):
    return {fact.kind: tuple(map(str, fact.lines)) for fact in read(facts)}


def test_two_parties_ask_what_excludes_each_other():
    assert exclude_each_other(REST, ATTENDANCE)
    assert exclude_each_other(ATTENDANCE, REST)
    assert exclude_each_other(
        {"by": "a", "tag": "drug_free_first"}, {"by": "b", "tag": "psychiatry_first"}
    )
    assert exclude_each_other(
        {"by": "a", "tag": "the_same_time"}, {"by": "b", "tag": "the_same_time"}
    )


def test_the_same_party_or_demands_that_agree_are_no_conflict():
    assert not exclude_each_other(REST, {**ATTENDANCE, "by": REST["by"]})
    assert not exclude_each_other(REST, {"by": "gp", "tag": "rest"})
    assert not exclude_each_other(REST, {"by": "gp", "tag": "psychiatry_first"})
    assert not exclude_each_other(
        {"by": "a", "tag": "the_same_time"}, {"by": "b", "tag": "attendance"}
    )


def test_a_conflict_stands_until_both_parties_have_settled_it():
    told = [{"demands": [ATTENDANCE]}, {"demands": [REST]}]
    [sentence] = to_settle(told)
    assert "kræver fremmøde" in str(sentence)
    assert "kræver ro og hvile" in str(sentence)
    assert to_settle([*told, *told]) == [sentence], "told twice, settled once"
    assert to_settle([*told, {"demands_resolved": True}]) == []
    assert to_settle([*told, {"demands_resolved": False}]) == [sentence]
    assert to_settle([told[0], {"demands_resolved": True}, told[1]]) == []


@pytest.mark.parametrize("claims", [[], ["gp"], None])
def test_one_who_believes_to_be_coordinator_is_enough(claims):
    assert (
        to_settle([{"coordinator_claims": ["gp", "ward_staff"]}, {"coordinator_claims": claims}])
        == []
    )


def test_several_who_believe_it_are_too_many():
    [sentence] = to_settle([{"coordinator_claims": ["gp", "case_worker", "ward_staff"]}, {}])
    assert str(sentence).endswith("tror hver især, at de er koordinator.")
    assert str(sentence).count(", ") == 2
    assert to_settle([{"coordinator_claims": ["gp", "ward_staff"]}]) != []


def test_a_helper_of_whom_others_expect_something_else():
    told = {SKP: {"relative": ["cleaning"], "gp": ["cleaning"], SKP: ["contact_on_citizens_terms"]}}
    [sentence] = to_settle([{"role_expectations": told}])
    assert str(sentence).endswith("andre regner med rengøring, men det tilbydes ikke.")
    settled = {SKP: {"relative": ["cleaning"], SKP: ["cleaning"]}}
    assert to_settle([{"role_expectations": told}, {"role_expectations": settled}]) == []
    assert to_settle([{"role_expectations": {SKP: None}}, {"role_expectations": None}]) == []


def test_what_was_told_is_read_in_words():
    assert lines(demands=[REST]) == {FactKind.DEMANDS: (f"{word('opus_clinician')}: ro og hvile",)}
    assert lines(decision_needed=["housing"]) == {FactKind.TO_DECIDE: ("Bolig",)}
    assert lines(mandates_present=["case_worker:economy", "gp"]) == {
        FactKind.MANDATES: (f"{word('case_worker')}: Penge", word("gp"))
    }
    expected = {SKP: {"relative": ["cleaning"], SKP: ["contact_on_citizens_terms"]}}
    assert lines(role_expectations=expected)[FactKind.EXPECTATIONS] == (
        f"{word(SKP)}: {word('relative')} regner med rengøring",
        f"{word(SKP)} tilbyder selv kontakt på borgerens vilkår",
    )


def test_that_nobody_could_decide_is_told_and_not_told_is_not():
    assert lines(mandates_present=[]) == {FactKind.MANDATES: ("Ingen",)}
    assert lines(coordinator_claims=[]) == {FactKind.CLAIMS: ("Ingen",)}
    assert lines(mandates_present=None, coordinator_claims=None, demands=None) == {}
    assert lines(kind="homelessness", los_days=3) == {}


def test_an_answer_says_what_came_instead():
    refused = {"application": SKP, "outcome": "refused", "replacement": "activity_offer",
               "replacement_covers_need": False}  # fmt: skip
    [one] = lines(**refused)[FactKind.ANSWERS]
    assert (
        one == f"{word(SKP)}: afslag. I stedet: {word('activity_offer')}, som ikke dækker behovet"
    )
    waits = {"application": "cleaning", "outcome": "pending", "wait_days": 90}
    assert lines(decisions=[waits])[FactKind.ANSWERS] == (
        "Rengøring: ikke besvaret endnu. Ventetid: 90 dage",
    )
    covers = {**refused, "replacement_covers_need": True}
    assert "dækker" not in lines(**covers)[FactKind.ANSWERS][0]


@pytest.mark.parametrize("code", ["some_new_tag", "support_contact_person", "rest"])
def test_no_code_is_shown_with_its_underscores(code):
    assert "_" not in word(code)


def test_a_line_is_said_in_another_tongue_word_by_word():
    tongue = {
        "{one} kræver {this}, og {other} kræver {that}.": "{one}: {this}; {other}: {that}!",
        word("opus_clinician"): "the clinician", "ro og hvile": "rest",
        word("coordinating_case_worker"): "the officer", "fremmøde": "attendance",
    }  # fmt: skip
    [sentence] = to_settle([{"demands": [ATTENDANCE, REST]}])
    said = sentence.said(lambda text: tongue.get(text, f"untranslated: {text}"))
    assert said == "The officer: attendance; the clinician: rest!"


def test_braces_in_a_code_of_the_file_are_words():
    assert lines(decision_needed=["{odd}"]) == {FactKind.TO_DECIDE: ("{odd}",)}
