"""Choosing the coordinator and the second, the profile, and the start of the meetings."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.access.actor import Actor
from landfast.access.queries import course_roles
from landfast.course.actions.coordinator import appoint_first
from landfast.course.actions.coordinator import name_second as name_second_action
from landfast.course.actions.profile import say_energy, write_profile
from landfast.course.queries.page import CoursePage, full_page
from landfast.course.rules.profile import ENERGY, HER_WORDS, as_one
from landfast.journeys.resume_course import activate_course
from landfast.journeys.start_course import start_course, who_could
from landfast.kernel.ids import PersonId
from landfast.web.course import present
from landfast.web.course.forms import ProfileForm, SecondForm, StartForm
from landfast.web.course.next_step import had_nobody_yet
from landfast.web.doors import actor_of, offers
from landfast.web.forms import choose_among, form_page, thank
from landfast.web.pages import to
from landfast.web.parts.shapes import Link, Reader, Readers
from landfast.web.seen_words import in_words


@offers(appoint_first)
def start(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Propose and appoint: who could, with plain reasons; one is chosen, with a second."""
    actor = actor_of(request)
    choice = who_could(actor=actor, course_id=course_id)
    form = StartForm(request.POST or None)
    present.offer(form.fields["person"], choice.candidates)
    choose_among(form, "second", [
        ("", present.CandidateLine(_("Vælg senere"), "", (), ())),
        *present.second_choices(choice.candidates),
    ])  # fmt: skip
    said = _("%(name)s har nu en koordinator.") % {"name": choice.view.frame.called}
    return form_page(
        request, form,
        lambda: start_course(
            actor=actor, course_id=course_id, person_id=PersonId(UUID(form.cleaned_data["person"])),
            reason=form.cleaned_data["reason"], override=form.cleaned_data["override"],
            said_yes=form.cleaned_data["said_yes"],
            second=PersonId(UUID(other)) if (other := form.cleaned_data["second"]) else None,
        ),
        then=lambda _none: thank(request, said, *_onward(actor, course_id)),
        template="course/start.html", choice=choice, frame=choice.view.frame,
        had_nobody_yet=had_nobody_yet(choice.view),
    )  # fmt: skip


def _onward(actor: Actor, course_id: UUID) -> tuple[Any, ...]:
    """The course; who chose for intake reads it no more, and goes on to what else waits there."""
    return ("course", course_id) if course_roles(actor, course_id) else ("intake",)


@offers(name_second_action)
def second(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Name the second."""
    actor = actor_of(request)
    choice = who_could(actor=actor, course_id=course_id)
    form = SecondForm(request.POST or None)
    choose_among(form, "second", present.second_choices(choice.others()))
    return form_page(
        request, form,
        lambda: name_second_action(
            actor=actor, course_id=course_id, met_on=form.cleaned_data["met_on"],
            person_id=PersonId(UUID(form.cleaned_data["second"])),
        ),
        then=lambda _none: thank(
            request, _("Makkeren står nu på borgerens kort."), "course", course_id
        ),
        template="course/second.html", heading=_("Hvem er makker?"), submit=_("Vælg makker"),
        lede=_("Makkeren er den anden, som %(name)s kender. Makkeren svarer uden videre, når "
               "koordinatoren ikke er der.") % {"name": choice.view.frame.called},
        cancel=Link(_("Tilbage til forløbet"), to("course", course_id)),
    )  # fmt: skip


@offers(write_profile)
def profile(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen's own words, written with the citizen; saved as one types."""
    actor = actor_of(request)
    shown = full_page(actor, course_id)
    known = _written(shown)
    form = ProfileForm(request.POST or None, initial=known)
    form.meet(as_one(known), in_words(form, known))
    return form_page(
        request, form,
        lambda: write_profile(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda _none: thank(request, _("Ordene er gemt."), "course", course_id),
        template="course/profile.html", frame=shown.view.frame, profile=shown.profile,
        energies=[(value, _(word)) for value, word in ENERGY.items()], readers=readers(shown),
    )  # fmt: skip


def _written(shown: CoursePage) -> dict[str, object]:
    return {name: getattr(shown.profile, name) for name in HER_WORDS}


def readers(shown: CoursePage) -> Readers:
    """Who can read what is written here: named at the point of writing."""
    view = shown.view
    found = [Reader(view.frame.called, _("borgeren"))]
    held = (view.held.holder, _("koordinator")), (view.held.second, _("makker"))
    found += [Reader(who.name, role) for who, role in held if who]
    team = Reader(_("teamet"), _("dem, borgeren har sagt ja til"))
    return Readers((*found, team), about=view.frame.called)


@require_POST
def energy(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Energy in one touch."""
    chosen = request.POST.get("energy", "")
    level = int(chosen[:2]) if chosen.isdecimal() else 0
    say_energy(actor=actor_of(request), course_id=course_id, energy=level)
    return thank(request, _("Energien er noteret for i dag."), "course_profile", course_id)


@require_POST
def activate(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The network meetings begin."""
    activate_course(actor=actor_of(request), course_id=course_id)
    return thank(request, _("Netværksmøderne er begyndt."), "course", course_id)
