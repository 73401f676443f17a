"""Employees: hired, at their hours, away, and ended. Each act is a journey."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.journeys import run_organisation as run
from landfast.journeys import second_yes
from landfast.journeys.run_organisation import Login
from landfast.kernel.ids import UnitId
from landfast.login.realms import realms
from landfast.people.rules import PersonKind, as_seen
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.organisation.asking import Ask, a_form, asked, words
from landfast.web.organisation.forms import (
    EmployeeForm,
    EndForm,
    HireForm,
    HoursForm,
    LeaveForm,
    SameHoursForm,
)
from landfast.web.pages import page
from landfast.web.parts.shapes import Act, NextStep
from landfast.web.spoken import weekday


@require_GET
def desk(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """One employment: hours, days away, the login, the last day."""
    actor = actor_of(request)
    login = run.see_login(actor, employment_id)
    found, is_me = login.desk, login.desk.row.person.id == actor.person_id
    has_realms = any(realm.kind is PersonKind.STAFF for realm in realms().values())
    context = {
        "desk": found, "asked": second_yes.see_one(actor, found.id) if found.waits else None,
        "account": login.account, "is_me": is_me, "has_realms": has_realms,
        "step": _next_step(login, is_me=is_me, has_realms=has_realms),
        "hours": [(weekday(one.weekday), one.opens, one.closes) for one in found.hours],
    }  # fmt: skip
    return page(request, "organisation/desk.html", context)


def _next_step(seen: Login, *, is_me: bool, has_realms: bool) -> NextStep | None:
    """What a new employee still lacks: hours that citizens can see, then a way in."""
    desk, name = seen.desk, {"name": seen.desk.row.person.name}
    if not desk.hours:
        return NextStep(
            _("Skriv, hvornår %(name)s arbejder") % name,
            Act(_("Skriv arbejdstiden"), reverse("set_hours", args=[desk.id])),
            _("Så kan borgere se, hvornår der svares. Bagefter kommer loginnet."),
        )  # fmt: skip
    account = seen.account
    if account and account.may_start and not (account.username or is_me or has_realms):
        return NextStep(
            _("Giv %(name)s en vej ind") % name,
            Act(_("Opret et login"), reverse("open_login", args=[desk.id])),
            _("Uden et login kan ingen logge ind."),
        )  # fmt: skip
    return None


@a_form
def hire(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Somebody new."""
    actor, form = actor_of(request), HireForm(request.POST or None)
    found, _staff = run.see_unit(actor, UnitId(unit_id))
    ask = Ask(
        _("Ansæt i %(name)s") % {"name": found.name}, _("Ansæt medarbejderen"),
        _("Medarbejderen er ansat, når en anden har sagt ja."),
        reverse("kept_unit", args=[unit_id]),
    )  # fmt: skip
    return asked(
        request, form, ask,
        lambda: run.hire(
            actor=actor, unit_id=found.id, who=run.NewEmployee(**form.cleaned_data)
        ),
        lambda employment: thank(request, ask.thanks, "desk", employment),
    )  # fmt: skip


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
    return asked(request, form, ask, lambda: run.change_employee(
        actor=actor, employment_id=employment_id, **form.cleaned_data
    ))  # fmt: skip


@a_form
def set_hours(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """Working hours of the week."""
    actor = actor_of(request)
    known = run.see_desk(actor, employment_id)
    same = SameHoursForm(request.GET if "days" in request.GET else None)
    form = HoursForm(request.POST or None, hours=known.hours)
    if request.method != "POST" and same.is_bound and same.is_valid():
        form = HoursForm.showing(same.into(known.hours))
    ask = Ask(
        _("Arbejdstid for %(name)s") % {"name": known.row.person.name}, _("Gem arbejdstiden"),
        _("Arbejdstiden er gemt."), reverse("desk", args=[employment_id]),
        _("Borgere ser, hvem der svarer lige nu. Det kommer herfra."),
    )  # fmt: skip
    empty = _("Ugen er tom. Borgere kan ikke se, hvornår der svares.")
    return form_page(
        request, form,
        lambda: run.set_hours(actor=actor, employment_id=employment_id, hours=form.hours()),
        then=lambda _none: thank(request, ask.thanks if form.hours() else empty, ask.back),
        template="organisation/hours.html", same=same, **words(ask),
    )  # fmt: skip


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
    return asked(request, form, ask, lambda: run.note_leave(
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
    return form_page(
        request, form,
        lambda: run.end_employment(actor=actor, employment_id=employment_id, **form.cleaned_data),
        then=lambda _none: thank(request, ask.thanks, ask.back),
        template="organisation/end.html", **words(ask),
    )  # fmt: skip
