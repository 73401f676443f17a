"""Pages: what a proposal costs, who pays, and a bill that goes to a leader."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landfast.access.actor import Actor
from landfast.journeys.see_plan import AgreementSeen, see_agreement
from landfast.people import queries as people
from landfast.plan import actions
from landfast.plan.rules import mandate
from landfast.web.directory.mandate_words import kroner
from landfast.web.doors import actor_of, offers
from landfast.web.forms import form_page, thank
from landfast.web.parts.shapes import Link
from landfast.web.plan.cost_forms import PriceForm
from landfast.web.plan.meanwhile import DisputeForm, begin_meanwhile

a_form = require_http_methods(["GET", "HEAD", "POST"])


def shown(actor: Actor, seen: AgreementSeen, *, may_change: bool) -> dict[str, Any]:
    """What the page of an agreement says about its price. Who pays is the units' to know."""
    row, here = seen.cost, [seen.course.course_id, seen.agreement.id]
    maker = seen.agreement.maker.id if seen.agreement.maker else None
    asks = mandate.may_send_bill(maker, actor.person_id, seen.roles)
    waits = any(one.waits for one in seen.decisions)
    can_price = may_change and actor.is_staff and mandate.may_price(seen.agreement.state)
    can_dispute = bool(
        row
        and asks
        and not waits
        and mandate.may_dispute(row.shares, is_disputed=bool(row.disputed_at))
    )
    return {
        "cost": row.cost.words if row else "",
        "shares": row.shares if row and actor.is_staff else (),
        "price_url": reverse("price_agreement", args=here) if can_price else "",
        "dispute_url": reverse("dispute_bill", args=here) if can_dispute else "",
    }


@a_form
@offers(actions.price_agreement)
def price(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """Say what it costs; outside the mandate the words change to "søger om"."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    form = PriceForm(
        request.POST or None, units=people.units(), stands=seen.cost,
        initial={"version": seen.agreement.version},
    )  # fmt: skip
    return form_page(
        request, form, lambda: _price(actor, agreement_id, form),
        then=lambda bound: thank(request, _said(bound=bound), "agreement", course_id, agreement_id),
        heading=_("Hvad koster det, og hvem betaler?"), submit=_("Gem prisen"),
        lede=seen.agreement.text, cancel=_back(course_id, agreement_id),
    )  # fmt: skip


def _price(actor: Actor, agreement_id: UUID, form: PriceForm) -> bool:
    cost = form.cost()
    assert cost is not None  # noqa: S101 - the field is required
    return actions.price_agreement(
        actor=actor, agreement_id=agreement_id, cost=cost, shares=form.shares(),
        version=form.cleaned_data["version"],
    )  # fmt: skip


def _said(*, bound: bool) -> str:
    if bound:
        return _("Det er mere, end der må loves her. Nu står der »søger om«. Spørg en leder.")
    return _("Prisen er gemt.")


@a_form
@offers(actions.dispute_bill)
def dispute(request: HttpRequest, course_id: UUID, agreement_id: UUID) -> HttpResponse:
    """The bill goes above the units at once."""
    actor = actor_of(request)
    seen = see_agreement(actor=actor, course_id=course_id, agreement_id=agreement_id)
    begin = begin_meanwhile(seen.agreement, actor.person_id)
    form = DisputeForm(request.POST or None, initial=begin, team=seen.team)
    return form_page(
        request, form,
        lambda: actions.dispute_bill(
            actor=actor, agreement_id=agreement_id, why=form.cleaned_data["why"],
            interim=form.meanwhile(),
        ),
        then=lambda _key: thank(
            request, _("Regningen ligger nu hos lederen over enhederne."), "agreement", course_id,
            agreement_id,
        ),
        heading=_("Enige om det, men ikke om regningen?"), submit=_("Send regningen til en leder"),
        lede=_bill(seen), cancel=_back(course_id, agreement_id),
    )  # fmt: skip


def _bill(seen: AgreementSeen) -> str:
    row = seen.cost
    shares = row.shares if row else ()
    who = ", ".join(f"{one.name} {one.percent} %" for one in shares)
    amount = row.cost.amount if row else None
    return (
        f"{seen.agreement.text}: {kroner(amount)} {who}"
        if amount
        else f"{seen.agreement.text} {who}"
    )


def _back(course_id: UUID, agreement_id: UUID) -> Link:
    return Link(_("Gå tilbage"), reverse("agreement", args=[course_id, agreement_id]))
