"""The life of a course as data (domain A3, `data/states.json`)."""

import json
from functools import lru_cache
from importlib.resources import files

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

OVER = frozenset({State.DECLINED, State.CLOSED, State.STOPPED})


@lru_cache(maxsize=1)
def machine() -> dict[State, frozenset[State]]:
    """Which states may follow which. "Jeg vil stoppe" works from every state (domain 0.1)."""
    text = (files("landfast.course") / "data/states.json").read_text("utf-8")
    rows = json.loads(text)["states"]
    return {
        State(row["code"]): frozenset(State(code) for code in row["next"]) | _stop(row["code"])
        for row in rows
    }


def _stop(code: str) -> frozenset[State]:
    return frozenset() if State(code) in OVER else frozenset({State.STOPPED})


def check_possible(before: State, after: State) -> None:
    """A course moves only along the machine; undoing is a new move (product A5)."""
    if after not in machine()[before]:
        raise NotNow(
            "not_that_way",
            da("Forløbet er gået videre i mellemtiden. Åbn siden igen, og se hvor det er nu."),
        )
