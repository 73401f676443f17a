"""What it takes to prepare, call, start and end a meeting (product C1, C2; S004 §5.2)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Refusal, Wrong, refused_by
from landfast.kernel.text import da
from landfast.meetings.rules.words import Attends, MeetingState, Reply, Stage

MANY_PROFESSIONALS = 6
SHORTEST, LONGEST = 10, 240
LARGEST = 30
WITHIN = timedelta(days=366)
"""How far ahead a meeting has a day: what lies further is a slip of the pen (D)."""
THEMES_MAX = 12
WORD_MAX = 4000
OPEN = frozenset({MeetingState.PREPARING, MeetingState.CALLED})
AHEAD = OPEN | {MeetingState.RUNNING}
STAYS = ("breaks", "seating", "speaks_first", "answers", "companion")
"""What of her frame the next meeting of the same format begins with, beside its length and size."""
"""Neither over nor cancelled: no other meeting is the next."""
STAGES = (Stage.FRAME, Stage.FOLLOW_UP, Stage.THEMES, Stage.CLOSING)


class Size(StrEnum):
    """Does the table fit what the citizen can bear?"""

    FITS = "fits"
    LARGER = "larger"
    ASK = "ask"


def size_of(others: int, professionals: int, largest: int | None) -> Size:
    """RT-09: more people than she wants, counted without her, her proxy and the coordinator.

    No wish noted and more than six professionals: ask her (S001 KE1, §4.1). Never a block.
    """
    if largest is not None:
        return Size.LARGER if others > largest else Size.FITS
    return Size.ASK if professionals > MANY_PROFESSIONALS else Size.FITS


def size_with_one_more(others: int, professionals: int, largest: int | None) -> Size:
    """The same with one more professional: said before somebody is asked, not afterwards."""
    return size_of(others + 1, professionals + 1, largest)


def check_open(state: MeetingState) -> None:
    """Themes, frame and people are the citizen's until the meeting begins (principle 1)."""
    if state not in OPEN:
        raise NotNow("meeting_begun", da("Mødet er begyndt eller slut. Det kan ikke ændres her."))


def is_open(state: MeetingState) -> bool:
    """The same rule for a button."""
    return state in OPEN


def check_theme(state: MeetingState, agenda_before: bool, words: str, count: int) -> None:
    """Åben Dialog has no agenda beforehand: the citizen says it at the start (M-02, M-03)."""
    if not words.strip():
        raise Wrong("no_words", da("Skriv, hvad mødet skal handle om."), "words")
    if count >= THEMES_MAX:
        raise NotNow("many_themes", da("Der er mange temaer. Gem nogle af dem til næste møde."))
    if state is MeetingState.RUNNING:
        return
    check_open(state)
    if not agenda_before:
        raise NotNow(
            "no_agenda_before",
            da("Til dette møde laves ingen dagsorden på forhånd. Temaerne kommer på mødet."),
        )


def check_takes_off(*, is_fixed: bool, is_the_leaders: bool, is_citizen: bool) -> None:
    """A point that the format has each time is taken off by nobody but her (A12 M-04, M-08)."""
    if is_fixed and is_the_leaders and not is_citizen:
        raise NotNow(
            "fixed_point",
            da("Punktet hører til mødeformen. Kun borgeren kan tage det af. Gå let hen over det."),
        )


def check_time(starts_at: datetime, now: datetime) -> None:
    """The time of a meeting is one that comes, within a year."""
    if starts_at <= now:
        raise Wrong("time_is_past", da("Tidspunktet er gået. Vælg et, der kommer."), "starts_at")
    _check_near(starts_at, now, "starts_at")


def _check_near(at: datetime, now: datetime, field: str) -> None:
    if at > now + WITHIN:
        raise Wrong("too_far", da("Vælg en dag inden for et år."), field)


def check_frame(
    minutes_long: int, largest: int | None, starts_at: datetime | None, now: datetime
) -> None:
    """A meeting lasts at least ten minutes and at most four hours, and lies ahead."""
    if starts_at is not None:
        check_time(starts_at, now)
    if not SHORTEST <= minutes_long <= LONGEST:
        raise Wrong("length", da("Skriv et antal minutter mellem 10 og 240."), "minutes_long")
    if largest is not None and not 0 <= largest <= LARGEST:
        raise Wrong("largest", da("Skriv et antal mellem 0 og 30."), "largest")


def check_call(
    state: MeetingState,
    starts_at: datetime | None,
    now: datetime,
    *,
    themes: int,
    agenda_before: bool,
    frame_agreed: bool,
    can_reflect: bool = True,
    leads: bool = True,
) -> None:
    """A meeting is called when she has chosen themes and frame, and it lies ahead (S004 §5.2).

    A dialogue has somebody who reflects beside the one who asks (S000 §2.1, §2.2). A meeting that
    she is only asked to (`leads` is not so) waits for no yes of hers to the frame.
    """
    check_open(state)
    if agenda_before and not themes:
        raise NotNow("no_theme", da("Skriv mindst ét tema, før mødet indkaldes."))
    if not can_reflect:
        raise NotNow(
            "nobody_reflects",
            da("Mødeformen har mindst én fagperson, der lytter og reflekterer. Vælg en først."),
        )
    if leads and not frame_agreed:
        raise NotNow("frame_not_agreed", da("Rammen skal være aftalt med borgeren først."))
    if starts_at is None:
        raise Wrong("no_time", da("Skriv, hvornår mødet er."), "starts_at")
    check_time(starts_at, now)


def check_attends(attends: Attends, own_word: str, represented_by: str) -> None:
    """How she takes part is hers to change until it is over. No reason is asked (principle 1).

    `own_word` may be empty: then what she has said before is read, or nothing.
    """
    if attends is Attends.REPRESENTED and not represented_by.strip():
        raise Wrong("who_speaks", da("Skriv, hvem der taler for dig."), "represented_by")
    if len(own_word) > WORD_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Skriv højst 4.000 tegn."), "own_word")


def is_over(state: MeetingState) -> bool:
    """Was it held or called off? For buttons; the gate is `check_not_over`."""
    return state in {MeetingState.HELD, MeetingState.CANCELLED}


def check_not_over(state: MeetingState) -> None:
    """Nothing is changed in a meeting that is over."""
    if is_over(state):
        raise NotNow("meeting_over", da("Mødet er slut eller aflyst."))


def check_reply(state: MeetingState, reply: Reply, reason: str, written_word: str) -> None:
    """Comes, by phone, writes two lines, or declines with a reason (product C4)."""
    if state is not MeetingState.CALLED:
        raise NotNow("not_called", da("Mødet er ikke længere åbent for svar."))
    if reply is Reply.ASKED:
        raise Wrong("no_answer", da("Vælg et svar."), "reply")
    if reply is Reply.DECLINED and not reason.strip():
        raise Wrong("why_not", da("Skriv kort hvorfor, så borgeren ved det."), "reply_reason")
    if reply is Reply.WRITES and not written_word.strip():
        raise Wrong("no_words", da("Skriv de linjer, der skal læses op."), "written_word")


_CANNOT_START = {
    MeetingState.PREPARING: da("Mødet er ikke indkaldt endnu. Indkald de andre først."),
    MeetingState.RUNNING: da("Mødet er allerede begyndt. Åbn det, og gå med."),
    MeetingState.HELD: da("Mødet er holdt og afsluttet. Se referatet."),
    MeetingState.CANCELLED: da("Mødet er aflyst."),
}


def check_start(state: MeetingState, attends: Attends | None) -> None:
    """A meeting that was called can begin; not on a day of which she said that she cannot.

    Without her it is held only about the points she says yes to (domain A3).
    """
    if state is not MeetingState.CALLED:
        raise NotNow("not_called", _CANNOT_START[state])
    if attends is Attends.NOT_TODAY:
        raise NotNow(
            "she_cannot",
            da("Borgeren kan ikke den dag. Find en ny dag, eller skriv, hvordan borgeren er med."),
        )


def may_start(state: MeetingState, attends: Attends | None) -> bool:
    """The same rule for a button."""
    return refused_by(lambda: check_start(state, attends)) is None


def check_running(state: MeetingState) -> None:
    """The room is open only while the meeting runs."""
    if state is not MeetingState.RUNNING:
        raise NotNow("not_running", da("Mødet er ikke i gang."))


def stages(reflects: str = "") -> tuple[Stage, ...]:
    """A dialogue begins where she wants to begin, and not with old agreements (A12 M-02, M-03)."""
    return tuple(one for one in STAGES if not reflects or one is not Stage.FOLLOW_UP)


def check_stage(now_at: Stage, to: Stage, reflects: str = "") -> None:
    """Frame, follow-up, themes, closing: one step at a time; back is always possible."""
    order = stages(reflects)
    if to not in order or order.index(to) > order.index(now_at) + 1:
        raise NotNow("one_step", da("Tag et trin ad gangen, så intet springes over."))


def may_move_to(now_at: Stage, to: Stage, reflects: str = "") -> bool:
    """The same rule for a button."""
    return to is not now_at and refused_by(lambda: check_stage(now_at, to, reflects)) is None


@dataclass(frozen=True)
class Onward:
    """What the meeting ends with: the next date, or none and what instead."""

    next_on: datetime | None
    no_next: bool
    no_next_reason: str
    responsibility: str = ""


def _check_none_is_silent(silent: int) -> None:
    if silent:
        raise NotNow(
            "silent_theme",
            da("Der er et tema, som ingen har sagt noget om. Sig, hvad der skal ske med det."),
        )


def check_end(
    state: MeetingState,
    stage: Stage,
    onward: Onward,
    now: datetime,
    *,
    speaks_responsibility: bool = False,
    needs_next_date: bool = False,
    silent: int = 0,
) -> None:
    """A meeting ends with the next date, or with an explicit none (S001 §5.1.2.3, domain A5.8).

    After an acute meeting and before a discharge only a date will do (A12 M-04, M-08).

    In Åben Dialog the responsibility is talked through aloud at the end (S001 §3.3.3, A12 M-02).
    No theme of hers passes in silence (product C5).
    """
    check_running(state)
    if stage is not Stage.CLOSING:
        raise NotNow("no_closing_round", da("Tag afslutningsrunden først."))
    missing = missing_at_end(
        onward, now, speaks_responsibility=speaks_responsibility,
        needs_next_date=needs_next_date, silent=silent,
    )  # fmt: skip
    for first in missing:
        raise first


def missing_at_end(
    onward: Onward, now: datetime, *, speaks_responsibility: bool, needs_next_date: bool,
    silent: int = 0,
) -> list[Refusal]:  # fmt: skip
    """All that a meeting lacks before it can end, so that it is told in one round."""
    checks: list[Callable[[], None]] = [
        lambda: _check_none_is_silent(silent),
        lambda: _check_responsible(onward, speaks_responsibility=speaks_responsibility),
        lambda: _check_next(onward, now, needs_next_date=needs_next_date),
    ]
    return [found for check in checks if (found := refused_by(check))]


def check_onward(
    onward: Onward, now: datetime, *, speaks_responsibility: bool, needs_next_date: bool
) -> None:
    """What a meeting ends with is said: the next date or none, and who is responsible (A5.8)."""
    _check_responsible(onward, speaks_responsibility=speaks_responsibility)
    _check_next(onward, now, needs_next_date=needs_next_date)


def _check_responsible(onward: Onward, *, speaks_responsibility: bool) -> None:
    if speaks_responsibility and not onward.responsibility.strip():
        raise Wrong(
            "who_is_responsible",
            da("Tal ansvaret igennem, og skriv kort, hvem der har ansvaret for hvad."),
            "responsibility",
        )


def _check_next(onward: Onward, now: datetime, *, needs_next_date: bool) -> None:
    if onward.next_on is None and needs_next_date:
        raise Wrong("date_needed", da("Mødeformen slutter med en dato. Skriv den."), "next_on")
    if onward.next_on is None and not onward.no_next:
        raise Wrong("what_next", da("Skriv en dato, eller sæt kryds herunder."), "next_on")
    if onward.next_on is not None and onward.no_next:
        raise Wrong("both", da("Skriv en dato, eller sæt kryds. Ikke begge dele."), "no_next")
    if onward.next_on is not None and onward.next_on <= now:
        raise Wrong("next_is_past", da("Næste møde skal ligge efter i dag."), "next_on")
    if onward.next_on is not None:
        _check_near(onward.next_on, now, "next_on")
    if onward.no_next and not onward.no_next_reason.strip():
        raise Wrong("why_none", da("Skriv kort, hvad I så har aftalt."), "no_next_reason")
