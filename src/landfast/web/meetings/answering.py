"""Pages: invitations, and how the citizen takes part today."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.circles.queries.inviting import my_invites
from landfast.journeys import prepare_meeting as journey
from landfast.journeys.visit_meeting import my_visits
from landfast.journeys.write_after import my_writing
from landfast.meetings import actions
from landfast.meetings.queries.inviting import taken_off
from landfast.meetings.rules import Attends, Reply
from landfast.meetings.rules.preparing import is_over
from landfast.web import drafts
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, sent, thank
from landfast.web.meetings import forms, present
from landfast.web.meetings.beside import speak_to
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Act
from landfast.web.uploads import takes_file


def invitations(request: HttpRequest) -> HttpResponse:
    """What I am invited to, across citizens."""
    return _invitations(request)


def _invitations(
    request: HttpRequest, wrong: forms.ReplyForm | None = None, about: UUID | None = None
) -> HttpResponse:
    asked = journey.my_invitations(actor_of(request))
    shown: list[dict[str, Any]] = [
        {
            "asked": one,
            "state": present.reply_state(one.invitation.reply, by_duty=one.invitation.by_duty),
            "attends": present.attends(one.invitation.attends, one.invitation.starts_at),
            "form": wrong if wrong and one.invitation.id == about else _form_of(one),
        }
        for one in asked
    ]
    drafts.keep_all(
        request,
        {to("answer_invitation", one["asked"].invitation.id): one["form"] for one in shown},
    )
    listed = {one.invitation.course_id for one in asked}
    sittings = my_invites(actor_of(request))
    waiting = [one.owes_substitute or one.invitation.reply is Reply.ASKED for one in asked]
    waiting += [row.reply is Reply.ASKED for row in sittings]
    context = {
        "shown": shown, "writes": my_writing(actor_of(request), listed),
        "waiting": sum(waiting),
        "visits": my_visits(actor_of(request), listed),
        "off": taken_off(),
        "sittings": [
            (row, present.state(present.REPLIES[row.reply])) for row in sittings
        ],
    }  # fmt: skip
    return page(request, "meetings/invitations.html", context, status=422 if wrong else 200)


def _form_of(asked: journey.Asked) -> forms.ReplyForm:
    row = asked.invitation
    given: dict[str, Any] = {
        "reply": "" if row.reply is Reply.ASKED else row.reply,
        "written_word": row.written_word,
        "reply_reason": row.reply_reason,
        "substitute": row.substitute_id,
    }
    return forms.ReplyForm(initial=given, auto_id=f"i{row.id}_%s", colleagues=asked.colleagues)


@require_POST
def answer(request: HttpRequest, guest_id: UUID) -> HttpResponse:
    """Comes, by phone, writes, or declines with a reason."""
    actor = actor_of(request)
    form = forms.ReplyForm(
        request.POST, auto_id=f"i{guest_id}_%s", colleagues=journey.my_colleagues(actor, guest_id)
    )
    done, _none = sent(
        request, form,
        lambda: actions.answer_invitation(
            actor=actor, participant_id=guest_id,
            reply=Reply(form.cleaned_data["reply"] or Reply.ASKED),
            reason=form.cleaned_data["reply_reason"],
            written_word=form.cleaned_data["written_word"],
            substitute_id=form.cleaned_data.get("substitute"),
        ),
    )  # fmt: skip
    if not done:
        return _invitations(request, form, guest_id)
    return thank(request, _("Dit svar er sendt."), "invitations")


@require_POST
def note_reply(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """What somebody answered by telephone."""
    reply = request.POST.get("reply", "")
    if reply in (Reply.COMES, Reply.BY_PHONE):
        actions.note_reply(actor=actor_of(request), participant_id=guest_id, reply=Reply(reply))
        messages.success(request, _("Svaret er noteret."))
    return redirect("prepare_meeting", course_id, meeting_id)


@takes_file
@offers(actions.attend_otherwise)
def attend_otherwise(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """How I take part today: one touch, nobody asks why."""
    actor = actor_of(request)
    seen = journey.look_at_today(actor, course_id, meeting_id)
    meeting, chosen = seen.meeting, request.POST.get("attends", "")
    form = forms.WordForm(
        request.POST or None, request.FILES or None, hers=actor.is_citizen,
        initial={"own_word": meeting.own_word},
    )  # fmt: skip
    speak_to(form, is_citizen=actor.is_citizen)
    said = _("Det er noteret. De, der kommer, kan se det nu.")
    return form_page(
        request, form,
        lambda: actions.attend_otherwise(
            actor=actor, meeting_id=meeting_id,
            attends=Attends(chosen) if chosen in list(Attends) else Attends.IN_PERSON,
            **form.said(),
        ),
        then=lambda _none: thank(request, said, "attend_otherwise", course_id, meeting_id),
        template="meetings/today.html",
        is_citizen=actor.is_citizen, seen=seen, meeting=meeting,
        is_over=is_over(meeting.state),
        attends=present.attends(meeting.attends, meeting.starts_at),
        is_today=present.is_today(meeting.starts_at),
        kept=[present.promise(row) for row in seen.kept],
        take_back=Act(_("Tag lyden væk"), to("take_back_sound", course_id, meeting_id), "post"),
    )  # fmt: skip


@require_POST
def take_back_sound(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """I take back what I have spoken in."""
    actions.take_back_sound(actor=actor_of(request), meeting_id=meeting_id)
    return thank(request, _("Lyden er taget væk."), "attend_otherwise", course_id, meeting_id)
