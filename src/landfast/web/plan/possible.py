"""Which buttons an agreement shows: each asks the same predicate as its gate."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.roles import CourseRole, may_in_course
from landfast.access.rules import Permission
from landfast.plan.queries import AgreementRow
from landfast.plan.rules import answering, hers, life, promise
from landfast.plan.rules.words import Act


@dataclass(frozen=True)
class Possible:
    """What the actor can do to an agreement now."""

    accept: bool
    decline: bool
    change: bool
    confirm: bool
    start: bool
    report: bool
    talk: bool
    replace: bool
    lapse: bool

    @property
    def anything(self) -> bool:
        """Is there anything to do?"""
        return any(vars(self).values())


def possible(
    row: AgreementRow, actor: Actor, roles: frozenset[CourseRole], team: Collection[UUID]
) -> Possible:
    """The buttons of an agreement's page."""
    me, proposer = actor.person_id, row.proposed_by.id
    maker = row.maker.id if row.maker else None
    answers = may_in_course(roles, Permission.AGREEMENT_ANSWER)
    follows = answering.follows_up(roles)

    def can(act: Act) -> bool:
        return life.may_step(row.state, act)

    return Possible(
        accept=can(Act.ACCEPT)
        and answers
        and promise.may_accept(maker, me, team)
        and answering.may_say_yes(row.offered_at, maker, me)
        and not row.is_refused,
        decline=can(Act.DECLINE) and answers and answering.is_maker(maker, me),
        change=can(Act.OFFER) and answering.may_change(maker, proposer, me, roles, team),
        confirm=can(Act.ACCEPT)
        and answering.may_confirm(row.offered_at, maker, proposer, me, roles)
        and not row.is_refused,
        start=can(Act.START) and answering.is_maker(maker, me),
        report=can(Act.KEEP) and answers and answering.may_report(maker, me, roles),
        talk=hers.may_talk(row.state, row.hers) and follows,
        replace=can(Act.REPLACE)
        and may_in_course(roles, Permission.AGREEMENT_PROPOSE)
        and (row.state not in life.RUNNING or hers.is_otherwise(row.hers)),
        lapse=can(Act.LAPSE) and answering.may_lapse(proposer, me, roles, row.state),
    )
