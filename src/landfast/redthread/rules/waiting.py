"""Applications (RT-11, RT-12): waiting is bridged, and a no gets a new plan."""

from datetime import date

from landfast.course.rules.words import State
from landfast.kernel.text import da
from landfast.redthread.rules.facts import OWN, Answer
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot

WAITS = frozenset({"pending", "waiting", ""})
REFUSED = frozenset({"refused", "declined", "rejected"})


def waits_unbridged(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-11: four weeks' wait for support that is needed, and nothing meanwhile (S002 Jens)."""
    applied = [
        found(
            one.about, [one.source],
            da("Der er lang ventetid på {what}, og ingen midlertidig hjælp er aftalt."),
            what=[one.name or one.about],
        )
        for one in _latest(course)
        if one.outcome in WAITS and _waits_long(course, one, limits) and not _bridged(course, one)
    ]  # fmt: skip
    return applied + _on_the_list(course, limits)


def _waits_long(course: Snapshot, one: Answer, limits: Limits) -> bool:
    return (one.wait_days or 0) >= limits.wait or (
        one.source.is_dated and course.days_since(one.source.day) >= limits.wait
    )


def _bridged(course: Snapshot, one: Answer) -> bool:
    """Something meanwhile, somebody's promise in its place, or the support itself has come."""
    return (
        one.has_interim
        or _replaced(course, one)
        or course.last_contact({one.about}, since=one.source.day) is not None
    )


def _replaced(course: Snapshot, one: Answer) -> bool:
    return any(
        promise.replaces == one.about and promise.owner not in OWN
        and promise.source.day >= one.source.day
        for promise in course.replacing
    )  # fmt: skip


def _on_the_list(course: Snapshot, limits: Limits) -> list[Found]:
    phase = course.phase
    if phase is None or phase.to != State.WAITING or phase.is_covered:
        return []
    if course.days_since(phase.source.day) < limits.wait:
        return []
    return [found(COURSE, [phase.source], da("Borgeren står på venteliste uden en, der ringer."))]


def refused_without_plan(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-12: a no, and nothing new within two weeks; or what came does not help (S002 Jeanette)."""
    results = []
    for one in _latest(course):
        if one.outcome not in REFUSED or _replaced(course, one):
            continue
        if not one.covers:
            said = da("Der kom et nej til {what}, og det, der blev tilbudt i stedet, hjælper ikke.")
        elif not one.replacement and _left_alone(course, one, limits):
            said = da("Der kom et nej til {what}, og der er ikke lavet en ny plan.")
        else:
            continue
        results.append(found(one.about, [one.source], said, what=[one.name or one.about]))
    return results


def _left_alone(course: Snapshot, one: Answer, limits: Limits) -> bool:
    day: date = one.source.day
    met = any(met.source.day >= day for met in course.meetings)
    return not met and course.days_since(day) > limits.refused


def _latest(course: Snapshot) -> list[Answer]:
    """The last word on each application."""
    return list({one.about: one for one in course.answers}.values())
