"""What the plan's reads answer with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef

from landfast.access.roles import CourseRole
from landfast.kernel.ids import AgreementId, CourseId, PersonId, UnitId, WishId
from landfast.people import queries as people
from landfast.people.queries import PersonCard
from landfast.people.rules import PersonKind
from landfast.plan import models
from landfast.plan.rules import deadlines, deciding, life
from landfast.plan.rules.deadlines import Nearness
from landfast.plan.rules.words import (
    Act,
    AgreementKind,
    AgreementState,
    MandateState,
    Standing,
    StepState,
    Went,
)
from landfast.programmes.rules import NeedArea


@dataclass(frozen=True)
class Who:
    """A person as the plan names them. The citizen has no name here: the door has the word."""

    id: PersonId
    name: str
    profession: str
    phone: str
    is_citizen: bool


@dataclass(frozen=True)
class AgreementRow:
    """An agreement (aftale) with all its fields (domain A6)."""

    id: AgreementId
    course_id: CourseId
    wish_id: WishId | None
    wish: str
    practical_problem: str
    needs: tuple[str, ...]
    text: str
    kind: AgreementKind
    maker: Who | None
    maker_role: str
    backup: Who | None
    proposed_by: Who
    proposed_at: datetime
    state: AgreementState
    accepted_at: datetime | None
    offered_at: datetime | None
    version: int
    starts_on: date | None
    due_on: date | None
    mandate: MandateState
    decided_by: str
    interim_support: str
    follow_up_by: Who | None
    follow_up_on: date | None
    follow_up_how: str
    report: str
    reported_at: datetime | None
    talked_on: date | None
    replaces_id: AgreementId | None
    reference: str
    told_at: datetime | None = None
    for_unit_id: UnitId | None = None
    name_by: date | None = None
    named_id: PersonId | None = None
    suggested_id: PersonId | None = None
    hers: Went | None = None
    """How it went, as the citizen says."""
    hers_words: str = ""
    hers_beside: bool = False
    """Written down for her, as she said it."""
    leader_asked: bool = False
    """A leader is asked whether it may be granted, and has not answered."""

    @property
    def is_interim(self) -> bool:
        """Does it hold while a leader decides, and end with the question?"""
        return self.kind is AgreementKind.INTERIM

    @property
    def waits_for(self) -> PersonId | None:
        """Who is asked for it and has not answered."""
        return self.maker.id if self.maker and self.state is AgreementState.PROPOSED else None

    @property
    def is_refused(self) -> bool:
        """Has a leader said no to what is proposed?"""
        return deciding.is_refused(self.mandate, self.state)

    @property
    def asks_leader(self) -> bool:
        """Does the proposal wait for a leader's answer first?"""
        return self.leader_asked and self.state is AgreementState.PROPOSED

    @property
    def is_outside(self) -> bool:
        """Is somebody asked who has no login? They are known by the agreement alone."""
        return self.maker is not None and self.maker.id == self.id

    @property
    def counts(self) -> bool:
        """Has its maker said yes to it?"""
        return life.counts(self.state)

    @property
    def is_open(self) -> bool:
        """Is there still something to answer or to do?"""
        return life.is_open(self.state)

    def nearness(self, today: date) -> Nearness:
        """How near the date is."""
        return deadlines.nearness(self.state, self.due_on, today)

    def is_overdue(self, today: date) -> bool:
        """Accepted, its date has passed, and nobody has told how it went."""
        return deadlines.is_overdue(self.state, self.due_on, today)


@dataclass(frozen=True)
class StepRow:
    """An own step (eget skridt): no date, no count (domain 0.3)."""

    id: UUID
    wish_id: WishId | None
    text: str
    state: StepState
    whose: str
    remind_on: date | None
    written_by: Who
    created_at: datetime
    relation_id: UUID | None = None
    """Whose place on the map it belongs to, when it is not her own."""


@dataclass(frozen=True)
class WishRow:
    """A wish in the citizen's words with what has been agreed for it."""

    id: WishId
    course_id: CourseId
    area: NeedArea
    words: str
    standing: Standing
    position: int
    rating: int | None
    rated_on: date | None
    goal_since: date | None
    written_by: Who
    written_on: datetime
    agreements: tuple[AgreementRow, ...] = ()
    steps: tuple[StepRow, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The whole plan on one page (lessons 17), in the citizen's order."""

    wishes: tuple[WishRow, ...]
    practical: tuple[AgreementRow, ...]
    steps: tuple[StepRow, ...]

    @property
    def living(self) -> tuple[WishRow, ...]:
        """Wishes and goals that have not been put away."""
        return tuple(row for row in self.wishes if row.standing is not Standing.ASIDE)

    @property
    def aside(self) -> tuple[WishRow, ...]:
        """What the citizen has put away."""
        return tuple(row for row in self.wishes if row.standing is Standing.ASIDE)

    @property
    def agreements(self) -> tuple[AgreementRow, ...]:
        """All agreements of the plan."""
        return (*(row for wish in self.wishes for row in wish.agreements), *self.practical)


@dataclass(frozen=True)
class ChangeRow:
    """One line of an agreement's history."""

    agreement_id: AgreementId
    at: datetime
    actor: Who
    act: Act
    before: AgreementState | None
    after: AgreementState
    note: str
    old_text: str
    old_due_on: date | None
    told_aloud: bool = False


@dataclass(frozen=True)
class TeamRow:
    """Somebody who can make a promise in the course."""

    person_id: PersonId
    name: str
    profession: str
    phone: str
    roles: frozenset[CourseRole]

    @property
    def holds(self) -> bool:
        """Is the course theirs now: as its coordinator, or who covers until there is one?"""
        return bool(self.roles & {CourseRole.COORDINATOR, CourseRole.COVER})


@dataclass(frozen=True)
class OverdueRow:
    """How many accepted agreements of a unit's people have passed their date."""

    unit_id: UnitId
    overdue: int
    at_leader: int


@dataclass(frozen=True)
class TaskRow:
    """What is left to me after a course the citizen has stopped."""

    id: UUID
    about: str
    text: str
    due_on: date | None
    since: datetime
    agreement_id: UUID | None
    """What it was before the stop; nothing for what is to be told on."""
    after_death: bool


class Person(Protocol):
    """The columns of a joined person."""

    id: UUID
    kind: str
    name: str
    profession: str
    phone: str


def who(person: Person | PersonCard | None) -> Who | None:
    """A person, joined or on a card."""
    if person is None:
        return None
    citizen = person.kind == PersonKind.CITIZEN
    return Who(PersonId(person.id), person.name, person.profession, person.phone, citizen)


def surely(person: Person | PersonCard) -> Who:
    """A person who must be there."""
    found = who(person)
    assert found is not None  # noqa: S101 - the column is not null
    return found


Cards = Mapping[PersonId, Who]


def everyone(ids: Iterable[UUID]) -> Cards:
    """These persons as the plan names them; one query."""
    return {key: surely(card) for key, card in people.persons(list(ids)).items()}


def named(cards: Cards, person_id: UUID | None) -> Who | None:
    """The person of a key that may be empty."""
    return cards.get(PersonId(person_id)) if person_id else None


def outside(agreement_id: UUID, name: str, relation: str) -> Who | None:
    """The maker from outside, who has no login: known by the agreement, and by nothing else."""
    return Who(PersonId(agreement_id), name, relation, "", False) if name else None


LEADER_ASKED = Exists(
    models.DecisionAsk.objects.filter(
        agreement_id=OuterRef("id"), about=deciding.DecisionAbout.GRANT.value,
        answered_at=None, withdrawn_at=None,
    )
)  # fmt: skip
"""Does a leader sit with the question? A quarrel over a bill is not told on a card (domain A7)."""


def agreement_row(row: Any, cards: Cards, wish: str) -> AgreementRow:
    """One agreement with its wish's words, and everybody it names; read with LEADER_ASKED."""
    return AgreementRow(
        id=AgreementId(row.id),
        course_id=CourseId(row.course_id),
        wish_id=WishId(row.wish_id) if row.wish_id else None,
        wish=wish,
        practical_problem=row.practical_problem,
        needs=tuple(row.needs),
        text=row.text,
        kind=AgreementKind(row.kind),
        maker=named(cards, row.maker_id) or outside(row.id, row.outside_name, row.outside_relation),
        maker_role=row.maker_role,
        backup=named(cards, row.backup_id),
        proposed_by=cards[PersonId(row.proposed_by_id)],
        proposed_at=row.proposed_at,
        state=AgreementState(row.state),
        accepted_at=row.accepted_at,
        offered_at=row.offered_at,
        version=row.version,
        starts_on=row.starts_on,
        due_on=row.due_on,
        mandate=MandateState(row.mandate),
        decided_by=row.decided_by,
        interim_support=row.interim_support,
        follow_up_by=named(cards, row.follow_up_by_id),
        follow_up_on=row.follow_up_on,
        follow_up_how=row.follow_up_how,
        report=row.report,
        reported_at=row.reported_at,
        talked_on=row.talked_on,
        replaces_id=AgreementId(row.replaces_id) if row.replaces_id else None,
        reference=row.reference,
        told_at=row.told_at,
        leader_asked=row.leader_asked,
        **_for_unit(row),
        **_hers(row),
    )


def _for_unit(row: models.Agreement) -> dict[str, Any]:
    return {
        "for_unit_id": UnitId(row.for_unit_id) if row.for_unit_id else None,
        "name_by": row.name_by,
        "named_id": PersonId(row.named_id) if row.named_id else None,
        "suggested_id": PersonId(row.suggested_id) if row.suggested_id else None,
    }


def _hers(row: models.Agreement) -> dict[str, Any]:
    said = Went(row.hers) if row.hers else None
    return {"hers": said, "hers_words": row.hers_words, "hers_beside": row.hers_beside}


def step_row(row: Any, cards: Cards) -> StepRow:
    """One own step."""
    return StepRow(
        row.id, WishId(row.wish_id) if row.wish_id else None, row.text, StepState(row.state),
        row.relation__name or "", row.remind_on,
        cards[PersonId(row.written_by_id)], row.created_at, row.relation_id,
    )  # fmt: skip


def wish_row(
    row: models.Wish,
    cards: Cards,
    agreements: tuple[AgreementRow, ...] = (),
    steps: tuple[StepRow, ...] = (),
) -> WishRow:
    """One wish with what hangs on it."""
    return WishRow(
        WishId(row.id), CourseId(row.course_id), NeedArea(row.area), row.words,
        Standing(row.standing), row.position, row.rating, row.rated_on, row.goal_since,
        cards[PersonId(row.written_by_id)], row.created_at, agreements, steps,
    )  # fmt: skip
