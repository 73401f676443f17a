"""Emergency access in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.consent.emergencies import EmergencyRow
from landfast.consent.rules import DECISION_NAMES, LEGAL_BASES
from landfast.paper.words import moment
from landfast.web.parts.shapes import Act


@dataclass(frozen=True)
class Line:
    """One emergency access, for a list."""

    id: UUID
    who: str
    unit: str
    course_unit: str
    basis: str
    law: str
    reason: str
    opened_at: datetime
    opened: str
    until: str
    runs: bool
    decision: str
    words: str
    decided_by: str
    course_url: str
    end: Act


def line(row: EmergencyRow) -> Line:
    """As it is read by whoever reads, or reviews."""
    ground = LEGAL_BASES[row.basis]
    return Line(
        row.id, row.who, row.unit, row.course_unit, _(ground.name), _(ground.law), row.reason,
        row.opened_at, moment(row.opened_at), moment(row.ends_at), row.runs,
        _(DECISION_NAMES[row.decision]) if row.decision else "", row.words, row.decided_by,
        reverse("course", args=[row.course_id]),
        Act(_("Luk nødadgangen nu"), reverse("end_emergency", args=[row.id]), "post"),
    )  # fmt: skip
