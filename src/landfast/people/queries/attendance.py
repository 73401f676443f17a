"""Reads of who is at work, has time off, or is on leave."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from landfast.kernel.business_hours import add_business_hours, add_hours
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.reading import DAY, IDS, NUMBER, Once
from landfast.people import models, rules
from landfast.people.available import available


def _there(persons: list[UUID], day: date, weekday: int) -> QuerySet[models.Person, Any]:
    ends = Q(employments__ends_on=None) | Q(employments__ends_on__gte=day)
    runs = Q(employments__starts_on__lte=day) & ends
    away = models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), person_id=OuterRef("id"), starts_on__lte=day
    )
    noted = models.WorkingHours.objects.filter(
        Q(employment__ends_on=None) | Q(employment__ends_on__gte=day),
        employment__starts_on__lte=day, employment__person_id=OuterRef("id"),
    )  # fmt: skip
    hours = FilteredRelation(
        "employments__hours", condition=runs & Q(employments__hours__weekday=weekday)
    )
    return (
        models.Person.objects.filter(id__any_of=persons)
        .annotate(hours=hours, away=Exists(away), noted=Exists(noted))
        .order_by("id")
        .values_list("id", "away", "noted", "hours__opens", "hours__closes")
    )


_THERE = Once(_there, IDS, DAY, NUMBER)


def presence(person_ids: list[UUID], at: datetime | None = None) -> dict[PersonId, rules.Presence]:
    """Who of these is at work at this moment, has time off, or is on leave; one query.

    Of the week's hours only the day's are read: the rest says no more than that there are some.
    """
    local = (at or now()).astimezone(DENMARK)
    weekday = local.weekday()
    hours: dict[UUID, list[rules.Hours]] = {}
    gone: set[UUID] = set()
    for person, is_away, is_noted, opens, closes in _THERE(list(person_ids), local.date(), weekday):
        if is_away:
            gone.add(person)
        if is_noted:
            hours.setdefault(person, [])
        if opens is not None:
            hours[person].append(rules.Hours(weekday, opens, closes))
    return {
        PersonId(one): rules.presence(hours.get(one), local, is_away=one in gone)
        for one in person_ids
    }


def at_work(person_ids: list[UUID], at: datetime | None = None) -> frozenset[PersonId]:
    """Who of these is at work at this moment, by their noted hours and leave; one query."""
    there = presence(person_ids, at)
    return frozenset(pid for pid, state in there.items() if state is rules.Presence.AT_WORK)


_LEAVES = Once(
    lambda persons, day: models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), person_id__any_of=persons
    )
    .order_by("starts_on", "id").values_list("person_id", "starts_on", "ends_on"),
    IDS, DAY,
)  # fmt: skip


def leaves(person_ids: list[UUID]) -> dict[PersonId, list[rules.Away]]:
    """Leaves that have not ended, by person."""
    found: dict[PersonId, list[rules.Away]] = {}
    for person, starts, ends in _LEAVES(list(person_ids), today()):
        found.setdefault(PersonId(person), []).append(rules.Away(starts, ends))
    return found


def after_hours_at_work(person: PersonId, hours: int) -> datetime:
    """When so many of her own hours at work have gone from now: leave does not count (D4).

    Of somebody who is never there, business hours count: the question goes on to who stands in.
    """
    first = today()
    held = available([person], first, first)[person]
    known = leaves([person]).get(person, [])
    then = add_hours(now(), hours, lambda day: rules.open_on(held.hours, known, day))
    return then or add_business_hours(now(), hours)


def away(person_ids: Iterable[UUID]) -> frozenset[PersonId]:
    """Those of them who are on leave today (principle 2). One query, none for nobody."""
    asked = list(person_ids)
    known = leaves(asked) if asked else {}
    return frozenset(one for one, rows in known.items() if rules.is_away(rows, today()))


def on_duty(person_ids: Iterable[UUID]) -> frozenset[PersonId]:
    """Those of them who are employed today and not on leave. One query, none for nobody."""
    asked, day = list(person_ids), today()
    if not asked:
        return frozenset()
    off = models.Leave.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), person_id=OuterRef("person_id"), starts_on__lte=day
    )
    rows = models.Employment.objects.filter(
        ~Exists(off), Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, person__in=asked
    )
    return frozenset(map(PersonId, rows.order_by("id").values_list("person_id", flat=True)))
