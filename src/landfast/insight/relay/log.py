"""The stretches of the relay, and all acts in their order."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from landfast.course.queries.baton import Given, Held, Stood
from landfast.insight.relay.promises import open_at, passed, promised
from landfast.insight.relay.shapes import Baton, Did, Leg, Open, Promise, Relay
from landfast.kernel.clock import date_in_denmark


def relay(baton: Baton, promises: Sequence[Promise], others: Iterable[Did]) -> Relay:
    """The log from what the rooms know."""
    acts = sorted([*promised(promises), *others], key=lambda one: one.at)
    first = baton.held[0] if baton.held else None
    legs = [
        _leg(one, baton, () if one is first else open_at(promises, one.since),
             None if one is first else next_act(acts, one.since))
        for one in baton.held
    ]  # fmt: skip
    return Relay(
        tuple(reversed(legs)), tuple(passed(promises)), tuple(reversed(acts)),
        frozenset(area for one in acts for area in one.areas),
    )  # fmt: skip


def _leg(held: Held, baton: Baton, still_open: Iterable[Open], then: Did | None) -> Leg:
    came = next((one for one in baton.given if _is_yes_to(one, held)), None)
    beside = tuple(one for one in baton.beside if _is_within(one, held))
    return Leg(held, came, tuple(still_open), then, beside, held is baton.held[0])


def _is_yes_to(given: Given, held: Held) -> bool:
    """The yes and the stretch are written in one act: the same day, the same person."""
    same_day = date_in_denmark(given.at) == date_in_denmark(held.since)
    return same_day and given.taker_id == held.person_id


def _is_within(stood: Stood, held: Held) -> bool:
    first = date_in_denmark(held.since)
    last = date_in_denmark(held.until) if held.until else None
    return (last is None or stood.since <= last) and (stood.until is None or stood.until >= first)


def next_act(acts: Iterable[Did], moment: datetime) -> Did | None:
    """Who acted first after the threads changed hands; `acts` is oldest first."""
    return next((one for one in acts if one.at > moment), None)
