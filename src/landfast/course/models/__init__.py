"""Tables of the room, by what they are about."""

from landfast.course.models.changing import ChangeWish
from landfast.course.models.citizen import Citizen, Energy, Profile
from landfast.course.models.closing import Closing
from landfast.course.models.coordinator import (
    Coordinatorship,
    Deputyship,
    Handover,
    Second,
    StatutoryRole,
)
from landfast.course.models.correcting import Correction
from landfast.course.models.course import Course, StateChange
from landfast.course.models.intake import Assessment, Decision
from landfast.course.models.mending import Mend, MendNote, MendReader, MendRow
from landfast.course.models.observation import Observation
from landfast.course.models.referral import Callback, Referral
from landfast.course.models.signal import Signal

__all__ = [
    "Assessment",
    "Callback",
    "ChangeWish",
    "Citizen",
    "Closing",
    "Coordinatorship",
    "Correction",
    "Course",
    "Decision",
    "Deputyship",
    "Energy",
    "Handover",
    "Mend",
    "MendNote",
    "MendReader",
    "MendRow",
    "Observation",
    "Profile",
    "Referral",
    "Second",
    "Signal",
    "StateChange",
    "StatutoryRole",
]
