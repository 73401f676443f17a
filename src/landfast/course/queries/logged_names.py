"""Whose course it is, for the data protection officer: a name, and nothing else of the record."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection


def names_of(courses: Iterable[UUID]) -> dict[UUID, str]:
    """The citizen of each of these courses, as far as they lie in the officer's area."""
    return _pairs("select * from course_oversight_names(%s)", sorted(set(courses)))


def find_citizen(words: str) -> dict[UUID, str]:
    """Courses in the officer's area by their citizen's name; twenty at most."""
    return _pairs("select * from course_oversight_find(%s)", words.strip()[:100])


def _pairs(sql: str, value: str | list[UUID]) -> dict[UUID, str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [value])
        return dict(cursor.fetchall())
