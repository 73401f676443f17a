"""What a promise costs and who pays: outside the maker's mandate the words apply for it (A9)."""

from collections.abc import Sequence
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.directory.queries import mandates as directory
from landfast.directory.rules.mandates import Mandate
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId
from landfast.plan import models
from landfast.plan.actions.moving import (
    locked_agreement,
    put_terms,
    team_ids,
    terms_of,
    write_change,
)
from landfast.plan.queries.costing import CostRow, cost_of
from landfast.plan.queries.deciding import is_to_price, is_to_words
from landfast.plan.rules import answering, deciding, life, mandate
from landfast.plan.rules.deciding import LETS, DecisionAbout, DecisionAnswer
from landfast.plan.rules.mandate import Cost, Share
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import Act, AgreementState


def within(maker: UUID | None, cost: Cost | None, terms: Terms) -> Terms:
    """The terms as this maker may say them; nobody's mandate is known while all are asked."""
    if cost is None:
        return terms
    mandate.check_cost(cost)
    decider = ""
    if not mandate.may_promise(_mandates(maker), cost, today()):
        decider = _who_decides(maker)
    return mandate.bound(terms, cost, _mandates(maker), today(), decided_by=decider)


def _mandates(maker: UUID | None) -> tuple[Mandate, ...]:
    if maker is None:
        return ()
    can = directory.mandates_for([maker]).get(PersonId(maker))
    return can.mandates if can else ()


def _who_decides(maker: UUID | None) -> str:
    found = directory.suggested_for(maker, never=maker) if maker else None
    return found.name if found else ""


def still_within(agreement: models.Agreement, maker: UUID | None, terms: Terms) -> Terms:
    """Other words are bound as the first ones were, until a leader has let it (RT-06)."""
    row = cost_of(agreement.id)
    if row is None or _is_let(agreement, row, terms.text):
        return terms
    return within(maker, row.cost, terms)


def _is_let(agreement: models.Agreement, cost: CostRow, words: str) -> bool:
    """Has a leader said yes to these words, or what instead, at the price that stands now?"""
    rows = models.DecisionAsk.objects.filter(
        agreement=agreement, about=DecisionAbout.GRANT,
        answer__in=[answer.value for answer in LETS],
    )  # fmt: skip
    return any(
        is_to_price(row.shown, cost)
        and is_to_words(DecisionAnswer(row.answer), row.asked_at, agreement, words)
        for row in rows
    )


def write_cost(
    actor: Actor, agreement: models.Agreement, cost: Cost | None, shares: Sequence[Share] = ()
) -> None:
    """Keep what it costs beside the promise; what costs nothing has no row."""
    if cost is None:
        return
    mandate.check_cost(cost)
    mandate.check_shares(shares)
    row = models.Cost.objects.select_for_update().filter(agreement=agreement).first()
    row = row or models.Cost(agreement=agreement, course_id=agreement.course_id, created_at=now())
    row.service, row.amount, row.weeks = cost.service.value, cost.amount, cost.weeks
    row.shares = [
        {"unit": str(one.unit), "name": one.name, "percent": one.percent} for one in shares
    ]
    row.set_at, row.set_by_id = now(), actor.person_id
    row.save()
    record(
        actor, "plan.cost_said", row, agreement=agreement.id, service=cost.service,
        amount=cost.amount, weeks=cost.weeks, pays=len(shares),
    )  # fmt: skip


@action
def price_agreement(
    *,
    actor: Actor,
    agreement_id: UUID,
    cost: Cost,
    shares: Sequence[Share] = (),
    version: int | None = None,
) -> bool:
    """Say what a proposal costs, and who pays. True when its words now apply for it (A9)."""
    agreement = locked_agreement(agreement_id)
    maker, proposer, team = (
        agreement.maker_id, agreement.proposed_by_id, team_ids(agreement.course_id),
    )  # fmt: skip
    require(
        actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id,
        also=lambda held: answering.check_may_change(maker, proposer, actor.person_id, held, team),
    )  # fmt: skip
    mandate.check_may_price(AgreementState(agreement.state))
    life.check_fresh(agreement.version, version)
    before = cost_of(agreement_id)
    write_cost(actor, agreement, cost, shares)
    said = terms_of(agreement)
    same = before is not None and before.cost == cost
    bound = within(agreement.maker_id, cost, deciding.asked_anew(said, said, same_price=same))
    if bound == said:
        return False
    put_terms(agreement, bound)
    agreement.version += 1
    agreement.save()
    write_change(
        actor, agreement, Act.OFFER, AgreementState(agreement.state),
        old_text=said.text if said.text != agreement.text else "",
    )  # fmt: skip
    return True
