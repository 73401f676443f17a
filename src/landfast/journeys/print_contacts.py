"""The contact list of a course for the printer, for the citizen and her team."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import require
from landfast.access.rules import LookKind, Permission
from landfast.course.queries.names import WhoseCourse, whose_one
from landfast.network import queries as network
from landfast.network.queries import ContactCard, RelationRow


@dataclass(frozen=True)
class Contacts:
    """Whose list it is, who holds the threads, the team, her own people."""

    whose: WhoseCourse
    card: ContactCard
    own: Sequence[RelationRow]


def see_contacts(actor: Actor, course_id: UUID) -> Contacts:
    """Whom to ring (kontaktliste, B3); the look is logged as a print."""
    require(actor, Permission.COURSE_READ, course=course_id)
    open_record(actor, course_id, "Kontaktliste (print)", kind=LookKind.PRINT)
    return Contacts(
        whose_one(course_id), network.contact_card(course_id), network.relations(course_id)
    )
