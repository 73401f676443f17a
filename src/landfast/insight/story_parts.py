"""The parts of a story line from what the rooms know: events, promises, what is worth a look."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from landfast.course.queries.told import ToldRow
from landfast.insight import story_promises as promises
from landfast.insight.storyline.kinds import OWN, kind_of
from landfast.insight.storyline.lanes import lanes_of, of_roles
from landfast.insight.storyline.shapes import Event, Flag, Kind, Lane, Thread
from landfast.kernel.clock import date_in_denmark
from landfast.meetings.queries.held import HeldRow, Seated, held_meetings
from landfast.network.queries import Tenure
from landfast.people.rules import role_name
from landfast.plan import queries as plan
from landfast.redthread.queries import findings_of
from landfast.redthread.queries.over import over


def told(rows: Iterable[ToldRow]) -> Iterator[Event]:
    """What was told of the time outside; who was there is told by role."""
    for row in rows:
        there = tuple(map(role_name, row.came or row.roles))
        away = tuple(map(role_name, sorted(set(row.stayed_away) - OWN)))
        yield Event(
            f"observation:{row.id}", row.on, kind_of(row.kind), row.kind,
            lanes_of(row.sectors, row.roles), row.words, row.precision, there, away, (there, away),
        )  # fmt: skip


def met(course_id: UUID) -> Iterator[Event]:
    """Meetings that were held in Landfast, with those who came and those of us who did not."""
    for row in held_meetings(course_id):
        came = [one for one in row.seated if one.was_there]
        away = [one for one in row.seated if one.is_absent]
        names = (row.leader, *(one.name for one in came))
        yield Event(
            f"meeting:{row.id}", row.on, Kind.MEETING, "held", _lanes(row), row.format,
            present=tuple(dict.fromkeys(names)), missing=tuple(one.name for one in away),
            as_roles=(_roles(came), _roles(away)),
        )  # fmt: skip


def _roles(seated: Iterable[Seated]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role_name(one.role) for one in seated if one.is_professional))


def _lanes(row: HeldRow) -> tuple[Lane, ...]:
    came = [one for one in row.seated if one.was_there]
    found = {Lane.COORDINATION, *of_roles(one.role for one in came)}
    if any(not one.is_professional for one in came):
        found.add(Lane.CLOSEST)
    return tuple(lane for lane in Lane if lane in found)


def team(tenures: Iterable[Tenure]) -> Iterator[Event]:
    """Who came into the team, and who left it."""
    for number, row in enumerate(tenures):
        lanes = of_roles([row.role]) or (Lane.OTHERS,)
        yield Event(
            f"joined:{number}", row.since, Kind.PERSON, "joined", lanes, row.helps_with,
            present=(row.name,), as_roles=((role_name(row.role),), ()),
        )  # fmt: skip
        if row.until:
            yield Event(
                f"left:{number}",
                row.until,
                Kind.PERSON,
                "left",
                lanes,
                present=(row.name,),
                as_roles=((role_name(row.role),), ()),
            )


def threads(course_id: UUID) -> list[Thread]:
    """The course's promises, the oldest first."""
    lines = defaultdict(list)
    for line in plan.history_of_course(course_id):
        lines[line.agreement_id].append(line)
    rows = plan.agreements_by_area(course_id)
    found = [promises.thread(row, lines[row.id]) for row, _areas in rows]
    return sorted(found, key=lambda one: (one.since, one.key))


def flags(course_id: UUID, promised: Iterable[Thread]) -> Iterator[Flag]:
    """What is worth a look now, and what was; what rests is left to its page."""
    says = {one.key: one.what for one in promised}
    for past in over(course_id):
        yield Flag(
            f"finding:{past.id}", date_in_denmark(past.since), past.says, past.rule.to_citizen,
            past.values, date_in_denmark(past.until),
        )  # fmt: skip
    for row in findings_of([course_id]):
        if not row.rests:
            about = tuple(says[fact["id"]] for fact in row.facts if fact["id"] in says)
            yield Flag(
                f"finding:{row.id}", date_in_denmark(row.since), row.says, row.rule.to_citizen,
                row.values, about=about,
            )  # fmt: skip
