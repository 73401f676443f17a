"""Whose turn it is (dialogproces, S004 §5.2, domain A5 and 0.9).

The citizen first; then one at a time; the citizen is offered the word after each. In a
dialogue (M-02, M-03) professionals reflect with each other while she listens, and then she
answers (`dialogue.py`). No clock: a turn ends when it ends.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.words import Answers, Attends, TurnKind

TEXT_MAX = 4000
ANSWERS = frozenset({TurnKind.CITIZEN_RESPONSE, TurnKind.CORRECTION, TurnKind.NO_ANSWER})
HEARD = frozenset({TurnKind.INPUT, TurnKind.PASS})
SEATED = HEARD | {TurnKind.REFLECTION, TurnKind.GIVEN}
THE_LEADER = UUID(int=0)
"""The leader's place among those who reflect: she has no seat of her own at the table."""
NEEDS_WORDS = frozenset(
    {TurnKind.INPUT, TurnKind.CITIZEN_RESPONSE, TurnKind.CORRECTION, TurnKind.SOLUTION,
     TurnKind.PARKED}
)  # fmt: skip


@dataclass(frozen=True)
class Seat:
    """Somebody at the table besides the citizen."""

    id: UUID
    is_professional: bool = True


@dataclass(frozen=True)
class Said:
    """One turn of the log. Without a seat it is the citizen, or the table as one."""

    theme: UUID
    kind: TurnKind
    seat: UUID | None = None


@dataclass(frozen=True)
class Table:
    """The meeting as the turn order sees it: who sits there, the themes, what was said."""

    seats: tuple[Seat, ...]
    themes: tuple[UUID, ...]
    log: tuple[Said, ...] = ()
    answers: Answers = Answers.AFTER_EACH
    reflectors: tuple[UUID, ...] = ()
    hand_up: bool = False
    """The citizen has raised her hand: the word is hers as soon as the one who speaks has ended."""
    hand_waits: bool = False
    """Somebody was speaking when she raised it, and has not ended yet."""
    with_citizen: bool = True
    proposed: frozenset[UUID] = frozenset()
    """Themes that something was proposed for at this meeting."""

    def on(self, theme: UUID) -> list[Said]:
        """What was said on one theme, in order."""
        return [said for said in self.log if said.theme == theme]


class Expected(StrEnum):
    """What comes next at the table."""

    CITIZEN_OPENS = "citizen_opens"
    SPEAKER = "speaker"
    CITIZEN_ANSWERS = "citizen_answers"
    REFLECTION = "reflection"
    TOGETHER = "together"
    DONE = "done"


@dataclass(frozen=True)
class Next:
    """Whose turn it is, on which theme, and who waits."""

    expected: Expected
    theme: UUID | None = None
    seat: UUID | None = None
    waiting: tuple[UUID, ...] = ()


def answers_today(chosen: Answers, attends: Attends | None) -> Answers:
    """A citizen who is not at the table is not asked aloud; her word was read (domain 0.9)."""
    away = attends in {Attends.OWN_WORD, Attends.NOT_TODAY, Attends.POINTS}
    return Answers.NOT_TODAY if away else chosen


def is_held_without(attends: Attends | None) -> bool:
    """Has she said that she is not there? Then no turn is hers to open (domain A3)."""
    return attends in {Attends.NOT_TODAY, Attends.POINTS}


def next_turn(table: Table) -> Next:
    """Citizen, then each in turn, the word offered after each, then together (domain A5.3–6)."""
    theme = open_theme(table)
    if theme is None:
        return Next(Expected.DONE)
    waiting = tuple(seat.id for seat in _unheard(table, theme))
    if not _is_opened(table, theme):
        return Next(Expected.CITIZEN_OPENS, theme, None, waiting)
    if is_offer_open(table, theme):
        return Next(Expected.CITIZEN_ANSWERS, theme, None, waiting)
    silent = to_reflect(table, theme)
    if silent and (is_reflecting(table, theme) or not waiting):
        return Next(Expected.REFLECTION, theme, silent[0], silent[1:])
    speaker = given_to(table, theme) or next(iter(waiting), None)
    if speaker is None:
        return Next(Expected.TOGETHER, theme)
    rest = tuple(one for one in waiting if one != speaker)
    return Next(Expected.SPEAKER, theme, speaker, rest)


def is_hers(now: Next) -> bool:
    """Has the citizen the word?"""
    return now.expected in {Expected.CITIZEN_OPENS, Expected.CITIZEN_ANSWERS}


def given_to(table: Table, theme: UUID) -> UUID | None:
    """Whom the leader gave the word and who has not used it yet."""
    last = next(
        (said for said in reversed(table.on(theme)) if said.seat and said.kind in SEATED), None
    )
    if last is None or last.kind is not TurnKind.GIVEN:
        return None
    return last.seat if last.seat in {seat.id for seat in table.seats} else None


def to_reflect(table: Table, theme: UUID) -> tuple[UUID, ...]:
    """Those who have not yet told what they heard on this theme (S000 §2.1, §2.2)."""
    done = {said.seat for said in table.on(theme) if said.kind is TurnKind.REFLECTION}
    return tuple(one for one in table.reflectors if one not in done)


def kind_now(table: Table, seat: UUID | None, *, has_words: bool) -> TurnKind:
    """What a note is, by who spoke and where the table is: no scribe has to know the kinds."""
    now = next_turn(table)
    if seat is None and now.expected is not Expected.CITIZEN_OPENS:
        return TurnKind.CITIZEN_RESPONSE if has_words else TurnKind.NO_ANSWER
    if seat and now.expected is Expected.REFLECTION and seat in table.reflectors:
        return TurnKind.REFLECTION
    return TurnKind.INPUT if has_words else TurnKind.PASS


def silent_themes(table: Table) -> tuple[UUID, ...]:
    """Themes that nobody spoke to and nothing was proposed for: the closing asks (product C5)."""
    silent = {TurnKind.CLOSED, TurnKind.GIVEN}
    spoken = {said.theme for said in table.log if said.kind not in silent}
    return tuple(theme for theme in table.themes if theme not in spoken | table.proposed)


def is_reflecting(table: Table, theme: UUID) -> bool:
    """The reflectors have begun and are not all heard: the others listen, she too (S000 §2.1)."""
    begun = any(said.kind is TurnKind.REFLECTION for said in table.on(theme))
    return begun and bool(to_reflect(table, theme))


def open_theme(table: Table) -> UUID | None:
    """The first theme that the table has not left."""
    left = {said.theme for said in table.log if said.kind is TurnKind.CLOSED}
    return next((theme for theme in table.themes if theme not in left), None)


def is_offer_open(table: Table, theme: UUID) -> bool:
    """Has somebody spoken without the citizen having been offered the word? (domain A5, test)

    A raised hand is an offer asked for, whatever she chose; while others reflect she listens.
    """
    heard_now = table.hand_up and not table.hand_waits
    if heard_now and _is_opened(table, theme) and not is_reflecting(table, theme):
        return True
    if table.answers in {Answers.NOT_TODAY, Answers.BY_HAND}:
        return False
    for said in reversed(table.on(theme)):
        if said.kind in ANSWERS or (said.kind is TurnKind.INPUT and said.seat is None):
            return False
        if said.kind is TurnKind.REFLECTION:
            return not to_reflect(table, theme)
        if said.kind is TurnKind.INPUT:
            return not (table.answers is Answers.AFTER_ROUND and _unheard(table, theme))
    return False


def speaks_on(table: Table, theme: UUID) -> bool:
    """She has opened the theme and keeps the word: nobody else has spoken, so she answers nothing.

    Then she says more, or gives the word on when she will (C5).
    """
    there = table.on(theme)
    hers = all(said.seat is None and said.kind in HEARD | ANSWERS for said in there)
    return table.hand_up and not table.hand_waits and bool(there) and hers


def somebody_speaks(table: Table) -> bool:
    """Has somebody else the word? Then a hand that is raised now waits until they have ended."""
    now = next_turn(replace(table, hand_up=False))
    return now.expected in {Expected.SPEAKER, Expected.REFLECTION}


def check_may_say(table: Table, said: Said, text: str = "") -> None:
    """May this be said now? The gate of every turn; the page's buttons ask `may_say`."""
    if said.theme != open_theme(table):
        raise NotNow("theme_left", da("I er gået videre til et andet tema. Se, hvor I er nu."))
    check_words(said, text)
    if said.seat is not None and said.kind not in SEATED:
        raise NotNow("hers_to_say", da("Svaret er borgerens, og løsningen er fælles."))
    if said.kind is TurnKind.PARKED:
        return
    opened, offered = _is_opened(table, said.theme), is_offer_open(table, said.theme)
    if said.seat is None and said.kind in HEARD:
        _check_citizen_opens(said, opened, offered)
    elif not opened:
        raise NotNow("citizen_first", da("Borgeren har ordet først. Spring over, hvis det ønskes."))
    elif said.kind in ANSWERS:
        _check_answer(said, offered)
    elif offered:
        raise NotNow(
            "offer_the_word", da("Tilbyd borgeren ordet først: svar, ret, eller intet svar i dag.")
        )
    elif said.kind is TurnKind.REFLECTION:
        _check_reflects(table, said)
    elif is_reflecting(table, said.theme):
        raise NotNow("let_them_reflect", da("Lad dem, der reflekterer, tale færdig først."))
    elif said.kind is TurnKind.CLOSED:
        _check_all_heard(table, said.theme)
    elif said.kind in HEARD or said.kind is TurnKind.GIVEN:
        _check_seat(table, said)


def may_say(table: Table, said: Said) -> bool:
    """The same rule for a button; words are judged when they are there."""
    try:
        check_may_say(table, said, text="…")
    except (NotNow, Wrong):
        return False
    return True


def check_words(said: Said, text: str) -> None:
    """What is written down has words, and is short enough to be read."""
    if said.kind in NEEDS_WORDS and not text.strip():
        raise Wrong("no_words", da("Skriv kort, hvad der blev sagt."), "text")
    if len(text) > TEXT_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 4.000 tegn."), "text")


def _check_citizen_opens(said: Said, opened: bool, offered: bool) -> None:
    if said.kind is TurnKind.PASS and (opened or offered):
        raise NotNow("already_opened", da("Borgeren har haft ordet. Giv det til den næste."))


def _check_answer(said: Said, offered: bool) -> None:
    if said.kind is TurnKind.NO_ANSWER and not offered:
        raise NotNow("no_offer", da("Der er ikke noget at svare på lige nu."))


def _check_all_heard(table: Table, theme: UUID) -> None:
    if any(seat.is_professional for seat in _unheard(table, theme)):
        raise NotNow(
            "not_all_heard", da("Alle fagpersoner skal have haft ordet eller sagt pas først.")
        )
    if to_reflect(table, theme):
        raise NotNow(
            "no_reflection",
            da("Tag refleksionen først. Den kan være kort, og den kan være stille."),
        )


def _check_reflects(table: Table, said: Said) -> None:
    if said.seat not in table.reflectors:
        raise NotNow("not_a_reflector", da("Vælg en af dem, der reflekterer i dag."))


def _check_seat(table: Table, said: Said) -> None:
    if said.seat not in {seat.id for seat in table.seats}:
        raise NotNow("not_at_the_table", da("Den person er ikke med til mødet lige nu."))


def _is_opened(table: Table, theme: UUID) -> bool:
    """She opens it; where she is not asked to come, the table itself does (A12 M-06)."""
    if not table.with_citizen:
        return True
    return any(said.seat is None and said.kind in HEARD for said in table.on(theme))


def _unheard(table: Table, theme: UUID) -> list[Seat]:
    heard = {said.seat for said in table.on(theme) if said.kind in HEARD}
    return [seat for seat in table.seats if seat.id not in heard]
