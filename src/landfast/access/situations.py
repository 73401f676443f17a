"""What is so with the citizen now; a grant may hang on it. Acts open and close it."""

from datetime import datetime, timedelta
from uuid import UUID

from landfast.access import models
from landfast.access.rules import Situation
from landfast.kernel.clock import now
from landfast.kernel.reading import ID, Once

_SINCE = Once(
    lambda course: models.SituationNow.objects.filter(scope_id=course, ends_at=None)
    .order_by("starts_at", "id").values_list("kind", "starts_at"), ID,
)  # fmt: skip
_FRESH = Once(
    lambda course: models.FreshStart.objects.filter(scope_id=course, lifted_at=None)
    .order_by("id").values_list("since"), ID,
)  # fmt: skip


def since(course: UUID) -> dict[Situation, datetime]:
    """What is open now, each since when. Whether a grant reaches, the database says."""
    return {Situation(row.kind): row.starts_at for row in _SINCE(course)}


def meeting_now(course: UUID) -> UUID | None:
    """The meeting that is held in the course now, if there is one; the newest of two."""
    rows = models.SituationNow.objects.filter(
        scope_id=course, kind=Situation.MEETING, ends_at=None, about__isnull=False,
        starts_at__gt=now() - timedelta(days=1),
    )  # fmt: skip
    return rows.order_by("-starts_at").values_list("about", flat=True).first()


def fresh_since(course: UUID) -> datetime | None:
    """Since when what is older stays behind, if she has said so."""
    return next((row.since for row in _FRESH(course)), None)
