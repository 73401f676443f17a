"""Moments as they come from PostgreSQL, made by Python's own reader of ISO 8601.

Django's loader takes each apart with a pattern and sets its zone afterwards: seven times as long,
and Mandag alone has a hundred. Sessions speak UTC (USE_TZ), so that none needs another zone.
"""

from datetime import UTC, datetime
from typing import Any

from psycopg.types.datetime import TimestamptzLoader


class UtcLoader(TimestamptzLoader):
    """A `timestamptz` in UTC. What ISO 8601 has no word for is the ordinary loader's to refuse."""

    timezone = UTC
    """Django asks for it: a loader of another zone would be replaced."""

    def load(self, data: Any) -> datetime:
        """The moment, aware of its zone."""
        try:
            return datetime.fromisoformat(str(data, "ascii"))
        except ValueError:
            return super().load(data)
