"""Telling the database who acts: once per transaction, inside it, never for the connection.

A setting on the connection leaks through a pooler to the next client
(performance.md §4); `set_config(…, true)` ends with the transaction. When it has
ended PostgreSQL reads '' and no row of a citizen is visible. Who acts is signed for this
transaction (signing.py): a setting that somebody else made up is nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from landfast.access.actor import Actor
from landfast.access.signing import claim, sign_in_proof
from landfast.kernel import clock

_SETTINGS = ("landfast.actor", "landfast.reading", "landfast.now", "landfast.opened")
_SET = "select " + ", ".join(f"set_config('{name}', %s, true)" for name in _SETTINGS)
_BEGIN = _SET + ", (extract(epoch from now()) * 1000000)::bigint"
_CLAIM = "select set_config('landfast.actor', %s, true)"
_GET = "select " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in _SETTINGS)


@contextmanager
def acting(actor: Actor | None, *, reading: bool = False) -> Iterator[None]:
    """One transaction in which `actor` acts (None: a stranger). With `reading`, writes are refused.

    A clock that was moved is told too; the database believes it from jobs only. Inside
    another transaction what was told before is told again afterwards; else it ends with ours.
    """
    moved = clock.moved_to()
    wanted = ("", "on" if reading else "", moved.isoformat() if moved else "", "")
    nested = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        before = _told(cursor) if nested else None
        cursor.execute(_BEGIN, wanted)
        began = cursor.fetchone()[-1]
        if actor:
            login = str(connection.settings_dict["USER"])
            cursor.execute(_CLAIM, [claim(actor.person_id, began, login, reads=reading)])
        yield
        # what is rolled back restores the setting itself; what is released does not
        if before is not None and not connection.needs_rollback:
            cursor.execute(_SET, before)


def _told(cursor: CursorWrapper) -> tuple[str, ...]:
    cursor.execute(_GET)
    return cast(tuple[str, ...], cursor.fetchone())


def nobody_acts() -> None:
    """Whoever was said to act in this transaction does not: the claim was no longer good."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [""])


@contextmanager
def signing_in(username: str) -> Iterator[str]:
    """One transaction in which the database answers about this login name; yields the proof."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select (extract(epoch from now()) * 1000000)::bigint")
        login = str(connection.settings_dict["USER"])
        yield sign_in_proof(username, cursor.fetchone()[0], login)
