"""Choosing the coordinator and the second, the profile, and the start of the meetings."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.access.actions import forget_draft
from landfast.access.queries import draft
from landfast.course.actions.coordinator import name_second as name_second_action
from landfast.course.actions.profile import say_energy, write_profile
from landfast.course.queries.page import CoursePage, full_page
from landfast.course.rules.profile import ENERGY
from landfast.journeys.resume_course import activate_course
from landfast.journeys.start_course import Choice, start_course, who_could
from landfast.kernel.ids import PersonId
from landfast.web.course import present
from landfast.web.course.forms import ProfileForm, SecondForm, StartForm
from landfast.web.doors import actor_of
from landfast.web.forms import did
from landfast.web.pages import page
from landfast.web.parts.shapes import Link, Reader, Readers


def start(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Propose and appoint: who could, with plain reasons; one is chosen, with a second."""
    actor = actor_of(request)
    choice = who_could(actor=actor, course_id=course_id)
    form = StartForm(request.POST or None, initial=_first(choice))
    lines = present.candidate_choices(choice.candidates)
    form.fields["person"].choices = lines  # type: ignore[attr-defined]
    form.fields["second"].choices = [  # type: ignore[attr-defined]
        ("", _("Vælg senere")), *((key, line.name) for key, line in lines)
    ]  # fmt: skip
    if request.method == "POST":
        done, _nothing = did(form, lambda: start_course(
            actor=actor, course_id=course_id, person_id=PersonId(UUID(form.cleaned_data["person"])),
            reason=form.cleaned_data["reason"], override=form.cleaned_data["override"],
            second=PersonId(UUID(other)) if (other := form.cleaned_data["second"]) else None,
        ))  # fmt: skip
        if done:
            said = _("%(name)s har nu en koordinator.") % {"name": choice.view.frame.called}
            messages.success(request, said)
            return redirect("course", course_id=course_id)
    context = {"form": form, "choice": choice, "frame": choice.view.frame}
    return page(request, "course/start.html", context, status=422 if form.errors else 200)


def _first(choice: Choice) -> dict[str, str]:
    """The same coordinator as before, when that can be (domain A3 GENÅBNET); else nobody."""
    former = [row for row in choice.candidates if row.is_former and row.can]
    return {"person": str(former[0].person.id)} if former else {}


def second(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Name the second."""
    actor = actor_of(request)
    choice = who_could(actor=actor, course_id=course_id)
    holder = choice.view.holds.holder
    others = [row for row in choice.candidates if not holder or row.person.id != holder.person_id]
    form = SecondForm(request.POST or None)
    form.fields["second"].choices = present.candidate_choices(others)  # type: ignore[attr-defined]
    if request.method == "POST":
        done, _nothing = did(form, lambda: name_second_action(
            actor=actor, course_id=course_id, met_on=form.cleaned_data["met_on"],
            person_id=PersonId(UUID(form.cleaned_data["second"])),
        ))  # fmt: skip
        if done:
            messages.success(request, _("Makkeren står nu på borgerens kort."))
            return redirect("course", course_id=course_id)
    context = {
        "form": form, "heading": _("Hvem er makker?"), "submit": _("Vælg makker"),
        "lede": _("Makkeren er den anden, som %(name)s kender. Makkeren svarer uden videre, når "
                  "koordinatoren ikke er der.") % {"name": choice.view.frame.called},
        "cancel": Link(_("Tilbage til forløbet"), present.to("course", course_id)),
    }  # fmt: skip
    return page(request, "form_page_work.html", context, status=422 if form.errors else 200)


def profile(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The citizen's own words, written with the citizen; saved as one types."""
    actor, key = actor_of(request), f"profile:{course_id}"
    shown = full_page(actor, course_id)
    form = ProfileForm(request.POST or None, initial=_written(shown) | draft(actor, key))
    if request.method == "POST":
        done, _nothing = did(form, lambda: write_profile(
            actor=actor, course_id=course_id, **form.cleaned_data
        ))  # fmt: skip
        if done:
            forget_draft(actor=actor, key=key)
            messages.success(request, _("Ordene er gemt."))
            return redirect("course", course_id=course_id)
    context = {
        "form": form, "draft_key": key, "frame": shown.view.frame, "profile": shown.profile,
        "energies": list(ENERGY.items()), "readers": readers(shown),
    }  # fmt: skip
    return page(request, "course/profile.html", context, status=422 if form.errors else 200)


def _written(shown: CoursePage) -> dict[str, object]:
    return {name: getattr(shown.profile, name) for name in ProfileForm.base_fields}


def readers(shown: CoursePage) -> Readers:
    """Who can read what is written here: named at the point of writing."""
    view = shown.view
    found = [Reader(view.frame.called, _("borgeren"))]
    held = (view.holds.holder, _("koordinator")), (view.holds.second, _("makker"))
    found += [Reader(who.name, role) for who, role in held if who]
    return Readers((*found, Reader(_("teamet"), _("dem, borgeren har sagt ja til"))))


@require_POST
def energy(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Energy in one touch."""
    chosen = request.POST.get("energy", "")
    level = int(chosen) if chosen.isdigit() else 0
    say_energy(actor=actor_of(request), course_id=course_id, energy=level)
    messages.success(request, _("Energien er noteret for i dag."))
    return redirect("course_profile", course_id=course_id)


@require_POST
def activate(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The network meetings begin."""
    activate_course(actor=actor_of(request), course_id=course_id)
    messages.success(request, _("Netværksmøderne er begyndt."))
    return redirect("course", course_id=course_id)
