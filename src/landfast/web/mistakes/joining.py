"""Is the citizen here twice? Found, seen side by side, proposed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.access.actor import Actor
from landfast.course.rules.states import NAMES
from landfast.journeys import mend_mistake as run
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.mistakes import present
from landfast.web.mistakes.forms import JoinForm
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.typed import kept


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Who could be the same. What is searched for may be a CPR number: it stands in no address."""
    words = kept(request.POST.get("q", "")).strip()[:100]
    frame, found = run.find_same(actor_of(request), course_id, words)
    context = {
        "frame": frame, "asked": bool(words),
        "found": [
            {"citizen": row.citizen, "unit": row.unit, "state": _(NAMES[row.state]),
             "alike": row.looks_alike,
             "url": reverse("propose_joining", args=[course_id, row.id])}
            for row in found
        ],
    }  # fmt: skip
    return page(request, "mistakes/find_same.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, course_id: UUID, other_id: UUID) -> HttpResponse:
    """Side by side: what comes together, what clashes, who will read more."""
    actor = actor_of(request)
    two = run.see_two(actor, course_id, other_id)
    form = JoinForm(two, request.POST or None)
    return form_page(
        request, form, lambda: _propose(actor, form, course_id, other_id),
        then=lambda _id: thank(
            request, _("Foreslået. En anden skal se på det, før der sker noget."), "mends"
        ),
        template="mistakes/join.html", table=present.beside(two),
        outcomes=[present.outcome(two.here, two.there, 1), present.outcome(two.there, two.here, 2)],
        submit=_("Foreslå at føre dem sammen"),
        cancel=Link(_("Gå tilbage"), reverse("find_same", args=[course_id])),
    )  # fmt: skip


def _propose(actor: Actor, form: JoinForm, here: UUID, there: UUID) -> UUID:
    stays = UUID(form.cleaned_data["stays"])
    return run.propose_joining(
        actor=actor, goes=there if stays == here else here, stays=stays,
        why=form.cleaned_data["why"],
    )  # fmt: skip
