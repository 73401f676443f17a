"""How much energy I have today, in one touch, and what it makes lighter."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.course.actions import profile
from landfast.course.rules.profile import ENERGY
from landfast.course.rules.words import State
from landfast.journeys.heed_energy import heed
from landfast.journeys.see_own_course import MyCourse
from landfast.kernel.clock import today
from landfast.kernel.refusals import Wrong
from landfast.meetings.queries import MeetingRow
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.meetings.easing import offered
from landfast.web.parts.shapes import Act


@require_POST
def say_energy(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One of five words; nobody owes it."""
    said = request.POST.get("energy", "")
    if not said.isdecimal():
        raise Wrong("energy_unknown", _("Vælg en af de fem."))
    profile.say_energy(actor=actor_of(request), course_id=course_id, energy=int(said[:2]))
    return thank(request, _("Tak. Det er gemt."), "my_course")


def of_today(seen: MyCourse, meeting: MeetingRow | None) -> dict[str, Any]:
    """The five words, the one she said today, and what her next meeting offers for it."""
    course, known = seen.course, seen.profile
    if not course.runs or course.state is State.PAUSED:
        return {"energy": None}
    url = reverse("say_my_energy", args=[course.id])
    acts = [Act(_(word), url, "post", (("energy", str(n)),)) for n, word in ENERGY.items()]
    is_said = known.energy is not None and known.energy_on == today()
    said = _(ENERGY[known.energy]) if is_said and known.energy else ""
    found = heed(known, meeting.starts_at, meeting.offers) if meeting else None
    return {"energy": {
        "acts": acts, "said": said, "by_another": known.energy_by_another,
        "offers": offered(meeting.course_id, meeting.id, found) if meeting and found else [],
    }}  # fmt: skip
