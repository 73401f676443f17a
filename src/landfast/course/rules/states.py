"""The life of a course as data (domain A3, `data/states.json`): states and moves."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from landfast.access.rules import Permission as P  # noqa: N817 - a table of them follows
from landfast.course.rules import reason as line
from landfast.course.rules.words import State
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da

NAMES: dict[State, str] = {
    State.DETECTED: da("Henvendelse"),
    State.ASSESSMENT: da("Under visitation"),
    State.DECLINED: da("Ikke tilbudt"),
    State.WAITING: da("På venteliste"),
    State.START: da("Opstart"),
    State.ACTIVE: da("Netværksmøder"),
    State.PAUSED: da("På pause"),
    State.CLOSING: da("Afslutning"),
    State.CLOSED: da("Afsluttet"),
    State.REOPENED: da("Genåbnet"),
    State.STOPPED: da("Stoppet af borgeren"),
}

NEEDS_COORDINATOR = frozenset({State.START, State.ACTIVE, State.PAUSED, State.CLOSING})
"""From OPSTART to AFSLUTNING there is exactly one coordinator, BERO included (principle 2)."""

BEFORE_START = frozenset({State.DETECTED, State.ASSESSMENT, State.WAITING, State.REOPENED})
MOVED_ON = da("Forløbet er gået videre i mellemtiden. Åbn siden igen, og se hvor det er nu.")
OVER = frozenset({State.DECLINED, State.CLOSED, State.STOPPED})
LIVE = frozenset(State) - OVER


@dataclass(frozen=True)
class Move:
    """One kind of move: from where, to where, who may, what must be told, what follows."""

    da: str
    before: frozenset[State]
    after: State
    may: P
    needs: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    reason_owed: bool = field(default=False)


def _of(*states: State) -> frozenset[State]:
    return frozenset(states)


MOVES: dict[str, Move] = {
    "assess": Move(
        da("Tag under visitation"), _of(State.DETECTED, State.DECLINED), State.ASSESSMENT,
        P.COURSE_MOVE, (da("borgeren ved det og har sagt ja"),), (), True,
    ),
    "wait": Move(
        da("Sæt på venteliste"), _of(State.ASSESSMENT), State.WAITING, P.COURSE_MOVE,
        (da("forventet dato"), da("hvem ringer imens"), da("to par øjne")), (), True,
    ),
    "decline": Move(
        da("Tilbyd noget andet"), _of(State.DETECTED, State.ASSESSMENT, State.WAITING),
        State.DECLINED, P.COURSE_MOVE,
        (da("begrundelse"), da("hvad i stedet"), da("hvordan man klager"), da("to par øjne")),
        (), True,
    ),
    "start": Move(
        da("Vælg koordinator"), _of(State.ASSESSMENT, State.WAITING, State.REOPENED), State.START,
        P.COORDINATOR_APPOINT, (da("én neutral koordinator med plads"),),
        (da("visitationens adgang ophører"), da("koordinatoren ser hele forløbet")), True,
    ),
    "activate": Move(
        da("Begynd netværksmøderne"), _of(State.START), State.ACTIVE, P.COURSE_MOVE,
    ),
    "pause": Move(
        da("Hold pause"), _of(State.START, State.ACTIVE), State.PAUSED, P.COURSE_PAUSE,
        (
            da("borgeren beder om det, eller er væk og har sagt ja"),
            da("en dag, hvor I ser på det igen, højst otte uger frem"), da("vejen tilbage"),
        ),
        (da("koordinatoren bliver"),),
    ),
    "resume": Move(
        da("Begynd igen"), _of(State.PAUSED), State.ACTIVE, P.COURSE_PAUSE,
    ),
    "wind_up": Move(
        da("Begynd afslutningen"), _of(State.START, State.ACTIVE, State.PAUSED), State.CLOSING,
        P.COURSE_MOVE, (), (), True,
    ),
    "go_on": Move(
        da("Fortsæt forløbet"), _of(State.CLOSING), State.ACTIVE, P.COURSE_MOVE,
    ),
    "close": Move(
        da("Afslut forløbet"), _of(State.CLOSING), State.CLOSED, P.COURSE_MOVE,
        (
            da("hvad der blev gjort, og hvad der ikke blev"), da("hvem der går videre med det"),
            da("hvordan man kommer tilbage"), da("en sidste samtale, hvis borgeren vil"),
        ),
        (da("teamets adgang ophører"), da("åbne aftaler bliver fagpersonernes opgaver")),
    ),
    "leave": Move(
        da("Borgeren flytter eller er død"), BEFORE_START, State.CLOSED, P.COURSE_MOVE, (),
        (da("teamets adgang ophører"), da("ingen påmindelser")),
    ),
    "stop": Move(
        da("Stop forløbet"), LIVE, State.STOPPED, P.COURSE_STOP, (),
        (
            da("samtykker ophører"), da("teamets adgang ophører"),
            da("åbne aftaler bliver fagpersonernes opgaver"), da("intet måles"),
        ),
    ),
    "reopen": Move(
        da("Åbn forløbet igen"), _of(State.CLOSED), State.REOPENED, P.COURSE_REOPEN,
        (da("højst seks måneder siden"),), (da("samme koordinator, hvis det kan lade sig gøre"),),
    ),
    "come_back": Move(
        da("Kom tilbage efter et stop"), _of(State.STOPPED), State.CLOSED, P.COURSE_REOPEN,
        (da("højst seks måneder siden"),),
    ),
}  # fmt: skip
"""Every move there is. `machine()` is the union of these and of `data/states.json`."""


@lru_cache(maxsize=1)
def shipped() -> dict[State, frozenset[State]]:
    """The states as they are shipped (domain A3): which may follow which."""
    text = (files("landfast.course") / "data/states.json").read_text("utf-8")
    rows = json.loads(text)["states"]
    return {State(row["code"]): frozenset(State(code) for code in row["next"]) for row in rows}


@lru_cache(maxsize=1)
def machine() -> dict[State, frozenset[State]]:
    """Which states may follow which. "Jeg vil stoppe" works from every state (domain 0.1)."""
    return {
        state: after | {move.after for move in MOVES.values() if state in move.before}
        for state, after in shipped().items()
    }


def check_possible(before: State, after: State) -> None:
    """A course moves only along the machine; undoing is a new move (product A5)."""
    if after not in machine()[before]:
        raise NotNow("not_that_way", MOVED_ON)


def goes_on(before: State, after: State) -> bool:
    """Does a pause end here? The phase in which it was begun goes on; it does not begin again."""
    return before is State.PAUSED and after in MOVES["pause"].before


def may_move(name: str, state: State) -> bool:
    """Is this move possible from here? For buttons; who may is asked of `access`."""
    return state in MOVES[name].before


def check_move(name: str, state: State) -> None:
    """The gate of a move: the same predicate as its button."""
    if name == "stop" and state is State.STOPPED:
        raise NotNow("stopped_already", da("Forløbet er stoppet allerede. Du skal ikke gøre mere."))
    if not may_move(name, state):
        raise NotNow("not_from_here", MOVED_ON)


def check_reason(name: str, reason: str) -> None:
    """A move that is not the citizen's is explained; the citizen owes no reason (domain 0.1)."""
    if MOVES[name].reason_owed:
        line.check_reason(reason)
    line.check_length(reason)
