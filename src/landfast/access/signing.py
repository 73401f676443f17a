"""The actor's setting is signed: whoever can send SQL as the application is still nobody else.

The application's role may set `landfast.actor` to anything. What counts is the signature:
HMAC-SHA256 of the person and of the microsecond in which the transaction began. The key is known
to the processes (from their settings) and to the database's helper role, never to the role that
asks. A claim is good in its own transaction only; `access_actor()` answers nobody for any other.

The transaction's time binds the claim, not the connection's number: parallel workers and poolers
have other numbers, and the time goes with them all.
"""

import hmac

import psycopg
from django.conf import settings

from landfast.kernel import postgres
from landfast.kernel.ids import PersonId

_BLOCK = 64
_INNER, _OUTER = 0x36, 0x5C  # RFC 2104
GRACE = "1 day"
"""How long a key is still believed after the next one: running processes have it."""

_KNOWN = "select count(*) from access_actor_key where inner_pad = %s and ends_at is null"
_END = """update access_actor_key set ends_at = statement_timestamp() + %s::interval
 where login = %s and (ends_at is null or ends_at > statement_timestamp() + %s::interval)"""
_ADD = """insert into access_actor_key (id, login, inner_pad, outer_pad, starts_at)
 values (uuidv7(), %s, %s, %s, statement_timestamp())"""


def key_of(secret: str, login: str) -> bytes:
    """Each login of the database signs with a key of its own: the web's is no good for the jobs."""
    return hmac.digest(secret.encode(), login.encode(), "sha256")


def claim(person: PersonId, began: int, login: str, *, reads: bool = False) -> str:
    """What `landfast.actor` is set to: who, and the proof that we say so in this transaction.

    A claim that reads (a colon) is shown of a course's record what it has logged (`logged`).
    """
    if reads:
        return f"{person}:{_signature(str(person), began, login, '|reads')}"
    return f"{person}.{_signature(str(person), began, login)}"


def sign_in_proof(username: str, began: int, login: str) -> str:
    """The proof that the door asks about this login name in this transaction, and nobody else."""
    return _signature(f"sign-in|{username}", began, login)


def _signature(said: str, began: int, login: str, how: str = "") -> str:
    key = key_of(settings.LANDFAST_ACTOR_KEY, login)
    return hmac.new(key, f"{said}|{began}{how}".encode(), "sha256").hexdigest()


def keep_key(secret: str, *, at_once: bool = False, database: str = "") -> bool:
    """Tell the database, as its owner, the key that the processes sign with from now on.

    The one before is believed for a day more, or with `at_once` not a second. Was it news?
    """
    grace = "0" if at_once else GRACE
    news = False
    parts = postgres.connection_parts("owner")
    parts["dbname"] = database or parts["dbname"]
    with psycopg.connect(**parts) as owner, owner.cursor() as cursor:  # type: ignore[arg-type]
        for login in postgres.LOGINS.values():
            inner, outer = _pads(key_of(secret, login))
            cursor.execute(_KNOWN, [inner])
            if cursor.fetchone() != (0,):
                continue
            news = True
            cursor.execute(_END, [grace, login, grace])
            cursor.execute(_ADD, [login, inner, outer])
    return news


def _pads(key: bytes) -> tuple[bytes, bytes]:
    block = key.ljust(_BLOCK, b"\0")
    return bytes(byte ^ _INNER for byte in block), bytes(byte ^ _OUTER for byte in block)
