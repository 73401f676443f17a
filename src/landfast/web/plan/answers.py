"""What can be done to one agreement: answer, report, talk, end. Each is one small form."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.see_plan import AgreementSeen, see_agreement
from landfast.plan import actions
from landfast.plan.actions import Report
from landfast.plan.rules.answering import YOURS, is_yours
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.parts.shapes import Link
from landfast.web.plan.agreements import follow_up, frame, missing, voice_of
from landfast.web.plan.answer_forms import DeclineForm, ReportForm, TalkForm, VersionForm
from landfast.web.plan.forms import FollowUpForm, LapseForm, TermsForm
from landfast.web.plan.onward import onward
from landfast.web.plan.present import promise


def _take_up(form: forms.Form, version: int) -> None:
    """Read what was sent; shown again, the next answer is to the present words."""
    form.full_clean()
    form.data = {**form.data.dict(), "version": str(version)}  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Answer:
    """A form about one agreement: its words, and what it does."""

    heading: str
    submit: str
    done: str
    form: forms.Form
    write: Callable[[], object]


def answered(request: HttpRequest, seen: AgreementSeen, answer: Answer) -> HttpResponse:
    """Show the form, or do what it says and go back."""
    course_id, row = seen.course.course_id, seen.agreement
    actor = actor_of(request)
    if answer.form.is_bound:
        _take_up(answer.form, row.version)
    return form_page(
        request, answer.form, answer.write,
        then=lambda _none: onward(request, "agreement", course_id, row.id, said=answer.done),
        template="plan/answer.html", heading=answer.heading, submit=answer.submit,
        promise=promise(row, seen.today, voice_of(actor, seen)),
        cancel=Link(_("Tilbage til aftalen"), reverse("agreement", args=[course_id, row.id])),
        **frame(actor, seen),
    )  # fmt: skip


@offers(actions.accept_agreement)
def accept(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The maker says yes; what the proposal left open is filled in first."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    row = seen.agreement
    if is_yours(row.state, row.maker.id if row.maker else None, actor.person_id):
        return thank(request, _(YOURS), "agreement", course_id, agreement_id)
    given = request.POST or None
    form = FollowUpForm(given, team=seen.team, initial=follow_up(seen))
    form.ask_for(missing(seen))
    answer = Answer(
        _("Sig ja til aftalen"),
        _("Sig ja til aftalen"),
        _("Du har sagt ja. Nu gælder aftalen."),
        form,
        lambda: actions.accept_agreement(actor=actor, agreement_id=agreement_id, **form.given),
    )
    return answered(request, seen, answer)


@offers(actions.decline_agreement)
def decline(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The maker says no, with a reason."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    form = DeclineForm(request.POST or None, initial={"version": seen.agreement.version})
    answer = Answer(
        _("Sig nej til aftalen"),
        _("Sig nej til aftalen"),
        _("Dit nej er sendt. Den, der foreslog aftalen, kan se hvorfor."),
        form,
        lambda: actions.decline_agreement(
            actor=actor, agreement_id=agreement_id, **form.cleaned_data
        ),
    )
    return answered(request, seen, answer)


@offers(actions.change_proposal)
def change(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Other words or another date (modforslag)."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    row = seen.agreement
    begin = follow_up(seen) | {"text": row.text, "starts_on": row.starts_on}
    form = TermsForm(request.POST or None, team=seen.team, initial=begin)
    answer = Answer(
        _("Foreslå andre ord eller en anden dato"),
        _("Send ændringen"),
        _("Ændringen er sendt. Den gælder, når der er sagt ja."),
        form,
        lambda: actions.change_proposal(
            actor=actor, agreement_id=agreement_id, terms=form.changed(row),
            note=form.cleaned_data["note"], version=form.cleaned_data["version"],
        ),
    )  # fmt: skip
    return answered(request, seen, answer)


@offers(actions.report_agreement)
def report(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Kept, or not kept because: two touches (moment 6)."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    form = ReportForm(request.POST or None, initial={"version": seen.agreement.version})
    answer = Answer(
        _("Hvordan gik det?"),
        _("Gem, hvordan det gik"),
        _("Tak. Det er skrevet ned."),
        form,
        lambda: actions.report_agreement(
            actor=actor, agreement_id=agreement_id, report=Report(form.cleaned_data["report"]),
            because=form.cleaned_data["because"], version=form.cleaned_data["version"],
        ),
    )  # fmt: skip
    return answered(request, seen, answer)


@offers(actions.note_talk)
def talk(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The coordinator writes that they have talked, with the citizen's yes (S004 §5.3)."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    of_no = seen.agreement.is_refused
    begin = {"version": seen.agreement.version}
    form = TalkForm(request.POST or None, with_citizen=of_no, initial=begin)
    answer = Answer(
        _("Skriv, at I har talt om svaret") if of_no else _("Skriv, at I har talt om aftalen"),
        _("Gem samtalen"),
        _("Samtalen er skrevet ned."),
        form,
        lambda: actions.note_talk(actor=actor, agreement_id=agreement_id, **form.cleaned_data),
    )
    return answered(request, seen, answer)


@offers(actions.lapse_agreement)
def lapse(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """No longer wanted; no reason is asked."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    form = LapseForm(
        request.POST or None,
        is_citizen=actor.is_citizen,
        initial={"version": seen.agreement.version},
    )
    answer = Answer(
        _("Er aftalen ikke længere ønsket?"),
        _("Afslut aftalen"),
        _("Aftalen er afsluttet."),
        form,
        lambda: actions.lapse_agreement(
            actor=actor, agreement_id=agreement_id, citizen_said_so=form.said_so,
            version=form.cleaned_data["version"],
        ),
    )  # fmt: skip
    return answered(request, seen, answer)


@require_POST
def confirm(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Yes to the maker's own words."""
    form = VersionForm(request.POST)
    form.full_clean()
    actions.confirm_offer(
        actor=actor_of(request),
        agreement_id=agreement_id,
        version=form.cleaned_data.get("version"),
    )
    return onward(request, "agreement", course_id, agreement_id, said=_("Nu gælder aftalen."))


@require_POST
def start(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The maker has begun."""
    actions.start_agreement(actor=actor_of(request), agreement_id=agreement_id)
    said = _("Godt. Det står nu, at du er i gang.")
    return onward(request, "agreement", course_id, agreement_id, said=said)
