"""A citizen's CPR number: masked, or all of it for somebody who has asked and been logged."""

from dataclasses import dataclass
from uuid import UUID

from landfast.course import models
from landfast.course.rules.contact import masked, written
from landfast.kernel.sealed import opened


@dataclass(frozen=True)
class Number:
    """What the page shows; empty when nobody has written one."""

    shown: str = ""
    is_whole: bool = False


def number(kept: str, *, whole: bool) -> Number:
    """As it lies in a row that the reader may see."""
    cpr = opened(kept)
    return Number(written(cpr) if whole else masked(cpr), whole)


def number_in_referral(referral_id: UUID, *, whole: bool) -> Number:
    """Of whom a referral is about, for pages that have read it."""
    rows = models.Referral.objects.filter(id=referral_id)
    return number(rows.values_list("citizen_cpr", flat=True).get(), whole=whole)
