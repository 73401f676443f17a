"""The merge rule alone: an act is done, or it waits beside what stands. No third way (C5)."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.refusals import NotNow, Wrong
from landfast.meetings.rules.merging import (
    CHOICES,
    HERS,
    PROMISES,
    ActKind,
    Choice,
    Clash,
    Seen,
    both,
    check_choice,
    choices,
    clash,
)
from tests.proving import drawn


def test_what_still_stands_is_done():
    for kind in ActKind:
        assert clash(Seen(kind, "3"), "3") is None


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (ActKind.SAY, Clash.TURN), (ActKind.NOTE, Clash.NOTE), (ActKind.ACCEPT, Clash.PROMISE),
        (ActKind.WITHDRAW, Clash.PROMISE), (ActKind.THEME, Clash.CHOICE),
        (ActKind.STAGE, Clash.CHOICE), (ActKind.TELL, Clash.PROMISE),
    ],
)  # fmt: skip
def test_what_no_longer_stands_waits(kind, found):
    assert clash(Seen(kind, "3", "x"), "4") is found
    gone = Clash.TOLD if kind is ActKind.TELL else found
    assert clash(Seen(kind, "3", "x"), None) is gone


def test_what_was_told_already_is_not_told_over_it_by_the_leader():
    assert clash(Seen(ActKind.TELL, "3", "kept"), "kept") is None, "both said the same"
    assert choices(Clash.TOLD, ActKind.TELL) == (Choice.STANDS,)
    assert choices(Clash.PROMISE, ActKind.TELL) == (Choice.STANDS, Choice.LATE)
    assert choices(Clash.PROMISE, ActKind.TELL, may_still=False) == (Choice.STANDS,)
    assert clash(Seen(ActKind.TELL, "3", "kept"), "3", is_running=False) is Clash.OVER


def test_two_who_choose_the_same_agree():
    assert clash(Seen(ActKind.DECIDES, "", "here"), "here") is None


def test_her_own_hand_and_wish_to_listen_never_wait():
    for kind in HERS:
        assert clash(Seen(kind, "1"), "2") is None


def test_after_the_end_nothing_is_written_but_a_promise_is_still_answered():
    assert clash(Seen(ActKind.SAY, "1"), "1", is_running=False) is Clash.OVER
    assert clash(Seen(ActKind.ACCEPT, "1"), "1", is_running=False) is None
    assert choices(Clash.OVER, ActKind.SAY, is_running=False) == (Choice.STANDS,)


def test_only_a_note_can_be_both():
    for kind in ActKind:
        found = clash(Seen(kind, "1", "x"), "2")
        if found:
            assert (Choice.BOTH in choices(found, kind)) is (found is Clash.NOTE)


def test_a_choice_is_made_once_and_among_those_offered():
    offered = (Choice.STANDS,)
    assert check_choice("stands", offered, is_settled=False) is Choice.STANDS
    with pytest.raises(Wrong):
        check_choice("late", offered, is_settled=False)
    with pytest.raises(NotNow):
        check_choice("stands", offered, is_settled=True)


@dataclass
class Note:
    """One text on the server, and every act that reached it."""

    text: str = "0"
    version: int = 1
    waits: list[str] = field(default_factory=list)
    known: set[int] = field(default_factory=set)


@dataclass
class Screen:
    """A screen with its own idea of the note, and a queue while it is without a net."""

    saw: int = 1
    queue: list[tuple[int, int, str]] = field(default_factory=list)


def arrives(note: Note, key: int, saw: int, text: str) -> int | None:
    """As the server takes it: once, and only over what was seen; the version that it made."""
    if key in note.known:
        return None
    note.known.add(key)
    if clash(Seen(ActKind.NOTE, str(saw)), str(note.version)):
        note.waits.append(text)
        return None
    note.text, note.version = text, note.version + 1
    return note.version


STEP = st.tuples(st.sampled_from(["write", "send", "again", "look"]), st.integers(0, 1))


@drawn(300)
@given(st.lists(STEP, max_size=40))
def test_no_word_is_lost_and_none_is_overwritten_unseen(steps):
    note, screens, written, replaced = Note(), [Screen(), Screen()], 0, {"0"}
    sent: list[tuple[int, int, str]] = []
    for what, who in steps:
        screen = screens[who]
        if what == "write":
            written += 1
            screen.queue.append((written, screen.saw, str(written)))
        elif what == "look" and not screen.queue:
            screen.saw = note.version
        elif what == "again" and sent:
            before = (note.text, note.version, list(note.waits))
            arrives(note, *sent[-1])  # the answer was lost on the way, and it is sent again
            assert (note.text, note.version, note.waits) == before
        elif what == "send" and screen.queue:
            key, saw, text = screen.queue.pop(0)
            stood, seen = note.text, note.version
            made = arrives(note, key, saw, text)
            sent.append((key, saw, text))
            if made:
                assert seen == saw, "written over what nobody here had seen"
                replaced.add(stood)
                # one's own next words were written on top of these
                screen.queue = [(k, made if s == saw else s, t) for k, s, t in screen.queue]
                screen.saw = made
    left = {text for screen in screens for _key, _saw, text in screen.queue}
    everything = {str(n) for n in range(written + 1)}
    assert everything == replaced | {note.text} | set(note.waits) | left


def test_both_notes_stand_under_each_other():
    assert both("A ", " B") == "A\nB"
    assert both("", "B") == "B"


def test_promises_and_choices_are_no_notes():
    assert not PROMISES & CHOICES
    assert ActKind.NOTE not in PROMISES | CHOICES
