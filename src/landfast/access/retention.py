"""What of the mechanism's own tables is forgotten by rule. The clock calls these; nobody acts."""

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.kernel.clock import now


@action(asks=False, tells=False)
def expire_looks() -> int:
    """Drop the months of looks that are five years old (`Keep.LOOK`); the count is an event."""
    with connection.cursor() as cursor:
        cursor.execute("select access_expire_looks()")
        (gone,) = cursor.fetchone()
        cursor.execute("select access_expire_seals(), access_expire_oversight()")
    if gone:
        record(None, "looks.expired", count=gone)
    return int(gone)


@action(asks=False, tells=False)
def make_look_months() -> int:
    """Make the look log's months ahead, and those of looks that fell beside; how many.

    The clock calls it. What an empty month says is nobody's business: no event.
    """
    with connection.cursor() as cursor:
        cursor.execute("select access_make_look_months()")
        (made,) = cursor.fetchone()
    return int(made)


@action(asks=False, tells=False)
def expire_sign_ins() -> int:
    """Forget failed sign-ins after a day (`Keep.SIGN_IN`). No name stood in them; no event."""
    with connection.cursor() as cursor:
        cursor.execute("select access_expire_sign_ins()")
        (gone,) = cursor.fetchone()
    return int(gone)


@action(asks=False, tells=False)
def forget_sessions() -> int:
    """Forget sessions that have ended by themselves; they are nobody's act and leave no event."""
    with connection.cursor() as cursor:
        cursor.execute("select django_session_forget(%s)", [now()])
        (gone,) = cursor.fetchone()
    return int(gone)
