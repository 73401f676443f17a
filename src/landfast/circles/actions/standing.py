"""Hold a circle: its name and rhythm, who sits there, and when it meets."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, require_staff
from landfast.access.rules import Permission
from landfast.circles import models
from landfast.circles.actions.inviting import ask
from landfast.circles.queries import standing as queries
from landfast.circles.rules import standing as rules
from landfast.circles.rules.kinds import Kind
from landfast.circles.rules.standing import SittingState
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound, NotNow, Wrong
from landfast.kernel.text import da
from landfast.people import queries as people


@dataclass(frozen=True)
class Shape:
    """What a circle is called and how often it meets."""

    name: str
    about: str
    every_weeks: int
    weekday: int
    at_clock: time
    minutes_long: int
    place: str = ""


@action
def begin(*, actor: Actor, unit_id: UnitId, kind: Kind, shape: Shape) -> UUID:
    """A unit's leader begins a standing meeting with other units, and leads it to begin with."""
    require_post(actor, Permission.CIRCLE_KEEP, unit=unit_id)
    _check(shape)
    row = models.Circle(
        kind=kind, unit_id=unit_id, leader_id=actor.person_id, created_at=now(), **_fields(shape)
    )
    row.save(force_insert=True)
    record(actor, "circle.begun", row, unit=unit_id, what=kind)
    own = list(queries.own_units(actor))
    _sit(actor, row.id, actor.person_id, unit_id if unit_id in own else own[0])
    return row.id


@action
def change(*, actor: Actor, circle_id: UUID, shape: Shape, leader: PersonId) -> None:
    """Its name, its rhythm, and who leads it: one of those who sit there."""
    row = _kept(actor, circle_id)
    _check(shape)
    if leader not in {one.person_id for one in queries.seats(circle_id)}:
        raise Wrong("leader_sits", da("Vælg en af de faste deltagere."), "leader")
    fields = _fields(shape) | {"leader_id": leader}
    models.Circle.objects.filter(id=circle_id).update(**fields)
    record(actor, "circle.changed", row, leader=leader)


@action
def end(*, actor: Actor, circle_id: UUID) -> None:
    """The circle meets no more. What was agreed stands where it is until it is closed."""
    row = _kept(actor, circle_id)
    models.Circle.objects.filter(id=circle_id).update(ended_at=now())
    record(actor, "circle.ended", row)


@action
def seat(*, actor: Actor, circle_id: UUID, person_id: PersonId, unit_id: UnitId) -> None:
    """An employee sits in the circle for the unit they work in (fast deltager, S000 §2.3)."""
    _kept(actor, circle_id)
    if unit_id not in {row.unit_id for row in people.employments(person_id=person_id)}:
        raise NotFound
    _sit(actor, circle_id, person_id, unit_id)
    ahead = queries.next_sitting(circle_id)
    if ahead:
        ask(ahead.id, anew=False)


def _sit(actor: Actor, circle_id: UUID, person_id: PersonId, unit_id: UnitId) -> None:
    row = models.Seat(
        circle_id=circle_id, person_id=person_id, unit_id=unit_id, created_at=now()
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise NotNow("sits_already", da("Personen er allerede med.")) from clash
    record(actor, "circle.seated", row, to=person_id, unit=unit_id)


@action
def unseat(*, actor: Actor, circle_id: UUID, seat_id: UUID) -> None:
    """Somebody leaves the circle: by own wish, or because another comes instead."""
    require_staff(actor)
    found = [row for row in queries.seats(circle_id) if row.id == seat_id]
    if not found:
        raise NotFound
    is_own = found[0].person_id == actor.person_id
    rules.check_may_unseat(is_own=is_own, keeps=queries.keeps(circle_id))
    circle = queries.circle(circle_id)
    rules.check_leader_stays(is_leader=circle.leader_id == found[0].person_id)
    models.Seat.objects.filter(id=seat_id).update(ended_at=now())
    record(actor, "circle.unseated", to=found[0].person_id, circle=circle_id)


@action
def plan(
    *, actor: Actor, circle_id: UUID, starts_at: datetime | None, place: str = ""
) -> UUID:  # fmt: skip
    """The next meeting gets its day; planned already, it is moved. Those who sit there are told."""
    circle = _kept(actor, circle_id)
    at = rules.check_starts(starts_at, now())
    row = models.Sitting.objects.select_for_update().filter(
        circle_id=circle_id, state=SittingState.PLANNED
    ).first() or models.Sitting(
        circle_id=circle_id, state=SittingState.PLANNED, minutes_long=circle.minutes_long,
        created_at=now(), sequence=-1,
    )  # fmt: skip
    row.starts_at, row.place, row.sequence = at, place.strip(), row.sequence + 1
    row.save()
    record(actor, "circle.planned", row, to=_others(actor, circle_id), starts_at=at)
    ask(row.id, anew=True)
    return row.id


@action
def cancel(*, actor: Actor, sitting_id: UUID) -> None:
    """It is not held: what was to be talked about waits for the next one."""
    row = _planned(actor, sitting_id)
    row.state = SittingState.CANCELLED
    row.save(update_fields=["state"])
    record(actor, "circle.cancelled", row, to=_others(actor, row.circle_id))


@action
def hold(
    *, actor: Actor, sitting_id: UUID, was_there: Collection[str] = (), guests: str = ""
) -> None:
    """The meeting is over. What nobody summed up comes next time.

    `was_there`: keys of those with a seat; `guests`: who came this once, in words.
    """
    row = _planned(actor, sitting_id)
    rules.check_has_begun(row.starts_at, now())
    rules.check_were_there(was_there, {str(one.person_id) for one in queries.seats(row.circle_id)})
    row.state, row.was_there = SittingState.HELD, sorted(was_there)
    row.guests = rules.check_guests(guests)
    row.save(update_fields=["state", "was_there", "guests"])
    record(actor, "circle.held", row)


def _planned(actor: Actor, sitting_id: UUID) -> models.Sitting:
    row = models.Sitting.objects.filter(id=sitting_id).first()
    if row is None:
        raise NotFound
    _kept(actor, row.circle_id)
    locked = models.Sitting.objects.select_for_update().get(id=sitting_id)
    rules.check_planned(SittingState(locked.state))
    return locked


def _kept(actor: Actor, circle_id: UUID) -> models.Circle:
    require_staff(actor)
    row = models.Circle.objects.filter(id=circle_id, ended_at=None).first()
    if row is None:
        raise NotFound
    rules.check_keeps(keeps=queries.keeps(circle_id))
    return row


def _check(shape: Shape) -> None:
    rules.check_circle(shape.name, shape.about)
    rules.check_rhythm(shape.every_weeks, shape.minutes_long)


def _fields(shape: Shape) -> dict[str, object]:
    return {
        "name": shape.name.strip(), "about": shape.about.strip(), "place": shape.place.strip(),
        "every_weeks": shape.every_weeks, "weekday": shape.weekday, "at_clock": shape.at_clock,
        "minutes_long": shape.minutes_long,
    }  # fmt: skip


def _others(actor: Actor, circle_id: UUID) -> list[PersonId]:
    seated = {row.person_id for row in queries.seats(circle_id)}
    return sorted(seated - {actor.person_id}, key=str)
