"""Writing down what happened outside, and roles that the law places elsewhere."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.course.actions.observing import record_observation
from landfast.course.actions.statutory import end_statutory_role, note_statutory_role
from landfast.course.queries.observations import observed
from landfast.course.queries.page import full_page
from landfast.course.rules.statutory import ROLES
from landfast.course.rules.words import Precision
from landfast.people.rules import role_name
from landfast.people.rules.sectors import by_place
from landfast.web.course.forms import ObservationForm, StatutoryForm
from landfast.web.course.starting import readers
from landfast.web.doors import actor_of, offers
from landfast.web.forms import choose_among, form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link
from landfast.web.spoken import named


@offers(record_observation)
def observe(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Note what was told."""
    actor = actor_of(request)
    shown = full_page(actor, course_id)
    form = ObservationForm(request.POST or None)
    choose_among(
        form,
        "roles",
        [
            (_(place), [(role.code, named(role_name(role.code))) for role in there])
            for place, there in by_place()
        ],
    )
    return form_page(
        request, form,
        lambda: record_observation(
            actor=actor, course_id=course_id,
            **{**form.cleaned_data, "precision": Precision(form.cleaned_data["precision"])},
        ),
        then=lambda _id: thank(request, _("Det er skrevet ned."), "course", course_id),
        heading=_("Skriv ned, hvad der er sket"), submit=_("Gem det, der er sket"),
        lede=_("Det, der er sket uden for Landfast. Skriv det, som det blev fortalt."),
        readers=readers(shown),
        cancel=Link(_("Tilbage til forløbet"), to("course", course_id)),
    )  # fmt: skip


@require_GET
def observations(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All that was told, newest first."""
    seen = observed(actor_of(request), course_id)
    context = {"frame": seen.frame, "rows": seen.rows, "to_settle": seen.to_settle}
    return page(request, "course/observations.html", context)


@offers(note_statutory_role)
def statutory(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Note a statutory role that goes on."""
    actor = actor_of(request)
    shown = full_page(actor, course_id)
    form = StatutoryForm(request.POST or None)
    return form_page(
        request, form,
        lambda: note_statutory_role(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda _id: thank(request, _("Rollen står nu på forløbet."), "course", course_id),
        heading=_("Lovbestemt rolle, som fortsætter"), submit=_("Gem rollen"),
        lede=_("For eksempel: %(roles)s.") % {"roles": ", ".join(_(role) for role in ROLES[:3])},
        readers=readers(shown),
        cancel=Link(_("Tilbage til forløbet"), to("course", course_id)),
    )  # fmt: skip


@require_POST
def end_statutory(request: HttpRequest, course_id: UUID, role_id: UUID) -> HttpResponse:
    """The role ended elsewhere."""
    end_statutory_role(actor=actor_of(request), role_id=role_id)
    return thank(request, _("Rollen er taget af listen."), "course", course_id)
