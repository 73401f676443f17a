"""Indkaldelser: what each was sent, what they answered, and what can be done about it (C4)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from landfast.access.links import signed
from landfast.journeys import see_invitations as journey
from landfast.journeys.see_invitations import Line
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings import actions
from landfast.meetings.queries import MeetingView
from landfast.meetings.queries.inviting import InviteRow
from landfast.meetings.rules import MeetingState, Reply, inviting
from landfast.meetings.rules.inviting import Through, Told
from landfast.meetings.rules.preparing import is_open
from landfast.messages.rules import FAILURE_NAMES, Failure
from landfast.web.doors import actor_of
from landfast.web.forms import sent, thank
from landfast.web.meetings import present
from landfast.web.meetings.ahead import awaits_her
from landfast.web.meetings.frame_form import seen_now
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Act, State

THROUGH: dict[Through, str] = {
    Through.MAIL: da("Svarede fra sin kalender"),
    Through.LINK: da("Svarede fra mailen"),
    Through.NOTED: da("Noteret af mødelederen"),
    Through.PAGE: da("Svarede i Landfast"),
    Through.DUTY: da("Har mødepligt"),
}


class AddressForm(forms.Form):
    """Where somebody without a login gets the invitation."""

    address = forms.CharField(
        label=gettext_lazy("Mailadresse"), required=False, max_length=inviting.ADDRESS_MAX,
        help_text=gettext_lazy("Hertil sendes indkaldelsen. Lad den stå tom, hvis der ikke er en."),
        widget=forms.TextInput(attrs={"inputmode": "email", "autocapitalize": "none"}),
    )  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """One line of the page."""

    line: Line
    reply: State
    through: str
    letter: State | None
    letter_at: datetime | None
    failure: str
    acts: list[Act]
    form: AddressForm | None
    hands_link: bool
    """Can a link be handed over? Without a mail address it is the only way to answer alone."""


@require_GET
def invites(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Everybody at the table: letter, answer, and what is owed."""
    return _show(request, course_id, meeting_id)


def _show(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, wrong: AddressForm | None = None,
    *, about: UUID | None = None, stale: str = "",
) -> HttpResponse:  # fmt: skip
    actor = actor_of(request)
    seen = journey.look_at_invitations(actor, course_id, meeting_id)
    may = is_open(seen.preparation.meeting.state) and seen.preparation.may_prepare
    shown = [
        _shown(
            line, seen.preparation.meeting, may=may, wrong=wrong if line.guest.id == about else None
        )
        for line in seen.lines
    ]
    context = {
        "meeting": seen.preparation.meeting, "shown": shown, "wrong": wrong,
        "failed": sum(bool(one.failure) for one in shown), "stale": stale,
    }  # fmt: skip
    status = 422 if wrong else 409 if stale else 200
    return page(request, "meetings/invites.html", context, status=status)


def _shown(line: Line, meeting: MeetingView, *, may: bool, wrong: AddressForm | None) -> Shown:
    row, through = line.invite, line.answer.through
    form, hands = None, False
    if may and line.guest.person_id is None:
        given = {"address": row.address if row else ""}
        form = wrong or AddressForm(initial=given, auto_id=f"a{line.guest.id}_%s")
        hands = inviting.may_hand_link(
            meeting.state, given["address"], is_settled=not awaits_her(meeting)
        )
    return Shown(
        line, present.state(present.REPLIES[line.guest.reply]),
        _came(through, row) if through and line.guest.reply is not Reply.ASKED else "",
        _letter(row, is_called=meeting.state is MeetingState.CALLED),
        row.told_at if row and row.told is not Told.NOTHING and not row.failure else None,
        _(FAILURE_NAMES[Failure(row.failure)]) if row and row.given_up_at else "",
        _acts(line, meeting) if may else [], form,
        hands,
    )  # fmt: skip


def _came(through: Through, row: InviteRow | None) -> str:
    """How the answer came. A link is in the mail, or was handed over where there is no address."""
    if through is Through.LINK and not (row and row.address):
        return _("Svarede med et link, der blev givet")
    return _(THROUGH[through])


def _letter(row: InviteRow | None, *, is_called: bool) -> State | None:
    if row is None or (row.told is Told.NOTHING and not row.address):
        return None
    if row.given_up_at:
        return State("broken", _("Kom ikke frem"))
    if row.failure:
        return State("waiting", _("Er ikke kommet frem endnu. Sendes igen"))
    if row.told is Told.NOTHING:
        waits = _("Er på vej") if is_called else _("Sendes, når mødet er indkaldt")
        return State("waiting", waits)
    return State("kept", _("Sendt"))


def _acts(line: Line, meeting: MeetingView) -> list[Act]:
    found, row, name = [], line.invite, line.guest.name
    course_id, meeting_id = meeting.course_id, meeting.id
    if row and row.given_up_at:
        url = to("retry_invite", course_id, meeting_id, row.id)
        found.append(Act(_("Prøv mailen til %(name)s igen") % {"name": name}, url, "post"))
    if row and row.proposed_at:
        take, keep = (to(act, course_id, meeting_id, row.id) for act in ("take_time", "keep_time"))
        shown = (*seen_now(meeting), ("proposed", row.proposed_at.isoformat()))
        found.append(Act(_("Flyt mødet til den tid"), take, "post", shown))
        found.append(Act(_("Behold tiden, og sig det til %(name)s") % {"name": name}, keep, "post"))
    if line.waits_for_substitute:
        url = to("ask_substitute", course_id, meeting_id, line.guest.id)
        words = _("Tag %(name)s med i stedet") % {"name": line.answer.substitute}
        found.append(Act(words, url, "post"))
    return found


@require_POST
def set_address(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """Where the invitation goes."""
    form = AddressForm(request.POST, auto_id=f"a{guest_id}_%s")
    done, _none = sent(
        request, form,
        lambda: actions.set_address(
            actor=actor_of(request), meeting_id=meeting_id, participant_id=guest_id,
            address=form.cleaned_data["address"],
        ),
    )  # fmt: skip
    if not done:
        return _show(request, course_id, meeting_id, form, about=guest_id)
    is_given = bool(form.cleaned_data["address"])
    none = _("Der står ingen adresse. Ingen mail bliver sendt.")
    said = _("Adressen er gemt.") if is_given else none
    return _back(request, said, course_id, meeting_id)


@require_POST
def hand_link(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """A link for who has no mail address, shown once; the old one opens nothing any more."""
    actor = actor_of(request)
    key = actions.link_by_hand(actor=actor, meeting_id=meeting_id, participant_id=guest_id)
    seen = journey.look_at_invitations(actor, course_id, meeting_id)
    link = reverse("answer_by_link", args=[signed(inviting.LINK, key)])
    context = {
        "meeting": seen.preparation.meeting, "link": settings.LANDFAST_PUBLIC_URL + link,
        "name": next(one.guest.name for one in seen.lines if one.guest.id == guest_id),
    }  # fmt: skip
    return page(request, "meetings/link_handed.html", context)


@require_POST
def retry(request: HttpRequest, course_id: UUID, meeting_id: UUID, invite_id: UUID) -> HttpResponse:
    """Try again what did not arrive."""
    actions.try_again(actor=actor_of(request), meeting_id=meeting_id, invite_id=invite_id)
    return _back(request, _("Vi prøver igen nu."), course_id, meeting_id)


@require_POST
def take_time(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, invite_id: UUID
) -> HttpResponse:
    """The meeting moves to the time that was proposed."""
    try:
        actions.take_time(
            actor=actor_of(request), meeting_id=meeting_id, invite_id=invite_id,
            proposed=request.POST.get("proposed", ""), seen=request.POST.get("seen", ""),
        )  # fmt: skip
    except NotNow as refusal:
        return _show(request, course_id, meeting_id, stale=refusal.said(_))
    said = _("Tiden er ændret. De andre får besked, når borgeren har sagt ja til den.")
    return _back(request, said, course_id, meeting_id)


@require_POST
def keep_time(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, invite_id: UUID
) -> HttpResponse:
    """The meeting stays where it was."""
    actions.keep_time(actor=actor_of(request), meeting_id=meeting_id, invite_id=invite_id)
    return _back(request, _("Mødet bliver, hvor det var."), course_id, meeting_id)


@require_POST
def ask_substitute(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, guest_id: UUID
) -> HttpResponse:
    """The colleague who was named comes instead."""
    journey.ask_substitute(actor=actor_of(request), meeting_id=meeting_id, participant_id=guest_id)
    return _back(request, _("Personen er på listen."), course_id, meeting_id)


def _back(request: HttpRequest, said: str, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    return thank(request, said, "invites", course_id, meeting_id)
