"""What is in a file lies sealed, as numbers and seeds do; backups hold it sealed too.

One file at a time, beside the traffic; stopped and begun again it goes on where it was. A process
of the version before can put no file there meanwhile (the check refuses it), and fetches none that
is sealed already. What is sealed cannot be pressed together, so the database does not try. Going
back opens every file, which needs the keys.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from landfast.kernel.sealing_bytes import seal_bytes, unseal_bytes

How = Callable[[bytes, list[str], UUID], bytes]
LIES_SEALED = "substring(data from 1 for 4) = 'LFS1'::bytea"


def _turn(editor: BaseDatabaseSchemaEditor, wanted: str, how: How) -> None:
    with editor.connection.cursor() as cursor:
        cursor.execute(f"select id from files_content where {wanted} order by id")
        for (key,) in cursor.fetchall():
            with transaction.atomic(using=editor.connection.alias):
                _one(cursor, wanted, how, key)


def _one(cursor: Any, wanted: str, how: How, key: UUID) -> None:
    cursor.execute(f"select data from files_content where id = %s and {wanted} for update", [key])
    if row := cursor.fetchone():
        data = how(bytes(row[0]), settings.LANDFAST_SEALING_KEYS, key)
        cursor.execute("update files_content set data = %s where id = %s", [data, key])


def seal(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What lies plain is sealed."""
    _turn(editor, f"not ({LIES_SEALED})", seal_bytes)


def unseal(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What lies sealed is opened."""
    _turn(editor, LIES_SEALED, unseal_bytes)


class Migration(migrations.Migration):
    """In steps that each stand alone: nothing is locked for long."""

    atomic = False
    dependencies = (("files", "0004_topics_of_parts"),)

    operations = (
        migrations.RunSQL(
            "alter table files_content alter data set storage external;",
            "alter table files_content alter data set storage extended;",
        ),
        migrations.RunSQL(
            f"alter table files_content add constraint content_is_sealed check ({LIES_SEALED})"
            " not valid;",
            "",
        ),
        migrations.RunPython(seal, unseal),
        migrations.RunSQL(
            "alter table files_content validate constraint content_is_sealed;",
            "alter table files_content drop constraint content_is_sealed;",
        ),
    )
