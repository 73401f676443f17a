"""A lighter meeting: offered to who leads it, and to her on her own page; she decides."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from landfast.course.rules.profile import ENERGY
from landfast.journeys import heed_energy as journey
from landfast.journeys.heed_energy import Heeded
from landfast.kernel.refusals import Wrong
from landfast.meetings.rules.easing import Ease, Offer
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.pages import to
from landfast.web.parts.shapes import Act

HERS: Mapping[Ease, object] = {
    Ease.SHORTER: gettext_lazy("Gør mødet kortere: %(minutes)s minutter"),
    Ease.BREAK: gettext_lazy("Hold en pause midt i mødet"),
    Ease.LISTENS: gettext_lazy("Jeg vil helst bare lytte"),
}
BESIDE: Mapping[Ease, object] = {
    Ease.SHORTER: gettext_lazy("Borgeren siger ja: kun %(minutes)s minutter"),
    Ease.BREAK: gettext_lazy("Borgeren siger ja: en pause midt i"),
    Ease.LISTENS: gettext_lazy("Borgeren siger ja: kun at lytte"),
}


def offered(
    course_id: UUID, meeting_id: UUID, found: Heeded, *, to_citizen: bool = True
) -> list[Act]:
    """One touch for each, in her words or in those of who sits beside her."""
    words, url = HERS if to_citizen else BESIDE, to("ease_meeting", course_id, meeting_id)
    return [
        Act(
            _said(words[one.ease], one), url, "post",
            (("ease", one.ease.value), ("minutes", str(one.minutes))),
        )
        for one in found.offers
    ]  # fmt: skip


def _said(words: object, offer: Offer) -> str:
    return str(words) % {"minutes": offer.minutes} if offer.minutes else str(words)


def for_leader(
    heeded: Heeded | None, called: str, course_id: UUID, meeting_id: UUID
) -> dict[str, Any] | None:
    """What she said, as who leads the meeting reads it, and what could be offered."""
    if heeded is None:
        return None
    words = {"name": called, "word": _(ENERGY[heeded.energy]).lower()}
    sentence = (
        _("%(name)s sagde i dag: %(word)s energi") if heeded.is_today
        else _("%(name)s sagde i går: %(word)s energi")
    )  # fmt: skip
    return {
        "sentence": sentence % words,
        "offers": offered(course_id, meeting_id, heeded, to_citizen=False),
    }


@require_POST
def ease_meeting(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Shorter, a break, or to listen only."""
    actor, said = actor_of(request), request.POST.get("ease", "")
    minutes = request.POST.get("minutes", "")
    if said not in set(Ease) or not minutes.isdecimal():
        raise Wrong("no_such_ease", _("Vælg en af knapperne."))
    chosen = Offer(Ease(said), int(minutes[:4]))
    journey.ease_meeting(actor=actor, meeting_id=meeting_id, chosen=chosen)
    if actor.is_citizen:
        return thank(request, _("Det er noteret. Mødet er nu, som du vil have det."), "my_course")
    return thank(request, _("Det er noteret på mødet."), "prepare_meeting", course_id, meeting_id)
