"""Proposing and answering. A promise counts when the one who makes it has accepted it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import events, require
from landfast.access.rules import Permission
from landfast.course.actions.phases import locked
from landfast.course.rules.states import OVER
from landfast.kernel.clock import now, today
from landfast.kernel.ids import AgreementId, PersonId
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.plan import models
from landfast.plan.actions import costing
from landfast.plan.actions.moving import (
    check_belongs,
    locked_agreement,
    maker_key,
    move,
    put_maker,
    put_terms,
    team_ids,
    terms_of,
    write_change,
)
from landfast.plan.actions.outside import keep_link_open
from landfast.plan.rules import answering, deciding, life, promise
from landfast.plan.rules.mandate import Cost
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import Act, AgreementKind, AgreementState, MandateState


@action
def propose_agreement(
    *,
    actor: Actor,
    course_id: UUID,
    terms: Terms,
    maker: PersonId | None = None,
    kind: AgreementKind = AgreementKind.SUPPORT,
    backup: PersonId | None = None,
    interim_support: str = "",
    needs: Collection[str] = (),
    replaces: UUID | None = None,
    cost: Cost | None = None,
    tells_team: bool = False,
) -> AgreementId:
    """Somebody proposes a promise (foreslå en aftale, domain A6); it does not count yet.

    Whoever proposes for herself has promised with it, so then it must be complete.
    `tells_team`: with no maker it is news to all who could make it.
    """
    require(actor, Permission.AGREEMENT_PROPOSE, course=course_id)
    _check_runs(course_id)
    terms, team = _checked(kind, maker, cost, terms), team_ids(course_id)
    _check_makers(maker, backup, team)
    check_belongs(course_id, terms, team)
    if maker == actor.person_id:
        promise.check_complete(terms)
    agreement = models.Agreement(
        course_id=course_id, kind=kind, maker_id=maker, backup_id=backup, needs=list(needs),
        interim_support=interim_support.strip(), proposed_by_id=actor.person_id,
        proposed_at=now(), state=AgreementState.PROPOSED, created_at=now(),
        replaces=_replaced(course_id, replaces),
    )  # fmt: skip
    put_terms(agreement, terms)
    agreement.save(force_insert=True)
    costing.write_cost(actor, agreement, cost)
    write_change(actor, agreement, Act.PROPOSE, None)
    _tell(actor, agreement, team if tells_team and maker is None else ())
    if maker == actor.person_id:
        _accept(actor, agreement)
    return AgreementId(agreement.id)


def _check_makers(maker: PersonId | None, backup: PersonId | None, team: Collection[UUID]) -> None:
    promise.check_maker(maker, team)
    promise.check_backup(backup, maker, team)


@action
def withdraw_agreement(*, actor: Actor, agreement_id: UUID, at_table: bool = False) -> bool:
    """Who proposed it takes it back before anybody has answered (fortryd, issue 4 §10).

    Whoever was told of it is told: the one maker, or those of the team who heard that it waits
    for one of them. Answers whether anybody is. `at_table`: it was proposed at a meeting, and who
    leads the meeting may take it back too.
    """
    agreement = locked_agreement(agreement_id)
    proposer = agreement.proposed_by_id
    require(
        actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id,
        also=lambda held: answering.check_may_withdraw(
            proposer, actor.person_id, held, at_table=at_table
        ),
    )  # fmt: skip
    life.check_step(AgreementState(agreement.state), Act.WITHDRAW)
    answering.check_is_unanswered(agreement.offered_at)
    told = _told_of(agreement) if agreement.maker_id is None else []
    move(actor, agreement, Act.WITHDRAW, maker=agreement.maker_id, team=told)
    return bool(told or (agreement.maker_id and agreement.maker_id != actor.person_id))


def _told_of(agreement: models.Agreement) -> list[str]:
    """Those who heard that it waits for one of them, and are still of the team."""
    asked = events(agreement.course_id, ["plan.agreement_propose"], about=agreement.id)
    team = {str(one) for one in team_ids(agreement.course_id)}
    return sorted(team & {one for row in asked for one in row.facts.get("team", [])})


def _tell(actor: Actor, agreement: models.Agreement, team: Collection[UUID]) -> None:
    told = sorted(str(one) for one in team)
    record(actor, "plan.agreement_propose", agreement, maker=agreement.maker_id, team=told)


def _checked(kind: AgreementKind, maker: PersonId | None, cost: Cost | None, terms: Terms) -> Terms:
    return _as_said(kind, costing.within(maker, cost, terms))


def _as_said(kind: AgreementKind, terms: Terms) -> Terms:
    promise.check_terms(terms, today())
    if kind is not AgreementKind.INTERIM:  # what holds meanwhile is asked about on the answer's day
        promise.check_follows(terms)
    return terms


def _check_runs(course_id: UUID) -> None:
    if locked(course_id).state in OVER:
        raise NotNow(
            "course_is_over", da("Forløbet er slut. Der kan ikke laves nye aftaler i det.")
        )


def _replaced(course_id: UUID, agreement_id: UUID | None) -> models.Agreement | None:
    if agreement_id is None:
        return None
    old = locked_agreement(agreement_id)
    life.check_step(AgreementState(old.state), Act.REPLACE)
    instead = models.Agreement.objects.filter(replaces=old).exclude(
        state__in=[AgreementState.DECLINED, AgreementState.LAPSED]
    )
    if old.course_id != course_id or instead.order_by().exists():
        raise NotNow("replaced_already", da("Der er allerede foreslået en ny aftale i stedet."))
    return old


@action
def accept_agreement(
    *,
    actor: Actor,
    agreement_id: UUID,
    due_on: date | None = None,
    follow_up_by: PersonId | None = None,
    follow_up_on: date | None = None,
    follow_up_how: str = "",
    version: int | None = None,
) -> None:
    """The maker says yes (sig ja til aftalen); from now on it counts (product, principle 3).

    What the proposal left open, or one who has left the team, is filled in; no yes changes a word.
    """
    agreement = locked_agreement(agreement_id)
    team, maker = team_ids(agreement.course_id), maker_key(agreement)
    state = AgreementState(agreement.state)

    def is_asked(_: answering.Roles) -> None:
        if life.may_step(state, Act.ACCEPT):  # what somebody has taken meanwhile says so below
            promise.check_may_accept(maker, actor.person_id, team)

    require(actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id, also=is_asked)
    answering.check_waits_for_yes(state, maker, actor.person_id)
    deciding.check_not_refused(agreement.mandate, state)
    answering.check_may_say_yes(agreement.offered_at, agreement.maker_id, actor.person_id)
    life.check_fresh(agreement.version, version)
    said = promise.without_who_left(terms_of(agreement), team)
    terms = promise.filled_in(said, due_on, follow_up_by, follow_up_on, follow_up_how)
    promise.check_yes(said, terms, today())
    check_belongs(agreement.course_id, terms, team)
    put_terms(agreement, terms)
    put_maker(agreement, actor.person_id)
    _accept(actor, agreement)


def _accept(actor: Actor, agreement: models.Agreement) -> None:
    agreement.accepted_at = now()
    keep_link_open(agreement)
    _take_back_task(actor, agreement)
    move(actor, agreement, Act.ACCEPT, maker=agreement.maker_id, due_on=agreement.due_on)
    if agreement.replaces_id:
        old = locked_agreement(agreement.replaces_id)
        if life.may_step(AgreementState(old.state), Act.REPLACE):
            move(actor, old, Act.REPLACE, replaced_by=agreement.id)


def _take_back_task(actor: Actor, agreement: models.Agreement) -> None:
    """What was left to her when the course had stopped has its answer now: one list, not two."""
    tasks = models.Task.objects.filter(maker_id=actor.person_id, agreement=agreement, done_at=None)
    tasks.update(done_at=now())


@action
def decline_agreement(
    *, actor: Actor, agreement_id: UUID, reason: str, version: int | None = None
) -> None:
    """The maker says no, with a reason that the others can use (domain A6, lessons 16)."""
    agreement = locked_agreement(agreement_id)
    maker = maker_key(agreement)
    require(
        actor, Permission.AGREEMENT_ANSWER, course=agreement.course_id,
        also=lambda _: answering.check_is_maker(maker, actor.person_id),
    )  # fmt: skip
    life.check_step(AgreementState(agreement.state), Act.DECLINE)
    life.check_fresh(agreement.version, version)
    promise.check_words(
        reason,
        promise.NOTE_MAX,
        "reason",
        da("Skriv kort hvorfor, så vi kan finde en anden vej."),
    )
    _take_back_task(actor, agreement)
    move(actor, agreement, Act.DECLINE, note=reason)


@action
def change_proposal(
    *, actor: Actor, agreement_id: UUID, terms: Terms, note: str = "", version: int | None = None
) -> None:
    """Other words or another date (modforslag). From the maker it is an offer that waits for a
    yes; from anybody else it goes back to the maker."""
    agreement = locked_agreement(agreement_id)
    team, maker, proposer = (
        team_ids(agreement.course_id), maker_key(agreement), agreement.proposed_by_id,
    )  # fmt: skip
    roles = require(
        actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id,
        also=lambda held: answering.check_may_change(
            maker, proposer, actor.person_id, held, team
        ),
    )  # fmt: skip
    life.check_step(AgreementState(agreement.state), Act.OFFER)
    life.check_fresh(agreement.version, version)
    kind = AgreementKind(agreement.kind)
    terms = deciding.asked_anew(terms, terms_of(agreement))
    terms = _as_said(kind, costing.still_within(agreement, agreement.maker_id, terms))
    check_belongs(agreement.course_id, terms, team)
    by_maker = answering.speaks_as_maker(
        maker_key(agreement), agreement.proposed_by_id, actor.person_id, roles
    )
    if by_maker:
        promise.check_complete(terms)
        put_maker(agreement, actor.person_id)
        _take_back_task(actor, agreement)  # nobody but its maker can end the task
    old = terms_of(agreement)
    put_terms(agreement, terms)
    agreement.offered_at = now() if by_maker else None
    move(actor, agreement, Act.OFFER, note=note, old=old, by_maker=by_maker)


@action
def confirm_offer(*, actor: Actor, agreement_id: UUID, version: int | None = None) -> None:
    """Citizen, coordinator or proposer says yes to the maker's own words: the promise counts.

    The maker's yes was given with the offer; nobody promises for anybody here.
    """
    agreement = locked_agreement(agreement_id)
    roles = require(actor, Permission.AGREEMENT_PROPOSE, course=agreement.course_id)
    life.check_step(AgreementState(agreement.state), Act.ACCEPT)
    answering.check_may_confirm(
        agreement.offered_at, maker_key(agreement), agreement.proposed_by_id, actor.person_id, roles
    )
    deciding.check_not_refused(agreement.mandate, agreement.state)
    life.check_fresh(agreement.version, version)
    promise.check_maker(agreement.maker_id, team_ids(agreement.course_id))
    promise.check_still_ahead(terms_of(agreement), today())
    _accept(actor, agreement)


@action
def note_agreement(
    *,
    actor: Actor,
    course_id: UUID,
    text: str,
    maker_role: str = "",
    due_on: date | None = None,
    starts_on: date | None = None,
    needs: Collection[str] = (),
    kind: AgreementKind = AgreementKind.SUPPORT,
    mandate: MandateState = MandateState.CLEAR,
    decided_by: str = "",
    interim_support: str = "",
    follow_up_on: date | None = None,
    follow_up_how: str = "",
    reference: str = "",
) -> AgreementId:
    """An agreement that was told from outside: noted, never accepted (issue 2 §2, Observations)."""
    require(actor, Permission.OBSERVATION_RECORD, course=course_id)
    promise.check_words(text, promise.TEXT_MAX, "text", da("Skriv, hvad der blev aftalt."))
    backwards = bool(starts_on and due_on and due_on < starts_on)
    agreement = models.Agreement(
        course_id=course_id, text=text.strip(), kind=kind, maker_role=maker_role, needs=list(needs),
        starts_on=None if backwards else starts_on, due_on=due_on, mandate=mandate,
        decided_by=decided_by, interim_support=interim_support, follow_up_on=follow_up_on,
        follow_up_how=follow_up_how, reference=reference, proposed_by_id=actor.person_id,
        proposed_at=now(), state=AgreementState.NOTED, created_at=now(),
    )  # fmt: skip
    agreement.save(force_insert=True)
    told = f"Fortalt start {starts_on:%d.%m.%Y}, efter fristen." if backwards and starts_on else ""
    write_change(actor, agreement, Act.NOTE, None, note=told)
    record(actor, "plan.agreement_note", agreement, maker_role=maker_role, reference=reference)
    return AgreementId(agreement.id)
