"""App, background work or database are killed at a random moment under load, again and again.

No acknowledged write is lost, no read is without its row in the look log, no act is half done,
one coordinator holds each course, and the log's chain verifies.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from random import Random
from threading import Event
from typing import Any

import pytest
from django.conf import settings

from landfast.kernel import postgres
from tests.kernel.servers import new_home, until
from tests.kills.held import check
from tests.kills.house import PATIENCE, House
from tests.kills.life import Day, Town, build
from tests.kills.people import Crowd
from tests.proving import in_parts

EACH = 10
VICTIMS = (
    "a worker", "the master", "the pages", "the work", "a backend", "the database", "everything",
)  # fmt: skip
DURABLE = """select current_setting('fsync'), current_setting('synchronous_commit'),
 current_setting('full_page_writes')"""
KEYS = ("LANDFAST_SECRET_KEY", "LANDFAST_ACTOR_KEY", "LANDFAST_SEALING_KEYS")


@pytest.fixture
def lived(own_database: str, tmp_path: Path) -> tuple[Town, Path]:
    """A town, built where it is quick, and the backup that is moved into the durable home."""
    town = build()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANDFAST_DB_NAME", own_database)
        postgres.backup(tmp_path / "town")
    return town, tmp_path / "town"


@contextmanager
def house_of(backup: Path) -> Iterator[House]:
    """The home is durable; its keys are those that the town was built with."""
    keys = (settings.SECRET_KEY, settings.LANDFAST_ACTOR_KEY, settings.LANDFAST_SEALING_KEYS[0])
    with new_home(LANDFAST_PG_FSYNC="on") as where:
        environment = {**os.environ, **dict(zip(KEYS, keys, strict=True))}
        environment.pop("LANDFAST_ROLE", None)
        house = None
        try:
            house = House.furnish(where, backup, environment)
            with house.rows() as rows:
                assert rows(DURABLE) == [("on", "on", "on")]
            yield house
        finally:
            if house:
                house.end()


def kill_and_look(
    lived: tuple[Town, Path], seed: object, kills: int, victims: tuple[str, ...] = VICTIMS
) -> dict[str, Any]:
    """This many kills; what was found, in figures."""
    town, backup = lived
    dice, died = Random(f"kills {seed}"), Counter[str]()
    with house_of(backup) as house:
        day, first = Day(town, house.port), dice.randrange(len(victims))
        for number in range(kills):
            victim = victims[(first + number) % len(victims)]
            since = datetime.now(UTC)
            live_until_killed(house, day, victim, dice)
            died[victim] += 1
            if victim == "the database":
                assert house.first_page() == HTTPStatus.OK
            house.stand_up()
            check(house, day.noted, town, since)
        until(lambda: max(house.heads()) == house.sealed(), PATIENCE)
        code, said = house.says("log", "verify")
        assert (code, "Loggen er hel." in said) == (0, True), said
        noted = day.noted
        return {
            "kills": died.total(), "writes": noted.writes, "reads": len(noted.reads),
            "seals": house.sealed(),
        }  # fmt: skip


def live_until_killed(house: House, day: Day, victim: str, dice: Random) -> None:
    """Everybody is at it; somewhere in the next second the power goes."""
    before = day.noted.writes, len(day.noted.reads)
    crowd = Crowd(day.turns())
    crowd.begin()
    try:
        until(lambda: day.noted.writes > before[0] and len(day.noted.reads) > before[1], PATIENCE)
        Event().wait(dice.uniform(0, 1))
        house.kill(victim, dice)
    finally:
        crowd.end()


def test_the_pages_and_the_database_are_killed_under_load(lived: tuple[Town, Path]) -> None:
    found = kill_and_look(lived, "slice", 2, ("the pages", "the database"))
    assert found["kills"] == 2


@in_parts(200, EACH)
def test_two_hundred_kills_lose_nothing(
    lived: tuple[Town, Path], seed: int, record_property: Any
) -> None:
    for name, figure in kill_and_look(lived, seed, EACH).items():
        record_property(name, figure)
