"""Logins of employees: opened, reset, closed, and connected with a provider's. Shown once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from landfast.journeys import end_sessions as ending
from landfast.journeys import run_organisation as run
from landfast.journeys.run_organisation import StartPassword
from landfast.login.rules import INVITED_FOR
from landfast.people.rules import START_FOR, username_for
from landfast.web.doors import actor_of, require_step_up
from landfast.web.forms import thank
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.forms import LoginForm
from landfast.web.pages import page


@require_step_up("desk", keeps=True)
@a_form
def open_login(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """A login with a start password."""
    actor = actor_of(request)
    name = run.see_login(actor, employment_id).desk.row.person.name
    form = LoginForm(request.POST or None, initial={"username": username_for(name)})
    ask = Ask(
        _("Login til %(name)s") % {"name": name}, _("Opret loginnet"), "",
        reverse("desk", args=[employment_id]),
        _("Du får en startadgangskode at give videre. Den skal skiftes, første gang den bruges."),
    )  # fmt: skip
    return asked(
        request, form, ask,
        lambda: run.open_login(
            actor=actor, employment_id=employment_id, username=form.cleaned_data["username"]
        ),
        lambda made: _once(request, employment_id, made),
    )  # fmt: skip


@require_step_up("desk")
@require_POST
def reset_login(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """A new start password; the old one stops."""
    made = run.reset_login(actor=actor_of(request), employment_id=employment_id)
    return _once(request, employment_id, made)


@require_step_up("desk")
@require_POST
def close_login(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """The login opens nothing any more."""
    run.close_login(actor=actor_of(request), employment_id=employment_id)
    return thank(request, _("Loginnet er lukket. Det gælder fra nu."), "desk", employment_id)


@require_step_up("desk")
@require_POST
def end_sessions(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """Signed out everywhere; the login stays."""
    ended = ending.end_sessions(actor=actor_of(request), employment_id=employment_id)
    said = ngettext(
        "Medarbejderen er logget ud ét sted.", "Medarbejderen er logget ud %(count)s steder.", ended
    )  # fmt: skip
    nowhere = _("Medarbejderen var ikke logget ind nogen steder.")
    return thank(request, said % {"count": ended} if ended else nowhere, "desk", employment_id)


@require_step_up("desk")
@require_POST
def invite_login(request: HttpRequest, employment_id: UUID) -> HttpResponse:
    """A code that connects a provider's login with the employee."""
    actor = actor_of(request)
    code = run.invite_login(actor=actor, employment_id=employment_id)
    context = {
        "name": run.see_desk(actor, employment_id).row.person.name, "code": code,
        "days": INVITED_FOR.days, "back": reverse("desk", args=[employment_id]),
    }  # fmt: skip
    return page(request, "organisation/invitation.html", context)


def _once(request: HttpRequest, employment_id: UUID, made: StartPassword) -> HttpResponse:
    """The one page that shows a start password: no address leads back to it."""
    context = {
        "name": run.see_desk(actor_of(request), employment_id).row.person.name, "made": made,
        "days": START_FOR.days, "back": reverse("desk", args=[employment_id]),
    }  # fmt: skip
    return page(request, "organisation/start_password.html", context)
