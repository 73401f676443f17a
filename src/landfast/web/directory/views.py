"""What a unit does, and when it answers: open to everybody who is logged in."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.directory import queries as directory
from landfast.directory.rules import Line
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of
from landfast.web.pages import page
from landfast.web.spoken import hour, weekday


@dataclass(frozen=True)
class LineText:
    """A number and its hours in words."""

    name: str
    phone: str
    hours: str


@require_GET
def unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A unit: what it does, its law, what it decides, its hours and numbers (J1)."""
    profile = directory.profile(unit_id)
    if profile is None:
        raise NotFound
    context = {
        "profile": profile,
        "lines": [line_text(line) for line in directory.answer_lines(unit_id)],
        "answers": directory.who_answers(unit_id),
        "is_staff": actor_of(request).is_staff,
    }
    return page(request, "directory/unit.html", context)


def line_text(line: Line) -> LineText:
    """A number and its hours in words."""
    if line.always:
        return LineText(line.name, line.phone, _("hele døgnet, hele ugen"))
    hours = _("%(days)s kl. %(opens)s til %(closes)s") % {
        "days": days_in_words(sorted(line.weekdays)),
        "opens": hour(line.opens),
        "closes": hour(line.closes),
    }
    return LineText(line.name, line.phone, hours)


def days_in_words(days: list[int]) -> str:
    """Weekdays as one says them: "mandag til fredag", "lørdag og søndag"."""
    names = [weekday(number) for number in days]
    together = days == list(range(days[0], days[-1] + 1)) and len(days) > 2  # noqa: PLR2004
    if together:
        return _("%(first)s til %(last)s") % {"first": names[0], "last": names[-1]}
    return _(" og ").join(names) if len(names) < 3 else ", ".join(names)  # noqa: PLR2004
