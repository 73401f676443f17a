"""Pages of a unit's promise: the leader's yes, whom the leader asks, and that one's yes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.actor import Actor
from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.journeys.see_plan import AgreementSeen, see_agreement
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people
from landfast.plan.actions import for_unit as actions
from landfast.plan.rules import for_unit as rules
from landfast.web.doors import actor_of, offers
from landfast.web.plan.agreements import follow_up, missing
from landfast.web.plan.answer_forms import VersionForm
from landfast.web.plan.answers import Answer, answered
from landfast.web.plan.for_unit_forms import ForUnitForm, HandBackForm, KeeperForm
from landfast.web.plan.onward import onward


def _others(actor: Actor, seen: AgreementSeen) -> list[tuple[str, str]]:
    """Those of the unit who are in the team, the actor and the leader left out."""
    row = seen.agreement
    held = {one.person.id for one in people.employments(unit_ids=[row.for_unit_id])} if (
        row.for_unit_id
    ) else set()  # fmt: skip
    out = {actor.person_id, row.maker.id if row.maker else None}
    could = (one for one in seen.team if one.person_id in held and one.person_id not in out)
    return [(str(one.person_id), one.name) for one in could]


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The leader says yes for a unit."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    led = set(units_where(actor, Permission.COURSES_OVERSEE))
    rules.check_leads(min(led, default=None), led)
    units = [(str(row.id), row.name) for row in people.units() if row.id in led]
    form = ForUnitForm(request.POST or None, team=seen.team, units=units, initial=follow_up(seen))
    form.ask_for(missing(seen))
    answer = Answer(
        _("Sig ja for din enhed"),
        _("Sig ja for enheden"),
        _("Enheden har sagt ja. Find nu den, der skal holde aftalen."),
        form,
        lambda: actions.accept_for_unit(
            actor=actor, agreement_id=agreement_id, unit_id=UnitId(form.cleaned_data["unit"]),
            **form.given,
        ),
    )  # fmt: skip
    return answered(request, seen, answer)


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.name_keeper)
def name_keeper(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The leader asks somebody of the unit, who is in the team."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    begin = {"version": seen.agreement.version, "person": seen.agreement.suggested_id}
    form = KeeperForm(request.POST or None, people_=_others(actor, seen), initial=begin)
    answer = Answer(
        _("Hvem skal holde aftalen?"),
        _("Spørg personen"),
        _("Personen er spurgt. Aftalen er din, til der er sagt ja."),
        form,
        lambda: actions.name_keeper(
            actor=actor, agreement_id=agreement_id, person=PersonId(form.cleaned_data["person"]),
            version=form.cleaned_data["version"],
        ),
    )  # fmt: skip
    return answered(request, seen, answer)


@require_http_methods(["GET", "HEAD", "POST"])
@offers(actions.hand_back)
def hand_back(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Who was asked says no; the leader, who has it still, asks somebody else."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    begin = {"version": seen.agreement.version}
    form = HandBackForm(request.POST or None, people_=_others(actor, seen), initial=begin)
    answer = Answer(
        _("Sig nej til at holde aftalen"),
        _("Send mit nej"),
        _("Lederen har fået dit nej og finder en anden. Indtil da er aftalen lederens."),
        form,
        lambda: actions.hand_back(
            actor=actor, agreement_id=agreement_id, **form.cleaned_data
        ),
    )  # fmt: skip
    return answered(request, seen, answer)


@require_POST
def take_over(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Who was asked says yes."""
    form = VersionForm(request.POST)
    form.full_clean()
    actions.take_over(
        actor=actor_of(request), agreement_id=agreement_id, version=form.cleaned_data.get("version")
    )
    return onward(request, "agreement", course_id, agreement_id, said=_("Nu er aftalen din."))
