"""A leader's no, as she meets it on her first page: what, why, and by when she can complain."""

from typing import Any
from uuid import UUID

from landfast.journeys.see_own_course import MyCourse
from landfast.kernel.clock import date_in_denmark, today
from landfast.plan.queries.deciding import DecisionRow
from landfast.plan.rules.deciding import appeal_by
from landfast.web.pages import to


def noes(seen: MyCourse) -> list[dict[str, Any]]:
    """One a promise, the newest; what can be complained of has its last day."""
    texts: dict[UUID, str] = {row.id: row.text for row in seen.plan.agreements}
    newest: dict[UUID, DecisionRow] = {}
    for row in seen.noes:
        newest.setdefault(row.agreement_id, row)
    return [
        _line(row, texts[row.agreement_id], seen.course.id)
        for row in newest.values()
        if row.agreement_id in texts
    ]


def _line(row: DecisionRow, text: str, course_id: UUID) -> dict[str, Any]:
    answered = date_in_denmark(row.answered_at) if row.answered_at else today()
    return {
        "who": row.decider, "text": text, "because": row.because, "day": answered,
        "by": appeal_by(answered, row.appeal) if row.appeal else None,
        "url": to("agreement", course_id, row.agreement_id),
    }  # fmt: skip
