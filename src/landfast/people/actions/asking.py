"""What only the database can say or do, by its own functions."""

from typing import Any

from django.db import connection


def ask(sql: str, values: list[Any]) -> bool:
    """Whether the database did it."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return bool(cursor.fetchone()[0])
