"""Meetings (RT-09, RT-13, RT-15, RT-20): her size, her voice, and a next date."""

from landfast.kernel.text import da
from landfast.meetings.rules.preparing import Size, size_of
from landfast.redthread.rules.facts import NOT_COUNTED, OWN, Met, Stay
from landfast.redthread.rules.found import Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot
from landfast.redthread.rules.words import Severity

WITHOUT_HER = frozenset({"M-06", "M-09", "M-12"})
"""Forums that return by themselves and have no next date of one citizen's."""
DISCHARGE = "M-04"
HERS = frozenset({"citizen", "representative"})
OUTSIDE_NEEDS = 2


def too_large(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-09: more people than she wants, besides her, her proxy and the coordinator (S001 KE1).

    No wish noted and many professionals: ask her. Whom she has said yes to herself goes first.
    """
    results = []
    for met in course.last_met:
        others = met.asked - NOT_COUNTED - met.agreed_by_her
        largest = met.largest if met.largest is not None else course.largest
        size = size_of(len(others), len(others - OWN), largest)
        if size is Size.LARGER:
            said = da("Der er flere med til mødet, end borgeren ønsker.")
            results.append(found(met.source.id, [met.source], said))
        elif size is Size.ASK:
            said = da(
                "Der er mange fagpersoner med. Borgeren er ikke spurgt, hvor mange der må være."
            )
            results.append(found(met.source.id, [met.source], said, severity=Severity.INFO))
    return results


def no_next_date(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-13: a meeting ended without a next date and without "no new meeting" (S001 §3.3.3)."""
    return [
        found(met.source.id, [met.source], da("Mødet sluttede uden en ny dato."))
        for met in course.last_met
        if met.is_held and not met.has_next and met.format not in WITHOUT_HER
        and not any(date.day > met.source.day for date in course.next_dates)
    ]  # fmt: skip


def no_discharge_meeting(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-15: discharged with needs outside psychiatry, and no meeting was held (S002 §2.2.2).

    What nobody has told is not known: it is no finding.
    """
    return [
        found(
            stay.source.id, [stay.source],
            da("Borgeren er udskrevet uden et møde. Der er stadig brug for hjælp til »{needs}«."),
            needs=sorted(stay.needs - {"psychiatry"}),
        )
        for stay in course.discharges[-1:]
        if stay.met is False and not stay.agreed
        and len(stay.needs - {"psychiatry"}) >= OUTSIDE_NEEDS
        and not _met_about(course, stay)
    ]  # fmt: skip


def _met_about(course: Snapshot, stay: Stay) -> bool:
    """A meeting of its discharge, or any meeting since."""
    came = [one.source.day for one in course.admissions if one.source.day <= stay.source.day]
    return any(
        met.source.day > stay.source.day
        or (met.format == DISCHARGE and came and met.source.day >= came[-1])
        for met in course.meetings
    )


def without_her_voice(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-20: decided about her without her, her proxy or her own word (S004 §5.2; S001 KE1).

    A wish that nobody has answered is a voice that was not heard either.
    """
    unheard = [
        found(
            met.source.id, [met.source], da("Der blev besluttet noget, uden at borgeren var med.")
        )
        for met in course.last_met
        if _decides_without_her(met)
    ]
    wishes = [
        found(
            wish.source.id, [wish.source], da("Borgeren har et ønske, som ingen har svaret på."),
            severity=Severity.MEDIUM,
        )
        for wish in course.wishes[-1:]
        if wish.answered is False
        and not any(met.source.day > wish.source.day for met in course.meetings)
    ]  # fmt: skip
    return unheard + wishes


def _decides_without_her(met: Met) -> bool:
    return met.is_held and met.decides and not met.has_her_word and not HERS & met.present
