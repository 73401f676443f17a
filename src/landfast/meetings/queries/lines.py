"""What the others at the table are there for, as a guest of the meeting reads it (C2, F2)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from landfast.people.rules import role_name


@dataclass(frozen=True)
class LineRow:
    """My task here, my limit, what I can promise: one line of one employee."""

    name: str
    role_name: str
    own_task: str
    own_limit: str
    can_promise: str


def lines_of_others(meeting_id: UUID) -> list[LineRow]:
    """The lines of the others at a meeting that the actor is a guest of, in the table's order."""
    with connection.cursor() as cursor:
        cursor.execute("select * from meetings_lines_for_guest(%s)", [meeting_id])
        return [LineRow(name, role_name(role), *line) for name, role, *line in cursor.fetchall()]
