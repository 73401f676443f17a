"""The only writers of the red thread."""

from landfast.redthread.actions.choosing import choose, record_ground, withdraw_ground
from landfast.redthread.actions.hearing import note_heard
from landfast.redthread.actions.looking import check_due
from landfast.redthread.actions.settling import contest, dismiss, snooze, take_up

__all__ = [
    "check_due", "choose", "contest", "dismiss", "note_heard", "record_ground", "snooze",
    "take_up", "withdraw_ground",
]  # fmt: skip
