"""The talk about wishes, hopes and dreams: alone, or with the coordinator beside (S004 §5.1)."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landfast.course.actions.talking import leave_talk_at
from landfast.journeys.see_plan import TalkSeen, see_talk
from landfast.plan import actions
from landfast.programmes.rules import NeedArea
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.plan.forms import WishForm
from landfast.web.plan.onward import onward
from landfast.web.plan.present import readers_of
from landfast.web.plan.talk import AREAS, PLACES, place
from landfast.web.plan.words import QUESTIONS


@require_GET
def go_on(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Where the talk was left, or its first screen."""
    actor = actor_of(request)
    seen = see_talk(actor=actor, course_id=course_id)
    at = seen.profile.talk_at if seen.profile.talk_at in PLACES else PLACES[0]
    return _to(course_id, at)


def _to(course_id: UUID, code: str) -> HttpResponse:
    return redirect("wish_area" if code in AREAS else "talk_words", course_id, code)


def wish_area(request: HttpRequest, course_id: UUID, area: str) -> HttpResponse:
    """One life area at a time (hele vejen rundt). Any area can be skipped."""
    if area not in AREAS:
        raise Http404
    actor, here = actor_of(request), NeedArea(area)
    seen = see_talk(actor=actor, course_id=course_id)
    form = WishForm(request.POST or None)
    form.speak_to(is_citizen=actor.is_citizen)
    write = partial(actions.add_wish, actor=actor, course_id=course_id, area=here)
    return form_page(
        request, form, lambda: write(words=form.cleaned_data["words"]),
        then=lambda _id: onward(request, "wish_area", course_id, area, said=_("Ønsket er gemt.")),
        template="plan/wish_area.html", question=str(QUESTIONS[here]),
        picture=f"plan/pictures/{here.value}.html",
        wishes=[row for row in seen.plan.living if row.area is here],
        **around(seen, area, is_citizen=actor.is_citizen),
    )  # fmt: skip


def around(seen: TalkSeen, code: str, *, is_citizen: bool) -> dict[str, Any]:
    """What every screen of the talk has."""
    return {
        "course_id": seen.course.course_id, "place": place(code, to_citizen=is_citizen),
        "is_citizen": is_citizen, "called": seen.course.called,
        "readers": readers_of(
            seen.readers, _("dig") if is_citizen else seen.course.called, to_citizen=is_citizen
        ),
    }  # fmt: skip


@require_POST
def leave(request: HttpRequest, course_id: UUID, code: str) -> HttpResponse:
    """On to the next screen, or enough for today: the talk remembers where it was."""
    if code not in PLACES:
        raise Http404
    actor = actor_of(request)
    goes_on = request.POST.get("go") == "on"
    at = place(code, to_citizen=actor.is_citizen).url_code if goes_on else code
    leave_talk_at(actor=actor, course_id=course_id, place=at)
    if goes_on and at:
        return _to(course_id, at)
    return thank(
        request, _("Godt gået. Du kan altid fortsætte, hvor du slap."),
        *(["my_plan"] if actor.is_citizen else ["wishes", course_id]),
    )  # fmt: skip
