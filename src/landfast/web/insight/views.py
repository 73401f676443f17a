"""The leader's overview, one coordinator's courses, and handing many over at once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from landfast.course.queries.oversight import AT_MOST
from landfast.course.rules.states import NAMES
from landfast.insight.coordinator import CoordinatorCourses, coordinator_courses
from landfast.insight.ended import ended_courses
from landfast.insight.overdue import overdue_of_unit
from landfast.insight.overview import overview as read_overview
from landfast.journeys.hand_over import Told, offer_many
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel.ids import PersonId
from landfast.web import drafts
from landfast.web.course.ended_present import led_table
from landfast.web.doors import actor_of
from landfast.web.forms import choose_among, form_page, sent, status_of, thank
from landfast.web.insight import present
from landfast.web.insight.forms import LossForm, ManyForm
from landfast.web.insight.pace_present import pace_table
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Overblik: who has nobody, who holds how many, what is late."""
    shown = read_overview(actor_of(request))
    context = {
        "shown": shown, "step": present.step(shown), "unheld": present.unheld(shown),
        "workload": present.workload(shown), "states": present.states(shown),
        "late": present.late(shown), "changes": present.changes(shown),
        "paces": pace_table(shown),
    }  # fmt: skip
    return page(request, "insight/overview.html", context)


@require_GET
def ended(request: HttpRequest) -> HttpResponse:
    """The list behind the number of courses that are over; each can be opened again."""
    rows = ended_courses(actor_of(request))
    context = {"table": led_table(rows), "is_cut": len(rows) == AT_MOST, "most": AT_MOST}
    return page(request, "insight/ended.html", context)


@require_GET
def overdue(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The list behind a count: courses and whom to call, never what was agreed."""
    shown = overdue_of_unit(actor_of(request), unit_id)
    context = {"shown": shown, "table": present.behind(shown)}
    return page(request, "insight/overdue.html", context)


def courses(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The courses of one coordinator; tick some, and ask another to take them."""
    actor = actor_of(request)
    shown = coordinator_courses(actor, person_id)
    form = _many(request, shown)
    told: list[Told] = []
    if request.method == "POST":
        _done, result = sent(request, form, lambda: offer_many(
            actor=actor, course_ids=[UUID(key) for key in form.cleaned_data["courses"]],
            taker=PersonId(UUID(form.cleaned_data["person"])),
            reason=form.cleaned_data["reason"], override=form.cleaned_data["override"],
        ))  # fmt: skip
        told = result or []
        if told:
            shown = coordinator_courses(actor, person_id)
            form = _many(None, shown, _still_to_ask(form, told))
    drafts.keep(request, form)
    rows = list(zip(form["courses"].subwidgets, _open(shown), strict=True))
    whom = {held.course_id: held.offered_to for held in shown.courses}
    context = {"shown": shown, "form": form,
               "told": [(row, whom.get(row.course_id, "")) for row in told], "rows": rows,
               "is_me": actor.person_id == person_id,  # who is away herself is covered by another
               "asked": [held for held in shown.courses if held.offered_to]}  # fmt: skip
    return page(request, "insight/courses.html", context, status=status_of(form))


def _open(shown: CoordinatorCourses) -> list[tuple[str, str, bool]]:
    return [
        (held.citizen, _(NAMES[held.state]), held.is_vacant)
        for held in shown.courses if not held.offered_to
    ]  # fmt: skip


def _still_to_ask(form: ManyForm, told: list[Told]) -> dict[str, object]:
    """What was typed stays for the courses nobody was asked about: another can be chosen."""
    left = [str(row.course_id) for row in told if row.why_not]
    return {**form.cleaned_data, "courses": left} if left else {}


def _many(
    request: HttpRequest | None, shown: CoordinatorCourses, kept: dict[str, object] | None = None
) -> ManyForm:
    form = ManyForm(request.POST or None) if request else ManyForm(initial=kept)
    choose_among(
        form,
        "courses",
        [(str(held.course_id), held.citizen) for held in shown.courses if not held.offered_to],
    )
    choose_among(form, "person", [
        ("", _("Vælg en person")),
        *(
            (str(taker.person.id), present.taker(taker)) for taker in shown.takers
        ),
    ])  # fmt: skip
    return form


def lost(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A coordinator is gone without warning: cover for all her courses in one act."""
    actor = actor_of(request)
    shown = coordinator_courses(actor, person_id)
    form = LossForm(request.POST or None, initial={"loss": "leave"})
    return form_page(
        request, form,
        lambda: lose_coordinator(
            actor=actor, person_id=PersonId(person_id), loss=Loss(form.cleaned_data["loss"]),
            ends_on=form.cleaned_data["ends_on"],
        ),
        then=lambda count: thank(request, _covered(count), "overview"),
        heading=_("%(name)s er væk uden varsel") % {"name": shown.person.name},
        submit=_("Dæk alle forløbene nu"),
        lede=_("Daglig leder dækker alle %(n)s forløb i fem hverdage. Borgerne kan se det.")
        % {"n": len(shown.courses)},
        cancel=Link(_("Tilbage"), to("coordinator_courses", person_id)),
    )  # fmt: skip


def _covered(n: int) -> str:
    said = ngettext("%(n)s forløb er dækket.", "%(n)s forløb er dækket.", n) % {"n": n}
    return said + " " + _("Find en ny koordinator inden fem hverdage.")
