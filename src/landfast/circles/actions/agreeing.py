"""Units agree: one proposes, the owner says yes, and says how it went."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_staff, units_where
from landfast.access.rules import Permission
from landfast.circles import models
from landfast.circles.queries import standing as queries
from landfast.circles.rules import agreeing as rules
from landfast.circles.rules import cases, searching
from landfast.circles.rules.agreeing import AgreementState
from landfast.circles.rules.standing import check_sits
from landfast.kernel.clock import now, today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.people import queries as people


@dataclass(frozen=True)
class Proposed:
    """An agreement as it is written down."""

    text: str
    owner_unit: UnitId
    due_on: date | None
    owner: PersonId | None = None
    follow_up: str = ""


@action
def propose(
    *, actor: Actor, circle_id: UUID, proposed: Proposed, theme_id: UUID | None = None,
    looked_at: Collection[str] = (),
) -> UUID:  # fmt: skip
    """Who does what by when. One's own unit has said yes with it; another is asked."""
    require_staff(actor)
    circle = queries.circle(circle_id)
    check_sits(sits=queries.sits(circle_id))
    due_on = _check(circle_id, proposed, looked_at)
    if theme_id and not models.Theme.objects.filter(id=theme_id, circle_id=circle_id).exists():
        raise NotFound
    sitting = queries.next_sitting(circle_id)
    state = rules.first_state(proposed.owner_unit, list(queries.own_units(actor)))
    row = models.Agreement(
        circle_id=circle.id, theme_id=theme_id, text=proposed.text.strip(), state=state,
        sitting_id=sitting.id if sitting and sitting.starts_at <= now() else None,
        owner_unit_id=proposed.owner_unit, owner_id=proposed.owner, due_on=due_on,
        follow_up=proposed.follow_up.strip(), proposed_by_id=actor.person_id, created_at=now(),
        answered_by_id=actor.person_id if state is AgreementState.AGREED else None,
    )  # fmt: skip
    models.Agreement.objects.bulk_create([row])
    record(actor, "circle.agreement_proposed", row, to=_told(actor, circle_id, proposed))
    return row.id


@action
def answer(
    *, actor: Actor, agreement_id: UUID, says: AgreementState, because: str = "",
    looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """The owner's people say yes or no: nobody binds another unit (principle 3)."""
    row = _owned(actor, agreement_id)
    rules.check_waits_for_answer(AgreementState(row.state))
    if says not in rules.ANSWERS:
        raise Wrong("no_answer", da("Sig ja eller nej."), "says")
    _say(row, because, looked_at)
    row.state, row.answered_by_id = says, actor.person_id
    row.closed_at = None if says is AgreementState.AGREED else now()
    row.save(update_fields=["state", "answered_by", "words", "closed_at"])
    record(actor, "circle.agreement_answered", row, to=row.proposed_by_id, says=says)


@action
def close(
    *, actor: Actor, agreement_id: UUID, how: AgreementState, because: str = "",
    looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """The owner says how it went; what was not done says why."""
    row = _owned(actor, agreement_id)
    rules.check_runs(AgreementState(row.state))
    if how not in rules.ENDS:
        raise Wrong("no_answer", da("Vælg, hvordan det gik."), "says")
    rules.check_says_why(how, because)
    _say(row, because, looked_at)
    row.state, row.closed_at = how, now()
    row.save(update_fields=["state", "words", "closed_at"])
    record(actor, "circle.agreement_closed", row, says=how)


@action
def move(*, actor: Actor, agreement_id: UUID, due_on: date | None) -> None:
    """A new day, said before the old one is forgotten."""
    row = _owned(actor, agreement_id)
    rules.check_runs(AgreementState(row.state))
    row.due_on = rules.check_due(due_on, today())
    row.save(update_fields=["due_on"])
    record(actor, "circle.agreement_moved", row, due_on=row.due_on)


def _check(circle_id: UUID, proposed: Proposed, looked_at: Collection[str]) -> date:
    cases.check_line(proposed.text, "text", da("Skriv, hvad der skal gøres."))
    if len(proposed.follow_up) > rules.FOLLOW_MAX:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), "follow_up")
    seated = {row.unit_id for row in queries.seats(circle_id)}
    rules.check_owner(proposed.owner_unit, seated)
    if proposed.owner:
        jobs = people.employments(person_id=proposed.owner)
        rules.check_person({job.unit_id for job in jobs}, proposed.owner_unit)
    said = {"text": proposed.text, "follow_up": proposed.follow_up}
    searching.check_between_units(said, queries.known_words(circle_id), looked_at)
    return rules.check_due(proposed.due_on, today())


def _told(actor: Actor, circle_id: UUID, proposed: Proposed) -> list[PersonId]:
    """Who hears of it: the one who is named, else those who sit there for the unit."""
    seated = {
        row.person_id for row in queries.seats(circle_id) if row.unit_id == proposed.owner_unit
    }
    told = {proposed.owner} if proposed.owner else seated
    return sorted({one for one in told if one} - {actor.person_id}, key=str)


def _owned(actor: Actor, agreement_id: UUID) -> models.Agreement:
    require_staff(actor)
    row = models.Agreement.objects.filter(id=agreement_id).first()
    if row is None:
        raise NotFound
    unit = UnitId(row.owner_unit_id)
    leads = unit in units_where(actor, Permission.CIRCLE_KEEP)
    rules.check_of_unit(is_of_unit=leads or unit in queries.own_units(actor))
    return models.Agreement.objects.select_for_update().get(id=agreement_id)  # its unit alone locks


def _say(row: models.Agreement, because: str, looked_at: Collection[str]) -> None:
    if len(because) > cases.LINE_MAX:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), "because")
    known = queries.known_words(row.circle_id)
    searching.check_between_units({"because": because}, known, looked_at)
    row.words = because.strip()
