"""Intake: the list, one referral, the assessment, the decision (product A2)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.apart_rows import is_apart
from landfast.access.queries import course_roles, require_staff
from landfast.access.roles import HERS_AND_THREADS
from landfast.course.actions import assessing, callback, decision, telling
from landfast.course.actions.ringing import note_rung
from landfast.course.queries import intake as queries
from landfast.course.queries.assessment import AssessmentPage, assessment
from landfast.course.queries.calls import call as call_of
from landfast.course.rules.callback import CallOutcome
from landfast.course.rules.intake import OUTCOME_NAMES, reason_field
from landfast.course.rules.words import Outcome, ToldHow
from landfast.journeys import decide_intake as journey
from landfast.journeys import see_referral
from landfast.journeys.record_signal import may_tell
from landfast.journeys.see_referral import ReadReferral, read_referral
from landfast.journeys.take_referral import take_referral as take
from landfast.people import queries as people
from landfast.web import drafts
from landfast.web.course import inbox_present
from landfast.web.course import intake_present as present
from landfast.web.course.intake_forms import (
    AssessForm,
    BecauseForm,
    CalledForm,
    ProposeForm,
    ReasonForm,
    RungForm,
    ToldForm,
)
from landfast.web.doors import actor_of, offers, require_step_up
from landfast.web.forms import form_page, thank
from landfast.web.pages import page, to
from landfast.web.parts.shapes import Act, Link

FORM = ["GET", "HEAD", "POST"]


@require_GET
def intake(request: HttpRequest) -> HttpResponse:
    """The intake list of my units."""
    found = queries.inbox(actor_of(request))
    return page(request, "intake/inbox.html", inbox_present.inbox(found))


@require_GET
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Read one referral before taking it."""
    return _referral(request, read_referral(actor_of(request), referral_id))


@require_step_up("referral", of=frozenset({"referral_id"}), when=see_referral.is_apart)
@require_POST
def show_cpr(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The same page with the whole CPR number: asked for, and logged. It stands in no address.

    As of a course: of one who is kept apart it wants a fresh proof of who asks.
    """
    return _referral(request, read_referral(actor_of(request), referral_id, whole_number=True))


def _referral(request: HttpRequest, seen: ReadReferral) -> HttpResponse:
    ask = Act(_("Vis hele nummeret"), to("show_referral_cpr", seen.row.id), "post")
    context = {"looks": seen.looks, "cpr": seen.cpr, "show_cpr": ask}
    return page(request, "intake/referral.html", present.referral(seen.row) | context)


@require_POST
def take_referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Take it: a course under assessment, or the one she had already."""
    opened = take(actor=actor_of(request), referral_id=referral_id)
    if opened.had_one:
        known = _("Borgeren har allerede et forløb. Koordinatoren har fået henvendelsen.")
        words = _("Henvendelsen er givet videre. Du skal ikke gøre mere.")
        messages.info(request, known if opened.may_know else words)
        return redirect("intake")
    return thank(request, _("Du har taget henvendelsen."), "assess", opened.course_id)


@require_http_methods(FORM)
def called(request: HttpRequest, callback_id: UUID) -> HttpResponse:
    """A number to ring, and what came of it."""
    actor = actor_of(request)
    row = call_of(actor, callback_id)
    form = CalledForm(request.POST or None)
    return form_page(
        request, form,
        lambda: callback.note_call(
            actor=actor, callback_id=callback_id, outcome=CallOutcome(form.cleaned_data["outcome"])
        ),
        then=lambda _none: thank(request, _("Opkaldet er skrevet ned."), "intake"),
        template="intake/call.html", call=inbox_present.call(row), row=row,
    )  # fmt: skip


@require_http_methods(FORM)
def rung(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Somebody rang her, as the referral asks: reached or not. No story of what was said."""
    actor = actor_of(request)
    row = read_referral(actor, referral_id).row
    form = RungForm(request.POST if request.method == "POST" else None)
    return form_page(
        request, form,
        lambda: note_rung(
            actor=actor, referral_id=referral_id, reached=form.cleaned_data["reached"] == "yes"
        ),
        then=lambda _none: thank(request, _("Opkaldet er skrevet ned."), "intake"),
        heading=_("Du har ringet til %(name)s") % {"name": row.name}, submit=_("Gem opkaldet"),
        lede=_("Kun et kryds. Det, I talte om, bliver mellem jer."),
        cancel=Link(_("Gå tilbage"), to("intake")),
    )  # fmt: skip


@require_http_methods(FORM)
def assess(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The criteria, one by one; what has been answered stands there, nothing else is chosen."""
    actor = actor_of(request)
    require_staff(actor)
    found = assessment(actor, course_id)
    known = {**_answered(found), "read_at": found.read_at.isoformat()}
    form = AssessForm(request.POST or None, shown=found, initial=known)
    return form_page(
        request, form,
        lambda: assessing.assess(
            actor=actor, course_id=course_id, answers=form.answers(), read_at=form.opened_at()
        ),
        then=lambda _none: thank(request, _("Svarene er gemt."), "assess", course_id),
        template="intake/assess.html", **present.assessment(found),
        may_tell=found.is_open and may_tell(actor, course_id),
    )  # fmt: skip


@require_step_up("assess", when=is_apart)
@require_POST
def show_assessed_cpr(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """The assessment with the whole CPR number: asked for, and logged. It stands in no address."""
    found = assessment(actor_of(request), course_id, whole_number=True)
    known = {**_answered(found), "read_at": found.read_at.isoformat()}
    form = AssessForm(None, shown=found, initial=known)
    drafts.keep_all(request, {to("assess", course_id): form})
    context = {"form": form, "may_tell": False, **present.assessment(found)}
    return page(request, "intake/assess.html", context)


def _answered(found: AssessmentPage) -> dict[str, str]:
    """The answers that people have given."""
    given: dict[str, str] = {}
    for criterion_id, row in found.answers.items():
        given[f"answer_{criterion_id}"] = row.answer.value
        given[reason_field(criterion_id)] = row.reason
    return given


@require_http_methods(FORM)
@offers(decision.propose)
def propose_decision(request: HttpRequest, course_id: UUID, outcome: str) -> HttpResponse:
    """Propose one outcome, with what the citizen needs to know."""
    if outcome not in set(Outcome):
        raise Http404
    actor, wanted = actor_of(request), Outcome(outcome)
    found = assessment(actor, course_id)
    callers = present.callers(found, people.away(row.person.id for row in found.colleagues))
    form = ProposeForm(request.POST or None, outcome=wanted, callers=callers)
    said = _("Forslaget er gemt. En kollega skal se på det.")
    return form_page(
        request, form,
        lambda: decision.propose(actor=actor, course_id=course_id, proposal=form.proposal()),
        then=lambda _id: thank(request, said, "assess", course_id),
        heading=f"{_(OUTCOME_NAMES[wanted])}: {found.name}",
        lede=_("Borgeren får svaret, når en kollega har bekræftet det."),
        submit=_("Foreslå det"), readers=present.assessment(found)["readers"],
        cancel=Link(_("Tilbage til vurderingen"), to("assess", course_id)),
    )  # fmt: skip


@require_POST
def confirm_decision(request: HttpRequest, course_id: UUID, decision_id: UUID) -> HttpResponse:
    """The second pair of eyes says yes."""
    journey.confirm_decision(actor=actor_of(request), course_id=course_id, decision_id=decision_id)
    said = _("Afgørelsen er bekræftet. Ring, og sig svaret til borgeren.")
    return thank(request, said, "assess", course_id)


@require_http_methods(FORM)
@offers(decision.send_back)
def send_back(request: HttpRequest, course_id: UUID, decision_id: UUID) -> HttpResponse:
    """The second sees it otherwise, or the first takes it back."""
    form = BecauseForm(request.POST or None)
    return form_page(
        request, form,
        lambda: decision.send_back(
            actor=actor_of(request), course_id=course_id, decision_id=decision_id,
            because=form.cleaned_data["because"],
        ),
        then=lambda _none: thank(request, _("Forslaget er sendt tilbage."), "assess", course_id),
        heading=_("Send forslaget tilbage"), submit=_("Send tilbage"),
    )  # fmt: skip


@require_http_methods(FORM)
@offers(decision.reassess)
def reassess(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Look at a no again."""
    form = ReasonForm(request.POST or None)
    said = _("Der bliver set på det igen. Svar på spørgsmålene på ny.")
    return form_page(
        request, form,
        lambda: decision.reassess(
            actor=actor_of(request), course_id=course_id, reason=form.cleaned_data["reason"]
        ),
        then=lambda _none: thank(request, said, "assess", course_id),
        heading=_("Se på det igen"), submit=_("Begynd igen"),
    )  # fmt: skip


@require_http_methods(FORM)
@offers(telling.note_told)
def tell_answer(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """She has heard the answer: how. Then who referred her can read it too."""
    actor = actor_of(request)
    holds = course_roles(actor, course_id) & HERS_AND_THREADS
    form = ToldForm(request.POST if request.method == "POST" else None)
    said = _("Det er skrevet. Nu kan den, der henviste, læse svaret.")
    return form_page(
        request, form,
        lambda: telling.note_told(
            actor=actor, course_id=course_id, how=ToldHow(form.cleaned_data["how"])
        ),
        then=lambda _none: thank(request, said, *(("course", course_id) if holds else ("intake",))),
        heading=_("Borgeren har hørt svaret"), submit=_("Gem det"),
        lede=_("Den, der henviste, ser svaret, men ikke hvorfor."),
        cancel=Link(_("Gå tilbage"), to("assess", course_id)),
    )  # fmt: skip
