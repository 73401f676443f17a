"""Reading a referral, before there is a course: the look is logged all the same (F3).

When the referral leads to a course, the looks become the course's, and its citizen reads them.
"""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import look_at_referral
from landfast.access.looks.told import LookRow, looks_before
from landfast.access.roles import CourseRole
from landfast.course.queries import intake
from landfast.course.queries.intake import ReferralRow
from landfast.course.queries.numbers import Number, number_in_referral
from landfast.course.queries.referrals import ToAsk, to_ask
from landfast.course.rules.contact import CPR_LOOK
from landfast.people import queries as people
from landfast.people.queries import PersonCard


@dataclass(frozen=True)
class ReadReferral:
    """A referral as intake reads it, and who has read it before."""

    row: ReferralRow
    looks: list[LookRow]
    cpr: Number


def read_referral(actor: Actor, referral_id: UUID, *, whole_number: bool = False) -> ReadReferral:
    """Intake reads one referral; who has read it, or tried to, stands beside it.

    With `whole_number` it asks for the CPR number too: the look says so.
    """
    what = CPR_LOOK if whole_number else "Henvendelsen"
    look_at_referral(actor, referral_id, what, CourseRole.INTAKE)
    row = intake.referral(actor, referral_id)
    cpr = number_in_referral(referral_id, whole=whole_number)
    return ReadReferral(row, looks_before(referral_id), cpr)


def is_apart(*, actor: Actor, referral_id: UUID) -> bool:
    """Is the referral kept apart? Whoever finds out has looked at it."""
    look_at_referral(actor, referral_id, "Henvendelsen", CourseRole.INTAKE)
    return intake.referral(actor, referral_id).apart is not None


def read_to_ask(actor: Actor, referral_id: UUID) -> ToAsk:
    """The one who is to ask the citizen reads the referral."""
    look_at_referral(actor, referral_id, "Henvendelsen, for at spørge dig")
    return to_ask(referral_id)


@dataclass(frozen=True)
class ToKeepApart:
    """A referral, and those of its intake who can be named."""

    row: ReferralRow
    colleagues: list[PersonCard]


def see_to_keep_apart(actor: Actor, referral_id: UUID) -> ToKeepApart:
    """One of intake who knows of it decides who else does."""
    look_at_referral(actor, referral_id, "Hold henvendelsen adskilt", CourseRole.INTAKE)
    row = intake.referral(actor, referral_id)
    staff = people.employments(unit_ids=[row.unit_id], role="coordinator")
    return ToKeepApart(row, [one.person for one in staff])
