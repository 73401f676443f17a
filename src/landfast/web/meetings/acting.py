"""Pages: what is pressed on the screens of the room, with script and without, at once or late."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys import act_in_room as journey
from landfast.kernel.refusals import NotAllowed, NotNow, Refusal, Wrong
from landfast.meetings import actions
from landfast.meetings.rules import ThemeEnd, TurnKind
from landfast.meetings.rules.acts import Act, Done
from landfast.meetings.rules.merging import ActKind
from landfast.meetings.rules.turns import TEXT_MAX
from landfast.meetings.rules.typed_as import ALL
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.meetings import holding, present_room, room


def _act(request: HttpRequest) -> Act:
    """The act as the screen sent it."""
    sent = request.POST
    key, kind = room.as_id(sent.get("act", "")), sent.get("kind", "")
    if key is None or kind not in list(ActKind) or (kind == "say" and not _number(sent)):
        raise Wrong("what_act", _("Siden var ikke hel. Åbn den igen."))
    how = sent.get("how", "")[:20]
    if kind == ActKind.SAY and sent.get("seat") == ALL:
        how = how or TurnKind.SOLUTION  # said by all of them as one
    theme, seat, about = (room.as_id(sent.get(name, "")) for name in ("theme", "seat", "about"))
    return Act(
        key, ActKind(kind), sent.get("saw", "")[:40], theme, seat, about,
        how, sent.get("text", "")[:TEXT_MAX],
    )  # fmt: skip


def _number(sent: "dict[str, str]") -> bool:
    return sent.get("saw", "")[:9].isdecimal()


@require_POST
def act(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Done, kept beside what stands, or refused: the screen hears which, and in words."""
    try:
        with transaction.atomic():
            done = journey.take(actor=actor_of(request), meeting_id=meeting_id, act=_act(request))
    except (NotNow, Wrong, NotAllowed) as refusal:
        return _answer(request, (course_id, meeting_id), refused=refusal)
    if request.POST.get("kind") == ActKind.SAY:
        drafts.forget(request)
    return _answer(request, (course_id, meeting_id), done)


def _answer(
    request: HttpRequest, ids: tuple[UUID, UUID], done: Done | None = None,
    refused: Refusal | None = None,
) -> HttpResponse:  # fmt: skip
    waits = bool(done and done.clash)
    said = refused.said(_) if refused else str(present_room.WAITS) if waits else ""
    if request.headers.get("X-Room"):
        outcome = "refused" if refused else "waits" if waits else "done"
        told = {"outcome": outcome, "said": said, "saw": done.now_saw if done else ""}
        return JsonResponse(told)
    if said:
        messages.warning(request, said)
    return redirect(holding.screen_of(request), *ids)


@require_POST
def settle(request: HttpRequest, course_id: UUID, meeting_id: UUID, act_id: UUID) -> HttpResponse:
    """The leader has seen both, and chooses."""
    try:
        with transaction.atomic():
            journey.settle(
                actor=actor_of(request), course_id=course_id, act_id=act_id,
                choice=request.POST.get("choice", ""),
            )  # fmt: skip
        messages.success(request, _("Det er valgt."))
    except (NotNow, Wrong) as refusal:
        messages.warning(request, refusal.said(_))
    return redirect(holding.screen_of(request, "minutes"), course_id, meeting_id)


@require_POST
def end_theme(
    request: HttpRequest, course_id: UUID, meeting_id: UUID, theme_id: UUID
) -> HttpResponse:
    """What became of a theme that nobody spoke to: said before the meeting ends."""
    ended = request.POST.get("ended", "")
    try:
        with transaction.atomic():
            actions.end_theme(
                actor=actor_of(request), meeting_id=meeting_id, theme_id=theme_id,
                ended=ThemeEnd(ended) if ended in list(ThemeEnd) else None,
            )  # fmt: skip
    except NotNow as refusal:
        messages.warning(request, refusal.said(_))
    return holding.done(request, course_id, meeting_id)
