"""When a share reaches: always, or only while something is so with the citizen (F1)."""

from datetime import date, timedelta

from landfast.access.rules import Situation, When
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

WAITS = (3, 7, 14)
"""Days without reaching her that she can choose between (D)."""

TELLABLE = frozenset({Situation.ADMITTED, Situation.UNREACHABLE})
"""What people say is so; a meeting says it itself."""
LONGEST_AGO = timedelta(days=90)


def check_when(when: When) -> None:
    """A situation is told whole: how many days nobody has reached her, or which meeting."""
    days = when.days in WAITS if when.situation is Situation.UNREACHABLE else when.days is None
    meeting = (when.about is not None) is (when.situation is Situation.MEETING)
    if not (days and meeting):
        raise Wrong("no_situation", da("Vælg, hvornår de må læse."), "when")


def check_so_since(kind: Situation, since: date, today: date) -> None:
    """Somebody says that it is so now: since a day that has been, not long ago."""
    if kind not in TELLABLE or not today - LONGEST_AGO <= since <= today:
        raise Wrong("no_day", da("Vælg en dag, der har været, højst tre måneder siden."), "since")
