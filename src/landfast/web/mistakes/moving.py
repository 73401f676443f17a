"""Something stands on the wrong citizen: chosen, proposed, then moved."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.access.actor import Actor
from landfast.journeys import mend_mistake as run
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of
from landfast.web.forms import form_page
from landfast.web.mistakes import present
from landfast.web.mistakes.forms import NOBODY, MoveForm
from landfast.web.pages import leave
from landfast.web.parts.shapes import Link


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, course_id: UUID, thing: str, row_id: UUID) -> HttpResponse:
    """Whom is it about? Nothing moves before the next page, which says who will read it."""
    actor, table = actor_of(request), present.SLUGS.get(thing, "")
    if not table:
        raise NotFound
    seen = run.see_thing(actor, course_id, table, row_id)
    form = MoveForm(seen.others, request.POST or None)
    lede = f"{present.what(table)}: {present.says(table, seen.record.rows[0])}"
    return form_page(
        request, form, lambda: _propose(actor, form, course_id, table, row_id),
        then=lambda made: leave(request, "mend", made),
        heading=_("Det står på den forkerte borger"), lede=lede, submit=_("Gå videre"),
        cancel=Link(_("Gå tilbage"), reverse("mistakes", args=[course_id])),
    )  # fmt: skip


def _propose(actor: Actor, form: MoveForm, course_id: UUID, table: str, row_id: UUID) -> UUID:
    said = form.cleaned_data
    target = None if said["target"] == NOBODY else UUID(said["target"])
    return run.propose_moving(
        actor=actor, course_id=course_id, thing=table, row_id=row_id, target=target,
        why=said["why"], hint=said["hint"],
    )  # fmt: skip
