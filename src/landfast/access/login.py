"""Who somebody is, by password. Only here is the database asked about one who does not act yet."""

import hashlib
import hmac
import logging
from uuid import UUID

from django.conf import settings
from django.db import connection

from landfast.access.actor import Actor
from landfast.access.rules import TRIES_WITHIN, check_tries
from landfast.access.session import acting, signing_in
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import TooMany
from landfast.people import queries as people
from landfast.people.actions import renew_seal
from landfast.people.rules import PersonKind

log = logging.getLogger("landfast.security")


def by_password(username: str, password: str, *, source: str) -> tuple[Actor, str] | None:
    """The actor whose login this is, with the session's key; None when it does not fit.

    `source` is where it came from, sealed. Raises TooMany when it did not fit too often.
    """
    check_not_guessing(username, source)
    with signing_in(username) as proof:
        found = people.check_password(username, password, proof)
    if found is None:
        note_failed(username, source, "password")
        return None
    actor = Actor(found.person.id, found.person.kind, found.person.name)
    return actor, _renewed(actor, password, found) or found.session_key


def _renewed(actor: Actor, password: str, found: people.Fits) -> str | None:
    """Only now is the password at hand: one sealed with less care than today's is sealed anew."""
    if not found.is_outdated:
        return None
    with acting(actor):
        renew_seal(person_id=actor.person_id, sealed=found.sealed, password=password)
        return people.session_key(actor.person_id)


def key_of(person_id: UUID) -> str | None:
    """The session's key of a person; None without an active account.

    For those who came in by something else than a password (a passkey, a demonstration).
    """
    with acting(Actor(PersonId(person_id), PersonKind.STAFF)):
        return people.session_key(person_id)


def check_not_guessing(what: str, source: str) -> None:
    """Raises TooMany when too much did not fit lately: for this login, from this place."""
    try:
        check_tries(**_failed(_sealed(what), source))
    except TooMany:
        facts = {"event": "sign_in.stopped", "who": _sealed(what), "source": source}
        log.warning("too many tries", extra={"facts": facts})
        raise


def note_failed(what: str, source: str, way: str = "link") -> None:
    """It did not fit: a password, a code, a passkey. The line in the log names nobody."""
    name = _sealed(what)
    with connection.cursor() as cursor:
        cursor.execute("select access_sign_in_failed(%s, %s, %s)", [name, source, now()])
    facts = {"event": "sign_in.failed", "way": way, "who": name, "source": source}
    log.warning("a sign-in failed", extra={"facts": facts})


def _failed(name: str, source: str) -> dict[str, int]:
    """How often it did not fit lately: for this name from here, from here, for this name."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select here, source, name from access_failed_sign_ins(%s, %s, %s)",
            [name, source, now() - TRIES_WITHIN],
        )
        return dict(zip(("here", "source", "name"), cursor.fetchone(), strict=True))


def _sealed(username: str) -> str:
    """A login name as it stands beside a failed try: nobody can read it back."""
    told = f"sign-in {username}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), told, hashlib.sha256).hexdigest()[:32]
