"""The course as one picture (D7), on screen and on A3: to the team, and to the citizen as hers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.access.actor import Actor
from landfast.access.rules import LookKind
from landfast.insight.story_line import StorySeen, see_story
from landfast.insight.storyline.window import begins
from landfast.kernel.clock import today
from landfast.paper.storyline import Asks, Sheet, render, sheet
from landfast.web.doors import actor_of
from landfast.web.insight import story_present as present
from landfast.web.insight.story_forms import StoryForm, story_form
from landfast.web.pages import page, pdf


@require_GET
def story(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Picture and list in step; nearer and further away by links."""
    actor = actor_of(request)
    seen = see_story(actor, course_id)
    form, asks = _asked(request, actor, seen)
    shown = _sheet(seen, asks, actor)
    hers = actor.is_citizen
    whole = _("Hele mit forløb") if hers else _("Hele forløbet")
    context = {
        "title": shown.told.title, "course_id": course_id, "is_citizen": hers, "form": form,
        "may_copy": seen.may_copy and not hers,
        "ways": present.ways(course_id, asks, shown, whole),
        "drawing": shown.drawing(
            present.mark_address(course_id, asks, shown), with_names=False
        ),
        "names": shown.names(), "stretches": shown.told.stretches, "more": shown.picture.more,
        "folded": present.is_folded(shown),
        "items": [
            (item, present.place(course_id, item, to_citizen=hers)) for item in shown.told.items
        ],
        "time": asks.time, "paper": present.address(course_id, asks, asks.time, "story_pdf"),
    }  # fmt: skip
    return page(request, "insight/story.html", context, partial="story")


@require_GET
def story_pdf(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The same on A3; the look is logged as a print."""
    actor = actor_of(request)
    seen = see_story(actor, course_id, LookKind.PRINT)
    _form, asks = _asked(request, actor, seen)
    shown = _sheet(seen, asks, actor)
    return pdf(render(shown, today()), "forloeb.pdf")


def _asked(request: HttpRequest, actor: Actor, seen: StorySeen) -> tuple[StoryForm, Asks]:
    """What is asked for. One begins with the last twelve months of a long course: there the work
    is, and what lies far back a citizen opens herself."""
    asked = request.GET.copy()
    asked.setdefault("tid", begins(seen.story, today(), to_citizen=actor.is_citizen))
    form = story_form(asked, seen.story.lanes, to_citizen=actor.is_citizen)
    return form, form.asks()


def _sheet(seen: StorySeen, asks: Asks, actor: Actor) -> Sheet:
    title = (
        _("Mit forløb som billede")
        if actor.is_citizen
        else _("%(name)s: forløbet som billede") % {"name": seen.whose.name}
    )
    return sheet(title, seen.story, asks, today(), to_citizen=actor.is_citizen)
