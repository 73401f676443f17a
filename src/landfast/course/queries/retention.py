"""Courses that have been closed longer than they are kept: counted only."""

from django.db import connection


def past_keep() -> int:
    """How many closed courses are past `Keep.COURSE`; an archive rule may still hold them."""
    with connection.cursor() as cursor:
        cursor.execute("select course_past_keep()")
        (count,) = cursor.fetchone()
    return int(count)
