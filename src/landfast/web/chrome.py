"""What stands around every page: who I am, and the menu. No query."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from landfast.web.desks import menu
from landfast.web.doors import SESSION_DESKS
from landfast.web.parts.shapes import Me, NavItem


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame; empty for strangers."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {}
    entries = menu(request.session.get(SESSION_DESKS, []))
    return {
        "me": Me(
            actor.name or gettext("Dig"),
            sign_out_url=reverse("sign_out"),
            access_url=reverse("my_sessions"),
        ),
        "nav": [
            NavItem(gettext(entry.label), reverse(entry.page), request.path == reverse(entry.page))
            for entry in entries
        ],
    }
