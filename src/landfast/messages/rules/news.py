"""Who is told of what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from landfast.messages.rules.words import Purpose


@dataclass(frozen=True)
class Audience:
    """Whom an event is news to: people its facts name, the citizen, those who hold the course."""

    named: tuple[str, ...] = ()
    citizen: bool = False
    holders: bool = False


NEWS: dict[str, Audience] = {
    "handover.offered": Audience(named=("taker",)),
    "handover.promised": Audience(named=("giver", "offered_by"), citizen=True),
    "handover.called_off": Audience(citizen=True),
    "handover.accepted": Audience(named=("giver", "offered_by"), citizen=True),
    "handover.refused": Audience(named=("giver", "offered_by")),
    "coordinator.appointed": Audience(named=("person",), citizen=True),
    "coordinator.lost": Audience(named=("cover",), citizen=True),
    "coordinator.held_meanwhile": Audience(named=("cover",), citizen=True),
    "cover.late": Audience(named=("cover",)),
    "change.asked": Audience(named=("leads",), holders=True),
    "change.kept": Audience(citizen=True),
    "correction.asked": Audience(holders=True),
    "finding.contested": Audience(holders=True),
    "correction.made": Audience(citizen=True),
    "correction.stands": Audience(citizen=True),
    "deputy.named": Audience(named=("person",), citizen=True),
    "deputy.ended": Audience(named=("person",), citizen=True),
    "second.named": Audience(named=("person",), citizen=True),
    "plan.agreement_propose": Audience(named=("maker", "team")),
    "plan.agreement_withdraw": Audience(named=("maker", "team")),
    "plan.agreement_name": Audience(named=("named",)),
    "plan.agreement_take_over": Audience(named=("leader",), citizen=True, holders=True),
    "plan.agreement_end": Audience(named=("maker",)),
    "plan.agreement_hand_back": Audience(named=("leader",)),
    "plan.agreement_accept": Audience(citizen=True, holders=True),
    "plan.agreement_offer": Audience(citizen=True, holders=True),
    "plan.agreement_decline": Audience(citizen=True, holders=True),
    "plan.agreement_break": Audience(citizen=True, holders=True),
    "plan.agreement_hers_no": Audience(holders=True),
    "plan.remind_before": Audience(named=("to",)),
    "plan.remind_after": Audience(named=("to",)),
    "plan.remind_leader": Audience(named=("to",)),
    "plan.remind_follow_up": Audience(named=("to",)),
    "plan.remind_name": Audience(named=("to",)),
    "plan.remind_step": Audience(named=("to",)),
    "plan.decision_asked": Audience(named=("decider",)),
    "plan.decision_withdrawn": Audience(named=("decider",)),
    "plan.decision_passed": Audience(named=("decider",), holders=True),
    "plan.decision_answered": Audience(citizen=True, holders=True),
    "keeping.blocked": Audience(citizen=True),
    "keeping.delivered": Audience(citizen=True),
    "meeting.called": Audience(citizen=True),  # who is asked gets an invitation instead
    "meeting.cancelled": Audience(citizen=True),
    "meeting.held_again": Audience(holders=True),  # the others get an invitation
    "meeting.frame_set": Audience(named=("to",)),  # she, when another has changed a called one
    "meeting.answered": Audience(holders=True),
    "meeting.asked_again": Audience(citizen=True),
    "meeting.no_stands": Audience(holders=True),
    "meeting.substitute_owed": Audience(named=("to",)),
    "meeting.time_proposed": Audience(holders=True),
    "meeting.letter_failed": Audience(holders=True),
    "meeting.near": Audience(named=("to",), citizen=True),
    "minutes.shown": Audience(citizen=True),
    "minutes.published": Audience(named=("to",)),
    "minutes.recalled": Audience(named=("to",), citizen=True),
    "minutes.redacted": Audience(named=("to",), citizen=True),
    "minutes.shown_again": Audience(named=("to",), citizen=True),
    "network.member_added": Audience(named=("person",)),
    "network.member_leaves": Audience(citizen=True),
    "network.member_stays": Audience(citizen=True),
    "network.member_waits": Audience(holders=True),
    "network.member_wanted": Audience(holders=True),
    "consultation.asked": Audience(named=("keeper",)),
    "consultation.answered": Audience(named=("to",)),
    "circle.seated": Audience(named=("to",)),
    "circle.answered": Audience(named=("to",)),  # of what is planned an invitation tells
    "circle.time_proposed": Audience(named=("to",)),
    "circle.letter_failed": Audience(named=("to",)),
    "circle.agreement_proposed": Audience(named=("to",)),
    "circle.agreement_answered": Audience(named=("to",)),
    "circle.case_told": Audience(citizen=True),
    "circle.case_summed": Audience(named=("to",)),
    "circle.case_told_after": Audience(citizen=True),
    "circle.case_refused": Audience(named=("to",)),
    "consent.given": Audience(named=("recipient",)),
    "consent.share_ends_soon": Audience(citizen=True),
    "consent.proxy_named": Audience(citizen=True, holders=True),
    "consent.read_by_law": Audience(named=("person",), citizen=True),
    "mistake.merge_proposed": Audience(named=("to",)),
    "mistake.move_proposed": Audience(named=("to",)),
    "mistake.came": Audience(citizen=True, holders=True),
    "mistake.joined": Audience(citizen=True, holders=True),
    "mistake.undone": Audience(citizen=True, holders=True),
    "people.employed": Audience(named=("to",)),
    "people.way_back_asked": Audience(named=("to",)),
    "login.key_made": Audience(named=("to",)),
    "people.way_back_given": Audience(named=("person",)),
    "login.password_reset": Audience(named=("person",)),
    "coordinator.looked_up": Audience(citizen=True, holders=True),
    "card.opened": Audience(citizen=True, holders=True),
    "looks.name_answered": Audience(named=("asked_by",)),
    "emergency.opened": Audience(named=("to", "tells"), holders=True),
    "emergency.told": Audience(citizen=True),
    "emergency.reviewed": Audience(named=("person",), citizen=True, holders=True),
    "meeting.time_planned": Audience(citizen=True, holders=True),
    "meeting.citizen_attends": Audience(named=("to",), holders=True),
    "meeting.eased": Audience(holders=True),
}
"""What is worth a message. Everything else waits until somebody looks (lessons 19)."""

LETTERS = {
    "meeting.called": Audience(named=("to",)),
    "meeting.cancelled": Audience(named=("to",)),
    "meeting.participant_removed": Audience(named=("to",)),
}
"""Those whom `meetings` writes to itself, with a file for their calendar."""

FOR_RECORDS: dict[str, str] = {
    "minutes.published": "to", "minutes.redacted": "to", "minutes.shown_again": "to",
    "plan.agreement_accept": "", "plan.agreement_take_over": "", "plan.agreement_keep": "",
    "plan.agreement_keep_partly": "", "plan.agreement_break": "",
}  # fmt: skip
"""What an employee may have to bring into a record of their own (D8): whom the fact names, or,
where nothing stands, who did it."""

OF_ACCOUNT = {
    "people.way_back_given": Purpose.ACCOUNT,
    "login.password_reset": Purpose.CHANGED,
}  # fmt: skip
"""What may be an attack on a login: its owner hears it at once, whatever the hour (F5)."""


def purpose_of(kind: str) -> Purpose:
    """What a message about this act is for."""
    return OF_ACCOUNT.get(kind, Purpose.NEWS)


NEWS_FOR = timedelta(days=2)
"""Older acts are history, not news: a replayed case or a long stop of the jobs wakes nobody."""


@dataclass(frozen=True)
class Happened:
    """An event as the outbox sees it: what, about whom, and who could be told."""

    kind: str
    at: datetime
    actor: UUID | None
    facts: Mapping[str, Any]
    citizen: UUID | None = None
    holders: tuple[UUID, ...] = ()
    untold: frozenset[UUID] = frozenset()
    """Whom the citizen has said are not to be told anything of hers."""


def told(event: Happened, now: datetime) -> frozenset[UUID]:
    """Those for whom an act is news. Nobody is told of what they did themselves."""
    audience = NEWS.get(event.kind)
    if audience is None or now - event.at > NEWS_FOR:
        return frozenset()
    return audience_of(audience, event)


def invited(event: Happened, now: datetime) -> frozenset[UUID]:
    """Who gets an invitation, or the letter that it is off: news only for who gets no mail (C4)."""
    if event.kind not in LETTERS or now - event.at > NEWS_FOR:
        return frozenset()
    return audience_of(LETTERS[event.kind], event)


def audience_of(audience: Audience, event: Happened) -> frozenset[UUID]:
    """The people of an audience, but for the one who acted and those not to be told (G2).

    She is not reminded of a meeting that is held without her: there is nothing to come to.
    """
    found = {person for key in audience.named for person in _named(event.facts.get(key))}
    if audience.citizen and event.citizen and not event.facts.get("without_her"):
        found.add(event.citizen)
    if audience.holders:
        found.update(event.holders)
    return frozenset(found - {event.actor} - event.untold)


def records_of(event: Happened, now: datetime) -> frozenset[UUID]:
    """Whose own record (egen journal) has something new by this: what they did themselves too.

    Not of whom she has said is not to be told: their unit's mailbox hears nothing by it (G2).
    """
    fact = FOR_RECORDS.get(event.kind)
    if fact is None or now - event.at > NEWS_FOR:
        return frozenset()
    if fact:
        return frozenset(_named(event.facts.get(fact))) - event.untold
    return frozenset({event.actor} if event.actor else ()) - event.untold


def _named(value: Any) -> list[UUID]:
    values = value if isinstance(value, list) else [value] if value else []
    return [UUID(str(one)) for one in values]
