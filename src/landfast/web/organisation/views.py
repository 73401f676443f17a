"""Units and staff: a list, and one form an act. Each act is a journey; the database knows who."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.directory import actions as directory_actions
from landfast.directory import queries as directory
from landfast.journeys import run_organisation as run
from landfast.kernel.ids import UnitId
from landfast.people.rules import as_seen
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.organisation.forms import (
    EmployeeForm,
    EndForm,
    HireForm,
    HoursForm,
    LeaveForm,
    ProfileForm,
    UnitForm,
)
from landfast.web.pages import page
from landfast.web.parts.shapes import Link
from landfast.web.spoken import weekday

a_form = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def organisation(request: HttpRequest) -> HttpResponse:
    """All units that I keep, as a tree."""
    seen = run.see_organisation(actor_of(request))
    rows = [(depth, one, len(seen.staff.get(one.id, []))) for depth, one in seen.units]
    return page(request, "organisation/organisation.html", {"rows": rows})


@require_GET
def unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """One unit and who works there."""
    found, staff = run.see_unit(actor_of(request), UnitId(unit_id))
    return page(request, "organisation/unit.html", {"unit": found, "staff": staff})


@require_GET
def desk(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """One employment: hours, days away, the last day."""
    found = run.see_desk(actor_of(request), employment_id)
    hours = [(weekday(one.weekday), one.opens, one.closes) for one in found.hours]
    return page(request, "organisation/desk.html", {"desk": found, "hours": hours})


@dataclass(frozen=True)
class Ask:
    """What a form page says, and where it leads."""

    heading: str
    submit: str
    thanks: str
    back: str
    lede: str = ""


def _ask(
    request: HttpRequest, form: forms.Form, ask: Ask, write: Callable[[], object]
) -> HttpResponse:
    return form_page(
        request, form, write, then=lambda _none: thank(request, ask.thanks, ask.back),
        heading=ask.heading, submit=ask.submit, lede=ask.lede,
        cancel=Link(_("Gå tilbage"), ask.back),
    )  # fmt: skip


@a_form
def add_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A new unit under this one."""
    actor, form = actor_of(request), UnitForm(request.POST or None)
    above, _staff = run.see_unit(actor, UnitId(unit_id))
    ask = Ask(
        _("Ny enhed under %(name)s") % {"name": above.name}, _("Opret enheden"),
        _("Enheden er oprettet."), reverse("organisation"),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: run.add_unit(
        actor=actor, under=above.id, name=form.cleaned_data["name"],
        phone=form.cleaned_data["phone"],
    ))  # fmt: skip


@a_form
def change_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Another name or number."""
    actor = actor_of(request)
    known, _staff = run.see_unit(actor, UnitId(unit_id))
    stands = {"name": known.name, "phone": known.phone, "seen": as_seen(known.name, known.phone)}
    form = UnitForm(request.POST or None, initial=stands)
    ask = Ask(
        _("Ret %(name)s") % {"name": known.name}, _("Gem enheden"), _("Det er gemt."),
        reverse("kept_unit", args=[unit_id]),
    )  # fmt: skip
    return _ask(
        request, form, ask,
        lambda: run.change_unit(actor=actor, unit_id=known.id, **form.cleaned_data),
    )  # fmt: skip


@a_form
def describe_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What the unit does, its law, what it can and cannot decide: its public face."""
    actor = actor_of(request)
    known, _staff = run.see_unit(actor, UnitId(unit_id))
    said = directory.profile(unit_id)
    words = [said.does, said.law, said.can_decide, said.cannot_decide] if said else [""] * 4
    names = ("does", "law", "can_decide", "cannot_decide")
    stands = dict(zip(names, words, strict=True)) | {"seen": as_seen(*words)}
    form = ProfileForm(request.POST or None, initial=stands)
    ask = Ask(
        _("Om %(name)s") % {"name": known.name}, _("Gem teksten"), _("Det er gemt."),
        reverse("kept_unit", args=[unit_id]), _("Borgere og alle medarbejdere kan læse det."),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: directory_actions.describe_unit(
        actor=actor, unit_id=known.id, **form.cleaned_data
    ))  # fmt: skip


@a_form
def hire(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Somebody new."""
    actor, form = actor_of(request), HireForm(request.POST or None)
    found, _staff = run.see_unit(actor, UnitId(unit_id))
    ask = Ask(
        _("Ansæt i %(name)s") % {"name": found.name}, _("Ansæt medarbejderen"),
        _("Medarbejderen er ansat."), reverse("kept_unit", args=[unit_id]),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: run.hire(
        actor=actor, unit_id=found.id, who=run.NewEmployee(**form.cleaned_data)
    ))  # fmt: skip


@a_form
def change_employee(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """Another name or number of an employee."""
    actor = actor_of(request)
    person = run.see_desk(actor, employment_id).row.person
    stands = {"name": person.name, "phone": person.phone,
              "seen": as_seen(person.name, person.phone)}  # fmt: skip
    form = EmployeeForm(request.POST or None, initial=stands)
    ask = Ask(
        _("Ret %(name)s") % {"name": person.name}, _("Gem medarbejderen"), _("Det er gemt."),
        reverse("desk", args=[employment_id]),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: run.change_employee(
        actor=actor, employment_id=employment_id, **form.cleaned_data
    ))  # fmt: skip


@a_form
def set_hours(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """Working hours of the week."""
    actor = actor_of(request)
    known = run.see_desk(actor, employment_id)
    form = HoursForm(request.POST or None, hours=known.hours)
    ask = Ask(
        _("Arbejdstid for %(name)s") % {"name": known.row.person.name}, _("Gem arbejdstiden"),
        _("Arbejdstiden er gemt."), reverse("desk", args=[employment_id]),
        _("Borgere ser, hvem der svarer lige nu. Det kommer herfra."),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: run.set_hours(
        actor=actor, employment_id=employment_id, hours=form.hours()
    ))  # fmt: skip


@a_form
def note_leave(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """Days away."""
    actor, form = actor_of(request), LeaveForm(request.POST or None)
    known = run.see_desk(actor, employment_id)
    ask = Ask(
        _("Fravær for %(name)s") % {"name": known.row.person.name}, _("Gem fraværet"),
        _("Fraværet er gemt."), reverse("desk", args=[employment_id]),
        _("Skriv ikke hvorfor. Er det en koordinator, vælger hun selv, hvem der dækker."),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: run.note_leave(
        actor=actor, employment_id=employment_id, **form.cleaned_data
    ))  # fmt: skip


@a_form
def end_employment(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """The last day."""
    actor, form = actor_of(request), EndForm(request.POST or None)
    known = run.see_desk(actor, employment_id)
    ask = Ask(
        _("%(name)s stopper") % {"name": known.row.person.name}, _("Gem den sidste dag"),
        _("Den sidste dag er gemt. Adgangen slutter samtidig."),
        reverse("kept_unit", args=[known.row.unit_id]),
    )  # fmt: skip
    return _ask(request, form, ask, lambda: run.end_employment(
        actor=actor, employment_id=employment_id, last_day=form.cleaned_data["last_day"]
    ))  # fmt: skip
