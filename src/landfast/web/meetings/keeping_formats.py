"""Pages: the ways to meet that ship, and an organisation's own (product C1, principle 5)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys import keep_formats as journey
from landfast.meetings import actions
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.meetings.format_forms import CopyForm, FormatForm, as_said
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.spoken import named

a_form = require_http_methods(["GET", "HEAD", "POST"])


def _back() -> Link:
    return Link(_("Gå tilbage"), reverse("formats"))


@require_GET
def formats(request: HttpRequest) -> HttpResponse:
    """What ships, and what we have made our own."""
    kept, shipped = journey.see_formats(actor_of(request))
    return page(request, "meetings/formats.html", {"kept": kept, "shipped": shipped})


@a_form
def copy(request: HttpRequest, code: str) -> HttpResponse:
    """Make one our own."""
    actor = actor_of(request)
    row, houses = journey.see_shipped(actor, code)
    form = CopyForm(request.POST or None, houses=[(str(one.id), one.name) for one in houses])
    return form_page(
        request, form,
        lambda: actions.copy_format(
            actor=actor, code=code, name=form.cleaned_data["name"],
            organisation_id=UUID(form.cleaned_data.get("organisation") or str(houses[0].id)),
        ),
        then=lambda made: redirect("change_format", made),
        heading=_("Lav jeres egen: %(name)s") % {"name": named(row.form.name)},
        submit=_("Lav jeres egen"), cancel=_back(),
        lede=_("Den begynder som den, den er lavet af. Bagefter retter I den."),
    )  # fmt: skip


@a_form
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Change one of our own: a new version; meetings that were begun keep theirs."""
    actor = actor_of(request)
    row = journey.see_own(actor, code)
    form = FormatForm(request.POST or None, base=row.form, initial=as_said(row.form, row.version))
    return form_page(
        request, form,
        lambda: actions.change_format(
            actor=actor, code=code, form=form.form(), seen=form.cleaned_data["seen"]
        ),
        then=lambda _none: thank(request, _("Mødeformen er gemt."), "formats"),
        heading=_("Ret mødeformen"), submit=_("Gem mødeformen"), cancel=_back(),
        lede=_("Udgave %(number)s. Møder, der er begyndt, beholder den udgave, de har.")
        % {"number": row.version},
    )  # fmt: skip


@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Nobody begins a meeting with it any more."""
    actions.withdraw_format(actor=actor_of(request), code=code)
    return thank(request, _("Mødeformen er taget ud af brug."), "formats")
