"""What a system is told: names and numbers to ring, front doors, or why there is no answer."""

from typing import Any

from django.http import JsonResponse
from django.utils.translation import gettext

from landfast.course.rules.holding import Answers, Holder
from landfast.directory.rules import Line
from landfast.journeys.whom_to_ring import WhomToRing
from landfast.kernel.refusals import Refusal
from landfast.people.queries import UnitRow

NEVER_KEPT = {"Cache-Control": "no-store"}
NOBODY: dict[str, Any] = {
    "found": False, "coordinator": None, "is_cover": False, "deputy": None, "answers_now": None,
    "front_doors": [],
}  # fmt: skip


def found(ring: WhomToRing) -> JsonResponse:
    """Whom to ring, and nothing of the citizen."""
    held = ring.held
    return _told(NOBODY | {
        "found": True, "coordinator": _contact(held.holder), "is_cover": held.is_cover,
        "deputy": _contact(held.deputy), "answers_now": _contact(ring.answers),
    })  # fmt: skip


def doors(rows: list[tuple[UnitRow, Line | None]]) -> JsonResponse:
    """Where anybody rings."""
    return _told(NOBODY | {"front_doors": [
        {"unit": unit.name, "organisation": unit.organisation, "phone": unit.phone,
         "answers_now": _contact(line)}
        for unit, line in rows
    ]})  # fmt: skip


def problem(refusal: Refusal, **headers: str) -> JsonResponse:
    """Why there is no answer (RFC 9457)."""
    told = {"title": refusal.said(gettext), "status": refusal.status, "code": refusal.code}
    told |= {"field": refusal.field} if refusal.field else {}
    return JsonResponse(
        told, status=refusal.status, content_type="application/problem+json",
        headers=NEVER_KEPT | headers,
    )  # fmt: skip


def _told(answer: dict[str, Any]) -> JsonResponse:
    return JsonResponse(answer, headers=NEVER_KEPT)


def _contact(one: Holder | Answers | Line | None) -> dict[str, str] | None:
    return {"name": one.name, "phone": one.phone} if one else None
