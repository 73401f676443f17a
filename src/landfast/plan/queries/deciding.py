"""Reads of what leaders are asked to decide."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from landfast.kernel.clock import now
from landfast.plan import models
from landfast.plan.queries.costing import CostRow, cost_of
from landfast.plan.rules import deciding
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer, Passed, Shown


@dataclass(frozen=True)
class DecisionRow:
    """What is asked, of whom, by whom and why; and what the answer was."""

    id: UUID
    course_id: UUID
    question: str
    reason: str
    asked_by: str
    asked_by_phone: str
    decider: str
    asked_at: datetime
    answer: DecisionAnswer | None
    because: str
    instead: str
    answered_at: datetime | None
    withdrawn_at: datetime | None
    agreement_id: UUID
    interim_id: UUID | None
    about: DecisionAbout
    shown: tuple[tuple[Shown, str], ...]
    answer_by: datetime | None
    decider_phone: str
    stands_in_for: str
    passed_from: str
    passed_at: datetime | None
    passed_why: Passed | None
    appeal: Appeal | None
    asked_by_id: UUID

    @property
    def waits(self) -> bool:
        """Is there still to be an answer?"""
        return self.answered_at is None and self.withdrawn_at is None


def decisions_of(agreement_id: UUID) -> list[DecisionRow]:
    """What leaders were asked about an agreement, the newest first."""
    return _rows(models.DecisionAsk.objects.filter(agreement_id=agreement_id))


def noes_of(course_id: UUID) -> list[DecisionRow]:
    """What leaders have said no to while she can complain of it, the newest first."""
    rows = models.DecisionAsk.objects.filter(
        course_id=course_id, answer=DecisionAnswer.NO, about=DecisionAbout.GRANT,
        answered_at__gt=now() - deciding.APPEAL_WITHIN - timedelta(days=1),
    )  # fmt: skip
    return _rows(rows)


def decisions(decision_ids: Collection[UUID]) -> list[DecisionRow]:
    """These questions, as far as the actor may read them, the newest first."""
    return _rows(models.DecisionAsk.objects.filter(id__in=decision_ids))


def is_to_price(told: Iterable[tuple[str, str]], cost: CostRow | None) -> bool:
    """Was the question about the price that stands now? `told` is what the leader was shown."""
    words = dict(told).get(Shown.COST)
    return deciding.is_to_this_price(words, cost.cost.words if cost else "")


def is_to_words(
    answer: DecisionAnswer, asked_at: datetime, agreement: models.Agreement, words: str
) -> bool:
    """Was the question about these words of the agreement, or the answer about others?

    The agreement is as it was read: what is not saved yet was not asked about.
    """
    history = agreement.changes.order_by("at", "id").values_list("at", "old_text")
    return deciding.is_to_words(answer, asked_at, history, agreement.text, words)


def waits_with(interim_id: UUID) -> tuple[UUID, str] | None:
    """The agreement that this one holds for while a leader decides, and its words."""
    rows = models.DecisionAsk.objects.filter(interim_id=interim_id).order_by()
    return rows.values_list("agreement_id", "agreement__text").first()


def _rows(found: "QuerySet[models.DecisionAsk]") -> list[DecisionRow]:
    rows = found.select_related("asked_by", "decider", "stands_in_for", "passed_from").order_by(
        "-asked_at", "-id"
    )
    return [
        DecisionRow(
            row.id, row.course_id, row.question, row.reason, row.asked_by.name,
            row.asked_by.phone, row.decider.name, row.asked_at,
            DecisionAnswer(row.answer) if row.answer else None, row.because, row.instead,
            row.answered_at, row.withdrawn_at, row.agreement_id, row.interim_id,
            DecisionAbout(row.about),
            tuple((Shown(code), words) for code, words in row.shown), row.answer_by,
            row.decider.phone, row.stands_in_for.name if row.stands_in_for else "",
            row.passed_from.name if row.passed_from else "", row.passed_at,
            Passed(row.passed_why) if row.passed_why else None,
            Appeal(row.appeal) if row.appeal else None, row.asked_by_id,
        )
        for row in rows
    ]  # fmt: skip


def least(
    agreement_id: UUID,
    chosen: Collection[Shown],
    interim: str = "",
    about: DecisionAbout = DecisionAbout.GRANT,
) -> list[tuple[str, str]]:
    """What a leader would be shown of an agreement: what was chosen, and a price to grant."""
    shows = deciding.shows_of(chosen, about)
    row = models.Agreement.objects.select_related("wish", "maker").get(id=agreement_id)
    cost = cost_of(agreement_id) if Shown.COST in shows else None
    said = {
        Shown.WISH: row.wish.words if row.wish else row.practical_problem,
        Shown.COST: cost.cost.words if cost else "",
        Shown.DUE: f"{row.due_on:%d.%m.%Y}" if row.due_on else "",
        Shown.INTERIM: interim.strip(),
        Shown.MAKER: row.maker.name if row.maker else "",
    }
    return [(one.value, said[one]) for one in Shown if one in shows and said[one]]


@dataclass(frozen=True)
class WaitingAsk:
    """A question that waits, as the jobs know it: whose chain, who has it, how long."""

    id: UUID
    unit_id: UUID
    decider_id: UUID
    asked_by_id: UUID
    level: int
    answer_by: datetime | None


def waiting_asks() -> list[WaitingAsk]:
    """Every question that waits for a leader, the nearest time first. For the clock's jobs."""
    with connection.cursor() as cursor:
        cursor.execute("select * from plan_decisions_waiting()")
        return [WaitingAsk(*row) for row in cursor.fetchall()]
