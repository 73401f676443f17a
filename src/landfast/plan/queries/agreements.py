"""Reads of agreements: one, a course's, a maker's, a unit's count."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may
from landfast.access.rules import Permission, Topic
from landfast.kernel.clock import now
from landfast.kernel.ids import AgreementId, PersonId
from landfast.kernel.reading import ID, Once, columns
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import PersonKind
from landfast.plan import models
from landfast.plan.queries.rows import (
    LEADER_ASKED,
    AgreementRow,
    ChangeRow,
    TaskRow,
    TeamRow,
    Who,
    agreement_row,
    outside,
)
from landfast.plan.rules import life
from landfast.plan.rules.words import Act, AgreementState
from landfast.programmes.rules import NeedArea

JUST_NOW = timedelta(days=60)
NAMED = ("maker", "backup", "proposed_by", "follow_up_by")
ON_CARD = ("kind", "name", "profession", "phone")


def with_people(rows: "QuerySet[models.Agreement]") -> list[AgreementRow]:
    """Agreements with their wishes and everybody they name, the nearest date first; one query.

    Names are joined as columns, not as rows of their own: few names stand in many agreements.
    """
    named = {f"{who}_{field}": F(f"{who}__{field}") for who in NAMED for field in ON_CARD}
    noted = rows.annotate(wish_words=F("wish__words"), leader_asked=LEADER_ASKED, **named)
    found = list(noted.order_by("due_on", "id"))
    cards: dict[PersonId, Who] = {}
    for row in found:
        for who in NAMED:
            if (person := getattr(row, f"{who}_id")) and person not in cards:
                kind, name, profession, phone = (getattr(row, f"{who}_{one}") for one in ON_CARD)
                is_citizen = kind == PersonKind.CITIZEN
                cards[person] = Who(PersonId(person), name, profession, phone, is_citizen)
    return [agreement_row(row, cards, row.wish_words or "") for row in found]


def topics_of(agreement_id: UUID) -> frozenset[Topic]:
    """What an agreement is about, by what it says and by its wish: who was let in reads by it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select unnest(plan_topics(wish_id, needs)) from plan_agreement where id = %s",
            [agreement_id],
        )
        return frozenset(Topic(topic) for (topic,) in cursor.fetchall())


def persons_in(rows: Iterable[models.Agreement]) -> set[UUID]:
    """Everybody whom these agreements name."""
    return {person for row in rows for who in NAMED if (person := getattr(row, f"{who}_id"))}


def agreement(agreement_id: UUID, course_id: UUID) -> AgreementRow:
    """One agreement; what is hidden does not exist."""
    rows = with_people(models.Agreement.objects.filter(id=agreement_id, course_id=course_id))
    if not rows:
        raise NotFound
    return rows[0]


def agreements(agreement_ids: Collection[UUID]) -> dict[UUID, AgreementRow]:
    """These agreements by their key; no query for none."""
    if not agreement_ids:
        return {}
    rows = with_people(models.Agreement.objects.filter(id__in=list(agreement_ids)))
    return {row.id: row for row in rows}


_OUTSIDE = ("agreement__outside_name", "agreement__outside_relation")
_CHANGE = (*columns(models.AgreementChange), *(f"actor__{field}" for field in ON_CARD), *_OUTSIDE)
_HISTORY = Once(
    lambda agreement: models.AgreementChange.objects.filter(agreement_id=agreement)
    .order_by("at", "id").values_list(*_CHANGE), ID,
)  # fmt: skip


def history(agreement_id: UUID) -> list[ChangeRow]:
    """Everything that happened to an agreement, oldest first."""
    return [_change(row) for row in _HISTORY(agreement_id)]


_LINES = Once(
    lambda course: models.AgreementChange.objects.filter(course_id=course)
    .order_by("at", "id").values_list(*_CHANGE), ID,
)  # fmt: skip


def agreements_by_area(course_id: UUID) -> list[tuple[AgreementRow, tuple[NeedArea, ...]]]:
    """All agreements of a course with the parts of her life that each is about; two queries."""
    rows = with_people(models.Agreement.objects.filter(course_id=course_id))
    areas = dict(models.Wish.objects.filter(course_id=course_id).values_list("id", "area"))
    return [
        (row, tuple(map(NeedArea, [areas[row.wish_id]] if row.wish_id in areas else row.needs)))
        for row in rows
    ]


def history_of_course(course_id: UUID) -> list[ChangeRow]:
    """Everything that happened to a course's agreements, oldest first; one query."""
    return [_change(row) for row in _LINES(course_id)]


def _change(row: Any) -> ChangeRow:
    actor = _outside(row) if row.actor_id is None else None
    if actor is None:
        is_citizen = row.actor__kind == PersonKind.CITIZEN
        card = (row.actor__name, row.actor__profession, row.actor__phone)
        actor = Who(PersonId(row.actor_id), *card, is_citizen)
    return ChangeRow(
        AgreementId(row.agreement_id), row.at, actor, Act(row.act),
        AgreementState(row.before) if row.before else None, AgreementState(row.after), row.note,
        row.old_text, row.old_due_on, row.told_aloud,
    )  # fmt: skip


def _outside(row: Any) -> Who | None:
    """What was done without a login, the maker from outside did."""
    return outside(row.agreement_id, *(getattr(row, column) for column in _OUTSIDE))


def open_agreements(course_id: UUID, among: Collection[UUID] | None = None) -> list[AgreementRow]:
    """Agreements that wait for an answer or run, the nearest date first; `among` these alone."""
    rows = models.Agreement.objects.filter(
        course_id=course_id, state__in=[state.value for state in life.OPEN]
    )
    return with_people(rows if among is None else rows.filter(id__in=among))


def list_of_maker(actor: Actor, page: str) -> None:
    """Find and log the citizens of the three below: they are read afterwards (access/0020)."""
    del actor  # the database knows who acts
    note_asked()
    with connection.cursor() as cursor:
        cursor.execute("select plan_list_mine(%s, %s)", [now() - JUST_NOW, page])


def agreements_of_maker(actor: Actor) -> list[AgreementRow]:
    """What the actor has promised or is asked to promise, across citizens."""
    rows = models.Agreement.objects.filter(
        maker_id=actor.person_id, state__in=[state.value for state in life.OPEN]
    )
    return with_people(rows)


def asked_of_my_teams() -> list[AgreementRow]:
    """What others have asked whole teams for, of which the actor is one; one query or two.

    And what the actor's leader has promised for the unit and asks the actor to keep.
    """
    with connection.cursor() as cursor:
        cursor.execute("select id from plan_asked_of_my_teams()")
        found = [key for (key,) in cursor.fetchall()]
    return with_people(models.Agreement.objects.filter(id__in=found)) if found else []


def recent_of_maker(actor: Actor) -> list[AgreementRow]:
    """What the actor has told the end of in the last two months, newest first."""
    rows = models.Agreement.objects.filter(
        maker_id=actor.person_id,
        state__in=[AgreementState.KEPT, AgreementState.PARTLY, AgreementState.BROKEN],
        reported_at__gte=now() - JUST_NOW,
    )
    return sorted(
        with_people(rows), key=lambda row: row.reported_at or row.proposed_at, reverse=True,
    )  # fmt: skip


def team_of(course_id: UUID) -> list[TeamRow]:
    """Who can make a promise here: the team's employees, coordinator and second among them."""
    held = persons_who_may(Permission.AGREEMENT_ANSWER, course_id)
    cards = people.persons(list(held))
    return [
        TeamRow(person, card.name, card.profession, card.phone, roles)
        for person, roles in held.items()
        if (card := cards.get(person)) and card.kind is PersonKind.STAFF
    ]


def tasks_of(actor: Actor) -> list[TaskRow]:
    """What is left to the actor after courses that citizens have stopped."""
    rows = models.Task.objects.filter(maker_id=actor.person_id, done_at=None).order_by("id")
    return [
        TaskRow(
            row.id,
            row.about,
            row.text,
            row.due_on,
            row.created_at,
            row.agreement_id,
            row.after_death,
        )
        for row in rows
    ]
