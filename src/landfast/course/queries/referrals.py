"""Referrals as those who sent them, and those who are to ask, see them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from landfast.access.actor import Actor
from landfast.course import models
from landfast.course.queries.calls import CallRow, call
from landfast.course.queries.heard import Heard, heard_of_mine
from landfast.course.queries.listed import list_to_ask
from landfast.course.rules.referral import known_needs
from landfast.course.rules.states import OVER
from landfast.course.rules.words import ReferralState, Says, Urgency
from landfast.kernel.ids import ReferralId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.programmes.rules import NeedArea

SHOWN = 50
OPEN = (ReferralState.WAITS_FOR_YES, ReferralState.NEW, ReferralState.TAKEN)


@dataclass(frozen=True)
class Receipt:
    """What the sender gets at once: a code, and what happens next."""

    id: ReferralId
    code: str
    state: ReferralState
    says: Says
    by_citizen: bool
    citizen_name: str
    unit_id: UnitId
    received_at: datetime
    answer_by: date
    expires_on: date | None
    answered_at: datetime | None
    who_asks: str
    heard: Heard | None = None
    """What was answered, when the citizen has heard it: then the sender may know it too."""


def receipt_of(row: models.Referral) -> Receipt:
    """The receipt of a referral."""
    return Receipt(
        ReferralId(row.id), row.receipt, ReferralState(row.state), Says(row.says), row.by_citizen,
        row.citizen_name, UnitId(row.unit_id), row.received_at, row.answer_by, row.expires_on,
        row.answered_at, row.who_asks.name if row.who_asks else "",
    )  # fmt: skip


def receipt(actor: Actor, referral_id: UUID) -> Receipt:
    """The receipt of a referral one has sent; others' are not found."""
    row = (
        models.Referral.objects.select_related("who_asks")
        .filter(id=referral_id, referred_by_id=actor.person_id)
        .first()
    )
    if row is None:
        raise NotFound
    [found] = _with_answers([receipt_of(row)])
    return found


def _with_answers(rows: list[Receipt]) -> list[Receipt]:
    answered = [row.id for row in rows if row.state is ReferralState.ANSWERED]
    heard = heard_of_mine(answered)
    return [replace(row, heard=heard.get(row.id)) for row in rows]


@dataclass(frozen=True)
class ToAsk:
    """A referral that waits until this actor has asked the citizen."""

    id: ReferralId
    citizen_name: str
    citizen_phone: str
    referred_by: str
    seen: str
    needs: list[str]
    urgency: Urgency
    expires_on: date | None


@dataclass(frozen=True)
class MyReferrals:
    """What I have sent, and whom I am to ask."""

    sent: list[Receipt]
    to_ask: list[ToAsk]


def mine(actor: Actor) -> MyReferrals:
    """Referrals I sent, newest first, and those where I am to ask the citizen."""
    list_to_ask(actor, "Mine henvendelser (liste)")
    rows = (
        models.Referral.objects.filter(
            Q(referred_by_id=actor.person_id)
            | Q(who_asks_id=actor.person_id, state=ReferralState.WAITS_FOR_YES)
        )
        .select_related("who_asks", "referred_by")
        .order_by("-received_at", "-id")[:SHOWN]
    )
    found = list(rows)
    return MyReferrals(
        _with_answers([receipt_of(row) for row in found if row.referred_by_id == actor.person_id]),
        [_to_ask(row) for row in found if _waits_for(row, actor)],
    )


def _waits_for(row: models.Referral, actor: Actor) -> bool:
    return row.who_asks_id == actor.person_id and row.state == ReferralState.WAITS_FOR_YES


def _to_ask(row: models.Referral) -> ToAsk:
    return ToAsk(
        ReferralId(row.id), row.citizen_name, row.citizen_phone, row.referred_by.name, row.seen,
        list(row.needs), Urgency(row.urgency), row.expires_on,
    )  # fmt: skip


def to_ask(referral_id: UUID) -> ToAsk:
    """One referral that waits for the citizen's yes, for those who may bring it."""
    row = (
        models.Referral.objects.select_related("referred_by")
        .filter(id=referral_id, state=ReferralState.WAITS_FOR_YES)
        .first()
    )
    if row is None:
        raise NotFound
    return _to_ask(row)


@dataclass(frozen=True)
class WayIn:
    """Where a citizen stands who thinks of asking for a course."""

    has_course: bool
    has_written: bool
    last: Receipt | None
    name: str
    phone: str


def has_way_in(actor: Actor) -> WayIn:
    """Has this citizen a running course, or a referral of her own that waits?"""
    citizen = models.Citizen.objects.filter(person_id=actor.person_id).first()
    running = models.Course.objects.filter(citizen__person_id=actor.person_id).exclude(
        state__in=list(OVER)
    )
    last = (
        models.Referral.objects.filter(referred_by_id=actor.person_id, by_citizen=True)
        .select_related("who_asks")
        .order_by("-received_at", "-id")
        .first()
    )
    return WayIn(
        running.exists(),
        last is not None and last.state in OPEN,
        receipt_of(last) if last else None,
        citizen.name if citizen else "",
        citizen.phone if citizen else "",
    )


@dataclass(frozen=True)
class Desk:
    """What the referral form offers: where to send it, who can ask, a call it comes from."""

    units: list[people.UnitRow]
    askers: list[people.EmploymentRow]
    call: CallRow | None


def desk(actor: Actor, callback_id: UUID | None = None) -> Desk:
    """Units that take referrals, colleagues in my own units who can ask the citizen."""
    own = people.employments(person_id=actor.person_id)
    askers = people.employments(unit_ids=sorted({row.unit_id for row in own}))
    return Desk(
        people.units(coordinating=True),
        [row for row in askers if row.person.id != actor.person_id],
        call(actor, callback_id) if callback_id else None,
    )


def needs_referred(course_id: UUID) -> dict[NeedArea, datetime]:
    """Need areas that referrals to this course told of, and when the newest came."""
    return dict(needs_told(course_id))


def needs_told(course_id: UUID) -> list[tuple[NeedArea, datetime]]:
    """Each need area of each referral to this course, the oldest first."""
    rows = models.Referral.objects.filter(course_id=course_id).order_by("received_at")
    return [
        (NeedArea(need), at)
        for needs, at in rows.values_list("needs", "received_at")
        for need in known_needs(needs)
    ]
