"""Which promises stand on the citizen's first page, and under which heading."""

from datetime import date
from typing import Any

from landfast.plan.queries import AgreementRow, Plan
from landfast.plan.rules.words import AgreementState as A
from landfast.web.mine.present import promise

PROMISES_SHOWN = 3
WAS_AGREED = frozenset({A.KEPT, A.PARTLY, A.BROKEN, A.LAPSED})
"""Settled and over. What was declined or replaced is no promise that she was given."""


def open_promises(plan: Plan) -> list[AgreementRow]:
    """What has been agreed and still runs, the nearest date first."""
    running = [row for row in plan.agreements if row.is_open]
    return sorted(running, key=lambda row: (row.due_on is None, row.due_on or date.max))


def shown_promises(found: list[AgreementRow]) -> dict[str, Any]:
    """At most three cards on her first page, what only waits for a yes by itself (`proposed`).

    What is agreed comes first; `more`: how many stand on her plan besides.
    """
    agreed_first = sorted(found, key=lambda row: row.state is A.PROPOSED)
    shown = agreed_first[:PROMISES_SHOWN]
    return {
        "promises": [promise(row) for row in shown if row.state is not A.PROPOSED],
        "proposed": [promise(row) for row in shown if row.state is A.PROPOSED],
        "more": len(found) - len(shown),
    }


def old_promises(plan: Plan) -> list[AgreementRow]:
    """What was agreed and is over: what was kept first, the last agreed first among equals."""
    over = [row for row in plan.agreements if row.state in WAS_AGREED]
    return sorted(over, key=lambda row: (row.state is A.KEPT, row.id), reverse=True)
