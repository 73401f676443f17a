"""Ill, and a parent (RT-22, RT-23): no sanction for being ill; somebody asks about the children."""

from landfast.kernel.text import da
from landfast.redthread.rules.facts import Benefit, Source
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot

FAMILY = frozenset({"family_case_worker"})
SEVERE = "possible_psychosis"
SERIOUS = frozenset({SEVERE, "child_contact_decline"})


def punished_while_ill(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-22: a benefit stopped or threatened for not coming, near an admission (S002 Jeanette)."""
    return [
        found(
            one.source.id, [one.source, *ill],
            da("Ydelsen er ramt, fordi borgeren ikke kom. Borgeren var syg omkring den dag."),
        )
        for one in course.benefits[-1:]
        if one.is_loss and one.for_no_show and (ill := _ill_around(course, one, limits))
    ]  # fmt: skip


def _ill_around(course: Snapshot, one: Benefit, limits: Limits) -> list[Source]:
    severe = [sign.source for sign in course.signs if sign.kind == SEVERE]
    near = [
        source
        for source in [*(stay.source for stay in course.admissions), *severe]
        if abs((source.day - one.about).days) <= limits.sick
    ]
    return near or _in_hospital(course, one)


def _in_hospital(course: Snapshot, one: Benefit) -> list[Source]:
    """Admitted before, and not discharged then, or lately."""
    came = [stay.source for stay in course.admissions if stay.source.day <= one.about]
    if not came:
        return []
    went = [
        stay.source.day
        for stay in course.discharges
        if came[-1].day <= stay.source.day <= one.about
    ]
    return [] if went else [came[-1]]


def children_unseen(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-23: she has children, is seriously unwell, and nobody has asked about them (S002 Bilag 3).

    Two weeks are for the conversation. A worry about a child now waits for nothing (domain 0.12).
    """
    if not course.children:
        return []
    serious = [
        *(stay.source for stay in course.admissions),
        *(sign.source for sign in course.signs if sign.kind in SERIOUS),
    ]
    lately = [
        source
        for source in serious
        if limits.child < course.days_since(source.day) <= limits.child_remembered
    ]
    unseen = [source for source in lately if not _asked_about(course, source, limits)]
    said = da("Borgeren har børn. Ingen har skrevet, at nogen har talt med dem eller om dem.")
    return [found(COURSE, unseen, said)] if unseen else []


def _asked_about(course: Snapshot, source: Source, limits: Limits) -> bool:
    helper = course.last_contact(FAMILY)
    lately = helper is not None and (source.day - helper.day).days <= limits.active
    return lately or any(talk.day >= source.day for talk in course.child_talks)
