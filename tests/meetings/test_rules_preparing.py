"""A meeting is hers to prepare, is called when it is ready, and ends with what comes next."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.meetings.rules import preparing as rules
from landfast.meetings.rules.formats import Must
from landfast.meetings.rules.preparing import Onward, Size
from landfast.meetings.rules.who import missing
from landfast.meetings.rules.words import Attends, MeetingState, Reply, Stage
from tests.refusing import refusal_of, refused

S = MeetingState
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
FAR = NOW + rules.WITHIN + timedelta(minutes=1)
OPEN = {S.PREPARING, S.CALLED}


@pytest.mark.parametrize("state", S)
def test_hers_until_it_begins(state):
    assert rules.is_open(state) is (state in OPEN)
    if state in OPEN:
        rules.check_open(state)
    else:
        with refused("meeting_begun"):
            rules.check_open(state)


@pytest.mark.parametrize("state", S)
def test_nothing_is_changed_in_what_is_over(state):
    if state in {S.HELD, S.CANCELLED}:
        with refused("meeting_over"):
            rules.check_not_over(state)
    else:
        rules.check_not_over(state)


def test_a_theme_has_words_and_there_is_room_for_it():
    with refused("no_words", "words"):
        rules.check_theme(S.PREPARING, True, " ", 0)
    rules.check_theme(S.PREPARING, True, "Bolig", rules.THEMES_MAX - 1)
    with refused("many_themes"):
        rules.check_theme(S.PREPARING, True, "Bolig", rules.THEMES_MAX)


def test_without_an_agenda_beforehand_themes_come_in_the_meeting():
    with refused("no_agenda_before"):
        rules.check_theme(S.PREPARING, False, "Bolig", 0)
    rules.check_theme(S.RUNNING, False, "Bolig", 0)
    with refused("meeting_begun"):
        rules.check_theme(S.HELD, True, "Bolig", 0)


@pytest.mark.parametrize("minutes", [rules.SHORTEST, rules.LONGEST])
@pytest.mark.parametrize("largest", [None, 0, rules.LARGEST])
@pytest.mark.parametrize("starts_at", [None, LATER])
def test_a_frame_that_fits(minutes, largest, starts_at):
    rules.check_frame(minutes, largest, starts_at, NOW)


@pytest.mark.parametrize(
    ("minutes", "largest", "starts_at", "code"),
    [
        (60, None, NOW, "time_is_past"),
        (60, None, FAR, "too_far"),
        (rules.SHORTEST - 1, None, None, "length"),
        (rules.LONGEST + 1, None, None, "length"),
        (60, -1, None, "largest"),
        (60, rules.LARGEST + 1, None, "largest"),
    ],
)
def test_a_frame_that_does_not(minutes, largest, starts_at, code):
    with refused(code):
        rules.check_frame(minutes, largest, starts_at, NOW)


def test_the_last_time_that_is_near_enough_is_a_year_ahead():
    rules.check_time(NOW + rules.WITHIN, NOW)
    rules.check_frame(60, None, NOW + rules.WITHIN, NOW)


READY = {"themes": 1, "agenda_before": True, "frame_agreed": True}


@pytest.mark.parametrize(
    ("starts_at", "changed", "code"),
    [
        (LATER, {"themes": 0}, "no_theme"),
        (LATER, {"frame_agreed": False}, "frame_not_agreed"),
        (LATER, {"can_reflect": False}, "nobody_reflects"),
        (None, {}, "no_time"),
        (NOW, {}, "time_is_past"),
        (FAR, {}, "too_far"),
    ],
)
def test_what_a_call_lacks(starts_at, changed, code):
    with refused(code):
        rules.check_call(S.PREPARING, starts_at, NOW, **(READY | changed))


def test_a_meeting_is_called():
    rules.check_call(S.PREPARING, LATER, NOW, **READY)
    rules.check_call(S.PREPARING, LATER, NOW, **(READY | {"themes": 0, "agenda_before": False}))
    rules.check_call(S.PREPARING, LATER, NOW, **(READY | {"frame_agreed": False, "leads": False}))
    with refused("meeting_begun"):
        rules.check_call(S.HELD, LATER, NOW, **READY)


def test_she_takes_part_as_she_likes():
    with refused("who_speaks", "represented_by"):
        rules.check_attends(Attends.REPRESENTED, "", " ")
    rules.check_attends(Attends.REPRESENTED, "", "Min søster")
    rules.check_attends(Attends.OWN_WORD, "x" * rules.WORD_MAX, "")
    with refused("too_long", "own_word"):
        rules.check_attends(Attends.OWN_WORD, "x" * (rules.WORD_MAX + 1), "")


@pytest.mark.parametrize("reply", [Reply.COMES, Reply.BY_PHONE])
def test_who_comes_need_say_nothing_more(reply):
    rules.check_reply(S.CALLED, reply, "", "")
    with refused("not_called"):
        rules.check_reply(S.RUNNING, reply, "", "")


def test_who_does_not_come_says_why_or_writes():
    with refused("no_answer", "reply"):
        rules.check_reply(S.CALLED, Reply.ASKED, "Ferie", "Hej")
    with refused("why_not", "reply_reason"):
        rules.check_reply(S.CALLED, Reply.DECLINED, " ", "Hej")
    with refused("no_words", "written_word"):
        rules.check_reply(S.CALLED, Reply.WRITES, "Ferie", " ")
    rules.check_reply(S.CALLED, Reply.DECLINED, "Ferie", "")
    rules.check_reply(S.CALLED, Reply.WRITES, "", "Hej")


@pytest.mark.parametrize("state", S)
def test_a_called_meeting_begins_and_a_running_one_is_open(state):
    assert rules.may_start(state, None) is (state is S.CALLED)
    for check, only, code in (
        (lambda at: rules.check_start(at, None), S.CALLED, "not_called"),
        (rules.check_running, S.RUNNING, "not_running"),
    ):
        if state is only:
            check(state)
        else:
            with refused(code):
                check(state)


@pytest.mark.parametrize("attends", Attends)
def test_a_meeting_begins_however_she_comes_but_not_on_a_day_she_cannot(attends):
    if attends is Attends.NOT_TODAY:
        with refused("she_cannot"):
            rules.check_start(S.CALLED, attends)
        assert not rules.may_start(S.CALLED, attends)
    else:
        rules.check_start(S.CALLED, attends)
        assert rules.may_start(S.CALLED, attends)


@pytest.mark.parametrize(("number", "at"), list(enumerate(Stage)))
@pytest.mark.parametrize(("wanted", "to"), list(enumerate(Stage)))
def test_one_step_at_a_time_and_back_as_far_as_one_likes(number, at, wanted, to):
    if wanted > number + 1:
        with refused("one_step"):
            rules.check_stage(at, to)
    else:
        rules.check_stage(at, to)


@pytest.mark.parametrize(
    ("onward", "code"),
    [
        (Onward(None, False, ""), "what_next"),
        (Onward(LATER, True, "Ringes ved"), "both"),
        (Onward(NOW, False, ""), "next_is_past"),
        (Onward(FAR, False, ""), "too_far"),
        (Onward(None, True, " "), "why_none"),
    ],
)
def test_an_end_that_leaves_it_open_is_none(onward, code):
    with refused(code):
        rules.check_end(S.RUNNING, Stage.CLOSING, onward, NOW)


@pytest.mark.parametrize("onward", [Onward(LATER, False, ""), Onward(None, True, "Ringes ved")])
def test_a_meeting_ends_with_a_date_or_an_explicit_none(onward):
    rules.check_end(S.RUNNING, Stage.CLOSING, onward, NOW)
    with refused("no_closing_round"):
        rules.check_end(S.RUNNING, Stage.THEMES, onward, NOW)
    with refused("not_running"):
        rules.check_end(S.CALLED, Stage.CLOSING, onward, NOW)


@pytest.mark.parametrize(
    ("wants", "responsibility", "code"),
    [
        ({"silent": 1}, "", "silent_theme"),
        ({"speaks_responsibility": True}, " ", "who_is_responsible"),
        ({"speaks_responsibility": True}, "Bo ringer", None),
        ({"needs_next_date": True}, "", "date_needed"),
    ],
)
def test_no_theme_passes_in_silence_and_a_format_may_want_more_of_an_end(
    wants, responsibility, code
):
    none = Onward(None, True, "Ringes ved", responsibility)
    assert refusal_of(rules.check_end, S.RUNNING, Stage.CLOSING, none, NOW, **wants) == code


def test_a_meeting_goes_one_step_at_a_time_and_back_as_far_as_one_likes():
    order = rules.stages()
    for at, now_at in enumerate(order):
        for to, stage in enumerate(order):
            assert rules.may_move_to(now_at, stage) is (to != at and to <= at + 1)


def test_a_dialogue_does_not_begin_with_old_agreements():
    assert Stage.FOLLOW_UP in rules.stages()
    assert set(rules.stages()) - set(rules.stages("reflectors")) == {Stage.FOLLOW_UP}
    assert rules.may_move_to(rules.stages()[0], Stage.FOLLOW_UP, "reflectors") is False


@pytest.mark.parametrize(
    ("others", "professionals", "largest", "size"),
    [(2, 2, 3, Size.FITS), (3, 3, 3, Size.LARGER), (5, 5, None, Size.FITS), (6, 6, None, Size.ASK)],
)
def test_that_one_more_is_too_many_is_said_before_somebody_is_asked(
    others, professionals, largest, size
):
    assert rules.size_with_one_more(others, professionals, largest) is size


def test_who_must_be_there_is_missed_by_name():
    two = Must(frozenset({"*professional"}), 2, "to fagpersoner")
    keeper = Must(frozenset({"*promiser"}), 1, "dem med aftaler")
    doctor = Must(frozenset({"gp", "psychiatrist"}), 1, "en læge")
    assert missing((two,), ["gp"]) == ["to fagpersoner"]
    assert missing((two,), ["gp", "mentor"]) == []
    assert missing((keeper,), [], promisers=1) == ["dem med aftaler"]
    assert missing((keeper,), [], promisers=0) == []
    assert missing((doctor,), ["mentor"]) == ["en læge"]
    assert missing((doctor,), ["psychiatrist"]) == []


def test_all_that_is_missing_at_the_end_is_told_at_once():
    wants = {"speaks_responsibility": True, "needs_next_date": False}
    missing = rules.missing_at_end(Onward(None, False, ""), NOW, silent=2, **wants)
    assert [one.code for one in missing] == ["silent_theme", "who_is_responsible", "what_next"]
    said = Onward(None, True, "Ringes ved", "Bo ringer")
    assert rules.missing_at_end(said, NOW, **wants) == []
