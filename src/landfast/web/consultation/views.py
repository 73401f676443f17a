"""Ask, answer, thank. The text is searched by the room before it leaves."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.consultation import actions
from landfast.consultation.rules import Found
from landfast.journeys import ask_anonymously as journey
from landfast.kernel.ids import CourseId, UnitId
from landfast.web.consultation.forms import AskForm, ForumForm, SayForm
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


def _found(request: HttpRequest, course_id: CourseId | None) -> list[Found]:
    """What in the text that was typed could say whom it is about; an empty page says nothing."""
    if request.method != "POST":
        return []
    text = request.POST.get("text", "")
    return journey.look_over(actor=actor_of(request), text=text, course_id=course_id)


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """My questions, and what we are asked."""
    seen = journey.see_board(actor_of(request))
    return page(request, "consultation/board.html", {"board": seen})


@a_form
def ask(request: HttpRequest, course_id: UUID | None = None) -> HttpResponse:
    """A question, from a course or from nothing."""
    actor, course = actor_of(request), CourseId(course_id) if course_id else None
    asking = journey.see_asking(actor, course)
    found = _found(request, course)
    form = AskForm(request.POST or None, asking=asking, found=found)
    back = reverse("course", args=[course]) if course else reverse("consultations")
    return form_page(
        request, form,
        lambda: journey.ask(
            actor=actor, forum_id=UUID(form.cleaned_data["forum"]),
            asked_from=UnitId(UUID(form.cleaned_data["asked_from"])), course_id=course,
            **form.said(),
        ),
        then=lambda question: thank(
            request, _("Spørgsmålet er sendt. Ingen kan se, hvem det handler om."),
            "consultation", question,
        ),
        template="consultation/ask.html", asking=asking, heading=_("Spørg uden navn"),
        submit=_("Send spørgsmålet"), cancel=Link(_("Gå tilbage"), back),
    )  # fmt: skip


@a_form
def thread(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """The question and its answers; write the next one."""
    actor = actor_of(request)
    seen = journey.see_thread(actor, question_id)
    found = _found(request, seen.course_id) if seen.is_mine else []
    form = SayForm(request.POST or None, found=found)
    if seen.is_mine:
        form.fields["text"].label = _("Skriv mere")
    return form_page(
        request, form,
        lambda: journey.say(actor=actor, question_id=question_id, **form.said()),
        then=lambda _none: thank(request, _("Dit svar er sendt."), "consultation", question_id),
        template="consultation/thread.html", seen=seen,
        may_say=(seen.is_mine or seen.is_asked_of_me) and not seen.question.closed_at,
    )  # fmt: skip


@require_POST
def close(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Helped."""
    actions.close(actor=actor_of(request), question_id=question_id)
    return redirect("consultation", question_id)


@a_form
def keep_forum(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A leader opens, names or closes the unit's forum."""
    actor, unit = actor_of(request), UnitId(unit_id)
    name, row = journey.see_forum(actor, unit)
    now = {"name": row.name, "about": row.about, "is_open": row.is_open} if row else {}
    form = ForumForm(request.POST or None, initial=now or {"is_open": True})
    return form_page(
        request, form,
        lambda: actions.keep_forum(actor=actor, unit_id=unit, **form.cleaned_data),
        then=lambda _id: thank(request, _("Forummet er gemt."), "consultations"),
        heading=_("Spørgsmål til %(unit)s") % {"unit": name}, submit=_("Gem forummet"),
        lede=_("Andre kan spørge jer til råds uden at sige, hvem det handler om."),
        cancel=Link(_("Gå tilbage"), reverse("consultations")),
    )  # fmt: skip
