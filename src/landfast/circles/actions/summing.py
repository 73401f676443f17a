"""At the meeting: a summary under the fixed headings makes a point talked about."""

from collections.abc import Collection, Mapping
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_staff
from landfast.circles import models
from landfast.circles.queries import standing as queries
from landfast.circles.rules import cases, kinds, searching
from landfast.circles.rules import standing as rules
from landfast.circles.rules.cases import CaseState
from landfast.circles.rules.standing import SittingState
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.refusals import NotFound


@action
def sum_theme(
    *, actor: Actor, sitting_id: UUID, theme_id: UUID, said: Mapping[str, str],
    looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """What was said of a theme, and what came of it; written again it is mended."""
    sitting = _at_the_table(actor, sitting_id)
    row = models.Theme.objects.select_for_update().filter(id=theme_id).first()
    if row is None or row.circle_id != sitting.circle_id:
        raise NotFound
    _check_open(row.state, row.sitting_id, sitting)
    headings = kinds.THEME_HEADINGS[queries.circle(row.circle_id).kind]
    kinds.check_summary(headings, said)
    summary = kinds.kept_summary(headings, said)
    searching.check_between_units(summary, queries.known_words(row.circle_id), looked_at)
    row.summary, row.state, row.sitting_id = summary, CaseState.HANDLED, sitting.id
    row.save(update_fields=["summary", "state", "sitting"])
    record(actor, "circle.theme_summed", row)


@action
def sum_case(
    *, actor: Actor, sitting_id: UUID, case_id: UUID, said: Mapping[str, str],
    names: Collection[str] = (), looked_at: Collection[str] = (),
) -> None:  # fmt: skip
    """What the circle heard, thought and suggests: advice, never authority (S000 §2.3)."""
    sitting = _at_the_table(actor, sitting_id)
    row = models.Case.objects.select_for_update().filter(id=case_id).first()
    if row is None or row.circle_id != sitting.circle_id:
        raise NotFound
    _check_open(row.state, row.sitting_id, sitting)
    cases.check_comes_up(row.told_on, date_in_denmark(sitting.starts_at))
    headings = kinds.CASE_HEADINGS[queries.circle(row.circle_id).kind]
    kinds.check_summary(headings, said)
    summary = kinds.kept_summary(headings, said)
    searching.check_case(summary, names, looked_at)
    row.summary, row.state, row.sitting_id = summary, CaseState.HANDLED, sitting.id
    row.looked_at = sorted({*row.looked_at, *looked_at})
    row.save(update_fields=["summary", "state", "sitting", "looked_at"])
    record(actor, "circle.case_summed", row, to=row.raised_by_id)


def _at_the_table(actor: Actor, sitting_id: UUID) -> models.Sitting:
    require_staff(actor)
    sitting = models.Sitting.objects.filter(id=sitting_id).first()
    if sitting is None:
        raise NotFound
    rules.check_sits(sits=queries.sits(sitting.circle_id))
    rules.check_planned(SittingState(sitting.state))
    rules.check_has_begun(sitting.starts_at, now())
    return sitting


def _check_open(state: str, at: UUID | None, sitting: models.Sitting) -> None:
    """What waits is talked about; what was written at this very meeting can be mended."""
    if at != sitting.id:
        cases.check_waits(CaseState(state))
