"""Her card as a picture and on paper, and what the code on it opens."""

import io
from typing import Any
from uuid import UUID

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from landfast.access.links import short
from landfast.course.queries.contact import Holder
from landfast.course.rules.card import LINK
from landfast.journeys.open_card import OnCard
from landfast.web.directory.views import line_text
from landfast.web.pages import to
from landfast.web.parts.shapes import Person


def address(code: UUID) -> str:
    """What a camera finds on the card: never taken from the request."""
    return settings.LANDFAST_PUBLIC_URL + to("opened_card", short(LINK, code))


def picture(code: UUID, title: str = "") -> SafeString:
    """The code as a drawing, with room around it; on a worn card a quarter may be gone."""
    drawn = io.BytesIO()
    segno.make(address(code), error="q", micro=False).save(
        drawn, kind="svg", border=4, title=title or None, svgclass="lf-code", lineclass=None,
        omitsize=True, xmldecl=False,
    )  # fmt: skip
    return mark_safe(drawn.getvalue().decode())  # noqa: S308 (drawn by segno from our own text)


def opened(seen: OnCard) -> dict[str, Any]:
    """Whom to ring, for whoever holds the card."""
    role = _("Dækker, til der er en ny koordinator") if seen.held.is_cover else _("Koordinator")
    return {
        "answers": seen.answers, "unit": seen.unit,
        "coordinator": _person(seen.held.coordinator, role),
        "deputy": _person(seen.held.deputy, _("Dækker lige nu")),
        "lines": [line_text(line) for line in seen.lines],
    }  # fmt: skip


def _person(one: Holder | None, role: str) -> Person | None:
    return Person(one.name, role, one.phone, is_coordinator=False) if one else None
