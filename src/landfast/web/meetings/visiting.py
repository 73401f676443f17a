"""A guest of one meeting: asked by who prepares it, and reading it."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from landfast.access.links import signed
from landfast.journeys import visit_meeting as journey
from landfast.meetings.queries import MeetingView, MinutesRow
from landfast.meetings.rules.inviting import LINK
from landfast.meetings.rules.minutes import text_of
from landfast.meetings.rules.preparing import Size
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.meetings import present
from landfast.web.meetings.forms import MinutesForm, ReflectionForm
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link, Reader, Readers


class WhyForm(forms.Form):
    """Why somebody outside the team is asked."""

    why = forms.CharField(
        label=gettext_lazy("Hvorfor?"), max_length=200,
        help_text=gettext_lazy("Det ser den, der bliver inviteret."),
    )  # fmt: skip


@require_GET
def find_guest(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Look for somebody outside the team."""
    actor, words = actor_of(request), request.GET.get("q", "")[:100]
    seen = journey.find_guests(actor, course_id, meeting_id, words)
    context = {
        "meeting": seen.preparation.meeting,
        "q": words, "found": seen.found, "is_citizen": actor.is_citizen,
    }  # fmt: skip
    return page(request, "meetings/find_guest.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_guest(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, person_id: UUID
) -> HttpResponse:
    """One of them is asked, with why; what they will read is said first."""
    actor = actor_of(request)
    seen = journey.find_guests(actor, course_id, meeting_id, "")
    name = journey.guest_name(person_id)
    form = WhyForm(request.POST or None)
    citizen = _("dig") if actor.is_citizen else seen.preparation.whose.called
    return form_page(
        request, form,
        lambda: journey.ask_guest(
            actor=actor, meeting_id=meeting_id, person_id=person_id, **form.cleaned_data
        ),
        then=lambda _id: thank(
            request, _("Personen er på listen."), "prepare_meeting", course_id, meeting_id
        ),
        template="form_page.html" if actor.is_citizen else "form_page_work.html",
        heading=_("Spørg %(name)s med til mødet") % {"name": name}, submit=_("Sæt på listen"),
        lede=_lede(seen.preparation.meeting, name),
        readers=Readers((Reader(name), Reader(citizen), Reader(_("teamet")))),
        cancel=Link(_("Gå tilbage"), reverse("find_guest", args=[course_id, meeting_id])),
    )  # fmt: skip


def _lede(meeting: MeetingView, name: str) -> str:
    reads = _(
        "Når mødet er indkaldt, kan %(name)s læse emnerne og rammen. Det gælder også, hvad de "
        "andre skriver om deres opgave. Bliver referatet sendt til dem, kommer det med. Ikke andet."
    ) % {"name": name}
    if meeting.size_with_one_more is not Size.LARGER:
        return reads
    bears = _("Borgeren ønsker højst %(largest)s ad gangen. Med %(name)s er der flere på listen.")
    return f"{bears % {'largest': meeting.largest, 'name': name}} {reads}"


@require_GET
def visit_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """The meeting that I am a guest of."""
    return show_visit(request, journey.visit(actor_of(request), course_id, meeting_id))


def show_visit(request: HttpRequest, seen: journey.Visit, **wrong: forms.Form) -> HttpResponse:
    """The page, with what I may write of it; `wrong` is the form that was refused."""
    given = {
        "edit_form": draft_form(seen.writing.draft) if seen.writing.draft else None,
        "reflection_form": own_reflection_form(seen), **wrong,
    }  # fmt: skip
    ids = (seen.meeting.course_id, seen.meeting.id)
    sent_to = {"edit_form": "edit_as_guest", "reflection_form": "reflect_as_guest"}
    drafts.keep_all(
        request, {to(act, *ids): form for name, act in sent_to.items() if (form := given[name])}
    )
    context = {
        "pulse_link": to("answer_by_link", signed(LINK, seen.pulse_key)) if seen.pulse_key else "",
        "since_last": present.told_then(seen.writing.draft) if seen.writing.draft else [],
        "seen": seen, "row": seen.meeting, "name": seen.course.name, "writing": seen.writing,
        "state": present.state(present.MEETINGS[seen.meeting.state]), **given,
    }  # fmt: skip
    return page(request, "meetings/visit.html", context, status=422 if wrong else 200)


def draft_form(row: MinutesRow, data: Any = None) -> MinutesForm:
    """The words of the draft."""
    written = row.written or row
    themes = written.content["themes"]
    form = MinutesForm(data, themes=themes, initial={"citizen_said": written.citizen_said})
    form.meet(words_of(row))
    return form


def words_of(row: MinutesRow) -> str:
    """The words that stand, so that a page can tell which of them it showed."""
    written = row.written or row
    return text_of(written.citizen_said, written.content["themes"])


def own_reflection_form(seen: journey.Visit, data: Any = None) -> ReflectionForm:
    """What I wrote stands there, to go on with."""
    return ReflectionForm(data, initial={"text": seen.writing.reflection}, auto_id="reflection_%s")
