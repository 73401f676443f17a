"""Where a lost coordinator's courses have gone: who has them now, and never whose they are."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from landfast.access.action import note_asked
from landfast.access.actor import Actor
from landfast.kernel.ids import PersonId

SHOWN_DAYS: Final = 28
"""After the way back: until then there is something to say to who has them now (D)."""


@dataclass(frozen=True)
class GoneTo:
    """Who has courses that were mine, and how many: as cover until there is one, or for good."""

    person_id: PersonId
    name: str
    profession: str
    phone: str
    covers: int
    holds: int


def gone_on(actor: Actor) -> list[GoneTo]:
    """Who has the courses that were covered since the actor was gone, by name. One query.

    While away, and `SHOWN_DAYS` after; no citizen is named or counted that is kept apart.
    """
    del actor  # the database knows who acts
    note_asked()
    with connection.cursor() as cursor:
        cursor.execute("select * from course_gone_on(%s)", [SHOWN_DAYS])
        return [GoneTo(PersonId(person), *row) for person, *row in cursor.fetchall()]
