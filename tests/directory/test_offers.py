"""What citizens can get: found in plain words, kept fresh, written by who keeps the unit."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import DatabaseError, transaction

from landfast.directory import models
from landfast.directory.actions import offers as actions
from landfast.directory.queries.offers import open_offer, open_offers
from landfast.directory.rules.offers import (
    FRESH,
    Offer,
    WayIn,
    asked_for,
    check_offer,
    is_fresh,
    offer_as_seen,
    ranked,
    stem,
)
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.town import as_

MEAL = Offer("Aftensmad", "Du kan spise med.", frozenset({"network"}), WayIn.COME)


def added(town, actor=None, **changes):
    actor = actor or town.dorte
    with as_(actor):
        return actions.add_offer(
            actor=actor, unit_id=town.coordination, offer=replace(MEAL, **changes)
        )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "no_name"), ({"does": ""}, "says_nothing"),
        ({"needs": frozenset()}, "about_nothing"), ({"phone": "ring bare"}, "no_number"),
        ({"wait_weeks": -1}, "wait"), ({"wait_weeks": 105}, "wait"),
    ],
)  # fmt: skip
def test_an_offer_says_what_one_gets_and_what_it_is_about(changes, code):
    with pytest.raises(Wrong) as refused:
        check_offer(replace(MEAL, **changes))
    assert refused.value.code == code
    check_offer(replace(MEAL, wait_weeks=104, phone="20 30 40 50"))
    check_offer(replace(MEAL, wait_weeks=0))


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("mennesker", "mennesk"), ("mennesket", "mennesk"), ("venner", "venn"), ("gæld", "gæld"),
        ("pengene", "peng"), ("bus", "bus"), ("sted", "sted"),
    ],
)  # fmt: skip
def test_an_ending_is_left_out_while_enough_is_left(word, stemmed):
    assert stem(word) == stemmed


def test_words_that_stand_in_every_question_ask_nothing():
    assert asked_for("Jeg vil gerne have hjælp til GÆLDEN, og en seng") == ["gæld", "seng"]


def test_the_best_answer_comes_first_and_no_answer_is_left_out():
    rows = [("kaffe", ("Kaffe",)), ("begge", ("Kaffe og gæld",)), ("intet", ("Bolig",))]
    assert ranked(rows, "kaffen og min gæld") == ["begge", "kaffe"]
    assert ranked(rows, "jeg vil") == ["kaffe", "begge", "intet"]
    assert ranked(rows, "svømning") == []


def test_it_is_fresh_for_half_a_year():
    seen = date(2027, 1, 4)
    assert is_fresh(seen, seen + FRESH)
    assert not is_fresh(seen, seen + FRESH + timedelta(days=1))


def test_who_keeps_the_unit_adds_changes_confirms_and_closes(town):
    meal = added(town)
    with pytest.raises(NotNow):
        added(town, name=" Aftensmad ")
    mine = {"actor": town.dorte, "unit_id": town.coordination, "offer_id": meal}
    with as_(town.dorte):
        with pytest.raises(NotNow):
            actions.change_offer(**mine, offer=MEAL, seen=offer_as_seen(replace(MEAL, does="x")))
        later = replace(MEAL, wait_weeks=3, while_admitted=True)
        actions.change_offer(**mine, offer=later, seen=offer_as_seen(MEAL))
        found = open_offer(meal)
        assert found is not None
        assert (found.offer, found.unit) == (later, "Koordinatorteamet")
        models.Offer.objects.update(checked_on=date(2020, 1, 1))
        actions.confirm_offer(**mine)
        assert open_offer(meal).checked_on > date(2020, 1, 1)
        actions.close_offer(**mine)
        assert open_offers(town.coordination) == []
        for again in (actions.close_offer, actions.confirm_offer):
            with pytest.raises(NotFound):
                again(**mine)
    added(town)


@pytest.mark.parametrize("changes", [False, True])
def test_who_saves_the_same_name_in_the_same_second_is_told(town, monkeypatch, changes):
    mine = {"actor": town.dorte, "unit_id": town.coordination, "offer": MEAL}
    lunch = added(town, name="Frokost") if changes else None
    write = actions._write

    def anothers_comes_first(row, offer):
        monkeypatch.setattr(actions, "_write", write)
        actions.add_offer(**mine)
        write(row, offer)

    monkeypatch.setattr(actions, "_write", anothers_comes_first)
    saves = partial(actions.change_offer, offer_id=lunch) if changes else actions.add_offer
    with as_(town.dorte), pytest.raises(NotNow, match="same_offer"):
        saves(**mine)


def test_others_read_them_and_write_nothing(town):
    meal = added(town)
    for actor in (town.karen, town.anna):
        with pytest.raises(NotAllowed):
            added(town, actor, name="Frokost")
        with as_(actor):
            assert [row.offer.name for row in open_offers()] == ["Aftensmad"]
            assert models.Offer.objects.filter(id=meal).update(wait_weeks=1) == 0
            with pytest.raises(DatabaseError), transaction.atomic():
                models.Offer(
                    unit_id=town.coordination, name="X", does="X", way_in="come",
                    checked_on=date(2027, 1, 1),
                ).save(force_insert=True)  # fmt: skip
