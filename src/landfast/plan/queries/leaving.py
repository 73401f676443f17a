"""My agreements in courses that I have left, and the list behind a leader's count."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class LeftRow:
    """For whom I made an agreement in a course I have left, and whom to call about it."""

    called: str
    coordinator: str
    phone: str


def agreements_left() -> dict[UUID, LeftRow]:
    """My running agreements in courses I no longer reach: a first name and a number, no more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select agreement_id, called, coordinator, phone from plan_agreements_left()"
        )
        return {pk: LeftRow(*words) for pk, *words in cursor.fetchall()}


@dataclass(frozen=True)
class OverdueCourse:
    """A course with agreements past their date: how many, since when."""

    course_id: UUID
    overdue: int
    oldest: date


def overdue_courses(unit_id: UUID, today: date) -> list[OverdueCourse]:
    """The courses behind a unit's count, as far as the leader reaches their frame."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select course_id, overdue, oldest from plan_overdue_courses(%s, %s)", [unit_id, today]
        )
        return [OverdueCourse(*row) for row in cursor.fetchall()]
