"""Sealing the look log: batches of rows, each with a head that holds the one before.

What may be altered afterwards by whoever owns the database is found by `proof.py`: a seal keeps a
mark of each row, its head holds the head before it, and the heads are written outside the database
too (jobs/heads.py).
"""

from dataclasses import dataclass

from django.db import connection

from landfast.access.action import action


@dataclass(frozen=True)
class Head:
    """A seal's number and head, as it is kept outside the database."""

    number: int
    head: str


@action(asks=False, tells=False)
def seal_looks() -> int:
    """Seal what nobody is still writing; how many seals. The clock calls it; no event, no person.

    Asks nobody: the database's own function seals what is there, and nothing else.
    """
    with connection.cursor() as cursor:
        cursor.execute("select access_seal_looks()")
        (made,) = cursor.fetchone()
    return int(made)


def heads_after(number: int) -> list[Head]:
    """The heads of the seals after this number, in order."""
    with connection.cursor() as cursor:
        cursor.execute("select number, head from access_look_heads(%s)", [number])
        return [Head(found, bytes(head).hex()) for found, head in cursor.fetchall()]
