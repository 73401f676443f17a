"""One meeting of a circle: the fixed points in their order, who comes, and my answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.circles.rules.kinds import CASE_HEADINGS, THEME_HEADINGS
from landfast.journeys import meet_in_circle as journey
from landfast.kernel.clock import now, today
from landfast.meetings.rules import Reply
from landfast.web import drafts
from landfast.web.circles import present
from landfast.web.circles.answer_forms import AnswerForm, asked_line
from landfast.web.circles.forms import HeldForm
from landfast.web.doors import actor_of
from landfast.web.pages import page, to

COMES = frozenset({Reply.COMES, Reply.BY_PHONE})
"""Who has said so is ticked beforehand when it is asked who was there."""


@require_GET
def sitting(request: HttpRequest, sitting_id: UUID) -> HttpResponse:
    """The fixed points in their order."""
    return show_sitting(request, journey.see_sitting(actor_of(request), sitting_id))


def show_sitting(
    request: HttpRequest, seen: journey.SittingSeen, wrong: AnswerForm | None = None,
    held: HeldForm | None = None,
) -> HttpResponse:  # fmt: skip
    """The page; `wrong` is the answer that was refused, `held` the guests that were."""
    actor, kind, key = actor_of(request), seen.circle.kind, seen.sitting.id
    carried, own = seen.agenda.carried if seen.agenda else [], seen.own(actor)
    form = wrong or AnswerForm(initial={"reply_reason": own.reply_reason if own else ""})
    held = held or HeldForm()
    answers = {to("answer_sitting", key): form} if own else {}
    drafts.keep_all(request, {**answers, **({to("hold_sitting", key): held} if seen.keeps else {})})
    coming = {row.person_id for row in seen.asked if row.reply in COMES}
    context = {
        "seen": seen, "figures": present.figures(seen.figures) if seen.figures else None,
        "carried": [present.agreement_line(row, today()) for row in carried
                    if row.sitting_id != key],
        "agreed": [present.agreement_line(row, today()) for row in seen.agreed],
        "cases": [(row, present.summary(CASE_HEADINGS[kind], row.summary)) for row in seen.cases],
        "themes": [(row, present.summary(THEME_HEADINGS[kind], row.summary))
                   for row in seen.themes],
        "has_begun": seen.sitting.starts_at <= now(), "actor_id": actor.person_id,
        "own": asked_line(own) if own else None, "answer_form": form, "held_form": held,
        "asked": [asked_line(row) for row in seen.asked],
        "seated": [(row, row.person_id in coming) for row in seen.seated],
    }  # fmt: skip
    return page(
        request, "circles/sitting.html", context, status=422 if wrong or held.errors else 200
    )
