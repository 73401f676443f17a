"""Værd at se på: what stands in a course, put off or away with a reason, contested by her."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.journeys.see_findings import see_finding, see_findings, see_my_findings
from landfast.redthread import actions
from landfast.redthread.queries import Standing
from landfast.redthread.rules.words import Severity
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Act, Link
from landfast.web.redthread import present
from landfast.web.redthread.forms import ContestForm, DismissForm, SnoozeForm


@require_GET
def findings(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """All that is worth a look in the course; she reads the same in kind words."""
    actor = actor_of(request)
    if actor.is_citizen:
        mine = present.mine(see_my_findings(actor, course_id))
        return page(request, "redthread/my_findings.html", {**mine, "course_id": course_id})
    seen = see_findings(actor, course_id)
    rows, settles = seen.rows, seen.may_settle
    resting = [
        (present.sentence(row), row, _again(row) if settles else None) for row in rows if row.rests
    ]
    context = {
        "findings": present.lines(present.active(rows), seen.said, may_settle=settles),
        "resting": resting, "whose": seen.whose, "course_id": course_id,
        "asks": any(row.severity is Severity.QUESTION for row in rows),
    }  # fmt: skip
    return page(request, "redthread/findings.html", context)


def _again(row: Standing) -> Act:
    return Act(_("Tag det op igen"), to("take_up_finding", row.course_id, row.id), "post")


def _back(course_id: UUID) -> Link:
    return Link(_("Gå tilbage"), to("findings", course_id))


@require_POST
def snooze_finding(request: HttpRequest, course_id: UUID, finding_id: UUID) -> HttpResponse:
    """Put off in one touch; another day, or a wrong one, has a page of its own."""
    return later(request, course_id, finding_id)


@require_http_methods(["GET", "HEAD", "POST"])
def later(request: HttpRequest, course_id: UUID, finding_id: UUID) -> HttpResponse:
    """Until which day it rests."""
    actor = actor_of(request)
    row = see_finding(actor, course_id, finding_id)
    form = SnoozeForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.snooze(actor=actor, finding_id=finding_id, **form.cleaned_data),
        then=lambda _none: thank(
            request, _("Udskudt. Det kommer igen af sig selv."), "findings", course_id
        ),
        heading=_("Udskyd"), lede=present.sentence(row), submit=_("Udskyd til den dag"),
        action=to("later_finding", course_id, finding_id), cancel=_back(course_id),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def dismiss_finding(request: HttpRequest, course_id: UUID, finding_id: UUID) -> HttpResponse:
    """Put away with a reason that others can read."""
    actor = actor_of(request)
    row = see_finding(actor, course_id, finding_id)
    form = DismissForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.dismiss(actor=actor, finding_id=finding_id, **form.cleaned_data),
        then=lambda _none: thank(
            request, _("Lagt væk. Grunden står ved siden af."), "findings", course_id
        ),
        heading=_("Læg det væk"), lede=present.sentence(row), submit=_("Læg det væk med den grund"),
        cancel=_back(course_id),
    )  # fmt: skip


@require_POST
def take_up_finding(request: HttpRequest, course_id: UUID, finding_id: UUID) -> HttpResponse:
    """Worth a look again."""
    actions.take_up(actor=actor_of(request), finding_id=finding_id)
    return thank(request, _("Det står nu blandt det, der er værd at se på."), "findings", course_id)


@require_http_methods(["GET", "HEAD", "POST"])
def contest_finding(request: HttpRequest, course_id: UUID, finding_id: UUID) -> HttpResponse:
    """The citizen says that it is not so."""
    actor = actor_of(request)
    row = see_finding(actor, course_id, finding_id)
    form = ContestForm(request.POST or None)
    return form_page(
        request, form,
        lambda: actions.contest(actor=actor, finding_id=finding_id, **form.cleaned_data),
        then=lambda _none: thank(
            request, _("Tak. Dit ord står ved siden af, og din koordinator ser på det."),
            "findings", course_id,
        ),
        template="form_page.html", heading=_("Det passer ikke"), lede=_(row.rule.to_citizen),
        submit=_("Send mit ord"), cancel=_back(course_id),
    )  # fmt: skip
