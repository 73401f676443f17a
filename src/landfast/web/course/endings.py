"""Pause, closing, stop, moving, death, coming back: each page gentle and short."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.course.actions import ending, phases
from landfast.course.queries.courses import course_page
from landfast.course.rules.ending import ClosingFacts, MovingFacts, PauseGround, proposed_review
from landfast.journeys import close_course as closing
from landfast.journeys.move_away import move_away as move_away_journey
from landfast.journeys.note_death import note_death as note_death_journey
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import before_reopening, reopen_course
from landfast.journeys.resume_course import go_on, resume_course
from landfast.journeys.stop_course import Ends, before_ending, stop_course
from landfast.kernel.clock import today
from landfast.kernel.text import listed
from landfast.web.course.forms import (
    CloseForm,
    DeathForm,
    MoveAwayForm,
    PauseForm,
    ReopenForm,
    WindUpForm,
)
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.meetings.fallen_present import ahead_line
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link, Reader, Readers


def _back(course_id: UUID) -> Link:
    return Link(_("Nej, gå tilbage til forløbet"), to("course", course_id))


def _over(request: HttpRequest, said: str, left: int | None) -> HttpResponse:
    """The course is over; where what is left to say aloud is kept, when something is."""
    if left:
        said = f"{said} {_('Det, du selv skal sige, står under Mine aftaler.')}"
    return thank(request, said, "my_citizens")


@offers(phases.pause)
def pause(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A pause, because the citizen asks or is away and has said yes."""
    actor = actor_of(request)
    if actor.is_citizen:
        return redirect("pause_my_course", course_id)
    view = course_page(actor, course_id, "Pause")
    form = PauseForm(request.POST or None, initial={"review_on": proposed_review(today())})
    said = _("Forløbet er på pause. Koordinatoren er der stadig.")
    lede = _("En pause lukker ikke noget. %(name)s har stadig sin koordinator.")
    return form_page(
        request, form,
        lambda: pause_course(
            actor=actor, course_id=course_id, ground=PauseGround(form.cleaned_data["ground"]),
            review_on=form.cleaned_data["review_on"], way_back=form.cleaned_data["way_back"],
        ),
        then=lambda _none: thank(request, said, "course", course_id),
        heading=_("Hold pause"), submit=_("Sæt forløbet på pause"),
        lede=lede % {"name": view.frame.called}, cancel=_back(course_id),
    )  # fmt: skip


@require_POST
def resume(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A pause ends."""
    resume_course(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Forløbet er i gang igen."), "course", course_id)


@require_POST
def keep_going(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """A closing that had begun is taken back."""
    go_on(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Forløbet fortsætter."), "course", course_id)


@offers(phases.wind_up)
def begin_closing(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The closing begins; nothing is closed yet."""
    actor = actor_of(request)
    course_page(actor, course_id, "Afslutning")
    form = WindUpForm(request.POST or None)
    said = _("Afslutningen er begyndt. Den kan tages tilbage.")
    return form_page(
        request, form,
        lambda: closing.begin_closing(
            actor=actor, course_id=course_id, reason=form.cleaned_data["reason"]
        ),
        then=lambda _none: thank(request, said, "course", course_id),
        heading=_("Begynd afslutningen"), submit=_("Begynd afslutningen"),
        lede=_("I holder en sidste samtale og aftaler, hvem der går videre. Intet lukker endnu."),
        cancel=_back(course_id),
    )  # fmt: skip


@offers(ending.close)
def close(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What was done and not, who carries on, and the way back."""
    actor = actor_of(request)
    view, ends = before_ending(actor, course_id, "Afslutning")
    form = CloseForm(request.POST or None)
    called = view.frame.called
    said = _("Forløbet er afsluttet. Døren står åben et halvt år.")
    return form_page(
        request, form,
        lambda: closing.close_course(
            actor=actor, course_id=course_id, facts=ClosingFacts(**form.cleaned_data)
        ),
        then=lambda left: _over(request, said, left),
        template="course/end.html", heading=_("Afslut forløbet med %(name)s") % {"name": called},
        lede=_("Skriv det sammen. Borgeren beholder sin side, og teamets adgang slutter."),
        submit=_("Afslut forløbet"),
        cancel=Link(_("Ikke endnu, gå tilbage"), to("course", course_id)),
        readers=Readers((Reader(called, _("borgeren")),)), frame=view.frame, **_ending_too(ends),
    )  # fmt: skip


@offers(ending.stop)
def stop(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen says "Jeg vil stoppe" to the coordinator. No reason is asked."""
    actor = actor_of(request)
    if actor.is_citizen:
        return redirect("stop_my_course", course_id)
    if request.method == "POST":
        left = stop_course(actor=actor, course_id=course_id)
        return _over(request, _("Forløbet er stoppet. Borgeren kan altid komme tilbage."), left)
    view, ends = before_ending(actor, course_id)
    return page(request, "course/stop.html", {"frame": view.frame, **_ending_too(ends)})


def _ending_too(ends: Ends | None) -> dict[str, Any]:
    """What ends with the course: meetings, promises, and who reads for her. Said before it does."""
    if ends is None:
        return {}
    rows = [ahead_line(row) for row in ends.meetings]
    return {
        "meetings": rows, "somebody_is_untold": any(row.untold for row in rows),
        "agreements": ends.agreements, "agreed": ends.agreed,
        "read_for_her": listed(ends.read_for_her, _(" og ")),
    }  # fmt: skip


@offers(ending.move_away)
def move_away(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen moves: what goes along goes with a yes."""
    actor = actor_of(request)
    view, ends = before_ending(actor, course_id, "Flytning")
    form = MoveAwayForm(request.POST or None)
    # What she said yes to is a task now; the course itself can no longer be read.
    left = form.data.get("told_on", "").strip()
    said = (
        _("Forløbet er afsluttet her. Det, den nye kommune må vide, står under Mine aftaler.")
        if left else _("Forløbet er afsluttet her.")
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: move_away_journey(
            actor=actor, course_id=course_id, facts=MovingFacts(**form.cleaned_data)
        ),
        then=lambda left: _over(request, said, left),
        heading=_("%(name)s flytter") % {"name": view.frame.called},
        submit=_("Afslut forløbet her"),
        lede=_("Forløbet slutter her hos jer. Læs det op, som skal følge med, og hør et ja."),
        cancel=_back(course_id), template="course/end.html", frame=view.frame, **_ending_too(ends),
    )  # fmt: skip


@offers(ending.note_death)
def note_death(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen has died: a day, and nothing else."""
    actor = actor_of(request)
    view, ends = before_ending(actor, course_id, "Dødsfald")
    form = DeathForm(request.POST or None)
    said = _("Forløbet er lukket. Ingen får flere påmindelser.")
    return form_page(
        request, form,
        lambda: note_death_journey(
            actor=actor, course_id=course_id, died_on=form.cleaned_data["died_on"]
        ),
        then=lambda left: _over(request, said, left),
        heading=_("%(name)s er død") % {"name": view.frame.citizen}, submit=_("Luk forløbet"),
        lede=_("Det gør os ondt. Vi spørger kun om dagen. Alle påmindelser stopper med det samme."),
        cancel=_back(course_id), template="course/end.html", frame=view.frame, is_death=True,
        **_ending_too(ends),
    )  # fmt: skip


@offers(ending.reopen)
def reopen(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Coming back within half a year, on the citizen's word."""
    actor = actor_of(request)
    if actor.is_citizen:
        return redirect("my_course")  # she has her own button, and is asked nothing
    view, goes_on = before_reopening(actor=actor, course_id=course_id)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    waits = _("Velkommen tilbage. Nu skal der findes en koordinator.")
    went_on = _("Forløbet går videre, hvor det var. Daglig leder dækker imens.")
    return form_page(
        request, form,
        lambda: reopen_course(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda on: thank(request, went_on if on else waits, "course", course_id),
        template="course/reopen.html", frame=view.frame, goes_on=goes_on,
    )  # fmt: skip
