"""What a course's programme and house mean for how its people meet."""

from dataclasses import dataclass
from uuid import UUID

from landfast.course import models
from landfast.kernel.ids import OrganisationId
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class Foresees:
    """The formats that the programme counts with, and the organisation that runs the course."""

    programme: str
    formats: tuple[str, ...]
    organisation_id: OrganisationId


def foresees(course_id: UUID) -> Foresees:
    """One query; what is hidden does not exist."""
    row = (
        models.Course.objects.filter(scope_id=course_id)
        .values_list("programme__name", "programme__meeting_formats", "unit__organisation_id")
        .first()
    )
    if row is None:
        raise NotFound
    return Foresees(row[0], tuple(row[1]), OrganisationId(row[2]))
