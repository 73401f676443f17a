"""Sessions by a digest of their key: who lists the table comes in as nobody (decisions/0022).

What a session holds is signed by Django already; its key was the one thing that a reader of the
table, or of a copy of it, could have used.
"""

from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

WIDTH = 40
"""Characters of the column: 160 bits of the digest."""


def digest(key: str) -> str:
    """What stands in the table for a key that only the cookie has."""
    return sha256(key.encode()).hexdigest()[:WIDTH]


class SessionStore(DatabaseStore):
    """Django's own store in the database, which never writes the key down."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        rows = self.model.objects.filter(
            session_key=digest(self.session_key or ""), expire_date__gt=timezone.now()
        )
        row: AbstractBaseSession | None = rows.first()
        if row is None:
            self._session_key = None
        return row

    def exists(self, session_key: str) -> bool:
        """Is there such a session?"""
        return bool(self.model.objects.filter(session_key=digest(session_key)).exists())

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """The row as it is saved."""
        row = super().create_model_instance(data)
        row.session_key = digest(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        """The session is over."""
        key = session_key or self.session_key
        if key:
            self.model.objects.filter(session_key=digest(key)).delete()
