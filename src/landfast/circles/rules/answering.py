"""Answers of those who sit in a circle: they come, or another does not have to wait for them."""

from datetime import datetime

from landfast.circles.rules.standing import SittingState
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import check_link_reply

ANSWERS = frozenset({Reply.COMES, Reply.BY_PHONE, Reply.DECLINED})


def check_answer(reply: Reply, reason: str) -> None:
    """Yes, by telephone, or no with why: who leads it can still move the day (S000 §2.3)."""
    if reply not in ANSWERS:
        raise Wrong("no_answer", da("Vælg et svar."), "reply")
    check_link_reply(reply, reason, "", "")


def check_ahead(state: SittingState, starts_at: datetime, now: datetime) -> None:
    """It is answered before it begins."""
    if state is not SittingState.PLANNED or starts_at <= now:
        raise NotNow("not_open", da("Mødet er ikke længere åbent for svar."))
