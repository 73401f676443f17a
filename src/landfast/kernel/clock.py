"""The time that Landfast believes it is.

Every rule takes its dates as parameters; every door asks this clock. A replayed
case (`landfast case load`) moves it with `at()`, so that an act is written at
the time when it happened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")

_moved: ContextVar[datetime | None] = ContextVar("moved_clock", default=None)


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _moved.get() or datetime.now(UTC)


def today() -> date:
    """The date in Denmark."""
    return date_in_denmark(now())


def date_in_denmark(moment: datetime) -> date:
    """The date that it is in Denmark at an instant."""
    return moment.astimezone(DENMARK).date()


def in_denmark(value: date) -> date:
    """An instant as the time it is in Denmark; a date as it is."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(DENMARK)
    return value


def moved_to() -> datetime | None:
    """The instant the clock was moved to, or None when it runs by itself."""
    return _moved.get()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at `moment` (aware) inside the block."""
    token = _moved.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moved.reset(token)
