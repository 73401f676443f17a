"""Telling the database who acts: once per transaction, inside it, never for the connection.

A setting on the connection leaks through a pooler to the next client
(performance.md §4); `set_config(…, true)` ends with the transaction. When it has
ended PostgreSQL reads '' and no row of a citizen is visible. Who acts is signed for this
transaction (signing.py): a setting that somebody else made up is nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

from landfast.access.actor import Actor
from landfast.access.signing import claim, sign_in_proof
from landfast.kernel import clock

_SETTINGS = ("landfast.actor", "landfast.reading", "landfast.now", "landfast.opened")
_TELL = [f"set_config('{name}', %s, true)" for name in _SETTINGS]
_TOLD = [f"coalesce(current_setting('{name}', true), '')" for name in _SETTINGS]
_SET = "select " + ", ".join(_TELL)
_BEGIN = "select " + ", ".join([*_TOLD, *_TELL, "(extract(epoch from now()) * 1000000)::bigint"])  # noqa: S608
"""What was told before, then what is told now: columns are made from left to right."""
_CLAIM = "select set_config('landfast.actor', %s, true)"
_claims: ContextVar[tuple[str, str] | None] = ContextVar("claims", default=None)
"""What a request that may act says outside its acts, and inside them."""


@contextmanager
def acting(
    actor: Actor | None, *, reading: bool = False, only_in_acts: bool = False
) -> Iterator[None]:
    """One transaction in which `actor` acts (None: a stranger). With `reading`, writes are refused.

    With `only_in_acts` it acts inside actions and journeys, and reads before and after them: a form
    that is shown again is behind the gate of the log as every page (`inside_an_act`).
    A clock that was moved is told too; the database believes it from jobs only. Inside
    another transaction what was told before is told again afterwards; else it ends with ours.
    """
    moved = clock.moved_to()
    wanted = ("", "on" if reading else "", moved.isoformat() if moved else "", "")
    nested = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_BEGIN, wanted)
        *answer, began = cursor.fetchone()
        before = answer[: len(_SETTINGS)]
        if actor:
            login = str(connection.settings_dict["USER"])
            reads, acts = (
                claim(actor.person_id, began, login, reads=either) for either in (True, False)
            )
            cursor.execute(_CLAIM, [reads if reading or only_in_acts else acts])
        token = _claims.set((reads, acts) if actor and only_in_acts else None)
        try:
            yield
        finally:
            _claims.reset(token)
        # what is rolled back restores the setting itself; what is released does not
        if nested and not connection.needs_rollback:
            cursor.execute(_SET, before)


@contextmanager
def inside_an_act() -> Iterator[None]:
    """While an act runs, a request that reads until then acts. An act within it changes nothing."""
    claims = _claims.get()
    if claims is None:
        yield
        return
    reads, acts = claims
    token = _claims.set(None)
    _say(acts)
    try:
        yield
    finally:
        _claims.reset(token)
        if not connection.needs_rollback:
            _say(reads)


def _say(said: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, [said])


def nobody_acts() -> None:
    """Whoever was said to act in this transaction does not: the claim was no longer good."""
    _claims.set(None)
    _say("")


@contextmanager
def signing_in(username: str) -> Iterator[str]:
    """One transaction in which the database answers about this login name; yields the proof."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select (extract(epoch from now()) * 1000000)::bigint")
        login = str(connection.settings_dict["USER"])
        yield sign_in_proof(username, cursor.fetchone()[0], login)
