"""What was not kept is taken up in one touch: a new date, somebody else, or a leader (A7, D3).

Nothing is promised on anybody's behalf: a new date and a new owner are proposals that want a yes.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looking import open_record
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.directory.queries import mandates as directory
from landfast.kernel.clock import today
from landfast.kernel.ids import AgreementId, PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.plan import actions
from landfast.plan.actions import Asking
from landfast.plan.queries import AgreementRow, agreement, team_of
from landfast.plan.queries.costing import cost_of
from landfast.plan.rules.deadlines import new_date
from landfast.plan.rules.deciding import DecisionAbout
from landfast.plan.rules.promise import Terms

QUESTION = da("En aftale er ikke holdt. Hvem kan løse den, og hvornår?")


@dataclass(frozen=True)
class Anew:
    """The proposal that came instead, and who is asked: nobody means the whole team."""

    id: AgreementId
    asked: str


@journey
def new_date_for(*, actor: Actor, course_id: UUID, agreement_id: UUID) -> Anew:
    """The same promise to the same person, five business days from now; it waits for her yes."""
    row = _opened(actor, course_id, agreement_id)
    return _propose(actor, row, row.maker.id if row.maker else None)


@journey
def new_owner_for(*, actor: Actor, course_id: UUID, agreement_id: UUID) -> Anew:
    """Whoever takes over is asked; where nobody is named, the whole team."""
    row = _opened(actor, course_id, agreement_id)
    return _propose(actor, row, row.backup.id if row.backup else None)


def _opened(actor: Actor, course_id: UUID, agreement_id: UUID) -> AgreementRow:
    require(actor, Permission.AGREEMENT_FOLLOW_UP, course=course_id)
    open_record(actor, course_id, "En aftale")
    return agreement(agreement_id, course_id)


def _propose(actor: Actor, row: AgreementRow, maker: PersonId | None) -> Anew:
    team = {one.person_id: one.name for one in team_of(row.course_id)}
    asked = maker if maker in team else None
    priced = cost_of(row.id)
    made = actions.propose_agreement(
        actor=actor, course_id=row.course_id, terms=_terms(actor, row), maker=asked, kind=row.kind,
        interim_support=row.interim_support, needs=row.needs, replaces=row.id,
        cost=priced.cost if priced else None,
    )  # fmt: skip
    return Anew(made, team[asked] if asked else "")


def _terms(actor: Actor, row: AgreementRow) -> Terms:
    due = new_date(today())
    said = Terms(
        row.text, row.wish_id, row.practical_problem, mandate=row.mandate,
        decided_by=row.decided_by, follow_up_how=row.follow_up_how,
    )  # fmt: skip
    return replace(said, due_on=due, follow_up_by=actor.person_id, follow_up_on=due)


@journey
def ask_leader_about(*, actor: Actor, course_id: UUID, agreement_id: UUID) -> str:
    """The nearest leader of the maker's unit is asked who can solve it; her name."""
    row = _opened(actor, course_id, agreement_id)
    jobs = directory.units_of(row.maker.id if row.maker else actor.person_id)
    found = directory.suggested(jobs[0].unit_id, never=actor.person_id) if jobs else None
    if found is None:
        raise NotNow("nobody_decides", da("Der er ingen leder at spørge. Ring til enhederne."))
    due = f"{row.due_on:%d.%m.%Y}" if row.due_on else ""
    asking = Asking(
        QUESTION, f"{row.text[:240]} ({due})", about=DecisionAbout.PROMISE, unit=found.unit
    )
    actions.ask_decision(
        actor=actor, agreement_id=agreement_id, decider=PersonId(found.choice.person),
        question=asking.question, reason=asking.reason, asking=asking,
    )  # fmt: skip
    return found.name
