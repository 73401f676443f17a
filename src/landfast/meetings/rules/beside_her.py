"""Who sits beside her: an interpreter, a companion (bisidder); and each one's own line (C2).

Neither is one of the others at the table: they are not counted when the table is larger than she
can bear (RT-09).
"""

from collections.abc import Collection
from uuid import UUID

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.preparing import OPEN
from landfast.meetings.rules.words import Attends, MeetingState

LINE_MAX, PROMISE_MAX, WHO_MAX = 200, 300, 120


def check_books(interpreter: str, who: str) -> None:
    """An interpreter is booked in the language she chose, with somebody by name."""
    if not interpreter:
        raise NotNow("no_interpreter", da("Vælg sproget i rammen først."))
    if not who.strip():
        raise Wrong("who_interprets", da("Skriv, hvor tolken er bestilt."), "interpreter_who")
    if len(who) > WHO_MAX:
        raise Wrong("too_long", da("Skriv højst 120 tegn."), "interpreter_who")


def must_book(state: MeetingState, interpreter: str, who: str) -> bool:
    """Has she chosen a language, and nobody has booked yet?"""
    ahead = state in OPEN
    return ahead and bool(interpreter) and not who


def check_has_her_yes(lacking: Collection[str]) -> None:
    """Nobody sits there who may not hear of her: her team by her yes, guests for this meeting."""
    if lacking:
        raise NotNow(
            "no_consent",
            da("{name} har ikke borgerens ja. Spørg borgeren, eller tag personen af listen."),
            name=", ".join(sorted(lacking)),
        )  # fmt: skip


def check_own_line(state: MeetingState, task: str, limit: str, promise: str) -> None:
    """My task here, my limit, what I can promise: one line each, before the meeting (C2)."""
    if not may_write_own_line(state):
        raise NotNow("too_late", da("Mødet er begyndt eller slut. Sig det ved bordet."))
    if not task.strip():
        raise Wrong("no_task", da("Skriv, hvad din opgave er her."), "own_task")
    for words, most, name in (
        (task, LINE_MAX, "own_task"), (limit, LINE_MAX, "own_limit"),
        (promise, PROMISE_MAX, "can_promise"),
    ):  # fmt: skip
        if len(words) > most:
            raise Wrong("too_long", da("Linjen er for lang. Gør den kortere."), name)


def may_write_own_line(state: MeetingState) -> bool:
    """A line is for before the meeting: while it is prepared, or called."""
    return state in OPEN


def check_points(attends: Attends, points: Collection[UUID], there: Collection[UUID]) -> None:
    """Without her only what she agreed to is talked about; so there is something (domain A3)."""
    if attends is Attends.POINTS and not set(points) & set(there):
        raise Wrong("no_points", da("Sæt kryds ved mindst ét punkt."), "points")


def check_new_theme(attends: Attends | None) -> None:
    """What she has not agreed to waits until she is there."""
    if attends is Attends.POINTS:
        raise NotNow(
            "only_agreed",
            da("Borgeren er her ikke og har sagt ja til punkterne her. Gem det til næste gang."),
        )
