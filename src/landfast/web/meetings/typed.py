"""What a page says of minutes that were typed from paper."""

from datetime import datetime
from typing import Any

from landfast.meetings.queries import MinutesRow


def typed_from_paper(row: MinutesRow | None) -> dict[str, Any] | None:
    """Who typed it in and when; None where the minutes were not on paper."""
    typed = row.content.get("from_paper") if row else None
    return {"by": typed["by"], "on": datetime.fromisoformat(typed["on"])} if typed else None
