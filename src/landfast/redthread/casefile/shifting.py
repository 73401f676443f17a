"""Moving a whole story in time: its days keep their distance and their weekday."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from landfast.redthread.casefile.shape import Case, CaseEvent

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|T)")


def ending_on(case: Case, ends: date) -> Case:
    """The case moved by whole weeks so that its last event lies on `ends` or just before."""
    last = max(event.when.day for event in case.events)
    return shifted(case, timedelta(weeks=(ends - last).days // 7))


def shifted(case: Case, by: timedelta) -> Case:
    """The case with every day moved, those in the events' data too."""
    return replace(case, events=tuple(_event(event, by) for event in case.events))


def _event(event: CaseEvent, by: timedelta) -> CaseEvent:
    when = replace(event.when, day=event.when.day + by)
    return replace(event, when=when, data=_moved(dict(event.data), by))


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, dict):
        return {key: _moved(inner, by) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, by) for inner in value]
    if isinstance(value, str) and (found := _DAY.match(value)):
        return f"{date.fromisoformat(found[0]) + by}{value[found.end() :]}"
    return value
