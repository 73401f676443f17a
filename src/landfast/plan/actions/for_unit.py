"""A leader promises for the unit, names who keeps it, and that one says yes (issue 4 §9)."""

from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actor import Actor
from landfast.access.queries import require, units_where
from landfast.access.rules import Permission
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, UnitId
from landfast.people import queries as people
from landfast.plan import models
from landfast.plan.actions.moving import locked_agreement, move, put_maker, team_ids
from landfast.plan.actions.promising import accept_agreement
from landfast.plan.rules import for_unit as rules
from landfast.plan.rules import life
from landfast.plan.rules.words import Act, AgreementState


@action
def accept_for_unit(
    *,
    actor: Actor,
    agreement_id: UUID,
    unit_id: UnitId,
    due_on: date | None = None,
    follow_up_by: PersonId | None = None,
    follow_up_on: date | None = None,
    follow_up_how: str = "",
    version: int | None = None,
) -> None:
    """The leader says yes for the unit. It is the leader's promise until somebody takes it over."""
    rules.check_leads(unit_id, units_where(actor, Permission.COURSES_OVERSEE))
    accept_agreement(
        actor=actor, agreement_id=agreement_id, due_on=due_on, follow_up_by=follow_up_by,
        follow_up_on=follow_up_on, follow_up_how=follow_up_how, version=version,
    )  # fmt: skip
    agreement = locked_agreement(agreement_id)
    agreement.for_unit_id, agreement.name_by = unit_id, rules.name_by(today())
    agreement.save(update_fields=["for_unit", "name_by"])


@action
def name_keeper(
    *, actor: Actor, agreement_id: UUID, person: PersonId, version: int | None = None
) -> None:
    """The leader asks somebody of the unit to keep it; the days run until that one says yes."""
    agreement = locked_agreement(agreement_id)
    maker, unit = agreement.maker_id, agreement.for_unit_id
    require(
        actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id,
        also=lambda _: rules.check_may_name(maker, unit, actor.person_id),
    )  # fmt: skip
    life.check_step(AgreementState(agreement.state), Act.NAME)
    life.check_fresh(agreement.version, version)
    rules.check_named(
        person, actor.person_id, team_ids(agreement.course_id), _of_the_unit(agreement)
    )
    agreement.named_id, agreement.suggested_id = person, None
    move(actor, agreement, Act.NAME, named=person)


def _of_the_unit(agreement: models.Agreement) -> frozenset[UUID]:
    if agreement.for_unit_id is None:
        return frozenset()
    held = people.employments(unit_ids=[UnitId(agreement.for_unit_id)])
    return frozenset(row.person.id for row in held)


@action
def hand_back(
    *, actor: Actor, agreement_id: UUID, why: str, instead: PersonId | None = None,
    version: int | None = None,
) -> None:  # fmt: skip
    """Who was named says no, and may point to a colleague: the leader has it, and asks anew."""
    agreement = locked_agreement(agreement_id)
    named = agreement.named_id
    require(
        actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id,
        also=lambda _: rules.check_may_take_over(named, actor.person_id),
    )  # fmt: skip
    life.check_step(AgreementState(agreement.state), Act.HAND_BACK)
    life.check_fresh(agreement.version, version)
    could = team_ids(agreement.course_id) & _of_the_unit(agreement)
    rules.check_handed_back(why, instead, could - {actor.person_id, agreement.maker_id})
    agreement.named_id, agreement.suggested_id = None, instead
    move(actor, agreement, Act.HAND_BACK, note=why, leader=agreement.maker_id)


@action
def take_over(*, actor: Actor, agreement_id: UUID, version: int | None = None) -> None:
    """Who was named says yes: from now on the promise is theirs."""
    agreement = locked_agreement(agreement_id)
    require(actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id)
    life.check_step(AgreementState(agreement.state), Act.TAKE_OVER)
    rules.check_may_take_over(agreement.named_id, actor.person_id)
    life.check_fresh(agreement.version, version)
    before = agreement.maker_id
    put_maker(agreement, actor.person_id)
    agreement.named_id = agreement.name_by = agreement.suggested_id = None
    move(actor, agreement, Act.TAKE_OVER, leader=before)
