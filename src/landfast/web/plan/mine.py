"""Mine aftaler: every professional's promises across citizens."""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.see_my_agreements import MyAgreements, see_my_agreements
from landfast.kernel.clock import date_in_denmark
from landfast.plan import actions
from landfast.plan.queries import AgreementRow, TaskRow
from landfast.plan.rules.deadlines import Nearness
from landfast.plan.rules.for_unit import is_to_find, keeper_first, may_take_over, name_is_missing
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
    rests: bool = False
    """The course is on a pause."""


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
        "step": _next(groups, seen.today),
        "told": [_mine(row, seen, actor.person_id) for row in seen.told if not row.told_at],
        "aloud": [_mine(row, seen, actor.person_id) for row in seen.told if row.told_at],
        "tasks": [row for row in seen.tasks if not row.after_death],
        "mourned": _mourned(seen.tasks),
        "left": [(row, seen.left[row.id]) for row in seen.open if row.id in seen.left],
    }
    return page(request, "plan/my_agreements.html", context)


@dataclass(frozen=True)
class Mourned:
    """Who has died, when the course was closed, what is to be said, and what was promised."""

    name: str
    since: date
    to_say: list[TaskRow] = field(default_factory=list)
    promised: list[TaskRow] = field(default_factory=list)


def _mourned(tasks: list[TaskRow]) -> list[Mourned]:
    """Everything about one who has died together: the death is said once."""
    found: dict[tuple[str, date], Mourned] = {}
    for row in sorted(tasks, key=lambda row: (row.due_on is None, row.due_on or row.since.date())):
        if row.after_death:
            key = row.about, date_in_denmark(row.since)
            one = found.setdefault(key, Mourned(*key))
            (one.promised if row.agreement_id else one.to_say).append(row)
    return list(found.values())


def _mine(row: AgreementRow, seen: MyAgreements, me: UUID) -> Mine:
    course = seen.courses.get(row.course_id)
    called = course.name if course else _("Borgeren")
    act = None
    if row.state is AgreementState.PROPOSED and not row.offered_at and not row.is_refused:
        act = Act(_("Svar på forslaget"), agreement_url(row))
    elif may_take_over(row.named_id, me):
        act = Act(_("Svar din leder"), agreement_url(row))
    elif is_to_find(row.name_by, row.named_id) and course:
        act = _ask_keeper(row)
    shown = promise(row, seen.today, Voice(me, called), act)  # type: ignore[arg-type]
    return Mine(
        row,
        shown if course else replace(shown, url=""),  # what I no longer read has no page for me
        called,
        reverse("report_agreement", args=[row.course_id, row.id]),
        rests=course is not None and course.rests,
    )


def _groups(shown: list[Mine], shared: list[Mine], seen: MyAgreements) -> list[Group]:
    asked = [one for one in shown if one.row.state is AgreementState.PROPOSED]
    others = [one for one in asked if one.row.offered_at or one.row.is_refused]
    agreed = [one for one in shown if one.row.state is not AgreementState.PROPOSED]
    unit_s = [one for one in agreed if keeper_first(one.row.name_by, one.row.due_on, seen.today)]
    nameless = [one for one in unit_s if is_to_find(one.row.name_by, one.row.named_id)]
    running = [one for one in agreed if one not in unit_s]
    to_keep = [one for one in shared if one.row.named_id]
    whole_team = [one for one in shared if one not in to_keep and not one.row.is_refused]

    def near(wanted: set[Nearness]) -> list[Mine]:
        return [one for one in running if one.row.nearness(seen.today) in wanted]

    return [
        Group(_("Fristen er gået"), near(LATE), reports=True),
        Group(
            _("Venter på dit svar"),
            [*(one for one in asked if one not in others), *to_keep],
        ),
        Group(_("Hele teamet er spurgt"), whole_team),
        Group(_("Lovet for enheden – find en, der holder den"), sorted(nameless, key=_name_by)),
        Group(_("Snart"), near(SOON), reports=True),
        Group(_("I gang"), near({Nearness.LATER}), reports=True),
        Group(
            _("Venter på de andre"),
            [
                *others,
                *(one for one in unit_s if one not in nameless),
            ],
        ),
    ]


def _name_by(one: Mine) -> date:
    return one.row.name_by or date.max


def _next(groups: list[Group], today: date) -> NextStep | None:
    """What is late, then a name that is late, then what I am asked, then a name that is due."""
    late, asked, unit_s = groups[0].rows, groups[1].rows, groups[3].rows
    nameless = [one for one in unit_s if name_is_missing(one.row.name_by, today)]
    steps = (
        *(_to_tell(one) for one in late),
        *(_to_name(one) for one in nameless),
        *(_to_answer(one) for one in asked),
        *(_to_name(one) for one in unit_s),
    )
    return next(iter(steps), None)


def _to_tell(one: Mine) -> NextStep:
    said = _("Fortæl, hvordan det gik: %(what)s") % {"what": one.promise.what}
    act = Act(_("Fortæl, hvordan det gik"), one.report_url)
    return NextStep(said, act, why=one.citizen, when=one.row.due_on)


def _to_name(one: Mine) -> NextStep:
    said = _("Find den, der skal holde: %(what)s") % {"what": one.promise.what}
    return NextStep(said, _ask_keeper(one.row), why=one.citizen, when=one.row.name_by)


def _ask_keeper(row: AgreementRow) -> Act:
    return Act(_("Spørg en fra enheden"), reverse("name_keeper", args=[row.course_id, row.id]))


def _to_answer(one: Mine) -> NextStep:
    said = _("Du er spurgt: %(what)s") % {"what": one.promise.what}
    act = Act(_("Svar på forslaget"), one.promise.url)
    return NextStep(said, act, why=one.citizen, when=one.row.due_on)


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
