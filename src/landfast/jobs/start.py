"""Making database and Django ready for a command."""

import contextlib
import os
import threading
import time

from landfast.jobs.refused import Refused
from landfast.kernel import postgres

SETTINGS = "landfast.config.settings"
NO_TABLES = "Databasen har ingen tabeller endnu: kør landfast migrate, og prøv så igen."
OLDER = (
    "Databasens tabeller er ældre end denne udgave af Landfast: "
    "kør landfast migrate, og prøv så igen."
)


def django_ready(role: postgres.Role | None = None, *, any_tables: bool = False) -> None:
    """Start the database, then Django, in this order: settings may already ask the database.

    `role` is the database role that this process works as (the app's unless said otherwise).
    Refuses with one sentence where the tables are older than this code, which would meet columns
    and guards that are not there; `any_tables` is for what makes them new, or reads none of them.
    """
    postgres.ensure_running()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if role is not None:
        os.environ["LANDFAST_ROLE"] = role
    import django
    from django.apps import apps

    if not apps.ready:  # else the log would move to what this process writes to now
        django.setup()
    wanting = "" if any_tables else tables_wanting()
    if wanting:
        raise Refused(wanting)


def tables_wanting() -> str:
    """What to do before this code can work on the database, as a sentence; empty when nothing."""
    from landfast.kernel import tables

    here = postgres.is_managed() or postgres.database_exists(postgres.database_name())
    applied = tables.applied() if here else set()
    if not applied:
        return NO_TABLES
    return OLDER if tables.known() - applied else ""


def keep_database(seconds: float = 5.0) -> None:
    """For a process that stays: bring the embedded database back should it be killed."""
    if postgres.is_managed():
        return

    def watch() -> None:
        while True:
            time.sleep(seconds)
            with contextlib.suppress(postgres.PostgresError):
                postgres.revive()

    threading.Thread(target=watch, name="keep-database", daemon=True).start()
