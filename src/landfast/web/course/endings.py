"""Pause, closing, stop, moving, death, coming back: each page gentle and short."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.access.actions import forget_draft
from landfast.access.actor import Actor
from landfast.access.queries import draft
from landfast.course.queries.courses import CourseView, course_page
from landfast.course.rules.ending import ClosingFacts, MovingFacts, PauseGround
from landfast.journeys import close_course as closing
from landfast.journeys.move_away import move_away as move_away_journey
from landfast.journeys.note_death import note_death as note_death_journey
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import go_on, resume_course
from landfast.journeys.stop_course import stop_course
from landfast.web.course import present
from landfast.web.course.forms import CloseForm, DeathForm, MoveAwayForm, PauseForm, WindUpForm
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.pages import page
from landfast.web.parts.shapes import Link, Reader, Readers


def _form_page(
    request: HttpRequest, view: CourseView, form: forms.Form, **words: object
) -> HttpResponse:
    back = Link(_("Nej, gå tilbage til forløbet"), present.to("course", view.frame.id))
    template = "form_page.html" if actor_of(request).is_citizen else "form_page_work.html"
    context = {"form": form, "cancel": back, **words}
    return page(request, template, context, status=422 if form.errors else 200)


def _did(
    request: HttpRequest, form: forms.Form, write: Callable[[], object], said: str
) -> HttpResponse | None:
    if request.method != "POST":
        return None
    done, _nothing = did(form, write)
    if not done:
        return None
    messages.success(request, said)
    return _home(actor_of(request))


def _home(actor: Actor) -> HttpResponse:
    return redirect("/" if actor.is_citizen else "my_citizens")


def pause(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A pause, because the citizen asks or is away and has said yes."""
    actor = actor_of(request)
    view = course_page(actor, course_id, "Pause")
    form = PauseForm(request.POST or None)
    if request.method == "POST":
        done, _nothing = did(form, lambda: pause_course(
            actor=actor, course_id=course_id, ground=PauseGround(form.cleaned_data["ground"]),
            review_on=form.cleaned_data["review_on"], way_back=form.cleaned_data["way_back"],
        ))  # fmt: skip
        if done:
            messages.success(request, _("Forløbet er på pause. Koordinatoren er der stadig."))
            return redirect("course", course_id=course_id)
    lede = _("En pause lukker ikke noget. %(name)s har stadig sin koordinator.")
    return _form_page(
        request, view, form, heading=_("Hold pause"), submit=_("Sæt forløbet på pause"),
        lede=lede % {"name": view.frame.called},
    )  # fmt: skip


@require_POST
def resume(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A pause ends."""
    resume_course(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Forløbet er i gang igen."))
    return redirect("course", course_id=course_id)


@require_POST
def keep_going(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A closing that had begun is taken back."""
    go_on(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Forløbet fortsætter."))
    return redirect("course", course_id=course_id)


def begin_closing(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The closing begins; nothing is closed yet."""
    actor = actor_of(request)
    view = course_page(actor, course_id, "Afslutning")
    form = WindUpForm(request.POST or None)
    if request.method == "POST":
        done, _nothing = did(form, lambda: closing.begin_closing(
            actor=actor, course_id=course_id, reason=form.cleaned_data["reason"]
        ))  # fmt: skip
        if done:
            messages.success(request, _("Afslutningen er begyndt. Den kan tages tilbage."))
            return redirect("course", course_id=course_id)
    return _form_page(
        request, view, form, heading=_("Begynd afslutningen"), submit=_("Begynd afslutningen"),
        lede=_("I holder en sidste samtale og aftaler, hvem der går videre. Intet lukker endnu."),
    )  # fmt: skip


def close(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What was done and not, who carries on, and the way back."""
    actor, key = actor_of(request), f"close:{course_id}"
    before = closing.before_closing(actor=actor, course_id=course_id)
    form = CloseForm(request.POST or None, initial=draft(actor, key))
    answer = _did(
        request, form,
        lambda: closing.close_course(
            actor=actor, course_id=course_id, facts=ClosingFacts(**form.cleaned_data)
        ),
        _("Forløbet er afsluttet. Døren står åben et halvt år."),
    )  # fmt: skip
    if answer:
        forget_draft(actor=actor, key=key)
        return answer
    context = {
        "form": form, "before": before, "frame": before.view.frame, "draft_key": key,
        "readers": Readers((Reader(before.view.frame.called, _("borgeren")),)),
    }  # fmt: skip
    return page(request, "course/close.html", context, status=422 if form.errors else 200)


def stop(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """ "Jeg vil stoppe": one sentence on what happens, and a button. No reason is asked."""
    actor = actor_of(request)
    view = course_page(actor, course_id, "Stop")
    if request.method == "POST":
        stop_course(actor=actor, course_id=course_id)
        messages.success(request, _("Forløbet er stoppet. Du kan altid komme tilbage."))
        return _home(actor)
    base = "base_citizen.html" if actor.is_citizen else "base_work.html"
    return page(request, "course/stop.html", {"view": view, "frame": view.frame, "base": base})


def move_away(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen moves: what goes along goes with a yes."""
    actor = actor_of(request)
    view = course_page(actor, course_id, "Flytning")
    form = MoveAwayForm(request.POST or None)
    answer = _did(
        request, form,
        lambda: move_away_journey(
            actor=actor, course_id=course_id, facts=MovingFacts(**form.cleaned_data)
        ),
        _("Forløbet er afsluttet her."),
    )  # fmt: skip
    return answer or _form_page(
        request, view, form, heading=_("%(name)s flytter") % {"name": view.frame.called},
        submit=_("Afslut forløbet her"),
        lede=_("Forløbet slutter her hos jer. Læs det op, som skal følge med, og hør et ja."),
    )  # fmt: skip


def note_death(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen has died: a day, and nothing else."""
    actor = actor_of(request)
    view = course_page(actor, course_id, "Dødsfald")
    form = DeathForm(request.POST or None)
    answer = _did(
        request, form,
        lambda: note_death_journey(
            actor=actor, course_id=course_id, died_on=form.cleaned_data["died_on"]
        ),
        _("Forløbet er lukket. Ingen får flere påmindelser."),
    )  # fmt: skip
    return answer or _form_page(
        request, view, form, heading=_("%(name)s er død") % {"name": view.frame.citizen},
        submit=_("Luk forløbet"),
        lede=_("Det gør os ondt. Vi spørger kun om dagen. Alle påmindelser stopper med det samme."),
    )  # fmt: skip


def reopen(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Coming back within half a year."""
    actor = actor_of(request)
    view = course_page(actor, course_id, "Genåbning")
    if request.method == "POST":
        reopen_course(actor=actor, course_id=course_id)
        messages.success(request, _("Velkommen tilbage. Nu skal der findes en koordinator."))
        return redirect("/") if actor.is_citizen else redirect("course", course_id=course_id)
    base = "base_citizen.html" if actor.is_citizen else "base_work.html"
    return page(request, "course/reopen.html", {"view": view, "frame": view.frame, "base": base})
