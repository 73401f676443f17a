"""Stays in hospital as the product knows them ("er indlagt"), beside what was told of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from landfast.redthread.rules import facts as f

Stays = tuple[f.Stay, ...]


def stays(told: Mapping[str, Any], came: Sequence[f.Stay], went: Sequence[f.Stay]) -> list[Stays]:
    """Admissions and discharges, each stay once: what was told of it says more and goes before."""
    here = [(row["id"], _day(row["day"]), _day(row["until"])) for row in told["stays"]]
    opened = [
        _stay(key, since) for key, since, _until in here if since and not _told(came, since, since)
    ]
    closed = [
        _stay(key, until)
        for key, since, until in here
        if since and until and not _told(went, since, until)
    ]
    return [_in_order(came, opened), _in_order(went, closed)]


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _stay(key: str, day: date) -> f.Stay:
    return f.Stay(f.Source(key, day))


def _told(known: Sequence[f.Stay], since: date, until: date) -> bool:
    return any(since <= stay.source.day <= until for stay in known)


def _in_order(known: Sequence[f.Stay], more: Sequence[f.Stay]) -> Stays:
    return tuple(sorted((*known, *more), key=lambda stay: stay.source.day))
