"""A quarrel over the bill climbs at once, and something holds meanwhile (product D4)."""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.directory.queries import mandates as directory
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.plan import models
from landfast.plan.actions.deciding import Asking, put_question
from landfast.plan.actions.interim import Interim
from landfast.plan.actions.moving import locked_agreement
from landfast.plan.queries.costing import cost_row
from landfast.plan.rules import mandate
from landfast.plan.rules.deciding import DecisionAbout, Shown
from landfast.plan.rules.mandate import Share

QUESTION = da("Hvem betaler? Enhederne er ikke enige om regningen.")


@action
def dispute_bill(*, actor: Actor, agreement_id: UUID, why: str, interim: Interim) -> UUID:
    """The units do not agree on who pays: it goes straight above them, to the next leader.

    What holds meanwhile is promised; the citizen reads by when it is decided.
    """
    agreement = locked_agreement(agreement_id)
    maker = agreement.maker_id
    require(
        actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id,
        also=lambda held: mandate.check_may_send_bill(maker, actor.person_id, held),
    )  # fmt: skip
    row = models.Cost.objects.select_for_update().filter(agreement=agreement).first()
    bill = cost_row(row) if row else None
    shares = bill.shares if bill else ()
    is_disputed = bool(row and row.disputed_at)
    mandate.check_dispute(shares, why, interim.text, is_disputed=is_disputed)
    decider, unit = _above(shares, actor)
    asking = Asking(
        QUESTION, why, {Shown.COST, Shown.INTERIM}, interim, about=DecisionAbout.BILL, unit=unit
    )
    assert row is not None  # noqa: S101 - a bill was found
    row.disputed_at, row.disputed_by_id, row.dispute = now(), actor.person_id, why.strip()
    row.save(update_fields=["disputed_at", "disputed_by", "dispute"])
    made = put_question(actor, agreement, decider, asking)
    record(actor, "plan.bill_disputed", row, agreement=agreement.id, decider=decider)
    return made


def _above(shares: tuple[Share, ...], actor: Actor) -> tuple[PersonId, UUID]:
    """The leader above the nearest one of the units that pay; the nearest where there is no more.

    The nearest leader is a party to the quarrel.
    """
    for above in (1, 0):
        for one in shares:
            found = directory.suggested(one.unit, above=above, never=actor.person_id)
            if found:
                return PersonId(found.choice.person), one.unit
    raise NotNow("nobody_decides", da("Der er ingen leder at spørge. Ring til enhederne."))
