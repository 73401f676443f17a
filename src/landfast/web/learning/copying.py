"""Making a copy without a name from a course or from a case file; a person reads it first (J6)."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.insight.story_copy import Line, lines_of, names_in, story_from
from landfast.insight.story_line import StorySeen, see_story
from landfast.insight.story_of_case import story_of
from landfast.insight.story_period import within
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.learning.actions import studies
from landfast.learning.rules.workshop import LINES_MOST
from landfast.paper.storyline import Asks, sheet
from landfast.redthread import casefile
from landfast.web.doors import actor_of, offers
from landfast.web.forms import asks, sent, status_of, thank
from landfast.web.learning.forms import FileForm
from landfast.web.learning.period import PeriodForm, years
from landfast.web.learning.reading import ReadForm, ToRead, sealed, to_read
from landfast.web.pages import page
from landfast.web.uploads import takes_file

WEEKS = range(20, 150)
"""All days are moved back by the same weeks: what day of the week it was stays."""


@require_http_methods(["GET", "HEAD", "POST"])
@offers(studies.copy_course)
def from_course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The lines of a course without names, to be read and kept; the look is logged."""
    actor = actor_of(request)
    if request.method == "POST":
        form = ReadForm(request.POST, of_course=True)
        return _kept(request, form, lambda: studies.copy_course(
            actor=actor, course_id=course_id, lines=form.kept(), **_said(form)
        ))  # fmt: skip
    return _read_through(request, see_story(actor, course_id))


def _read_through(request: HttpRequest, seen: StorySeen) -> HttpResponse:
    """The time that was chosen, to be read; a time to choose when it is too long for a table."""
    story, course_id = seen.story, seen.whose.course_id
    if not story.events and not story.threads:
        raise nothing_yet()
    form = PeriodForm(request.GET)
    is_asked = asks(form)
    chosen = within(story, *form.days) if is_asked else story
    lines = lines_of(chosen, timedelta(weeks=secrets.choice(WEEKS)))
    if not is_asked or not form.fits(len(lines)) or "vaelg" in request.GET:
        context = {
            "form": form, "years": years(course_id, story), "course_id": course_id,
            "most": LINES_MOST,
        }  # fmt: skip
        return page(request, "learning/period.html", context)
    names = names_in(story, seen.whose.name, seen.whose.called)
    return _to_read(request, lines, names, course_id=course_id)


@takes_file
@require_http_methods(["GET", "HEAD", "POST"])
@offers(studies.copy_file)
def from_file(request: HttpRequest) -> HttpResponse:
    """A case file is sent in, read line by line, and kept."""
    actor = actor_of(request)
    if "copy" in request.POST:
        form = ReadForm(request.POST, of_course=False)
        return _kept(request, form, lambda: studies.copy_file(
            actor=actor, lines=form.kept(), **_said(form)
        ))  # fmt: skip
    sending = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and sending.is_valid():
        try:
            case = casefile.read(sending.cleaned_data["file"].data.decode(), "fil")
        except (casefile.BadCase, UnicodeDecodeError) as bad:
            said = getattr(bad, "sentence", _("Filen er ikke en tekst. Vælg en sagsfil (JSON)."))
            sending.add_error("file", said)
        else:
            lines = lines_of(story_of(case), timedelta(weeks=secrets.choice(WEEKS)))
            return _to_read(request, lines, [case.citizen.alias])
    return page(request, "learning/file.html", {"form": sending}, status=status_of(sending))


def _said(form: ReadForm) -> dict[str, Any]:
    names = ("title", "is_read", "said_yes")
    return {name: form.cleaned_data[name] for name in names if name in form.fields}


def _kept(request: HttpRequest, form: ReadForm, keep: Callable[[], UUID]) -> HttpResponse:
    done, _key = sent(request, form, keep)
    if done:
        return thank(request, _("Øvesagen er gemt. Ingen navne fulgte med."), "studies")
    return _page(request, form, to_read(form.lines, []))


def _to_read(
    request: HttpRequest, lines: Sequence[Line], names: Iterable[str], *,
    course_id: UUID | None = None,
) -> HttpResponse:  # fmt: skip
    known = list(names)
    rows = to_read(lines, known)
    form = ReadForm(of_course=course_id is not None, initial={"copy": sealed(rows, known)})
    return _page(request, form, rows, shorter=course_id)


def nothing_yet() -> NotNow:
    """A course in which nothing has happened."""
    return NotNow("nothing_yet", da("Der er ikke noget at lære af i forløbet endnu."))


def _page(
    request: HttpRequest, form: ReadForm, rows: Sequence[ToRead], *, shorter: UUID | None = None
) -> HttpResponse:
    if not rows:
        raise nothing_yet()
    told = sheet("", story_from([row.line for row in rows]), Asks(), today()).told.items
    shown = [
        (told[number - 1], row.masked, form[f"w{number}"], form[f"x{number}"])
        for number, row in enumerate(rows, 1)
    ]
    context = {
        "form": form,
        "rows": shown,
        "of_course": "said_yes" in form.fields,
        "shorter": shorter,
    }
    return page(request, "learning/read.html", context, status=status_of(form))
