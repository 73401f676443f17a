"""The clock's door: what happens by itself, each minute and each night.

The list of chores is data; each runs in a transaction of its own, so that one that
fails does not stop the others, and is tried again the next time.
"""

import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from landfast.kernel.clock import now

log = logging.getLogger("landfast.jobs")


@dataclass(frozen=True)
class Chore:
    """Something that is done by itself, at least this often."""

    name: str
    every: timedelta
    do: Callable[[], object]
    aside: bool = False
    """It may take minutes: in a thread of its own, and not begun again before it has ended."""


def chores() -> list[Chore]:
    """All that happens by itself. Imported here: Django must be ready first."""
    from landfast.access.retention import make_look_months
    from landfast.consent.actions import remind_of_ending, tell_afterwards
    from landfast.course.actions import cover
    from landfast.jobs import calendars, heads, invitations, keeping, outbox, planning, redthread
    from landfast.jobs.retention import keep_the_rules
    from landfast.meetings.actions import close_left_open
    from landfast.plan.actions.passing import pass_on_late
    from landfast.plan.actions.reminding import remind

    return [
        Chore("keep the rules of retention", timedelta(hours=6), keep_the_rules),
        Chore("keep, block and delete what is over", timedelta(hours=6), keeping.keep),
        Chore("make the look log's months", timedelta(days=1), make_look_months),
        Chore("seal the look log", timedelta(minutes=1), heads.seal),
        Chore("step out whoever has left", timedelta(hours=1), cover.step_out_who_left),
        Chore("remind of covers past their days", timedelta(hours=1), cover.remind_of_late_covers),
        Chore("tell that a share ends soon", timedelta(hours=6), remind_of_ending),
        Chore("tell of emergencies that are over", timedelta(minutes=5), tell_afterwards),
        Chore("close meetings left open", timedelta(hours=1), close_left_open),
        Chore("read people's calendars", timedelta(minutes=1), calendars.read_due, aside=True),
        Chore("pass on what leaders do not answer", timedelta(minutes=5), pass_on_late),
        Chore("read answers to invitations", timedelta(minutes=1), invitations.take_folder),
        Chore("remind of promises", timedelta(minutes=30), remind),
        Chore("look at what is worth it", timedelta(seconds=2), redthread.look, aside=True),
        Chore("plan meetings", timedelta(seconds=5), planning.plan_waiting, aside=True),
        Chore("tell people that there is news", timedelta(seconds=20), outbox.empty),
    ]


def run_due(last: dict[str, datetime], todo: list[Chore]) -> None:
    """Run each chore whose time has come; remember when."""
    for chore in todo:
        before = last.get(chore.name)
        if before is not None and now() - before < chore.every:
            continue
        if chore.aside:
            _begin_aside(last, chore)
            continue
        last[chore.name] = now()
        _do(chore)


def _do(chore: Chore) -> None:
    try:
        chore.do()
    except Exception:
        log.exception("chore %s failed; it is tried again in %s", chore.name, chore.every)


_ASIDE = "aside: "


def _begin_aside(last: dict[str, datetime], chore: Chore) -> None:
    """In a thread of its own, with a connection of its own; one that still runs goes on alone."""
    if _ASIDE + chore.name in {thread.name for thread in threading.enumerate()}:
        return
    last[chore.name] = now()

    def run() -> None:
        from django.db import connections

        try:
            _do(chore)
        finally:
            connections.close_all()

    threading.Thread(target=run, name=_ASIDE + chore.name, daemon=True).start()


def run_forever(step: float = 2.0) -> None:
    """Run until a signal says stop (seconds between looks at the clock)."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    last: dict[str, datetime] = {}
    todo = chores()
    while not stop.is_set():
        run_due(last, todo)
        stop.wait(step)
