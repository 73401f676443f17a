"""A link that says: somebody has chosen you. It opens a door, and nothing that stands behind it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from landfast.access.links import parts_of, signed
from landfast.kernel.refusals import NotFound
from landfast.kernel.text import da
from landfast.login.realms import realms
from landfast.login.rules import INVITED_FOR
from landfast.people.rules import PersonKind
from landfast.web.doors import public
from landfast.web.pages import page

INVITATION = "invitation"
"""What the link is signed for, and what the session keeps its code under on the way."""
CODE_MAX = 40


def link_of(code: str) -> str:
    """The address for the one who is invited: signed, and it lives as long as the code."""
    return reverse("come_in", args=[signed(INVITATION, code)])


@public
@require_GET
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """Who has the link reads what comes next; of the citizen it says nothing."""
    found = parts_of(INVITATION, token, within=INVITED_FOR)
    if found is None:
        raise NotFound(
            "link_gone", da("Linket er for gammelt. Bed den, der sendte det, om et nyt.")
        )
    doors = [one for one in realms().values() if one.kind is PersonKind.CITIZEN]
    context = {"code": found[0], "realms": doors}
    return page(request, "people/come_in.html", context)
