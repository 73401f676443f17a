"""What a page says of minutes that were typed from paper."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from landfast.meetings.queries import MinutesRow
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.words import AgreementState


def typed_from_paper(
    row: MinutesRow | None, agreements: Iterable[AgreementRow]
) -> dict[str, Any] | None:
    """Who typed it in and when, and which of its agreements wait for their maker's yes."""
    typed = row.content.get("from_paper") if row else None
    if not typed:
        return None
    waiting = [
        (one.text, one.maker.name if one.maker else "")
        for one in agreements
        if one.state is AgreementState.PROPOSED
    ]
    return {"by": typed["by"], "on": datetime.fromisoformat(typed["on"]), "waiting": waiting}
