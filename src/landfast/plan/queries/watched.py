"""What a coordinator has an eye on, across courses: few columns of many agreements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, TruncDate

from landfast.access.actor import Actor
from landfast.kernel.clock import DENMARK
from landfast.kernel.ids import AgreementId, CourseId, PersonId
from landfast.kernel.reading import ID, IDS, Once
from landfast.plan import models
from landfast.plan.rules import deadlines, life
from landfast.plan.rules.words import AgreementState


@dataclass(frozen=True)
class Watched:
    """An agreement as far as the rules of whom to call need it: days, not instants, and no names.

    Her maker and what was said last are read of the few that are shown (`last_words`).
    """

    id: AgreementId
    course_id: CourseId
    text: str
    state: AgreementState
    has_other_words: bool
    due_on: date | None
    follow_up_by: PersonId | None
    follow_up_on: date | None
    told_on: date
    talked_on: date | None
    touched_on: date
    maker_id: PersonId | None

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
_MADE_BY = Case(When(~Q(outside_name=""), then=F("id")), default=F("maker_id"))
_TOLD = Coalesce("reported_at", "proposed_at")
_TOUCHED = Coalesce(Subquery(_LAST.values("at")[:1]), "proposed_at")


def _watched(courses: list[UUID], maker: UUID) -> QuerySet[models.Agreement, tuple[object, ...]]:
    return (
        models.Agreement.objects.filter(
            ~Exists(_INSTEAD),
            Q(course_id__any_of=courses) | Q(maker_id=maker),
            state__in=[state.value for state in life.OPEN | life.UNSETTLED],
        )
        .annotate(
            made_by=_MADE_BY,
            other_words=Q(offered_at__isnull=False), follow_up=F("follow_up_by_id"),
            told_on=TruncDate(_TOLD, tzinfo=DENMARK),
            touched_on=TruncDate(_TOUCHED, tzinfo=DENMARK),
        )
        .order_by("due_on", "id")
        .values_list(
            "id", "course_id", "text", "state", "other_words", "due_on", "follow_up",
            "follow_up_on", "told_on", "talked_on", "touched_on", "made_by",
        )
    )  # fmt: skip


_WATCHED = Once(_watched, IDS, ID)


def watched_agreements(course_ids: Iterable[UUID], actor: Actor) -> list[Watched]:
    """What a coordinator has an eye on: open, or not kept and nothing new proposed.

    In these courses, and wherever the actor is the maker.
    """
    return [
        Watched(key, course, text, AgreementState(state), *rest)
        for key, course, text, state, *rest in _WATCHED(list(course_ids), actor.person_id)
    ]
