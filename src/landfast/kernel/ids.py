"""Typed ids. Keys are UUID version 7 (RFC 9562 §5.7): they sort by time and tell nothing else."""

import os
import time
from typing import NewType
from uuid import UUID

PersonId = NewType("PersonId", UUID)
OrganisationId = NewType("OrganisationId", UUID)
UnitId = NewType("UnitId", UUID)
CourseId = NewType("CourseId", UUID)
CitizenId = NewType("CitizenId", UUID)
ReferralId = NewType("ReferralId", UUID)
WishId = NewType("WishId", UUID)
AgreementId = NewType("AgreementId", UUID)
MeetingId = NewType("MeetingId", UUID)


def new_id() -> UUID:
    """A fresh UUID version 7: 48 bits of milliseconds, then randomness."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF000 << 64) | (0x7000 << 64)
    value = value & ~(0xC000 << 48) | (0x8000 << 48)
    return UUID(int=value)
