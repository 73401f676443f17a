"""Writing down what happened outside, and roles that the law places elsewhere."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.access.actions import forget_draft
from landfast.access.queries import draft
from landfast.course.actions.observing import record_observation
from landfast.course.actions.statutory import end_statutory_role, note_statutory_role
from landfast.course.queries.observations import observed
from landfast.course.queries.page import full_page
from landfast.course.rules.statutory import ROLES
from landfast.course.rules.words import Precision
from landfast.people.rules import roles
from landfast.web.course import present
from landfast.web.course.forms import ObservationForm, StatutoryForm
from landfast.web.course.starting import readers
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.pages import page
from landfast.web.parts.shapes import Link


def observe(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Note what was told."""
    actor, key = actor_of(request), f"observe:{course_id}"
    shown = full_page(actor, course_id)
    form = ObservationForm(request.POST or None, initial=draft(actor, key))
    form.fields["roles"].choices = [  # type: ignore[attr-defined]
        (role.code, role.name) for role in sorted(roles().values(), key=lambda role: role.name)
    ]
    if request.method == "POST":
        done, _nothing = did(form, lambda: record_observation(
            actor=actor, course_id=course_id,
            **{**form.cleaned_data, "precision": Precision(form.cleaned_data["precision"])},
        ))  # fmt: skip
        if done:
            forget_draft(actor=actor, key=key)
            messages.success(request, _("Det er skrevet ned."))
            return redirect("course", course_id=course_id)
    context = {
        "form": form, "heading": _("Skriv ned, hvad der er sket"),
        "submit": _("Gem det, der er sket"),
        "lede": _("Det, der er sket uden for Landfast. Skriv det, som det blev fortalt."),
        "draft": key, "readers": readers(shown),
        "cancel": Link(_("Tilbage til forløbet"), present.to("course", course_id)),
    }  # fmt: skip
    return page(request, "form_page_work.html", context, status=422 if form.errors else 200)


@require_GET
def observations(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All that was told, newest first."""
    seen = observed(actor_of(request), course_id)
    context = {"frame": seen.frame, "rows": seen.rows, "to_settle": seen.to_settle}
    return page(request, "course/observations.html", context)


def statutory(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Note a statutory role that goes on."""
    actor = actor_of(request)
    shown = full_page(actor, course_id)
    form = StatutoryForm(request.POST or None)
    if request.method == "POST":
        done, _nothing = did(form, lambda: note_statutory_role(
            actor=actor, course_id=course_id, **form.cleaned_data
        ))  # fmt: skip
        if done:
            messages.success(request, _("Rollen står nu på forløbet."))
            return redirect("course", course_id=course_id)
    context = {
        "form": form, "heading": _("Lovbestemt rolle, som fortsætter"),
        "submit": _("Gem rollen"), "readers": readers(shown),
        "lede": _("For eksempel: %(roles)s.") % {"roles": ", ".join(_(role) for role in ROLES[:3])},
        "cancel": Link(_("Tilbage til forløbet"), present.to("course", course_id)),
    }  # fmt: skip
    return page(request, "form_page_work.html", context, status=422 if form.errors else 200)


@require_POST
def end_statutory(request: HttpRequest, course_id: UUID, role_id: UUID) -> HttpResponse:
    """The role ended elsewhere."""
    end_statutory_role(actor=actor_of(request), role_id=role_id)
    messages.success(request, _("Rollen er taget af listen."))
    return redirect("course", course_id=course_id)
