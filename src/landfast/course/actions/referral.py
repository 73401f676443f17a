"""Referring a citizen: by an employee, or by the citizen herself (product A1)."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_self, require_staff
from landfast.access.rules import Apart
from landfast.course import models
from landfast.course.actions.callback import close_call
from landfast.course.queries.referrals import Receipt, has_way_in, receipt_of
from landfast.course.rules import referral as rules
from landfast.course.rules.callback import CallOutcome
from landfast.course.rules.contact import cpr_number, phone_number
from landfast.course.rules.words import ReferralState, Says, Urgency
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId, UnitId, new_id
from landfast.kernel.refusals import NotFound
from landfast.kernel.sealed import mark, sealed


@action
def refer(
    *,
    actor: Actor,
    unit_id: UnitId,
    whom: rules.Whom,
    seen: str,
    needs: list[str],
    says: Says,
    urgency: Urgency,
    says_words: str = "",
    who_asks: PersonId | None = None,
    referral_id: UUID | None = None,
    callback_id: UUID | None = None,
    apart: Apart | None = None,
) -> Receipt:
    """An employee tells what they see (henvendelse). A receipt at once, an answer in five days.

    Without the citizen's yes it waits apart; with her no nothing is written (domain A3, 0.2).
    `referral_id` makes a form sent twice one referral. `callback_id`: told on the telephone.
    With `apart` it is the daily lead's alone, from the first second.
    """
    require_staff(actor)
    rules.check_citizen_has_not_said_no(says)
    rules.check_words(whom.name, seen)
    rules.check_somebody_asks(says, who_asks)
    if before := _sent_before(actor, referral_id):
        return before
    row = _new(actor, referral_id, unit_id, whom, needs=needs, urgency=urgency)
    row.seen, row.says, row.says_words = seen.strip(), says, says_words.strip()
    row.state, row.expires_on = rules.first_state(says), rules.expires_on(today(), says)
    row.who_asks_id = who_asks if says is Says.NOT_ASKED else None
    row.apart = apart or ""
    row.save(force_insert=True)
    if callback_id:
        close_call(actor, callback_id, CallOutcome.REFERRED)
    record(
        actor, "referral.received", row, unit=unit_id, urgency=urgency, says=says,
        who_asks=row.who_asks_id,
    )  # fmt: skip
    return receipt_of(row)


@action
def refer_self(
    *,
    actor: Actor,
    unit_id: UnitId,
    name: str,
    phone: str,
    wants: str,
    needs: list[str],
    urgency: Urgency,
    referral_id: UUID | None = None,
) -> Receipt:
    """The citizen asks for a course herself. Her own words are optional: she owes no story."""
    require_self(actor, actor.person_id)
    rules.check_is_citizen(actor.is_citizen)
    if before := _sent_before(actor, referral_id):
        return before
    way_in = has_way_in(actor)
    rules.check_no_other_way_in(way_in.has_course, way_in.has_written)
    rules.check_name(name)
    row = _new(actor, referral_id, unit_id, rules.Whom(name, phone), needs=needs, urgency=urgency)
    row.by_citizen, row.says, row.state = True, Says.YES, ReferralState.NEW
    row.seen = wants.strip()
    row.save(force_insert=True)
    record(actor, "referral.received", row, unit=unit_id, urgency=urgency, says=Says.YES)
    return receipt_of(row)


def _sent_before(actor: Actor, referral_id: UUID | None) -> Receipt | None:
    """The same form, sent again: the receipt it got the first time."""
    if referral_id is None:
        return None
    row = models.Referral.objects.filter(id=referral_id, referred_by_id=actor.person_id).first()
    if row is None:
        return None
    record(actor, "referral.sent_again", row)
    return receipt_of(row)


def _new(
    actor: Actor,
    referral_id: UUID | None,
    unit_id: UnitId,
    whom: rules.Whom,
    *,
    needs: list[str],
    urgency: Urgency,
) -> models.Referral:
    cpr = cpr_number(whom.cpr, today())
    return models.Referral(
        id=referral_id or new_id(), unit_id=unit_id, referred_by_id=actor.person_id,
        citizen_name=whom.name.strip(), citizen_cpr=sealed(cpr), citizen_cpr_mark=mark(cpr),
        citizen_phone=phone_number(whom.phone), needs=rules.known_needs(needs), urgency=urgency,
        receipt=rules.new_receipt(), received_at=now(), answer_by=rules.answer_by(today()),
        created_at=now(),
    )  # fmt: skip


@action
def note_yes(*, actor: Actor, referral_id: UUID, words: str = "") -> None:
    """The citizen was asked and said yes: now it is a referral like others, its clock begins."""
    row = _to_answer(actor, referral_id)
    row.says, row.says_words, row.state = Says.YES, words.strip(), ReferralState.NEW
    row.expires_on, row.answer_by, row.received_at = None, rules.answer_by(today()), now()
    row.save(
        update_fields=["says", "says_words", "state", "expires_on", "answer_by", "received_at"]
    )
    record(actor, "referral.citizen_said_yes", row)


@action
def note_no(*, actor: Actor, referral_id: UUID) -> None:
    """The citizen was asked and said no: nothing of it stays (domain 0.2)."""
    row = _to_answer(actor, referral_id)
    record(actor, "referral.citizen_said_no", unit=row.unit_id)
    row.delete()


@action
def keep_apart(
    *, actor: Actor, referral_id: UUID, why: Apart | None, known_to: PersonId | None
) -> None:
    """Of all the intake only the daily lead and one who is named know of it; or all do again."""
    require_staff(actor)
    with connection.cursor() as cursor:
        cursor.execute(
            "select course_keep_referral_apart(%s, %s, %s)",
            [referral_id, why.value if why else "", known_to if why else None],
        )
        (kept,) = cursor.fetchone()
    if not kept:
        raise NotFound
    if why:
        record(actor, "referral.kept_apart")
    else:
        record(actor, "referral.apart_lifted")


def _to_answer(actor: Actor, referral_id: UUID) -> models.Referral:
    """The referral, locked, that waits for a yes this actor may bring."""
    require_staff(actor)
    row = models.Referral.objects.select_for_update().filter(id=referral_id).first()
    if row is None:
        raise NotFound
    rules.check_waits_for_yes(ReferralState(row.state))
    return row


@action(asks=False, tells=False)
def expire() -> int:
    """Empty the referrals nobody got a yes for in 30 days. The clock calls it; nobody acts.

    The database's own function takes only those past their day, so anybody may call it.
    An hour in which nothing was due leaves no event.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_expire_referrals()")
        emptied = [pk for (pk,) in cursor.fetchall()]
    if emptied:
        record(None, "referrals.expired", count=len(emptied), referrals=emptied)
    return len(emptied)


@action(asks=False, tells=False)
def empty_old() -> int:
    """Empty referrals a year after their answer (`Keep.REFERRAL`). The clock calls it.

    Need areas stay while the course that it led to runs: its empty seats rest on them.
    """
    with connection.cursor() as cursor:
        cursor.execute("select course_empty_referrals()")
        (count,) = cursor.fetchone()
    if count:
        record(None, "referrals.emptied", count=count)
    return int(count)
