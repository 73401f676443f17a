"""Her card as a picture and on paper, and what the code on it opens."""

import io
from uuid import UUID

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from landfast.access.links import short
from landfast.course.rules.card import LINK
from landfast.web.pages import to


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
