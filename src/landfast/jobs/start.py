"""Making database and Django ready for a command."""

import contextlib
import os
import threading
import time

from landfast.kernel import postgres

SETTINGS = "landfast.config.settings"


def django_ready(role: postgres.Role | None = None) -> None:
    """Start the database, then Django, in this order: settings may already ask the database.

    `role` is the database role that this process works as (the app's unless said otherwise).
    """
    postgres.ensure_running()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if role is not None:
        os.environ["LANDFAST_ROLE"] = role
    import django
    from django.apps import apps

    if not apps.ready:  # else the log would move to what this process writes to now
        django.setup()


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
