"""How an agreement is locked and moved along its life, with a line of history each time."""

from datetime import date
from typing import Any
from uuid import UUID

from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.plan import models
from landfast.plan.queries import team_of
from landfast.plan.rules import life, promise
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import Act, AgreementState, MandateState


def locked_agreement(agreement_id: UUID) -> models.Agreement:
    """The agreement, locked until the transaction ends; what is hidden does not exist."""
    found = models.Agreement.objects.select_for_update().filter(id=agreement_id).first()
    if found is None:
        raise NotFound
    return found


def locked_agreements(course_id: UUID, states: frozenset[AgreementState]) -> list[models.Agreement]:
    """A course's agreements in these states, all locked."""
    rows = models.Agreement.objects.select_for_update().filter(
        course_id=course_id, state__in=[state.value for state in states]
    )
    return list(rows.order_by("id"))


def team_ids(course_id: UUID) -> frozenset[UUID]:
    """Who can make a promise in the course."""
    return frozenset(row.person_id for row in team_of(course_id))


def maker_key(agreement: models.Agreement) -> UUID | None:
    """Whose promise it is: a person's; or, of somebody outside, nobody's in the house."""
    return agreement.maker_id or (agreement.id if agreement.outside_name else None)


def terms_of(agreement: models.Agreement) -> Terms:
    """The words of the agreement as they stand."""
    return Terms(
        text=agreement.text,
        wish_id=agreement.wish_id,
        practical_problem=agreement.practical_problem,
        starts_on=agreement.starts_on,
        due_on=agreement.due_on,
        mandate=MandateState(agreement.mandate),
        decided_by=agreement.decided_by,
        follow_up_by=agreement.follow_up_by_id,
        follow_up_on=agreement.follow_up_on,
        follow_up_how=agreement.follow_up_how,
    )


def put_terms(agreement: models.Agreement, terms: Terms) -> None:
    """Write the words; without a mandate they say "søger om" (domain A9)."""
    agreement.text = promise.locked_text(terms.text, terms.mandate)
    agreement.wish_id = terms.wish_id
    agreement.practical_problem = terms.practical_problem.strip()
    agreement.starts_on, agreement.due_on = terms.starts_on, terms.due_on
    agreement.mandate, agreement.decided_by = terms.mandate, terms.decided_by.strip()
    agreement.follow_up_by_id = terms.follow_up_by
    agreement.follow_up_on = terms.follow_up_on
    agreement.follow_up_how = terms.follow_up_how.strip()


def put_maker(agreement: models.Agreement, maker: UUID) -> None:
    """Who makes it; who was to take over and makes it now takes over from nobody (domain A6)."""
    agreement.maker_id = maker
    if agreement.backup_id == maker:
        agreement.backup_id = None


def check_belongs(course_id: UUID, terms: Terms, team: frozenset[UUID]) -> None:
    """The wish is the course's own, and the one who follows up is in the team."""
    if terms.wish_id:
        own = models.Wish.objects.filter(id=terms.wish_id, course_id=course_id).order_by()
        if not own.exists():
            raise Wrong("no_such_wish", da("Ønsket findes ikke her. Vælg et andet."), "wish_id")
    promise.check_maker(terms.follow_up_by, team, "follow_up_by")


def write_change(
    actor: Actor,
    agreement: models.Agreement,
    act: Act,
    before: AgreementState | None,
    *,
    note: str = "",
    told_aloud: bool = False,
    old_text: str = "",
    old_due_on: date | None = None,
) -> None:
    """One line of the agreement's history."""
    models.AgreementChange(
        course_id=agreement.course_id, agreement=agreement, at=now(), actor_id=actor.person_id,
        act=act, before=before or "", after=agreement.state, note=note.strip(),
        told_aloud=told_aloud, old_text=old_text, old_due_on=old_due_on, created_at=now(),
    ).save(force_insert=True)  # fmt: skip


def move(
    actor: Actor,
    agreement: models.Agreement,
    act: Act,
    *,
    note: str = "",
    told_aloud: bool = False,
    old: Terms | None = None,
    **facts: Any,
) -> None:
    """Move a locked agreement one step, with its history and its event."""
    promise.check_words(note or "-", promise.NOTE_MAX, "note", "")
    before = AgreementState(agreement.state)
    agreement.state = life.check_step(before, act)
    agreement.version += 1
    agreement.save()
    write_change(
        actor, agreement, act, before, note=note, told_aloud=told_aloud,
        old_text=old.text if old and old.text != agreement.text else "",
        old_due_on=old.due_on if old and old.due_on != agreement.due_on else None,
    )  # fmt: skip
    record(actor, f"plan.agreement_{act.value}", agreement, before=before, **facts)
