"""How a promise of somebody else's went, in the citizen's word: beside its maker's, and hers."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.queries import events
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.plan import actions, queries
from landfast.plan.actions import Report
from landfast.plan.rules import hers
from landfast.plan.rules.words import Act, AgreementState, Went
from tests.factories.plan import accepted, proposed, with_team
from tests.factories.town import as_

DUE = timedelta(days=14)


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def row_of(who, lived, agreement):
    with as_(who):
        return queries.agreement(agreement, lived.id)


def says(who, agreement, went, words="", **more):
    with as_(who):
        actions.say_went(actor=who, agreement_id=agreement, went=went, words=words, **more)


@pytest.fixture
def due(town, lived):
    """A promise of Bo's, on its day."""
    agreement = accepted(town, lived, town.bo)
    with clock.at(clock.now() + DUE):
        yield agreement


@pytest.mark.parametrize("went", Went)
def test_her_word_stands_beside_the_makers_in_either_order(town, lived, due, went):
    before = row_of(town.bo, lived, due)
    says(lived.citizen, due, went, "Bo ringede ikke")
    row = row_of(town.bo, lived, due)
    assert (row.hers, row.hers_words, row.hers_beside) == (went, "Bo ringede ikke", False)
    assert (row.state, row.version) == (AgreementState.ACCEPTED, before.version)
    with as_(town.bo):  # to the page that he opened before she said it
        actions.report_agreement(
            actor=town.bo, agreement_id=due, report=Report.KEPT, version=before.version
        )
    row = row_of(lived.citizen, lived, due)
    assert (row.state, row.hers) == (AgreementState.KEPT, went)
    says(lived.citizen, due, Went.HAPPENED)
    row = row_of(lived.citizen, lived, due)
    assert (row.state, row.hers, row.hers_words) == (AgreementState.KEPT, Went.HAPPENED, "")


def test_it_is_in_the_history_and_in_the_log_and_said_twice_is_said_once(lived, due):
    for words in ("", "Ingen kom", "Ingen kom"):
        says(lived.citizen, due, Went.NOT, words)
    with as_(lived.citizen):
        hers_of_it = [one for one in queries.history(due) if one.act in hers.HERS]
        told = events(lived.id, ["plan.agreement_hers_no"], 9)
    [line] = hers_of_it
    assert (line.act, line.note, line.told_aloud) == (Act.HERS_NO, "", False)
    assert len(told) == 2, "what she says of it later is news"


def test_it_is_hers_to_take_back_and_her_words_go_with_it(town, lived, due):
    says(lived.citizen, due, Went.OTHERWISE, "Det var Anna, der kom")
    with as_(lived.citizen):
        for _ in range(2):
            actions.take_back_went(actor=lived.citizen, agreement_id=due)
        kept = [one.note for one in queries.history(due)]
        told = events(lived.id, ["plan.agreement_hers_back"], 9)
    row = row_of(town.bo, lived, due)
    assert (row.hers, row.hers_words) == (None, "")
    assert "Det var Anna, der kom" not in kept
    assert len(told) == 1


def test_before_its_day_and_of_what_nobody_promised_nothing_is_asked(town, lived):
    running, asked = accepted(town, lived, town.bo), proposed(town, lived, town.bo)
    for agreement, code in ((running, "not_its_day"), (asked, "agreement_moved_on")):
        with pytest.raises(NotNow) as refused:
            says(lived.citizen, agreement, Went.NOT)
        assert refused.value.code == code
    with as_(town.bo):
        actions.report_agreement(actor=town.bo, agreement_id=running, report=Report.KEPT)
    says(lived.citizen, running, Went.NOT)  # told before its day: she need not wait for it


def test_beside_her_it_is_written_down_as_hers_and_her_own_word_is_not_overwritten(
    town, lived, due
):
    with pytest.raises(Wrong) as refused:
        says(town.karen, due, Went.NOT)
    assert refused.value.field == "citizen_said_so"
    says(town.karen, due, Went.NOT, "Ingen kom", citizen_said_so=True)
    assert row_of(town.bo, lived, due).hers_beside
    says(lived.citizen, due, Went.HAPPENED)
    assert not row_of(town.bo, lived, due).hers_beside
    with pytest.raises(NotNow) as late:
        says(town.karen, due, Went.NOT, citizen_said_so=True)
    assert late.value.code == "her_own_word"
    with pytest.raises(NotAllowed):
        says(town.bo, due, Went.HAPPENED, citizen_said_so=True)


@pytest.mark.parametrize(
    "values",
    ["hers = 'happened'", "hers = 'not', hers_beside = true", "hers_words = 'Alt gik godt'"],
)
def test_the_database_takes_her_word_from_nobody_else(town, lived, due, values):
    says(lived.citizen, due, Went.OTHERWISE, "Det blev en anden dag")
    for who in (town.bo, town.karen):
        with as_(who), pytest.raises(DatabaseError, match="her own word"), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"update plan_agreement set {values} where id = %s", [due])
    row = row_of(lived.citizen, lived, due)
    assert (row.hers, row.hers_words) == (Went.OTHERWISE, "Det blev en anden dag")


def test_what_was_kept_is_talked_about_only_where_it_went_otherwise_to_her(town, lived, due):
    with as_(town.bo):
        actions.report_agreement(actor=town.bo, agreement_id=due, report=Report.KEPT)

    def talks(**more):
        with as_(town.karen):
            actions.note_talk(actor=town.karen, agreement_id=due, **more)

    for went in (None, Went.HAPPENED):
        if went:
            says(lived.citizen, due, went)
        with pytest.raises(NotNow) as over:
            talks(citizen_said_yes=True)
        assert over.value.code == "agreement_moved_on"
    says(lived.citizen, due, Went.NOT)
    with pytest.raises(Wrong) as ask_first:
        talks()
    assert ask_first.value.field == "citizen_said_yes"
    talks(citizen_said_yes=True)
    assert row_of(lived.citizen, lived, due).talked_on


def test_words_that_are_too_long_are_refused_at_their_field(lived, due):
    with pytest.raises(Wrong) as refused:
        says(lived.citizen, due, Went.NOT, "x" * (hers.WORDS_MAX + 1))
    assert refused.value.field == "words"
    assert row_of(lived.citizen, lived, due).hers is None
