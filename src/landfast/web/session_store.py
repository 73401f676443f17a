"""Sessions by their key: who has none reaches none, nor by the application's own SQL.

The table keeps a digest of the key and what Django has signed; the database's functions ask for the
key itself, which the cookie alone has. So nobody lists sessions, comes in by one, or ends another's
(decisions/0022).
"""

from typing import Any

from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import connection
from django.utils import timezone


class SessionStore(SessionBase):
    """Django's session, kept by five functions of the database."""

    def load(self) -> dict[str, Any]:
        """What is kept; a key that opens nothing is forgotten."""
        kept = _ask("django_session_read(%s, %s)", self.session_key or "", timezone.now())
        if kept is None:
            self._session_key = None
            return {}
        return self.decode(kept)

    def exists(self, session_key: str) -> bool:
        """Is there such a session?"""
        return bool(_ask("django_session_is_there(%s)", session_key))

    def create(self) -> None:
        """A session with a key that nobody has."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Keep it; one that was ended meanwhile does not come back."""
        if self.session_key is None:
            self.create()
            return
        data = self.encode(self._get_session(no_load=must_create))  # type: ignore[attr-defined]
        until = self.get_expiry_date()
        kept = _ask(
            "django_session_keep(%s, %s, %s, %s)", self.session_key, data, until, must_create
        )
        if not kept:
            raise CreateError if must_create else UpdateError

    def delete(self, session_key: str | None = None) -> None:
        """The session is over."""
        if key := session_key or self.session_key:
            _ask("django_session_end(%s)", key)


def _ask(function: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}", values)
        return cursor.fetchone()[0]
