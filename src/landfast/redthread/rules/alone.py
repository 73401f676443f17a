"""Who is missing in it all (RT-16 to RT-19): demands, expectations, one sector, needs."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from landfast.course.rules.facts import exclude_each_other
from landfast.kernel.text import da
from landfast.programmes.rules import NeedArea, need_roles
from landfast.redthread.rules.facts import Demand, Source, sector_of
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot, areas


def demands_clash(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-16: two ask of her what nobody can do both of (S002 Jens; S003)."""
    return [
        found(
            "+".join(sorted({one.tag, other.tag})), [one.source, other.source],
            da("{one} kræver {this}, og {other} kræver {that}. Det kan ikke forenes."),
            one=[one.by], this=[one.tag], other=[other.by], that=[other.tag],
        )
        for one, other in combinations(_newest(course.demands), 2)
        if exclude_each_other({"by": one.by, "tag": one.tag}, {"by": other.by, "tag": other.tag})
    ]  # fmt: skip


def _newest(demands: Sequence[Demand]) -> list[Demand]:
    """Each party's newest of each demand, in their order: what is asked again clashes no more."""
    newest: dict[tuple[str, str], Demand] = {}
    for one in reversed(demands):
        newest.setdefault((one.by, one.tag), one)
    return [*reversed(newest.values())]


def expectations_differ(course: Snapshot, limits: Limits) -> list[Found]:  # noqa: ARG001
    """RT-17: those around a role expect different things of it (S002 Bilag 3 Jens)."""
    latest = {one.role: one for one in course.expected}
    return [
        found(role, [one.source], da("Der er ikke enighed om, hvad {role} skal."), role=[role])
        for role, one in sorted(latest.items())
        if len(set(one.by.values())) > 1
    ]


def one_sector_alone(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-18: one sector alone lately, and a need that none of its people covers (S002 Bilag 3)."""
    sectors = course.sectors(limits.alone)
    if len(sectors) != 1 or course.held.is_held:
        return []
    [(sector, source)] = sectors.items()
    uncovered = [
        need.need
        for need in course.needs
        if not any(sector_of(role) == sector for role in need_roles()[need.need].any_of)
    ]
    if not uncovered:
        return []
    said = da("Kun én sektor er med lige nu. Ingen derfra kan hjælpe med »{needs}«.")
    return [found(COURSE, [source], said, needs=areas(uncovered))]


def need_without_promise(course: Snapshot, limits: Limits) -> list[Found]:
    """RT-19: a need without anybody or anything agreed, or said to be unsolved (S002, Bilag 3)."""
    return [
        found(need, facts, said, need=[need])
        for need in NeedArea
        for said, facts in _lacks(course, need, limits)
    ]


def _lacks(
    course: Snapshot, need: NeedArea, limits: Limits
) -> Iterator[tuple[str, tuple[Source, ...]]]:
    unsolved = next((one for one in course.unresolved if one.need == need), None)
    met = [one.source for one in course.last_met if need in one.agenda - one.parked and one.is_held]
    if unsolved:
        yield da("Det står som uløst: »{need}«."), unsolved.named
    elif met and not course.has_promise(need):
        yield da("Mødet talte om »{need}«, og der kom ingen aftale."), tuple(met)
    elif facts := _long_open(course, need, limits):
        yield da("Der er brug for hjælp til »{need}«, og intet er aftalt."), facts


def _long_open(course: Snapshot, need: NeedArea, limits: Limits) -> tuple[Source, ...]:
    one = course.need(need)
    if one is None or one.since is None or course.days_since(one.since) < limits.need:
        return ()
    helper = course.last_contact(need_roles()[need].any_of)
    if course.has_promise(need) or (helper and course.is_within(helper, limits.active)):
        return ()
    return one.named
