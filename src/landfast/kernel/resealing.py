"""Turning the keys: every sealed field is sealed again with the newest key, a batch at a time.

Which fields there are comes from what each model says that it `holds`. While it goes on, and when
it was stopped and begins again, the old keys still open what has not been reached.
"""

from dataclasses import dataclass
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import BinaryField, Model

from landfast.kernel import sealing
from landfast.kernel.holding import Holds
from landfast.kernel.sealed import mark, opened, opened_bytes, sealed, sealed_bytes
from landfast.kernel.sealing_bytes import is_by_newest

BATCH = 500
MARK = "_mark"


@dataclass
class Turned:
    """What came of it: sealed again, sealed by the newest key already, and opened by no key."""

    table: str
    again: int = 0
    already: int = 0
    lost: int = 0


def turn_keys(database: str, *, batch: int = BATCH) -> list[Turned]:
    """Seal all of it with the newest key, as the owner of the tables; a row a table."""
    return [_table(model, database, batch) for model in sealed_models()]


def sealed_models() -> list[type[Model]]:
    """The tables with sealed fields, by name."""
    ours = [
        model for model in apps.get_models() if isinstance(getattr(model, "holds", None), Holds)
    ]
    found = [model for model in ours if model.holds.sealed]  # type: ignore[attr-defined]
    return sorted(found, key=lambda model: model._meta.db_table)


def _table(model: type[Model], database: str, batch: int) -> Turned:
    """By key, so that what is written meanwhile (with the newest key) is no worry."""
    turned, last = Turned(model._meta.db_table), None
    if _has_files(model):
        batch = 1  # a file is large: one at a time in memory
    while True:
        with transaction.atomic(using=database):
            rows = model._default_manager.using(database).select_for_update().order_by("pk")
            found = list(rows.filter(pk__gt=last)[:batch] if last else rows[:batch])
            for row in found:
                _row(row, turned)
        if not found:
            return turned
        last = found[-1].pk


def _has_files(model: type[Model]) -> bool:
    sealed = model.holds.sealed.split()  # type: ignore[attr-defined]
    return any(isinstance(model._meta.get_field(name), BinaryField) for name in sealed)


def _row(row: Model, turned: Turned) -> None:
    changed: list[str] = []
    for name in row.holds.sealed.split():  # type: ignore[attr-defined]
        if kept := getattr(row, name):
            changed += _field(row, name, kept, turned)
    if changed:
        row.save(update_fields=changed)


def _field(row: Model, name: str, kept: str, turned: Turned) -> list[str]:
    try:
        again = _file(kept, row.pk) if isinstance(kept, memoryview | bytes) else _text(kept)
    except InvalidToken:
        turned.lost += 1
        return []
    if again is None:
        turned.already += 1
        return []
    turned.again += 1
    setattr(row, name, again)
    if not hasattr(row, name + MARK):
        return [name]
    setattr(row, name + MARK, mark(opened(str(again))))
    return [name, name + MARK]


def _text(kept: str) -> str | None:
    keys = settings.LANDFAST_SEALING_KEYS
    return None if sealing.is_sealed_by_newest(kept, keys) else sealed(opened(kept))


def _file(kept: bytes | memoryview, row: UUID) -> bytes | None:
    keys, data = settings.LANDFAST_SEALING_KEYS, bytes(kept)
    return None if is_by_newest(data, keys) else sealed_bytes(opened_bytes(data, row), row)
