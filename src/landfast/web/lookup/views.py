"""Who is the coordinator? One page: a number and a ground, or where to ring without one."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.access.queries import require_staff
from landfast.journeys.find_coordinator import find_coordinator, front_doors, may_name
from landfast.web.doors import actor_of
from landfast.web.forms import did, status_of
from landfast.web.lookup import present
from landfast.web.lookup.forms import LookupForm
from landfast.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """The form; then name and number, or where to ring. Nothing that is typed is kept.

    Whose work gives no ground is told whom to ring, and is asked for no number.
    """
    actor = actor_of(request)
    require_staff(actor)
    grounds = may_name(actor)
    form = LookupForm(grounds, request.POST or None)
    said = ""
    if request.method == "POST":
        if form.is_without:
            said = _("Så kan vi ikke sige det her. Ring til et af stederne nedenfor.")
        else:
            done, found = did(form, lambda: find_coordinator(actor=actor, **form.told()))
            if done and found:
                return page(request, "lookup/found.html", present.shown(found, with_arc=True))
            if done:
                said = _(
                    "Der er ingen at finde under det nummer. Ring til et af stederne nedenfor."
                )
    context = {"form": form, "asks": bool(grounds), "said": said, "doors": front_doors()}
    return page(request, "lookup/find.html", context, status=status_of(form))
