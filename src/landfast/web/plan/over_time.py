"""Pages of the plan over time: a picture of her own numbers, and two days compared in words."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from landfast.journeys.see_plan_over_time import Progress, Versions, see_progress, see_versions
from landfast.kernel.clock import date_in_denmark
from landfast.paper.words import day as said_day
from landfast.plan.queries import WishRow
from landfast.plan.rules import life
from landfast.plan.rules import versions as rules
from landfast.plan.rules.versions import Between, Difference, Stood
from landfast.plan.rules.words import AgreementState
from landfast.web.doors import actor_of
from landfast.web.forms import asks, status_of
from landfast.web.pages import page
from landfast.web.plan.words import state_word

WIDE, HIGH, EDGE, LEFT = 600, 170, 20, 44
MOST = 10


@dataclass(frozen=True)
class Point:
    """One of her numbers, and where it stands in the picture."""

    x: int
    y: int
    day: date
    rating: int


@dataclass(frozen=True)
class Mark:
    """What was kept for the wish, or done by the citizen, under the line."""

    x: int
    day: date
    what: str


@dataclass(frozen=True)
class Picture:
    """A wish, her numbers from left to right, what was kept, and what she did herself."""

    wish: WishRow
    points: tuple[Point, ...]
    marks: tuple[Mark, ...]
    done: tuple[Mark, ...]

    @property
    def line(self) -> str:
        """The corners of the line."""
        return " ".join(f"{one.x},{one.y}" for one in self.points)


def pictures(seen: Progress) -> list[Picture]:
    """One picture for each wish with a number, a kept promise or a step; all on the same days."""
    days = [one.said_on for one in seen.ratings] + [day for _wish, day, _what in seen.kept]
    days += [one.day for one in seen.done if one.wish_id]
    first = min(days, default=seen.today)
    long = max((seen.today - first).days, 1)

    def across(day: date) -> int:
        return LEFT + (WIDE - LEFT - EDGE) * (day - first).days // long

    found = []
    for wish in seen.wishes:
        points = tuple(
            Point(
                across(one.said_on), HIGH - EDGE - (HIGH - 2 * EDGE) * one.rating // MOST,
                one.said_on, one.rating,
            )
            for one in seen.ratings
            if one.wish_id == wish.id
        )  # fmt: skip
        marks = tuple(
            Mark(across(day), day, what) for key, day, what in seen.kept if key == wish.id
        )
        done = tuple(
            Mark(across(one.day), one.day, one.what) for one in seen.done if one.wish_id == wish.id
        )
        if points or marks or done:
            found.append(Picture(wish, points, marks, done))
    return found


@require_GET
def progress(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Her own numbers over time, each picture with the same in words."""
    actor = actor_of(request)
    seen = see_progress(actor=actor, course_id=course_id)
    context = {
        "course": seen.course, "course_id": course_id, "is_citizen": actor.is_citizen,
        "pictures": pictures(seen), "wide": WIDE, "high": HIGH, "edge": EDGE, "left": LEFT,
        "ground": HIGH - EDGE, "right": WIDE - EDGE, "under": HIGH - EDGE + 6,
        "beside": [one for one in seen.done if one.wish_id is None],
    }  # fmt: skip
    return page(request, "plan/progress.html", context)


class DaysForm(forms.Form):
    """Two days."""

    fra = forms.DateField(label=gettext_lazy("Fra"), required=False)
    til = forms.DateField(label=gettext_lazy("Til"), required=False)


@require_GET
def versions(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What counted on a day, what came between two days, in words, and who has read it since."""
    actor = actor_of(request)
    seen = see_versions(actor=actor, course_id=course_id)
    form = DaysForm(request.GET or None, auto_id="%s")
    given = form.cleaned_data if asks(form) else {}
    until = given.get("til") or seen.today
    days = _changed(seen)
    since = given.get("fra") or rules.first_day_to_compare(days, until)
    since, until = min(since, until), max(since, until)
    now = seen.kept.on(until)
    context = {
        "course": seen.course, "course_id": course_id, "is_citizen": actor.is_citizen,
        "since": since, "until": until, "form": form,
        "days": [(day, day - timedelta(days=1)) for day in days],
        "differences": [
            *_hers(seen, since, until, is_citizen=actor.is_citizen),
            *(_said(one) for one in rules.compare(seen.kept.on(since), now.values())),
        ],
        "counted": [_line(row) for row in now.values() if life.counts(row.state)],
        "readers": _readers(seen, since),
    }  # fmt: skip
    return page(request, "plan/versions.html", context, status=status_of(form))


def _changed(seen: Versions) -> list[date]:
    """The days on which something in the plan came or changed, newest first."""
    came = {date_in_denmark(wish.written_on) for wish in seen.wishes}
    goals = {wish.goal_since for wish in seen.wishes if wish.goal_since}
    return sorted({*seen.kept.days(), *(one.day for one in seen.done), *came, *goals}, reverse=True)


def _hers(seen: Versions, since: date, until: date, *, is_citizen: bool) -> list[str]:
    """Her own part of what came: wishes, what became a goal, what she has done."""
    did = _("Du har gjort: »%(what)s«.") if is_citizen else _("Gjort af borgeren selv: »%(what)s«.")
    told = [
        *((date_in_denmark(row.written_on), _("Nyt ønske: »%(what)s«."), row.words)
          for row in seen.wishes),
        *((row.goal_since, _("»%(what)s« er blevet et mål."), row.words) for row in seen.wishes),
        *((one.day, did, one.what) for one in seen.done),
    ]  # fmt: skip
    return [
        sentence % {"what": what}
        for day, sentence, what in told
        if rules.came_between(day, since, until)
    ]


def _readers(seen: Versions, since: date) -> list[tuple[str, date]]:
    """Who has opened the plan since a day, and when last."""
    last: dict[str, date] = {}
    for row in seen.looks:
        day = date_in_denmark(row.at)
        if day >= since:
            last.setdefault(row.who, day)
    return list(last.items())


def _line(row: Stood) -> str:
    due = _(", senest %(day)s") % {"day": said_day(row.due_on)} if row.due_on else ""
    return f"{row.text}{due} ({state_word(row.state).lower()})"


def _said(one: Between) -> str:
    """A difference as a sentence."""
    facts: dict[str, Any] = {
        "what": one.now.text,
        "before": one.before.text if one.before else "",
        "then": said_day(one.before.due_on) if one.before else "",
        "day": said_day(one.now.due_on),
        "state": state_word(one.now.state).lower(),
    }
    sentences = {
        Difference.CAME: _("Nyt forslag: »%(what)s«."),
        Difference.COUNTS: _("»%(what)s« er aftalt. Lige nu: %(state)s."),
        Difference.WORDS: _("»%(before)s« er skrevet om til »%(what)s«."),
        Difference.DAY: _("»%(what)s« har fået en anden dag: %(day)s i stedet for %(then)s."),
        Difference.STATE: _("»%(what)s« er nu: %(state)s."),
    }
    if one.what is Difference.DAY and not facts["day"]:
        return _("Dagen for »%(what)s« er gået. Der er spurgt om en ny.") % facts
    if one.what is Difference.DAY and not (facts["then"] and facts["day"]):
        return _("»%(what)s« har fået en dag: %(day)s.") % facts
    if one.what is Difference.COUNTS and one.now.state is AgreementState.ACCEPTED:
        return _("»%(what)s« er aftalt.") % facts
    return sentences[one.what] % facts
