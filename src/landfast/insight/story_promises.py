"""A promise as a thread: from its first line to the line that ended it."""

from collections.abc import Mapping, Sequence

from landfast.insight.storyline.shapes import End, Thread
from landfast.kernel.clock import date_in_denmark
from landfast.plan.queries import AgreementRow, ChangeRow
from landfast.plan.rules import life
from landfast.plan.rules.words import AgreementState as S

ENDS: Mapping[S, End] = {
    S.NOTED: End.ASKED, S.PROPOSED: End.ASKED,
    S.ACCEPTED: End.OPEN, S.STARTED: End.OPEN,
    S.KEPT: End.KEPT, S.PARTLY: End.PARTLY, S.BROKEN: End.BROKEN,
    S.REPLACED: End.OVER, S.DECLINED: End.OVER, S.LAPSED: End.OVER,
}  # fmt: skip


def thread(row: AgreementRow, history: Sequence[ChangeRow]) -> Thread:
    """How long it ran, and how it ended. What was broken stays broken when a new one came."""
    ended = _ended(row, history)
    was_broken = any(one.after is S.BROKEN for one in history)
    is_replaced = row.state is S.REPLACED and was_broken
    return Thread(
        f"agreement:{row.id}", row.text, row.maker.name if row.maker else "",
        date_in_denmark(row.proposed_at), date_in_denmark(ended.at) if ended else None,
        End.BROKEN if is_replaced else ENDS[row.state], row.due_on,
    )  # fmt: skip


def _ended(row: AgreementRow, history: Sequence[ChangeRow]) -> ChangeRow | None:
    """The first line after which nobody had anything left to do, when that is so still."""
    if life.is_open(row.state) or row.state is S.NOTED:
        return None
    found = None
    for one in reversed(history):
        if life.is_open(one.after):
            break
        found = one
    return found
