"""What was not kept is taken up in one touch: a new date, somebody else, or a leader (A7, D3).

Nothing is promised on anybody's behalf: a new date and a new owner are proposals that want a yes.
What the touch said is what is sent, or it is refused (`Offer`).
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.clock import today
from landfast.kernel.ids import AgreementId, PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.plan import actions
from landfast.plan.actions import Asking
from landfast.plan.queries import AgreementRow, agreement
from landfast.plan.queries.costing import cost_of
from landfast.plan.queries.offers import Named, Offers, offers_of
from landfast.plan.rules.deadlines import new_date
from landfast.plan.rules.deciding import DecisionAbout
from landfast.plan.rules.promise import Terms

QUESTION = da("En aftale er ikke holdt. Hvem kan løse den, og hvornår?")


@dataclass(frozen=True)
class Offer:
    """What the button said: who is asked, nobody for the whole team, and about which day."""

    whom: UUID | None
    day: date | None = None


@journey
def new_date_for(*, actor: Actor, course_id: UUID, agreement_id: UUID, offer: Offer) -> AgreementId:
    """The same promise to the same person, five business days from now; it waits for her yes."""
    row, offers = _opened(actor, course_id, agreement_id)
    return _propose(actor, row, offers.maker, offer)


@journey
def new_owner_for(
    *, actor: Actor, course_id: UUID, agreement_id: UUID, offer: Offer
) -> AgreementId:
    """Whoever takes over is asked; where nobody is named, the whole team."""
    row, offers = _opened(actor, course_id, agreement_id)
    return _propose(actor, row, offers.backup, offer)


def _opened(actor: Actor, course_id: UUID, agreement_id: UUID) -> tuple[AgreementRow, Offers]:
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=course_id)
    open_record(actor, course_id, "En aftale")
    return agreement(agreement_id, course_id), offers_of(agreement_id, never=actor.person_id)


def _propose(actor: Actor, row: AgreementRow, whom: Named | None, offer: Offer) -> AgreementId:
    asked = PersonId(whom.id) if whom else None
    _check_said(offer, Offer(asked, new_date(today())))
    priced = cost_of(row.id)
    return actions.propose_agreement(
        actor=actor, course_id=row.course_id, terms=_terms(actor, row), maker=asked, kind=row.kind,
        interim_support=row.interim_support, needs=row.needs, replaces=row.id,
        cost=priced.cost if priced else None, tells_team=asked is None,
    )  # fmt: skip


def _check_said(said: Offer, is_so: Offer) -> None:
    if said != is_so:
        raise NotNow(
            "chosen_anew",
            da("Det har ændret sig, hvem eller hvilken dag det er. Åbn Mandag igen, og se efter."),
        )


def _terms(actor: Actor, row: AgreementRow) -> Terms:
    due = new_date(today())
    said = Terms(
        row.text, row.wish_id, row.practical_problem, mandate=row.mandate,
        decided_by=row.decided_by, follow_up_how=row.follow_up_how,
    )  # fmt: skip
    return replace(said, due_on=due, follow_up_by=actor.person_id, follow_up_on=due)


@journey
def ask_leader_about(*, actor: Actor, course_id: UUID, agreement_id: UUID, offer: Offer) -> None:
    """The nearest leader of the maker's unit is asked who can solve it."""
    row, offers = _opened(actor, course_id, agreement_id)
    found = offers.leader
    if found is None:
        raise NotNow("nobody_decides", da("Der er ingen leder at spørge. Ring til enhederne."))
    _check_said(offer, Offer(found.choice.person))
    due = f"{row.due_on:%d.%m.%Y}" if row.due_on else ""
    asking = Asking(
        QUESTION, f"{row.text[:240]} ({due})", about=DecisionAbout.PROMISE, unit=found.unit
    )
    actions.ask_decision(
        actor=actor, agreement_id=agreement_id, decider=PersonId(found.choice.person),
        question=asking.question, reason=asking.reason, asking=asking,
    )  # fmt: skip
