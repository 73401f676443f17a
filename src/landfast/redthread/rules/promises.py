"""What was agreed (RT-06, RT-07, RT-10): nobody promises for others, and nothing slides."""

from landfast.kernel.text import da
from landfast.plan.rules import deadlines
from landfast.redthread.rules.facts import Promise
from landfast.redthread.rules.found import Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot
from landfast.redthread.rules.words import Severity


def promised_for_others(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-06: a promise binds what another decides, and nobody with a mandate said yes (S002 §1.3).

    What stands on the list of decisions to be taken is an application, unless it was promised.
    """
    return [
        found(
            one.id, [one.source],
            da("{owner} har lovet noget, som {decider} skal afgøre."),
            owner=[one.owner or "nogen"], decider=[one.decided_by or ""],
        )
        for one in course.open_promises
        if _binds_another(one) and not _has_decided(course, one)
    ]  # fmt: skip


def _binds_another(one: Promise) -> bool:
    if one.decided_by is None or one.decided_by == one.owner or one.is_own_step:
        return False
    return not one.has_mandate and (one.is_promised or not one.is_to_be_decided)


def _has_decided(course: Snapshot, one: Promise) -> bool:
    """Who decides has answered since, or a later table had the mandate."""
    if one.told and one.told.day > one.source.day:
        return True
    answers = {answer.source for answer in course.answers}
    answered = answers and any(
        one.decided_by in contact.roles and contact.source in answers
        for contact in course.contacts_by_day.after(one.source.day)
    )
    later = (
        met
        for met in course.meetings
        if met.source.day > one.source.day
        and any(f"{one.decided_by}:{need}" in met.mandates for need in one.needs)
    )
    return bool(answered) or any(later)


def incomplete(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-07: a promise lacks who, when or how it is followed up (S004 §5.3).

    Never the citizen's and the closest people's own steps (domain 0.3).
    """
    return [
        found(one.id, [one.source], da("Aftalen mangler {lacks}."), lacks=lacks)
        for one in course.open_promises
        if one.binds and (lacks := _lacks(one))
    ]


def _lacks(one: Promise) -> list[str]:
    there = {
        da("en, der gør det"): one.owner is not None,
        da("en frist"): one.due is not None,
        da("en opfølgning"): one.has_followup,
    }
    return [name for name, has in there.items() if not has]


def overdue(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-10: the date has passed, three business days more, and nobody has told (S004 §5.3).

    Ten business days after the date it is urgent. Never her own steps (domain 0.3).
    """
    return [
        found(
            one.id, [one.source], da("Fristen er gået, og ingen har fortalt, hvordan det gik."),
            severity=Severity.HIGH if course.today > deadlines.leader_on(one.due) else None,
        )
        for one in course.open_promises
        if one.due and one.binds and one.told is None
        and course.today > deadlines.status_by(one.due)
    ]  # fmt: skip
