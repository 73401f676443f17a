"""Who is not at the table (MA): the citizen decides, and an empty seat is never her fault."""

from landfast.kernel.text import da
from landfast.network.rules import missing_seats
from landfast.programmes.rules import NeedArea, need_roles
from landfast.redthread.rules.facts import CLOSEST, Met, Source
from landfast.redthread.rules.found import Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot, areas
from landfast.redthread.rules.tables import DISCHARGE
from landfast.redthread.rules.words import Severity

GP = "gp"
GRANTS = "visitator"


def seat_empty(course: Snapshot, limits: Limits) -> list[Found]:
    """MA-<BEHOV>: a theme, or a need, that nobody at the table can help with (S002 Bilag 3).

    A need that no meeting has taken up is good to know until RT-19 says it; she may have said no.
    """
    at_table = [one for met in course.last_met for one in _at_the_table(course, met)]
    taken_up = {one.code for one in at_table}
    elsewhere = [
        one
        for one in _without_meeting(course, limits)
        if one.code not in taken_up and not _was_theme(course, one.code)
    ]
    return at_table + elsewhere


def _at_the_table(course: Snapshot, met: Met) -> list[Found]:
    asked = met.asked - met.absent
    themes = areas(met.themes - met.parked)
    results = []
    for seat in missing_seats(themes, asked):
        if _is_met_by_gp(course, seat.need, asked) or _came_since(course, met, seat.need):
            continue
        stayed_away = bool(seat.any_of & met.absent)
        no = None if stayed_away else course.has_refused(seat.any_of)
        heavy = Severity.HIGH if met.format == DISCHARGE else None
        said = (
            da("»{need}« var et tema. Den, der skulle hjælpe, var inviteret og kom ikke.")
            if stayed_away
            else da("»{need}« er et tema, og ingen ved bordet kan hjælpe med det.")
        )
        results.append(
            found(
                f"{met.source.id}:{seat.need}", [met.source, no.source if no else None], said,
                severity=Severity.INFO if no else heavy, code=seat.need, need=[seat.need],
            )
        )  # fmt: skip
    return results


def _is_met_by_gp(course: Snapshot, need: NeedArea, there: frozenset[str]) -> bool:
    """Before psychiatry is in, her own doctor will do (domain F1)."""
    if need is not NeedArea.PSYCHIATRY or GP not in there:
        return False
    return course.last_contact(need_roles()[need].any_of) is None


def _came_since(course: Snapshot, met: Met, need: NeedArea) -> bool:
    helper = course.last_contact(need_roles()[need].any_of)
    return helper is not None and helper.day > met.source.day


def _was_theme(course: Snapshot, need: str) -> bool:
    return any(need in met.themes for met in course.last_met)


def _without_meeting(course: Snapshot, limits: Limits) -> list[Found]:
    results = []
    for one in course.needs:
        if one.since is None or course.days_since(one.since) >= limits.need:
            continue
        there = {GP} if one.need is NeedArea.PSYCHIATRY else set()
        helper = course.last_contact(need_roles()[one.need].any_of | there)
        if course.has_promise(one.need) or (helper and course.is_within(helper, limits.active)):
            continue
        said = da("Der er brug for hjælp til »{need}«, og ingen er med, som kan give den.")
        results.append(
            found(one.need, one.named[-1:], said, severity=Severity.INFO, code=one.need,
                  need=[one.need])
        )  # fmt: skip
    return results


def mandate_missing(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """MA-MANDATE: the meeting must decide, and nobody there can (S002 Bilag 3; S004 §6.3)."""
    return [
        found(
            met.source.id, [met.source],
            da("Mødet skulle beslutte noget om »{needs}«, og ingen ved bordet kunne."),
            needs=lacking,
        )
        for met in course.last_met
        if (lacking := _undecided(met)) and not _granted_since(course, met.source)
    ]  # fmt: skip


def _undecided(met: Met) -> list[str]:
    if GRANTS in (met.asked - met.absent):
        return []
    given = {mandate.partition(":")[2] for mandate in met.mandates}
    return sorted(met.to_decide - given)


def _granted_since(course: Snapshot, met: Source) -> bool:
    return any(answer.source.day > met.day for answer in course.answers)


def relative_left_out(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """MA-RELATIVE: who carries her everyday is not asked to the table (S002 Bilag 3)."""
    carries = [one.source for one in course.open_promises if one.owner in CLOSEST]
    if not carries or _she_says_no(course):
        return []
    said = da("En af de nærmeste bærer meget i hverdagen og er ikke spurgt om at være med.")
    return [
        found(met.source.id, [*carries, met.source], said)
        for met in course.last_met
        if not CLOSEST & (met.asked | met.absent)
        and all(source.day <= met.source.day for source in carries)
    ]


def _she_says_no(course: Snapshot) -> bool:
    """She has said no; or her answers, or her tables, are known, and there is no yes."""
    if course.closest.may_come is False:
        return True
    yes = any(word.is_yes and word.to in CLOSEST for word in course.words)
    return course.has_refused(CLOSEST) is not None or (course.asks_consent and not yes)
