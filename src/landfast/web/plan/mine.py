"""Mine aftaler: every professional's promises across citizens."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.see_my_agreements import MyAgreements, see_my_agreements
from landfast.plan import actions
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.deadlines import Nearness
from landfast.plan.rules.for_unit import may_take_over, name_is_missing
from landfast.plan.rules.words import AgreementState
from landfast.web.doors import actor_of
from landfast.web.pages import page
from landfast.web.parts.shapes import Act, NextStep, Promise
from landfast.web.plan.onward import onward
from landfast.web.plan.present import Voice, agreement_url, promise

LATE = {Nearness.LATE, Nearness.STATUS_MISSING, Nearness.LEADER}
SOON = {Nearness.SOON, Nearness.TODAY}


@dataclass(frozen=True)
class Mine:
    """A promise of mine and whose course it belongs to."""

    row: AgreementRow
    promise: Promise
    citizen: str
    report_url: str


@dataclass(frozen=True)
class Group:
    """Promises that ask for the same."""

    name: str
    rows: list[Mine]
    reports: bool = False


def my_agreements(request: HttpRequest) -> HttpResponse:
    """What waits for my answer, what is late, what is near, what runs."""
    actor = actor_of(request)
    seen = see_my_agreements(actor=actor)
    shown = [_mine(row, seen, actor.person_id) for row in seen.open if row.id not in seen.left]
    groups = _groups(shown, [_mine(row, seen, actor.person_id) for row in seen.shared], seen)
    context = {
        "groups": [group for group in groups if group.rows],
        "step": _next(groups),
        "told": [_mine(row, seen, actor.person_id) for row in seen.told if not row.told_at],
        "aloud": [_mine(row, seen, actor.person_id) for row in seen.told if row.told_at],
        "tasks": seen.tasks,
        "left": [(row, seen.left[row.id]) for row in seen.open if row.id in seen.left],
    }
    return page(request, "plan/my_agreements.html", context)


def _mine(row: AgreementRow, seen: MyAgreements, me: UUID) -> Mine:
    course = seen.courses.get(row.course_id)
    called = course.name if course else _("Borgeren")
    act = None
    if row.state is AgreementState.PROPOSED and not row.offered_at:
        act = Act(_("Svar på forslaget"), agreement_url(row))
    elif may_take_over(row.named_id, me):
        act = Act(_("Svar din leder"), agreement_url(row))
    shown = promise(row, seen.today, Voice(me, called), act)  # type: ignore[arg-type]
    return Mine(
        row,
        shown if course else replace(shown, url=""),  # what I no longer read has no page for me
        called,
        reverse("report_agreement", args=[row.course_id, row.id]),
    )


def _groups(shown: list[Mine], shared: list[Mine], seen: MyAgreements) -> list[Group]:
    asked = [one for one in shown if one.row.state is AgreementState.PROPOSED]
    agreed = [one for one in shown if one.row.state is not AgreementState.PROPOSED]
    nameless = [one for one in agreed if name_is_missing(one.row.name_by, seen.today)]
    running = [one for one in agreed if one not in nameless]
    to_keep = [one for one in shared if one.row.named_id]
    whole_team = [one for one in shared if one not in to_keep]

    def near(wanted: set[Nearness]) -> list[Mine]:
        return [one for one in running if one.row.nearness(seen.today) in wanted]

    return [
        Group(_("Fristen er gået"), near(LATE), reports=True),
        Group(
            _("Venter på dit svar"),
            [*(one for one in asked if not one.row.offered_at), *to_keep],
        ),
        Group(_("Hele teamet er spurgt"), whole_team),
        Group(_("Lovet for enheden – find en, der holder den"), nameless),
        Group(_("Snart"), near(SOON), reports=True),
        Group(_("I gang"), near({Nearness.LATER}), reports=True),
        Group(_("Venter på de andre"), [one for one in asked if one.row.offered_at]),
    ]


def _next(groups: list[Group]) -> NextStep | None:
    late, asked = groups[0].rows, groups[1].rows
    if late:
        first = late[0]
        return NextStep(
            _("Fortæl, hvordan det gik: %(what)s") % {"what": first.promise.what},
            Act(_("Fortæl, hvordan det gik"), first.report_url),
            why=first.citizen,
            when=first.row.due_on,
        )
    if asked:
        first = asked[0]
        return NextStep(
            _("Du er spurgt: %(what)s") % {"what": first.promise.what},
            Act(_("Svar på forslaget"), first.promise.url),
            why=first.citizen,
            when=first.row.due_on,
        )
    return None


@require_POST
def take_back(request: HttpRequest, agreement_id: UUID) -> HttpResponse:
    """What was written down for me at a meeting was not so; I tell it myself."""
    version = request.POST.get("version", "")
    actions.take_back(
        actor=actor_of(request), agreement_id=agreement_id,
        version=int(version[:9]) if version.isdecimal() else None,
    )  # fmt: skip
    said = _("Det er rettet. Fortæl nu selv, hvordan det gik.")
    return onward(request, "my_agreements", said=said)


@require_POST
def finish_task(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """What was left after a stopped course has been wound up."""
    actions.finish_task(actor=actor_of(request), task_id=task_id)
    return onward(request, "my_agreements", said=_("Opgaven er afsluttet."))
