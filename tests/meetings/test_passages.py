"""Something in minutes that are out is covered, taken out, shown again, or moved (C6, mistakes)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.looks import looking
from landfast.course.actions import mending
from landfast.journeys import mend_mistake
from landfast.journeys.see_minutes import look_at_minutes
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.queries.passages import astray
from landfast.meetings.rules import MinutesState, marks
from landfast.meetings.rules import passages as rules
from landfast.meetings.rules.passages import Cover
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting
from tests.factories.town import as_
from tests.meetings.test_minutes import published

SECRET = "Hendes søster drikker"
ELSE = "Hun vil gerne bo på landet"
PIECES = ("Bo", "Boel", "å", "drikker.", "[1]", "søster")
texts = st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join)


@given(st.lists(texts, max_size=3), texts.filter(bool), st.integers(1, 99))
def test_covered_words_stand_nowhere_and_come_back_as_they_were(tree, words, number):
    content = {"themes": [{"said": one, "theme": words} for one in tree], "closing": words}
    covered = marks.put(content, words, marks.mark(number))
    assert covered["closing"] == marks.mark(number)
    assert all(one["theme"] == words for one in covered["themes"])  # keys are no words
    assert marks.read(covered, {number: words}) == content


def test_a_word_inside_another_stays():
    assert marks.put("Bo og Boel", "Bo", marks.mark(1)) == "[udeladt 1] og Boel"


def test_a_mark_has_no_words_of_its_own_and_signs_can_stand_at_an_edge():
    assert marks.put("Er udeladt: [udeladt 1]", "udeladt", "x") == "Er x: [udeladt 1]"
    covered = marks.put("Bo, som drikker", ", som", marks.mark(2))
    assert covered == "Bo[udeladt 2] drikker"
    assert marks.put(covered, marks.mark(2), ", som") == "Bo, som drikker"


@pytest.mark.parametrize(
    ("chosen", "words", "reason", "field"),
    [
        ("", "", "Hvorfor ikke", "line"),
        (SECRET, "Hendes bror", "Om en anden", "words"),
        (SECRET, "", " ", "reason"),
        (SECRET, "søster", "Hendes søster", "reason"),
        ("[udeladt 1] og mere", "", "Om en anden", "line"),
        ("[udeladt 1] og mere", "t 1] og", "Om en anden", "words"),
        (SECRET, "øste", "Om en anden", "words"),
        ("Søsteren [udeladt 1]", "udeladt", "Om en anden", "words"),
    ],
)
def test_a_passage_is_chosen_as_it_stands_with_a_reason_that_does_not_tell_it(
    chosen, words, reason, field
):
    with pytest.raises(Wrong) as refused:
        rules.check_words(chosen, words, reason)
    assert refused.value.field == field


def test_who_writes_on_keeps_the_marks_and_makes_none():
    marks.check_marks_stay(["a [udeladt 1]"], ["[udeladt 1] b"])
    with pytest.raises(Wrong, match=r"\[udeladt 1\] blive"):
        marks.check_marks_stay(["a [udeladt 1]"], ["a"])
    with pytest.raises(Wrong, match="klammer"):
        marks.check_marks_stay(["a"], ["a [udeladt 2]"])


@pytest.fixture
def out(town):
    """Minutes that Bo and Anna have, with something about a sister in them."""
    met = held_meeting(town)
    minutes = published(met, "bo", "anna")
    with as_(met.karen):
        row = models.Minutes.objects.get(id=minutes)
        row.citizen_said = f"{SECRET}\n{ELSE}"
        row.content["themes"][0]["said"] = f"Bo: {SECRET}"
        row.save()
    return met, minutes


def redact(met, minutes, kind=Cover.COVERED, **more):
    with as_(met.karen):
        return actions.redact_minutes(
            actor=met.karen, minutes_id=minutes, line="s-0", kind=kind,
            reason="Det er ikke hendes eget", **more,
        )  # fmt: skip


def reads(met, actor):
    with as_(actor):
        row = look_at_minutes(actor, met.course_id, met.id).minutes
    return f"{row.citizen_said} {row.content}"


def test_what_is_covered_is_read_by_her_the_leader_and_whom_they_named(out):
    met, minutes = out
    redact(met, minutes, readers=[met.anna.person_id])
    for actor in (met.karen, met.lived.citizen, met.anna):
        assert SECRET in reads(met, actor), actor.name
    assert SECRET not in reads(met, met.bo)
    assert "[udeladt 1]" in reads(met, met.bo)
    assert ELSE in reads(met, met.bo)


def test_what_is_taken_out_stands_in_no_version_and_the_database_shows_it_to_one(out):
    met, minutes = out
    redact(met, minutes, Cover.TAKEN)
    for actor in (met.karen, met.lived.citizen, met.anna, met.bo):
        assert SECRET not in reads(met, actor), actor.name
    with as_(met.karen):
        assert not models.Minutes.objects.filter(citizen_said__contains="søster").exists()
        assert models.Passage.objects.get().words == SECRET
    for actor in (met.lived.citizen, met.anna, met.bo):
        with as_(actor):
            assert not models.Passage.objects.exists(), actor.name


def test_it_is_a_new_version_that_those_who_had_the_old_one_get(out):
    met, minutes = out
    redact(met, minutes)
    with as_(met.karen):
        new, old = queries.minutes_of(met.id)
    assert (new.state, old.state) == (MinutesState.PUBLISHED, MinutesState.SUPERSEDED)
    assert new.recipients == old.recipients
    assert [one.reason for one in new.covers] == ["Det er ikke hendes eget"]


def test_who_read_it_before_is_known_to_the_leader(out):
    met, minutes = out
    reads(met, met.bo)
    redact(met, minutes)
    reads(met, met.anna)
    with as_(met.karen):
        seen = look_at_minutes(met.karen, met.course_id, met.id)
    assert [one.who for one in seen.read_before] == [met.bo.name]


def test_it_is_shown_again_with_a_reason(out):
    met, minutes = out
    redact(met, minutes)
    with as_(met.karen):
        passage = models.Passage.objects.get().id
        with pytest.raises(Wrong):
            actions.show_again(actor=met.karen, passage_id=passage, reason="")
        actions.show_again(actor=met.karen, passage_id=passage, reason="Hun siger ja")
    assert SECRET in reads(met, met.bo)
    assert "udeladt" not in reads(met, met.bo)


def test_only_who_leads_covers_and_only_what_is_out(out):
    met, minutes = out
    with as_(met.bo), pytest.raises(NotAllowed):
        actions.redact_minutes(
            actor=met.bo, minutes_id=minutes, line="s-0", kind=Cover.TAKEN, reason="Nej"
        )
    with as_(met.karen):
        actions.recall_minutes(actor=met.karen, minutes_id=minutes, reason="Forkert")
    with pytest.raises(NotNow):
        redact(met, minutes)


def test_a_line_on_the_wrong_citizen_goes_to_the_right_one_and_back(town, out):
    met, minutes = out
    other = started_course(town, "Bent Berg")
    redact(met, minutes, Cover.ASTRAY)
    with as_(met.karen):
        passage = models.Passage.objects.get().id
        mend = mend_mistake.propose_moving(
            actor=met.karen, course_id=met.course_id, thing="meetings_passage", row_id=passage,
            target=other.id, why="Det er Bents søster",
        hint="")  # fmt: skip
        mend_mistake.carry_out(actor=met.karen, mend_id=mend)
    with as_(other.citizen):
        looking.open_record(other.citizen, other.id, "Møder")
        assert [one.words for one in astray(other.id)] == [SECRET]
    assert SECRET not in reads(met, met.lived.citizen)
    with as_(met.karen):
        mending.undo_mend(actor=met.karen, mend_id=mend, why="Det var alligevel her")
        looking.open_record(met.karen, other.id, "Møder")
        assert astray(other.id) == []
        assert models.Passage.objects.get().meeting_id == met.id


def test_what_was_only_covered_is_not_offered_to_be_moved(out):
    met, minutes = out
    redact(met, minutes)
    with as_(met.karen):
        passage = models.Passage.objects.get().id
        with pytest.raises(NotFound):
            mend_mistake.see_thing(met.karen, met.course_id, "meetings_passage", passage)
