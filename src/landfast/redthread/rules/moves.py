"""Changes (RT-14, RT-21, RT-24, RT-25): told in time, handed over, and with a way back."""

from landfast.course.rules.words import State
from landfast.kernel.text import da
from landfast.redthread.rules.facts import Change, Phase
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot

LEAVES = frozenset({State.PAUSED, State.CLOSED, State.STOPPED})
FIRST_MEETING = "M-10"


def not_told(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-14: admitted or discharged, and coordinator or municipality was not told (S002 Bilag 3).

    What nobody has told is not known: it is no finding. Without her yes the task is to ask her.
    """
    return [
        found(stay.source.id, [stay.source], _untold(asked=stay.asked_consent))
        for stay in (*course.admissions[-1:], *course.discharges[-1:])
        if stay.informed is False
        and not any(source.day > stay.source.day for source in course.informed)
    ]


def _untold(*, asked: bool | None) -> str:
    if asked is False:
        return da("Kommunen ved ikke, at borgeren er indlagt, og borgeren er ikke spurgt.")
    return da("Kommunen ved ikke, at borgeren er indlagt eller udskrevet.")


def many_changes(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-21: three or more changes of contact person in twelve months (S003; D)."""
    lately = [
        change.source
        for change in course.changes
        if change.is_person and course.is_within(change.source, limits.changes_within)
    ]
    if len(lately) < limits.changes:
        return []
    said = da("Borgeren har skiftet kontaktperson {count} gange på et år.")
    return [found(COURSE, lately, said, count=[str(len(lately))])]


def not_handed_over(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-24: a new contact, unit or home without old and new together (S001 Bilag 5; S003)."""
    return [
        found(change.source.id, [change.source], da("Der kom en ny uden et møde med den gamle."))
        for change in course.changes[-1:]
        if change.handed_over is False and not _met_after(course, change)
    ]


def _met_after(course: Snapshot, change: Change) -> bool:
    both = {role for role in (change.left, change.came) if role}
    return any(
        met.source.day >= change.source.day
        and met.is_held
        and (met.format == FIRST_MEETING or (len(both) > 1 and both <= met.present))
        for met in course.meetings
    )


def left_without_plan(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-25: paused or closed with open promises, no day to look again, no way back (S000 §3.2)."""
    phase = course.phase
    if phase is None or not _leaves(phase) or phase.review or phase.way_back:
        return []
    left = [one.source for one in course.open_promises if not one.is_own_step]
    has_left = bool(left) if phase.open_left is None else phase.open_left
    if not has_left:
        return []
    said = da("Forløbet stopper med åbne aftaler. Der er ingen ny dato og ingen vej tilbage.")
    return [found(COURSE, [phase.source, *left], said)]


def _leaves(phase: Phase) -> bool:
    """Paused or over; on its way there when somebody has told what is left."""
    return phase.to in LEAVES or (phase.to == State.CLOSING and phase.open_left is not None)
