"""The areas of life that the citizen has wished something in."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from landfast.plan import models
from landfast.plan.rules.words import Standing
from landfast.programmes.rules import NeedArea


def areas_wished(course_id: UUID) -> dict[NeedArea, datetime]:
    """Areas with a living wish, and when the newest was written; what is laid aside rests."""
    rows = models.Wish.objects.filter(course_id=course_id).exclude(standing=Standing.ASIDE)
    found = rows.order_by().values_list("area").annotate(at=Max("created_at"))
    return {NeedArea(area): at for area, at in found}
