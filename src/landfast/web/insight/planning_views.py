"""The leader's meetings: where and when units meet, and a quarter that is planned at once."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys import plan_quarter as journey
from landfast.journeys.plan_quarter import PlanOfRun
from landfast.kernel.clock import today
from landfast.meetings.queries.quarter import RunRow
from landfast.meetings.rules.quarter import next_quarter
from landfast.meetings.rules.words import PlanState
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import sent, status_of, thank
from landfast.web.no_time import why_no_time
from landfast.web.pages import page
from landfast.web.parts.shapes import State, StateKind

STATES: dict[PlanState, tuple[StateKind, object]] = {
    PlanState.WAITING: ("waiting", gettext_lazy("Begynder om lidt")),
    PlanState.RUNNING: ("due", gettext_lazy("Planlægger")),
    PlanState.DONE: ("open", gettext_lazy("Klar til at tage")),
    PlanState.FAILED: ("broken", gettext_lazy("Gik i stå")),
    PlanState.TAKEN: ("kept", gettext_lazy("Taget")),
}
COSTS = {
    "not_liked": gettext_lazy("Ikke det tidspunkt, borgeren helst vil"),
    "other_place": gettext_lazy("Ikke det sted, borgeren helst vil"),
    "moved": gettext_lazy("Flyttet fra den tid, det havde"),
    "not_coming_duty": gettext_lazy("Egne folk, der skal sende en afløser"),
    "not_coming": gettext_lazy("Andre, der ikke kan komme"),
    "off_meeting_day": gettext_lazy("Uden for en fast mødedag"),
}
"""What a plan costs, in the order of what it weighs."""


class QuarterForm(forms.Form):
    """From which day to which."""

    first = forms.DateField(label=gettext_lazy("Første dag"), widget=forms.DateInput)
    last = forms.DateField(label=gettext_lazy("Sidste dag"), widget=forms.DateInput)


@dataclass(frozen=True)
class RunText:
    """A run as it is read."""

    row: RunRow
    state: State

    @property
    def is_going(self) -> bool:
        """Does the planner still work?"""
        return self.row.state in {PlanState.WAITING, PlanState.RUNNING}

    @property
    def is_empty(self) -> bool:
        """Was there no meeting to find a time for?"""
        return self.row.wanted == 0 and self.row.state is PlanState.DONE


@require_http_methods(["GET", "HEAD", "POST"])
def units(request: HttpRequest) -> HttpResponse:
    """The units that I lead, each with where and when it meets; plan a quarter for all of them."""
    actor, days = actor_of(request), next_quarter(today())
    form = QuarterForm(request.POST or None, initial={"first": days.first, "last": days.last})
    if request.method == "POST":
        done, run = sent(
            request, form, lambda: journey.ask_for_plan(actor=actor, **form.cleaned_data)
        )
        if done:
            return redirect("plan_of_run", run)
    seen = journey.look_at_planning(actor)
    drafts.keep(request, form)
    context = {"units": seen.units, "runs": [_text(row) for row in seen.runs], "form": form}
    return page(request, "insight/planned_units.html", context, status=status_of(form))


@require_GET
def plan_of_run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """How far it is; then what was placed, what it costs, and what got no time and why."""
    seen = journey.look_at_run(actor_of(request), run_id)
    context = {
        "seen": seen, "run": _text(seen.run), "left": _left(seen),
        "costs": [(said, seen.costs[kind]) for kind, said in COSTS.items() if kind in seen.costs],
    }  # fmt: skip
    return page(request, "insight/plan_of_run.html", context, partial="state")


@require_POST
def take_plan(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """The plan becomes dates."""
    count = journey.take_plan(actor=actor_of(request), run_id=run_id)
    said = ngettext(
        "%(n)s møde har fået en tid. Borger og koordinator får besked.",
        "%(n)s møder har fået en tid. Borgere og koordinatorer får besked.", count,
    )  # fmt: skip
    return thank(request, said % {"n": count}, "plan_of_run", run_id)


def _text(row: RunRow) -> RunText:
    kind, word = STATES[row.state]
    return RunText(row, State(kind, str(word)))


def _left(seen: PlanOfRun) -> list[tuple[str, str, str]]:
    """Who got no time, and why. Only people of one's own units are named."""
    return [(one.citizen, one.leader, why_no_time(one.row.why, seen.names)) for one in seen.left]
