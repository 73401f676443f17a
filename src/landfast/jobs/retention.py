"""Retention: what may be deleted by rule is deleted, and the log says how much.

One list, one line for each rule of `kernel.holding.Keep` that stands on a table. Whole courses have
a way of their own, which is longer: `jobs/keeping.py`.
The database's own functions take only what is past its day, so nobody can ask for more.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from landfast.access.actions import expire_drafts
from landfast.access.retention import expire_looks, expire_sign_ins, forget_sessions
from landfast.circles.actions import after as circles
from landfast.consultation import actions as consultation
from landfast.course.actions import callback, referral, signalling
from landfast.files import actions as files
from landfast.kernel.holding import Keep
from landfast.learning.actions import studies as learning
from landfast.login.actions import resets, sittings
from landfast.meetings.actions import forget_turns
from landfast.messages import actions as messages

log = logging.getLogger("landfast.retention")


@dataclass(frozen=True)
class Rule:
    """What one retention rule does: the words for the log, and the function that acts."""

    keep: Keep
    does: str
    act: Callable[[], int]


RULES: tuple[Rule, ...] = (
    Rule(Keep.DRAFT, "drafts forgotten", expire_drafts),
    Rule(Keep.DRAFT, "notes of meetings without minutes forgotten", forget_turns),
    Rule(Keep.SIGN_IN, "failed sign-ins forgotten", expire_sign_ins),
    Rule(Keep.SIGN_IN, "forgotten passwords forgotten", resets.forget),
    Rule(Keep.ACCOUNT, "sessions past their end forgotten", forget_sessions),
    Rule(Keep.SITTING, "sessions that people ended forgotten", sittings.forget),
    Rule(Keep.CALLBACK, "numbers to ring forgotten", callback.expire),
    Rule(Keep.SIGNAL, "signs in people's lives forgotten", signalling.expire),
    Rule(Keep.REFERRAL, "referrals without a yes emptied", referral.expire),
    Rule(Keep.REFERRAL, "referrals answered a year ago emptied", referral.empty_old),
    Rule(Keep.LOOK, "months of looks older than five years deleted", expire_looks),
    Rule(Keep.FILE, "contents of removed files erased", files.erase),
    Rule(Keep.DELIVERY, "lines of the delivery log forgotten", messages.forget),
    Rule(Keep.CONSULTATION, "anonymous questions forgotten", consultation.forget),
    Rule(Keep.CIRCLE, "cases of circles forgotten", circles.forget),
    Rule(Keep.STUDY, "copies for learning forgotten", learning.forget),
)

HELD = {
    Keep.COURSE: "blocked, delivered and deleted one course at a time: jobs/keeping.py",
    Keep.KEY: "ends with the login it belongs to; about no person",
    Keep.ORGANISATION: "as long as the organisation uses Landfast; nothing about citizens",
}
"""Rules without an act, and why."""


def keep_the_rules() -> dict[str, int]:
    """Act on every rule; answers, and logs, how many rows each one met. No names in the log.

    One rule that fails stops no other; it is logged, and tried again the next time.
    """
    report: dict[str, int] = {}
    for rule in RULES:
        try:
            with transaction.atomic():
                report[rule.does] = rule.act()
        except Exception:
            log.exception("retention: %s failed; it is tried again", rule.does)
    met = ", ".join(f"{does}: {count}" for does, count in report.items() if count)
    log.info("retention: %s", met or "nothing was due")
    return report
