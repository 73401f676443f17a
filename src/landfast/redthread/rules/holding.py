"""Who holds the threads (RT-01 to RT-05): one, always; never none, two, or her mother."""

from datetime import date, timedelta

from landfast.kernel.business_days import add_business_days
from landfast.kernel.text import da
from landfast.programmes.rules import DEFAULT_PROGRAMME
from landfast.redthread.rules.facts import CLOSEST, Source
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import RUNS, Snapshot
from landfast.redthread.rules.words import Severity

TWO = 2


def no_coordinator(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-01: several sectors at work, or a course that runs, and nobody coordinates (S002 §2.2.3).

    A vacancy is RT-05's, several who believe it RT-02's. Without a course it is a question; where
    she wants no coordinator it is only good to know.
    """
    held = course.held
    if held.is_held or held.gone or two_coordinators(course, limits):
        return []
    facts = _at_work(course, limits)
    if not facts:
        return []
    quiet = held.declined is not None or not course.is_course
    said = (
        da("Borgeren har sagt nej til en koordinator. Flere arbejder hver for sig.")
        if held.declined
        else da("Flere arbejder med borgeren, og ingen har den røde tråd.")
    )
    return [found(COURSE, facts, said, severity=Severity.INFO if quiet else None)]


def _at_work(course: Snapshot, limits: Limits) -> list[Source]:
    """What has asked for a coordinator for longer than the days of grace."""
    began = course.today - timedelta(days=limits.grace + 1)
    runs = course.phase if course.phase and course.phase.to in RUNS else None
    if runs and runs.source.day <= began:
        return [runs.source]
    for back in range(limits.grace + 2):
        if len(course.sectors(limits.active, on=course.today - timedelta(days=back))) < TWO:
            return []
    return list(course.sectors(limits.active).values())


def two_coordinators(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-02: two or more believe that they coordinate (S002 Bilag 3 P3).

    A role that the law gives counts only when its holder calls herself coordinator of the whole.
    """
    who = set(course.held.claims)
    if course.held.is_held:
        who.add(course.held.who)
    if len(who) < TWO or not course.held.claims:
        return []
    said = da("{who} tror hver især, at de er koordinator.")
    return [found(COURSE, [course.held.claimed], said, who=sorted(who))]


def relative_coordinates(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-03: somebody close to her carries what professionals should (S002 Bilag 3 P3)."""
    facts = [
        *_relative_claims(course), *_in_place_of_support(course),
        *_carries_most(course, limits), *_calls_most(course, limits),
    ]  # fmt: skip
    if not facts:
        return []
    closest = course.closest
    refused = closest.objected or closest.exhausted
    said = (
        da("En af de nærmeste har fået opgaver, som andre skulle have, og har sagt fra.")
        if refused
        else da("En af de nærmeste har fået opgaver, som andre skulle have.")
    )
    return [found(COURSE, [*facts, refused], said, severity=Severity.HIGH if refused else None)]


def _relative_claims(course: Snapshot) -> list[Source]:
    held = course.held
    return [held.claimed] if held.claimed and CLOSEST & set(held.claims) else []


def _in_place_of_support(course: Snapshot) -> list[Source]:
    return [
        one.source
        for one in course.open_promises
        if one.owner in CLOSEST
        and one.replaces
        and course.last_contact({one.replaces}, since=one.source.day) is None
    ]


def _carries_most(course: Snapshot, limits: Limits) -> list[Source]:
    theirs = [one.source for one in course.open_promises if one.owner in CLOSEST]
    share = 100 * len(theirs) >= limits.relative_percent * len(course.open_promises)
    return theirs if len(theirs) >= limits.relative_agreements and share else []


def _calls_most(course: Snapshot, limits: Limits) -> list[Source]:
    called = course.closest.called
    return [called] if called and course.closest.times >= limits.relative_contacts else []


def coordinator_decides(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-04: the coordinator decides authority matters in the same case (S004 §5.1).

    Against Samarbejdsmodellen; other models allow it (S000 §3.1), and then it is good to know.
    """
    where = course.held.authority
    if where is None:
        return []
    neutral = course.programme.casefold() == DEFAULT_PROGRAMME
    said = da("Koordinatoren træffer også afgørelser i sagen.")
    return [found(COURSE, [where], said, severity=None if neutral else Severity.INFO)]


def vacancy(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-05: the coordinator is gone or away, and nobody covers (S003; S001 §4.2.3.2)."""
    gone = course.held.gone
    if gone is None or course.is_over or course.today <= covered_by(gone.day, limits):
        return []
    said = da("Koordinatoren er væk, og ingen dækker.")
    return [found(COURSE, [gone], said)]


def covered_by(gone_on: date, limits: Limits) -> date:
    """The last day on which somebody must have taken over (D: five business days)."""
    return add_business_days(gone_on, limits.vacancy_business)
