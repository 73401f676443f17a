"""What a coordinator has an eye on, across courses: few columns of many agreements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from landfast.access.actor import Actor
from landfast.kernel.ids import AgreementId, CourseId, PersonId
from landfast.kernel.reading import ID, IDS, Once
from landfast.people.rules import PersonKind
from landfast.plan import models
from landfast.plan.queries.rows import Who
from landfast.plan.rules import deadlines, life
from landfast.plan.rules.words import AgreementState


@dataclass(frozen=True)
class Watched:
    """An agreement as far as the rules of whom to call need it, and when it was last touched."""

    id: AgreementId
    course_id: CourseId
    text: str
    state: AgreementState
    proposed_at: datetime
    offered_at: datetime | None
    due_on: date | None
    follow_up_by: PersonId | None
    follow_up_on: date | None
    reported_at: datetime | None
    talked_on: date | None
    touched_at: datetime
    maker: Who | None

    @property
    def counts(self) -> bool:
        """Has its maker said yes to it?"""
        return life.counts(self.state)

    @property
    def is_open(self) -> bool:
        """Is there still something to answer or to do?"""
        return life.is_open(self.state)

    def is_overdue(self, today: date) -> bool:
        """Accepted, its date has passed, and nobody has told how it went."""
        return deadlines.is_overdue(self.state, self.due_on, today)


_INSTEAD = models.Agreement.objects.filter(replaces=OuterRef("pk")).exclude(
    state__in=[AgreementState.DECLINED, AgreementState.LAPSED]
)
_LAST = models.AgreementChange.objects.filter(agreement=OuterRef("pk")).order_by("-at")


def _watched(courses: list[UUID], maker: UUID) -> QuerySet[models.Agreement, tuple[object, ...]]:
    return (
        models.Agreement.objects.filter(
            ~Exists(_INSTEAD),
            Q(course_id__any_of=courses) | Q(maker_id=maker),
            state__in=[state.value for state in life.OPEN | life.UNSETTLED],
        )
        .annotate(touched_at=Subquery(_LAST.values("at")[:1]), follow_up=F("follow_up_by_id"))
        .order_by("due_on", "id")
        .values_list(
            "id", "course_id", "text", "state", "proposed_at", "offered_at", "due_on", "follow_up",
            "follow_up_on", "reported_at", "talked_on", "touched_at", "maker_id", "maker__kind",
            "maker__name", "maker__profession", "maker__phone",
        )
    )  # fmt: skip


_WATCHED = Once(_watched, IDS, ID)


def watched_agreements(course_ids: Iterable[UUID], actor: Actor) -> list[Watched]:
    """What a coordinator has an eye on: open, or not kept and nothing new proposed.

    In these courses, and wherever the actor is the maker.
    """
    makers: dict[UUID, Who] = {}
    found = []
    for row in _WATCHED(list(course_ids), actor.person_id):
        if row.maker_id and row.maker_id not in makers:
            is_citizen = row.maker__kind == PersonKind.CITIZEN
            makers[row.maker_id] = Who(
                row.maker_id, row.maker__name, row.maker__profession, row.maker__phone, is_citizen
            )
        found.append(
            Watched(
                row.id, row.course_id, row.text, AgreementState(row.state), row.proposed_at,
                row.offered_at, row.due_on, row.follow_up, row.follow_up_on, row.reported_at,
                row.talked_on, row.touched_at or row.proposed_at, makers.get(row.maker_id),
            )
        )  # fmt: skip
    return found
