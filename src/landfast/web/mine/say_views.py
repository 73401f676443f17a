"""Mit valg: who may see what, who has looked, how I am, a pause, and the way out."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.actions import forget_draft
from landfast.access.queries import draft
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.course.actions import profile
from landfast.course.rules.ending import PauseGround
from landfast.journeys import see_own_course as own
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import resume_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import Wrong
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.mine import say_present as present
from landfast.web.mine.forms import PauseForm, StatementForm
from landfast.web.mine.people_present import readers
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page
from landfast.web.parts.shapes import Link


@require_GET
def my_say(request: HttpRequest) -> HttpResponse:
    """Mit valg on one page."""
    seen = own.see_my_say(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    return page(request, "mine/my_say.html", present.say(seen))


@require_POST
def say_energy(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """How much energy there is today, in one touch."""
    said = request.POST.get("energy", "")
    if not said.isdecimal():
        raise Wrong("energy_unknown", _("Vælg en af de fem."))
    profile.say_energy(actor=actor_of(request), course_id=course_id, energy=int(said[:2]))
    return _done(request, _("Tak. Det er gemt."))


@require_http_methods(["GET", "HEAD", "POST"])
def write_statement(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What I want others to know about me."""
    actor, key = actor_of(request), f"my-statement-{course_id}"
    seen = own.see_my_way(actor, course_id, "Om mig")
    known = present.statement_now(seen.profile)
    form = StatementForm(request.POST or None, initial=draft(actor, key) or known)
    if request.method == "POST":
        saved, _none = did(
            form,
            lambda: profile.write_profile(actor=actor, course_id=course_id, **form.cleaned_data),
        )
        if saved:
            forget_draft(actor=actor, key=key)
            return _done(request, _("Det er gemt."))
    context = {
        "form": form,
        "heading": _("Det vil jeg gerne sige om mig"),
        "submit": _("Gem mine ord"),
        "draft": key,
        "readers": readers(seen.readers, Link(_("Vælg hvem"), reverse("my_say"))),
        "cancel": Link(_("Gå tilbage"), reverse("my_say")),
    }
    return page(request, "form_page.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Take a yes back in one touch; it works at once."""
    consent.withdraw(actor=actor_of(request), course_id=course_id, recipient=PersonId(person_id))
    return _done(request, _("Nu kan personen ikke læse om dig mere."))


@require_POST
def allow(request: HttpRequest, course_id: UUID, person_id: UUID) -> HttpResponse:
    """Say yes again to somebody who is among my people."""
    consent.allow(
        actor=actor_of(request), course_id=course_id, recipient=PersonId(person_id),
        purpose=request.POST.get("purpose", "")[:300] or _("Hjælper mig"), how=How.SELF,
    )  # fmt: skip
    return _done(request, _("Nu kan personen læse med."))


@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A pause, because I ask for it."""
    actor = actor_of(request)
    form = PauseForm(request.POST or None)
    if request.method == "POST":
        saved, _none = did(form, lambda: _pause(request, course_id, form))
        if saved:
            return _done(request, _("Du holder pause nu. Din koordinator er her stadig."))
    seen = own.see_my_way(actor, course_id, "Pause")
    context = {
        "form": form,
        "heading": _("Hold en pause"),
        "lede": _("Der sker ikke noget nyt, mens du holder pause. Du beholder din koordinator."),
        "submit": _("Hold pause"),
        "cancel": Link(_("Gå tilbage"), reverse("my_say")),
        "course": seen.course,
    }
    return page(request, "form_page.html", context, status=422 if form.errors else 200)


def _pause(request: HttpRequest, course_id: UUID, form: forms.Form) -> None:
    pause_course(
        actor=actor_of(request), course_id=course_id, ground=PauseGround.ASKED,
        review_on=form.cleaned_data["review_on"],
    )  # fmt: skip


@require_POST
def resume(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Go on after a pause."""
    resume_course(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Så er vi i gang igen."))
    return redirect("my_course")


@require_POST
def reopen(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Come back within half a year."""
    reopen_course(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Godt, du er her. Vi finder en koordinator til dig."))
    return redirect("my_course")


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Jeg vil stoppe: one page says what happens, one touch does it; no reason is asked."""
    actor = actor_of(request)
    if request.method == "POST":
        stop_course(actor=actor, course_id=course_id)
        messages.success(request, _("Dit forløb er stoppet. Tak, fordi du var med."))
        return redirect("my_course")
    seen = own.see_my_way(actor, course_id, "Jeg vil stoppe")
    return page(request, "mine/stop.html", {"course": seen.course})


def _done(request: HttpRequest, sentence: str) -> HttpResponseRedirect:
    messages.success(request, sentence)
    return redirect("my_say")
