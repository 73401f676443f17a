"""What is over is forgotten by rule."""

from django.db import connection

from landfast.access.action import action


@action(asks=False, tells=False)
def forget() -> int:
    """Forget lines of the log ninety days after their end (`Keep.DELIVERY`). The clock calls it."""
    with connection.cursor() as cursor:
        cursor.execute("select notices_forget()")
        (gone,) = cursor.fetchone()
    return int(gone)
