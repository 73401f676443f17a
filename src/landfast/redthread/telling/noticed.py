"""Signs that people recorded in a course (H1), as the rules see them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from landfast.course.rules.signal import SignalKind
from landfast.redthread.rules import facts as f

OTHERWISE = frozenset({SignalKind.INCOME, SignalKind.LOST})
"""Kinds that the rules know as more than a sign."""


def signs(told: Mapping[str, Any]) -> tuple[f.Sign, ...]:
    """What was seen, each a question of its own."""
    every = (f.Sign(source, kind) for kind, source in _rows(told) if kind not in OTHERWISE)
    return tuple(every)


def benefits(told: Mapping[str, Any]) -> tuple[f.Benefit, ...]:
    """Income that stopped or is in danger."""
    return tuple(
        f.Benefit(source, is_loss=True, for_no_show=False, about=source.day)
        for kind, source in _rows(told)
        if kind is SignalKind.INCOME
    )


def lost(told: Mapping[str, Any]) -> tuple[f.Lost, ...]:
    """Nobody reaches her any more."""
    return tuple(
        f.Lost(source, frozenset(), None) for kind, source in _rows(told) if kind is SignalKind.LOST
    )


def _rows(told: Mapping[str, Any]) -> Iterator[tuple[SignalKind, f.Source]]:
    for row in told["signals"]:
        yield SignalKind(row["kind"]), f.Source(row["id"], date.fromisoformat(row["day"]))
