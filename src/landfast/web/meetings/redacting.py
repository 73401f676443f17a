"""Pages: something in minutes that are out is covered, taken out, or shown again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.journeys.see_minutes import MinutesPage, look_at_minutes
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions
from landfast.meetings.queries import MinutesRow
from landfast.meetings.rules.passages import Cover
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.meetings.redact_forms import AgainForm, RedactForm
from landfast.web.pages import to
from landfast.web.parts.shapes import Link


def redact(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Cover a passage: the new version goes to those who had the old one."""
    seen, row = _seen(request, course_id, meeting_id)
    form = RedactForm(request.POST or None, seen=seen, row=row)
    return form_page(
        request, form,
        lambda: actions.redact_minutes(
            actor=actor_of(request), minutes_id=row.id, line=form.cleaned_data["line"],
            words=form.cleaned_data["words"], kind=Cover(form.cleaned_data["kind"]),
            reason=form.cleaned_data["reason"],
            readers=[UUID(one) for one in form.cleaned_data["readers"]],
        ),
        then=lambda _id: thank(
            request, _("Det er gjort. De, der har referatet, får besked om den nye udgave."),
            "minutes", course_id, meeting_id,
        ),
        heading=_("Dæk noget i referatet"), submit=_("Lav den nye udgave"),
        lede=_("De samme ord dækkes alle steder i referatet, også i de gamle udgaver."),
        cancel=_back(course_id, meeting_id),
    )  # fmt: skip


def show_again(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, passage_id: UUID
) -> HttpResponse:
    """What was covered can be read again by those who have the minutes."""
    _page, row = _seen(request, course_id, meeting_id)
    found = next((one for one in row.covers if one.passage_id == passage_id), None)
    if found is None or found.words is None:
        raise NotFound
    form = AgainForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.show_again(
            actor=actor_of(request), passage_id=passage_id, reason=form.cleaned_data["reason"]
        ),
        then=lambda _id: thank(
            request, _("Det kan læses igen. Der er en ny udgave."), "minutes", course_id, meeting_id
        ),
        heading=_("Vis det igen"), submit=_("Vis det igen"),
        lede=_("Alle, der har referatet, kan så læse: »%(words)s«") % {"words": found.words},
        cancel=_back(course_id, meeting_id),
    )  # fmt: skip


def _seen(
    request: HttpRequest, course_id: UUID, meeting_id: UUID
) -> tuple[MinutesPage, MinutesRow]:
    actor = actor_of(request)
    require(actor, Permission.MEETING_LEAD, course=course_id)
    seen = look_at_minutes(actor, course_id, meeting_id)
    if seen.minutes is None:
        raise NotFound
    return seen, seen.minutes


def _back(course_id: UUID, meeting_id: UUID) -> Link:
    return Link(_("Tilbage til referatet"), to("minutes", course_id, meeting_id))
