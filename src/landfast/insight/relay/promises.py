"""Promises in the relay log: how each stood at a moment, who did what to it, who gave it on."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from landfast.insight.relay.shapes import Did, Kind, Open, Passed, Promise
from landfast.plan.rules import life, versions
from landfast.plan.rules.words import Act

SAYS_YES = frozenset({Act.ACCEPT, Act.TAKE_OVER})


def open_at(promises: Iterable[Promise], moment: datetime) -> Iterable[Open]:
    """What somebody still had to answer or to do at that moment, the nearest date first."""
    found = [one for promise in promises if (one := _stood(promise, moment))]
    return sorted(
        (one for one in found if life.is_open(one.state)),
        key=lambda one: (one.due_on is None, one.due_on or date.max, one.what),
    )


def _stood(promise: Promise, moment: datetime) -> Open | None:
    row = promise.row
    lines = [
        versions.Changed(one.at, one.after, one.old_text, one.old_due_on)
        for one in promise.history
    ]  # fmt: skip
    now = versions.Stood(row.id, row.text, row.state, row.due_on)
    then = versions.on_day(now, lines, moment)  # a moment is a day to it, only finer
    if then is None:
        return None
    return Open(
        row.id, then.text, maker_at(promise, moment), then.due_on, then.state, promise.areas
    )


def maker_at(promise: Promise, moment: datetime) -> str:
    """Whose promise it was: of one that was taken over later, the one who had said yes before."""
    later = [one for one in promise.history if one.at > moment]
    now = promise.row.maker.name if promise.row.maker else ""
    if not any(one.act is Act.TAKE_OVER for one in later):
        return now
    yes = [one for one in promise.history if one.at <= moment and one.act in SAYS_YES]
    return yes[-1].actor.name if yes else now


def promised(promises: Iterable[Promise]) -> Iterable[Did]:
    """Every line of the promises' histories as an act. What was reported stays with the promise."""
    for promise in promises:
        for line in promise.history:
            yield Did(
                line.at, line.actor.name, Kind.PROMISE, promise.row.text, line.act, promise.areas,
                line.actor.is_citizen,
            )  # fmt: skip


def passed(promises: Iterable[Promise]) -> list[Passed]:
    """Promises that went to another, the newest first: taken over, or a new one instead."""
    rows: Mapping[UUID, Promise] = {one.row.id: one for one in promises}
    found = []
    for promise in rows.values():
        last = ""
        for line in promise.history:
            if line.act is Act.TAKE_OVER and last and last != line.actor.name:
                found.append(Passed(line.at, promise.row.text, last, line.actor.name))
            if line.act in SAYS_YES:
                last = line.actor.name
        found.extend(_instead(promise, rows))
    return sorted(found, key=lambda one: one.at, reverse=True)


def _instead(promise: Promise, rows: Mapping[UUID, Promise]) -> Iterable[Passed]:
    """A new agreement that counts, made by another than the one it stands in for."""
    new = promise.row
    old = rows.get(new.replaces_id) if new.replaces_id else None
    if old is None or not new.accepted_at or not (new.maker and old.row.maker):
        return
    if new.maker.id != old.row.maker.id:
        yield Passed(new.accepted_at, new.text, old.row.maker.name, new.maker.name)
