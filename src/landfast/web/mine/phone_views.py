"""What she keeps on her own telephone, and how she leaves it at a touch."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from landfast.access.links import parts_of, signed
from landfast.course.rules.card import COPY, COPY_LASTS
from landfast.journeys.keep_copy import copy_stands, see_my_copy
from landfast.kernel.refusals import NotFound
from landfast.login.actions.way_out import choose_way_out
from landfast.web.doors import actor_of, public, sitting_of
from landfast.web.forms import thank
from landfast.web.mine.kept_here import mark
from landfast.web.mine.phone_present import copy
from landfast.web.pages import page

PROOF = "X-Copy-Proof"


@require_GET
def my_offline(request: HttpRequest) -> HttpResponse:
    """Is this telephone mine? The choice is the browser's own; nothing is kept before it."""
    if not actor_of(request).is_citizen:
        raise NotFound
    return page(request, "mine/my_offline.html")


@require_GET
def my_copy(request: HttpRequest) -> HttpResponse:
    """What is to be kept, with a proof that says nothing of it; 410 when nothing is to be kept."""
    actor = actor_of(request)
    seen = see_my_copy(actor)
    if seen is None:
        return HttpResponse(status=HTTPStatus.GONE)
    answer = page(request, "mine/copy.html", copy(seen))
    sitting, course = sitting_of(request).sitting_id, seen.card.course.id
    answer.headers[PROOF] = signed(COPY, str(sitting), str(course))
    mark(answer, actor)
    return answer


@public
@require_safe
def copy_holds(request: HttpRequest) -> HttpResponse:
    """Does the copy on this telephone still stand? Asked by the browser, without a login."""
    parts = parts_of(COPY, request.headers.get(PROOF, ""), within=COPY_LASTS)
    stands = parts is not None and copy_stands(*map(UUID, parts))
    return HttpResponse(
        status=HTTPStatus.NO_CONTENT if stands else HTTPStatus.GONE,
        headers={"Cache-Control": "no-store"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_way_out(request: HttpRequest) -> HttpResponse:
    """Hurtigt væk: explained once, chosen in one touch, on every page from then on."""
    if request.method != "POST":
        return page(request, "mine/my_way_out.html", {"vanishes": sitting_of(request).vanishes})
    wanted = request.POST.get("on") == "1"
    choose_way_out(actor=actor_of(request), wanted=wanted)
    said = _("Knappen er på alle sider nu.") if wanted else _("Knappen er væk igen.")
    return thank(request, said, "my_way_out")
