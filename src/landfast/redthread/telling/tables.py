"""Meetings, answers to applications, demands, wishes and phases, as they are told."""

from collections.abc import Iterable, Mapping
from typing import Any

from landfast.redthread.rules import facts as f
from landfast.redthread.telling.told import Told


def met(told: Told, promises: Iterable[f.Promise]) -> list[f.Met]:
    """A meeting: who was there, what it was about, what it must decide, what comes next."""
    if told.type != "meeting":
        return []
    agenda, parked = told.named("themes"), told.named("no_action_themes")
    agreed = any(one.source == told.source for one in promises)
    decides = agreed or bool(told.data.get("decision_needed") or told.data.get("decisions"))
    return [
        f.Met(
            told.source, told.text("format"),
            present=told.named("attendees") or frozenset(told.involved) - told.named("absent"),
            invited=told.named("invited"), absent=told.named("absent"),
            themes=agenda or frozenset(told.needs), agenda=agenda, parked=parked,
            to_decide=told.named("decision_needed"), mandates=told.named("mandates_present"),
            has_next=bool(told.data.get("next_meeting") or told.flag("no_next_meeting_decided")),
            decides=decides, largest=told.number("max_size"),
            has_her_word=bool(
                told.data.get("citizen_statement") or told.data.get("representative")
            ),
        )
    ]  # fmt: skip


def next_dates(told: Told) -> list[f.Source]:
    """A date for the next meeting was told, at a meeting or after it."""
    return [told.source] if told.data.get("next_meeting") else []


def answers(told: Told) -> list[f.Answer]:
    """What became of applications, told one by one or as the event itself."""
    rows: list[Mapping[str, Any]] = list(told.data.get("decisions") or ())
    if told.data.get("application") or told.data.get("expected_wait_days"):
        rows.append(told.data)
    return [_answer(row, told) for row in rows]


def _answer(row: Mapping[str, Any], told: Told) -> f.Answer:
    about = row.get("application") or row.get("to") or told.text("to") or "support"
    waits = [row.get("wait_days"), row.get("expected_wait_days")]
    return f.Answer(
        told.source, str(about), str(row.get("outcome") or ""),
        replacement=str(row.get("replacement") or ""),
        covers=row.get("replacement_covers_need") is not False,
        wait_days=max((int(days) for days in waits if days is not None), default=None),
        has_interim=bool(row.get("interim")),
    )  # fmt: skip


def demands(told: Told) -> list[f.Demand]:
    """What somebody asks of her."""
    return [f.Demand(told.source, row["by"], row["tag"]) for row in told.data.get("demands") or ()]


def wishes(told: Told) -> list[f.Wish]:
    """A wish, and whether it was answered."""
    said = told.data.get("wish") or told.type == "wish"
    return [f.Wish(told.source, told.flag("answered"))] if said else []


def phases(told: Told) -> list[f.Phase]:
    """The course came to a state."""
    if told.type != "state_change" or not told.text("to"):
        return []
    left = told.flag("open_agreements")
    return [
        f.Phase(
            told.source, told.text("to"), bool(told.data.get("review_date")),
            bool(told.data.get("way_back")),
            False if told.data.get("open_agreements_reviewed") else left,
            bool(told.data.get("interim") or told.data.get("deputy")),
        )
    ]  # fmt: skip
