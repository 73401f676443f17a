"""Her own people at the table over time, as the roles that seats ask for."""

from datetime import date
from uuid import UUID

from landfast.kernel.clock import date_in_denmark
from landfast.network import models
from landfast.network.rules import Sphere


def close_role(sphere: Sphere) -> str:
    """Family sits as a relative, everybody else as her private network."""
    return "relative" if sphere is Sphere.FAMILY else "private_network"


def close_over_time(course_id: UUID) -> list[tuple[str, date, date | None]]:
    """Each as a role, from the day that she named them until they were taken off; one query."""
    rows = models.Relation.objects.filter(course_id=course_id).order_by("created_at", "id")
    return [
        (close_role(Sphere(sphere)), date_in_denmark(at), gone)
        for sphere, at, gone in rows.values_list("sphere", "created_at", "removed_on")
    ]
