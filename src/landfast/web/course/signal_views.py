"""Early signs: one page to record, one to read, for the team and for her."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landfast.course.queries.signals import SignalRow
from landfast.course.rules.signal import ACUTE, LASTS, SIGNAL_NAMES
from landfast.course.rules.signal_ground import SEEN_AS_NAMES, SeenAs
from landfast.journeys import record_signal as journey
from landfast.kernel.clock import today
from landfast.web.course.signal_forms import SignalForm
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Link
from landfast.web.spoken import day


@require_GET
def signals(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What was seen; she reads the same as her team."""
    actor = actor_of(request)
    seen = journey.see_signals(actor, course_id)
    rows = [(_(SIGNAL_NAMES[row.kind]), row, _as(row)) for row in seen.rows]
    name = "signals.html" if actor.is_staff else "my_signals.html"
    return page(request, f"course/{name}", {"seen": seen, "rows": rows, "days": LASTS.days})


def _as(row: SignalRow) -> str:
    """What one was besides the team, a guest with the meeting: of the team it need not be said."""
    if row.met_on:
        return _("gæst på mødet %(day)s") % {"day": day(row.met_on)}
    return "" if row.seen_as is SeenAs.TEAM else _(SEEN_AS_NAMES[row.seen_as])


@require_http_methods(["GET", "HEAD", "POST"])
@offers(journey.record_signal)
def record_signal(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """One touch and a button; numbers for danger now stand above."""
    actor = actor_of(request)
    desk = journey.sign_desk(actor, course_id)
    form = SignalForm(request.POST or None, kinds=desk.kinds, initial={"seen_on": today()})
    where = _back(desk)
    return form_page(
        request, form,
        lambda: journey.record_signal(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda _id: thank(request, _thanks(desk, form.cleaned_data["kind"]), _next(desk)),
        template="course/signal.html", may_record=bool(desk.kinds), back=where,
        by_topic=desk.seen_as is SeenAs.TOPIC,
        heading=_("Skriv et tegn om %(name)s") % {"name": desk.called},
        submit=_("Gem tegnet"), cancel=where,
    )  # fmt: skip


def _back(desk: journey.SignDesk) -> Link:
    """Where one came from, by what one is."""
    course_id = desk.course_id
    match desk.seen_as:
        case SeenAs.TOPIC:
            return Link(_("Tilbage til det, der er delt"), to("shared", course_id))
        case SeenAs.MEETING if desk.meeting_id:
            return Link(_("Tilbage til mødet"), to("visit_meeting", course_id, desk.meeting_id))
        case SeenAs.INTAKE:
            return Link(_("Tilbage til henvendelsen"), to("assess", course_id))
    return Link(_("Tilbage til forløbet"), to("course", course_id))


def _next(desk: journey.SignDesk) -> str:
    """The team goes on to what was seen; others read none of it."""
    return to("signals", desk.course_id) if desk.seen_as is SeenAs.TEAM else _back(desk).url


def _thanks(desk: journey.SignDesk, kind: str) -> str:
    """That it is written; what may be about life is not over with that."""
    if kind in ACUTE:
        return _("Det er skrevet. Er der fare nu, så ring 112. Livslinien svarer på 70 201 201.")
    if desk.seen_as is SeenAs.TEAM:
        return _("Det er skrevet. Tal med borgeren om det.")
    return _("Det er skrevet. Borgeren og teamet kan læse det.")
