"""What of the mechanism's own tables is forgotten by rule. The clock calls these; nobody acts."""

from django.contrib.sessions.models import Session
from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.kernel.clock import now


@action(asks=False, tells=False)
def expire_looks() -> int:
    """Delete looks five years after them (`Keep.LOOK`). The count is left as an event."""
    with connection.cursor() as cursor:
        cursor.execute("select access_expire_looks()")
        (gone,) = cursor.fetchone()
    if gone:
        record(None, "looks.expired", count=gone)
    return int(gone)


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
    gone, _kinds = Session.objects.filter(expire_date__lt=now()).delete()
    return gone
