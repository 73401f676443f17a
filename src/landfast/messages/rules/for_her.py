"""What somebody who reads for a citizen is told of, within her limits (decision 18)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from landfast.messages.rules.news import NEWS_FOR, Happened

Reader = tuple[UUID, str]
"""Who reads for her, and the part of her course that they read."""

OF_PART: dict[str, str] = {
    "meeting.called": "meetings",
    "meeting.cancelled": "meetings",
    "meeting.frame_set": "meetings",
    "meeting.near": "meetings",
    "meeting.time_planned": "meetings",
    "minutes.published": "meetings",
    "minutes.recalled": "meetings",
    "minutes.redacted": "meetings",
    "plan.agreement_accept": "plan",
    "plan.agreement_break": "plan",
    "plan.agreement_decline": "plan",
    "plan.agreement_offer": "plan",
    "plan.agreement_take_over": "plan",
    "plan.decision_answered": "plan",
}
"""News of a part of her course. What is not here is for her alone, or for who holds the threads."""


def read_for_her(event: Happened, readers: Collection[Reader], now: datetime) -> frozenset[UUID]:
    """Those who read for her what this is about (forvaltningsloven § 8).

    Not who did it, and not whom she has said is not to be told (G2).
    """
    part = OF_PART.get(event.kind)
    if part is None or now - event.at > NEWS_FOR or event.facts.get("without_her"):
        return frozenset()
    if event.kind == "meeting.frame_set" and not is_moved(event.facts):
        return frozenset()
    reads = frozenset(person for person, topic in readers if topic == part)
    return reads - {event.actor} - event.untold


def is_moved(facts: Mapping[str, Any]) -> bool:
    """Has a meeting that is called another time or place? Its breaks are no news to who reads."""
    return bool(facts.get("to")) and not {"starts_at", "place"}.isdisjoint(facts.get("changed", ()))
