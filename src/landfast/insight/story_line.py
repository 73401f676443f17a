"""Reading a course as one picture: one look in the log, and what the reader may see of it (D7)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import may
from landfast.access.rules import LookKind, Permission, Topic
from landfast.course.queries.baton import held_over_time
from landfast.course.queries.history import stays_of
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.course.queries.told import told_of
from landfast.insight import story_parts as parts
from landfast.insight.story_seats import seats
from landfast.insight.storyline.shapes import Event, Kind, Lane, Span, Story
from landfast.insight.storyline.stays import stays
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.network import queries as network
from landfast.plan import queries as plan

PAGE = "Forløbet som billede"


@dataclass(frozen=True)
class StorySeen:
    """Whose course it is, and the picture of it."""

    whose: WhoseCourse
    story: Story
    may_copy: bool
    """May the reader make a copy of it to learn from?"""


def see_story(actor: Actor, course_id: UUID, kind: LookKind = LookKind.READ) -> StorySeen:
    """The course for the citizen and the team. Row-level security leaves out what is hidden."""
    if open_record(actor, course_id, PAGE, kind=kind) is not Topic.WHOLE:
        raise NotAllowed(
            "team_only",
            da("Billedet af forløbet er for borgeren og teamet. Ring til koordinatoren."),
        )
    tenures, wishes = network.team_over_time(course_id), plan.wishes_of(course_id)
    events = [*parts.told(told_of(course_id)), *parts.met(course_id), *parts.team(tenures)]
    events += _wished(wishes)
    ordered = tuple(sorted(events, key=lambda one: (one.on, one.key)))
    promised = tuple(parts.threads(course_id))
    story = Story(
        ordered, tuple(_phases(course_id)), tuple(_holders(course_id)), tuple(stays(ordered)),
        tuple(seats(course_id, wishes, tenures)), promised,
        tuple(parts.flags(course_id, promised)),
    )  # fmt: skip
    may_copy = may(actor, Permission.MEETING_LEAD, course_id)
    return StorySeen(whose_one(course_id), story, may_copy)


def _wished(rows: Iterable[plan.WishRow]) -> Iterator[Event]:
    for row in rows:
        on = date_in_denmark(row.written_on)
        yield Event(f"wish:{row.id}", on, Kind.EVENT, "wish", (Lane.CITIZEN,), row.words)


def _phases(course_id: UUID) -> Iterator[Span]:
    for number, stay in enumerate(stays_of(course_id)):
        since = date_in_denmark(stay.since)
        until = date_in_denmark(stay.until) if stay.until else None
        yield Span(f"phase:{number}", stay.state.value, since, until)


def _holders(course_id: UUID) -> Iterator[Span]:
    """Who had the threads; a cover is hollow, as nobody is the coordinator meanwhile."""
    for number, held in enumerate(held_over_time(course_id)):
        until = date_in_denmark(held.until) if held.until else None
        yield Span(
            f"holder:{number}", held.name, date_in_denmark(held.since), until,
            is_hollow=held.is_cover,
        )  # fmt: skip
