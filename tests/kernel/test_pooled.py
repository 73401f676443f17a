"""A restart of the database costs nobody a page."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import connections
from django.db.utils import load_backend

from landfast.kernel import postgres
from landfast.kernel.postgres.places import places
from tests.kernel.servers import kill, new_home, supervisor_and_server

SIZE = 8


@pytest.fixture
def threads(django_db_blocker: Any) -> Iterator[list[Any]]:
    """As many threads as the pool of Landfast has connections, on a server of their own."""
    with new_home() as where, django_db_blocker.unblock():
        postgres.ensure_running()
        settings = deepcopy(connections["default"].settings_dict)
        settings |= {"NAME": "landfast", "HOST": str(where.sockets)}
        settings["OPTIONS"] |= {"passfile": str(where.passfile)}
        settings["OPTIONS"]["pool"] |= {"max_size": SIZE}
        backend = load_backend(settings["ENGINE"])
        wrappers = [backend.DatabaseWrapper(settings, "restarted") for _ in range(SIZE)]
        yield wrappers
        wrappers[0].close_pool()


def ask_all(threads: list[Any]) -> int:
    """Everybody asks at once and lets go; how many were answered."""
    answers = []
    for one in threads:
        with one.cursor() as cursor:
            cursor.execute("select 1")
            answers += cursor.fetchall()
    for one in threads:
        one.close()
    return len(answers)


def test_the_first_who_asks_after_a_restart_is_answered(threads: list[Any]) -> None:
    assert ask_all(threads) == SIZE
    for end in (postgres.stop, lambda: kill(supervisor_and_server(places())[1])):
        end()
        postgres.ensure_running()
        assert ask_all(threads[:1]) == 1
        assert ask_all(threads) == SIZE
