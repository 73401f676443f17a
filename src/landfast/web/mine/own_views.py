"""Når jeg får det dårligt, and Kun for mig: what the citizen writes herself."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys import see_my_words as own
from landfast.kernel.refusals import NotFound
from landfast.network.actions import own as actions
from landfast.network.queries.own import UnwellRow
from landfast.network.rules.unwell import PARTS, SEEN_BY_NAMES, SeenBy, as_one
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.mine.beside_views import waiting
from landfast.web.mine.own_forms import NoteForm, UnwellForm
from landfast.web.mine.present import coordinator_line
from landfast.web.mine.views import no_course, wanted
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link

FORM = require_http_methods(["GET", "HEAD", "POST"])


def said(row: UnwellRow | None) -> list[tuple[str, str, str]]:
    """The parts with words in them: name, heading, words."""
    words = row.words if row else {}
    return [(name, _(PARTS[name]), words[name]) for name in PARTS if words.get(name)]


@require_GET
def my_unwell(request: HttpRequest) -> HttpResponse:
    """Når jeg får det dårligt: her page, printable, with whom to call now."""
    seen = own.see_my_unwell(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    shown = seen.page.seen_by if seen.page else SeenBy.ME
    context = {
        "course": seen.course, "parts": said(seen.page), "answers": seen.answers,
        "coordinator": coordinator_line(seen.course.held), "seen_by": _(SEEN_BY_NAMES[shown]),
        "updated_at": seen.page.updated_at if seen.page else None,
        "waiting": waiting(seen, said),
        "hangs": shown is SeenBy.ADMITTED, "admitted": seen.admitted,
    }  # fmt: skip
    return page(request, "mine/my_unwell.html", context)


@FORM
def write_unwell(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Write the page; every part may wait."""
    actor = actor_of(request)
    seen = own.see_my_unwell(actor, course_id)
    if seen is None:
        raise NotFound
    first: dict[str, Any] = {"seen_by": SeenBy.ME.value}
    if seen.page:
        first = {**seen.page.words, "seen_by": seen.page.seen_by.value}
    form = UnwellForm(request.POST or None, initial=first)
    form.meet(as_one(seen.page.words if seen.page else {}))
    return form_page(
        request, form,
        lambda: actions.write_unwell(
            actor=actor, course_id=course_id, seen=form.was_seen, **form.facts()
        ),
        then=lambda _none: thank(request, _("Det er gemt."), "my_unwell"),
        template="form_page.html", heading=_("Når jeg får det dårligt"), submit=_("Gem siden"),
        lede=_("Skriv det, mens du har det godt nok. Lidt ad gangen er fint."),
        cancel=Link(_("Gå tilbage"), to("my_unwell")),
    )  # fmt: skip


@require_GET
def my_notes(request: HttpRequest) -> HttpResponse:
    """Kun for mig: my notes, the newest first."""
    seen = own.see_my_notes(actor_of(request), wanted(request))
    if seen is None:
        return no_course(request)
    return page(request, "mine/my_notes.html", {"course": seen.course, "notes": seen.notes})


@FORM
def write_note(request: HttpRequest, course_id: UUID, note_id: UUID | None = None) -> HttpResponse:
    """A note, new or changed."""
    actor = actor_of(request)
    seen = own.see_my_notes(actor, course_id)
    there = next((row for row in seen.notes if row.id == note_id), None) if seen else None
    if seen is None or (note_id and there is None):
        raise NotFound
    form = NoteForm(request.POST or None, initial={"text": there.text if there else ""})
    return form_page(
        request, form,
        lambda: actions.write_note(
            actor=actor, course_id=course_id, note_id=note_id, text=form.cleaned_data["text"]
        ),
        then=lambda _id: thank(request, _("Din note er gemt."), "my_notes"),
        template="mine/note.html", heading=_("Kun for mig"), submit=_("Gem noten"),
        lede=_("Kun du kan åbne det her i Landfast."),
        throw_url=to("throw_my_note", course_id, note_id) if note_id else "",
        cancel=Link(_("Gå tilbage"), to("my_notes")),
    )  # fmt: skip


@require_POST
def throw_note(request: HttpRequest, course_id: UUID, note_id: UUID) -> HttpResponse:
    """Throw a note away; it is gone."""
    actions.throw_away_note(actor=actor_of(request), course_id=course_id, note_id=note_id)
    return thank(request, _("Noten er væk."), "my_notes")


@require_GET
def unwell(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The page as her team reads it, when she shows it."""
    seen = own.see_unwell(actor_of(request), course_id)
    context = {
        "course_id": course_id, "citizen": seen.citizen, "parts": said(seen.page),
        "beside": seen.page.helped_by if seen.page else "", "may_write": seen.may_write,
        "updated_at": seen.page.updated_at if seen.page else None,
    }  # fmt: skip
    return page(request, "network/unwell.html", context)
