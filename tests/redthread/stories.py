"""Short stories for the rules: a line an event, days counted from a Monday. No database."""

from datetime import date, timedelta

from landfast.course.rules.words import Precision
from landfast.redthread.rules.catalogue import BY_CODE
from landfast.redthread.rules.ledger import findings
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.telling import Reading, Told

MONDAY = date(2024, 1, 8)


def at(day, event="context", who=(), sectors=(), needs=(), **data):
    """An event so many days after the Monday."""
    precision = Precision(data.pop("precision", "exact"))
    clock = data.pop("at", None)
    return day, event, clock, precision, tuple(who), tuple(sectors), tuple(needs), data


def told(*events):
    """The events as they are told, with the ids e0, e1, …"""
    return [
        Told(
            f"e{n}", MONDAY + timedelta(days=day), kind, clock, precision, who, sectors, needs, data
        )
        for n, (day, kind, clock, precision, who, sectors, needs, data) in enumerate(events)
    ]


def course(*events, on=None, **head):
    """The course on a day; on the day of the last event when none is said."""
    reading = Reading(**head)
    for one in told(*events):
        reading.hear(one)
    last = max(event[0] for event in events)
    return reading.snapshot(MONDAY + timedelta(days=last if on is None else on))


def finds(code, *events, on=None, limits=SHIPPED, **head):
    """What one rule finds: for each finding its object and how heavy it is."""
    seen = course(*events, on=on, **head)
    rule = BY_CODE[code]
    every = findings(seen, limits, [rule]).values()
    return [(one.found.object, one.severity.value) for one in every]


def agreed(name="a1", owner="gp", **more):
    """A promise as a file tells it; complete unless something is said."""
    return {
        "id": name, "owner_role": owner, "due": "2024-02-05", "followup": "ringer",
        "status": "open", **more,
    }  # fmt: skip
