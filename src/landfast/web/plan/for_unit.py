"""Pages of a unit's promise: the leader's yes, whom the leader asks, and that one's yes."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.journeys.see_plan import see_agreement
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people
from landfast.plan.actions import for_unit as actions
from landfast.web.doors import actor_of
from landfast.web.plan.agreements import follow_up, missing
from landfast.web.plan.answers import Answer, answered
from landfast.web.plan.forms import FollowUpForm, VersionForm
from landfast.web.plan.onward import onward


class ForUnitForm(FollowUpForm):
    """For which unit, and what the proposal left open."""

    unit = forms.TypedChoiceField(label=gettext_lazy("Hvilken enhed siger ja?"), coerce=UUID)
    field_order = ("unit", "due_on", "follow_up_by", "follow_up_on", "follow_up_how")

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        field.choices = units


class KeeperForm(forms.Form):
    """Who of the team is asked to keep it."""

    person = forms.TypedChoiceField(label=gettext_lazy("Hvem skal holde aftalen?"), coerce=UUID)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people_: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        field.choices = people_


@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The leader says yes for a unit."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    led = set(units_where(actor, Permission.COURSES_OVERSEE))
    units = [(str(row.id), row.name) for row in people.units() if row.id in led]
    form = ForUnitForm(request.POST or None, team=seen.team, units=units, initial=follow_up(seen))
    form.ask_for(missing(seen.agreement))
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
def name_keeper(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The leader asks somebody of the unit, who is in the team."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    unit = seen.agreement.for_unit_id
    held = {row.person.id for row in people.employments(unit_ids=[unit])} if unit else set()
    could = [
        (str(one.person_id), one.name)
        for one in seen.team
        if one.person_id in held and one.person_id != actor.person_id
    ]
    form = KeeperForm(
        request.POST or None, people_=could, initial={"version": seen.agreement.version}
    )
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


@require_POST
def take_over(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Who was asked says yes."""
    form = VersionForm(request.POST)
    form.full_clean()
    actions.take_over(
        actor=actor_of(request), agreement_id=agreement_id, version=form.cleaned_data.get("version")
    )
    return onward(request, "agreement", course_id, agreement_id, said=_("Nu er aftalen din."))
