"""Hospital stays (SC): figures from a case file's admissions, never a judgement (domain E1)."""

from datetime import timedelta

from landfast.kernel.business_days import is_business_day
from landfast.kernel.text import da
from landfast.redthread.rules.facts import Source, Stay
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot
from landfast.redthread.rules.words import Severity


def readmitted(course: Snapshot, limits: Limits) -> list[Found]:
    """SC-01: acutely admitted within thirty days of a discharge; day thirty counts (S001)."""
    said = da("Borgeren kom tilbage på hospitalet inden 30 dage.")
    return _back_within(course, limits.readmission, said)


def readmitted_soon(course: Snapshot, limits: Limits) -> list[Found]:
    """SC-05: acutely admitted within three days of a discharge (S001 boks 1.1)."""
    return _back_within(course, limits.soon, da("Borgeren kom tilbage på hospitalet inden 3 dage."))


def _back_within(course: Snapshot, days: int, said: str) -> list[Found]:
    results = []
    for stay in course.admissions[-1:]:
        went = [one.source for one in course.discharges if one.source.day <= stay.source.day]
        if stay.is_acute and went and (stay.source.day - went[-1].day).days <= days:
            results.append(found(stay.source.id, [went[-1], stay.source], said))
    return results


def often_admitted(course: Snapshot, limits: Limits) -> list[Found]:
    """SC-02: four or more admissions in twelve months (S001 fodnote 1)."""
    lately = [
        stay
        for stay in course.admissions
        if course.is_within(stay.source, limits.admissions_within)
    ]
    if _how_many(lately) < limits.admissions:
        return []
    said = da("Borgeren har været indlagt mange gange på et år.")
    return [found(COURSE, [stay.source for stay in lately], said, severity=Severity.HIGH)]


def _how_many(stays: list[Stay]) -> int:
    """A history told in short gives the first and the last their numbers (FORMAT, `n`)."""
    numbers = [stay.number for stay in stays if stay.number]
    span = max(numbers) - min(numbers) + 1 if numbers else 0
    return max(len(stays), span)


def short_stay(course: Snapshot, limits: Limits) -> list[Found]:
    """SC-03: discharged after nought to three days (S001 boks 1.1, 1.4)."""
    return [
        found(stay.source.id, [stay.source], da("Indlæggelsen var kort."))
        for stay in course.discharges[-1:]
        if (days := _days(course, stay)) is not None and days <= limits.short
    ]


def _days(course: Snapshot, stay: Stay) -> int | None:
    if stay.days is not None:
        return stay.days
    came = [one.source for one in course.admissions if one.source.day <= stay.source.day]
    return (stay.source.day - came[-1].day).days if came and came[-1].is_dated else None


def discharged_out_of_hours(course: Snapshot, limits: Limits) -> list[Found]:
    """SC-04: discharged at a weekend, a holiday or outside eight to sixteen (S001 boks 1.4; D)."""
    return [
        found(stay.source.id, [stay.source], da("Udskrivningen lå uden for hverdage i dagtimer."))
        for stay in course.discharges[-1:]
        if stay.hour is not None and _is_out_of_hours(stay.source, stay.hour, limits)
    ]


def _is_out_of_hours(source: Source, hour: int, limits: Limits) -> bool:
    return not is_business_day(source.day) or not limits.opens <= hour < limits.closes


def between_offers(course: Snapshot, limits: Limits) -> list[Found]:
    """SC-06: discharged between two homes or without one (S001 boks 1.3, 1.4)."""
    recent = course.today - timedelta(days=limits.sign)
    return [
        found(stay.source.id, [stay.source], da("Udskrevet mellem to tilbud eller uden en bolig."))
        for stay in course.discharges[-1:]
        if stay.between and stay.source.day >= recent
    ]
