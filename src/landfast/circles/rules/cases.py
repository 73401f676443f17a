"""A case without a name: on which ground, how she is told before and afterwards, and her own word.

That the citizen has said yes is not written in S000 §2.3; so each case has a ground of its own, it
is anonymous unless she has said yes to more, and she is told (domain 0.10, M-06).
"""

from datetime import date
from enum import StrEnum

from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da

TEXT_MAX = 3_000
LINE_MAX = 500
WORD_MAX = 500
KEPT_YEARS = 2
"""How long a case that is over is kept, counted from when it was raised (`Keep.CIRCLE`; D)."""


class Ground(StrEnum):
    """Why the circle may speak of it."""

    ANONYMOUS = "anonymous"
    CONSENT = "consent"
    LAW = "law"


GROUND_NAMES: dict[Ground, str] = {
    Ground.ANONYMOUS: da("Ingen kan vide, hvem det er"),
    Ground.CONSENT: da("Borgeren har sagt ja til, at navnet nævnes ved bordet"),
    Ground.LAW: da("En lov giver lov"),
}


class Told(StrEnum):
    """How she heard of it."""

    TALKED = "talked"
    LETTER = "letter"
    LANDFAST = "landfast"


TOLD_NAMES: dict[Told, str] = {
    Told.TALKED: da("Jeg har sagt det til borgeren"),
    Told.LETTER: da("Jeg har skrevet til borgeren"),
    Told.LANDFAST: da("Borgeren læser det her, på sin egen side"),
}


class Comes(StrEnum):
    """Whether she comes herself: to an analysis she is invited (M-07, S001 §4.2.1)."""

    YES = "yes"
    NO = "no"


class CaseState(StrEnum):
    """The life of a case in a circle."""

    WAITING = "waiting"
    HANDLED = "handled"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


OFF_THE_LIST = frozenset({CaseState.WITHDRAWN, CaseState.REFUSED})


def check_line(words: str, field: str, asks: str, limit: int = LINE_MAX) -> None:
    """One line that says something; left empty it is told what to write (`asks`)."""
    if not words.strip():
        raise Wrong("nothing_said", asks, field)
    if len(words) > limit:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), field)


def check_ground(ground: Ground, words: str) -> None:
    """Each case has a ground; a yes or a law is written down with its words (domain 0.10)."""
    if ground is not Ground.ANONYMOUS and not words.strip():
        raise Wrong(
            "ground_in_words",
            da("Skriv, hvornår borgeren sagde ja, eller hvilken lov der giver lov."),
            "ground_words",
        )
    if len(words) > LINE_MAX:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), "ground_words")


def check_told_before(
    told: Told | None, on: date | None, today: date, *, has_page: bool
) -> tuple[Told, date]:
    """No case without a notice before: how she was told, and on which day (domain 0.10)."""
    if told is None:
        raise Wrong(
            "not_told_before", da("Fortæl borgeren det først. Skriv, hvordan du gjorde."), "told"
        )
    if told is Told.LANDFAST:
        if not has_page:
            raise Wrong(
                "no_page",
                da("Borgeren kan ikke læse det her. Sig det selv, og skriv hvornår."),
                "told",
            )
        return told, today
    if on is None:
        raise Wrong("told_when", da("Skriv, hvilken dag borgeren fik det at vide."), "told_on")
    if on > today:
        raise Wrong("told_later", da("Fortæl det først. Dagen kan ikke ligge fremme."), "told_on")
    return told, on


def comes_up(told_on: date, sitting_on: date) -> bool:
    """She has a night at least to send a sentence or say no, before it is talked about (D)."""
    return told_on < sitting_on


def check_comes_up(told_on: date, sitting_on: date) -> None:
    """A case that she heard of today is taken at the next meeting."""
    if not comes_up(told_on, sitting_on):
        raise NotNow(
            "told_too_late",
            da("Borgeren har lige fået det at vide. Tag sagen på det næste møde."),
        )


def check_waits(state: CaseState) -> None:
    """What was talked about or taken back is not changed."""
    if state is not CaseState.WAITING:
        raise NotNow("not_waiting", da("Sagen er talt igennem eller trukket tilbage."))


def check_handled(state: CaseState) -> None:
    """There is nothing to tell before it was talked about."""
    if state is not CaseState.HANDLED:
        raise NotNow("not_handled", da("Sagen er ikke talt igennem endnu."))


def is_her_sentence(her_words: str, *, written_for_her: bool) -> bool:
    """Did she write the sentence herself? Then nobody writes over it (domain 0.10)."""
    return bool(her_words) and not written_for_her


def check_not_her_sentence(her_words: str, *, written_for_her: bool) -> None:
    """The gate of it: what is written for her stands where she has not written herself."""
    if is_her_sentence(her_words, written_for_her=written_for_her):
        raise NotNow("her_own_sentence", da("Borgeren har selv skrevet sætningen. Den står fast."))


def may_say_no(ground: Ground, state: CaseState) -> bool:
    """Her no takes it off the list, unless a law is the ground (principle 1; domain 0.1)."""
    return ground is not Ground.LAW and state is CaseState.WAITING


def check_may_say_no(ground: Ground, state: CaseState) -> None:
    """The gate of her no."""
    check_waits(state)
    if not may_say_no(ground, state):
        raise NotNow(
            "law_is_the_ground",
            da("En lov siger, at de skal tale om det. Ring, hvis du vil høre hvorfor."),
        )


def check_is_hers(*, is_hers: bool) -> None:
    """A no is hers alone: nobody says it in her name (principle 1)."""
    if not is_hers:
        raise NotAllowed("hers_alone", da("Det kan kun borgeren selv sige nej til."))


def check_is_yours(*, is_raiser: bool, holds: bool) -> None:
    """Who raised it tells her, or who holds the threads of her course (S000 §2.3)."""
    if not (is_raiser or holds):
        raise NotAllowed(
            "not_your_case", da("Det kan kun den, der tog sagen op, og koordinatoren.")
        )


def check_not_told(told_after_on: date | None) -> None:
    """She is told once."""
    if told_after_on is not None:
        raise NotNow("already_told", da("Det er skrevet ned, at borgeren har fået besked."))


def must_tell(state: CaseState, told_after_on: date | None) -> bool:
    """Does it wait for somebody to tell her what came of it (S000 §2.3)?"""
    return state is CaseState.HANDLED and told_after_on is None


def is_over(state: CaseState, told_after_on: date | None) -> bool:
    """Nothing waits any more: taken off the list, or talked about and told. Only that expires."""
    return state in OFF_THE_LIST or (state is CaseState.HANDLED and told_after_on is not None)


def check_follow_up_on(on: date | None, today: date) -> date:
    """A day ahead on which somebody says what came of it (S001 §5.1.2.3)."""
    if on is None:
        raise Wrong("no_day", da("Vælg en dag."), "follow_up_on")
    if on <= today:
        raise Wrong("in_the_past", da("Vælg en dag, der ikke er gået."), "follow_up_on")
    return on
