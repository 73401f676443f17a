"""A town that an earlier Landfast made by its own acts is restored, migrated and lived in.

The backups in `earlier/` are what `landfast demo --no-serve` and `landfast db backup` of that day
wrote: 2026-11-22 is the first version that could be lived through from end to end. A release adds
its own. What it shows beside `test_upgrade.py`: the rows are those that the acts of that day made.
"""

import secrets
from pathlib import Path

import pytest
from django.test import Client

from landfast.access.actor import Actor
from landfast.course import models
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import postgres
from landfast.login.rules import Way
from landfast.people.rules import PersonKind
from tests.conftest import _point_to
from tests.factories.town import as_
from tests.jobs.test_upgrade import OURS, migrate_to
from tests.web.conftest import come_in

EARLIER = sorted((Path(__file__).parent / "earlier").glob("*.backup"))
assert EARLIER, "without a town nothing would be tried, and nothing said"
TABLES_MADE_ANEW = {"django_migrations", "django_content_type", "auth_permission"}
STAFF = {
    "Agnes Dalsgaard": ("/mandag/", "/mine-borgere/", "/mine-aftaler/", "/henvendelser/"),
    "Bente Klitgaard": ("/mine-aftaler/", "/invitationer/"),
    "Lone Engholm": ("/overblik/", "/henvendelser/"),
    "Henrik Krogsgaard": ("/overblik/",),
}
CITIZENS = ("Jeanette Bjerregaard", "Jens Toftegaard", "Ellen Krogsgaard", "Rosa Bredal")
HERS = ("/mit/", "/mit/folk/", "/mit/plan/", "/mit/moeder/", "/mit/valg/", "/mit/netvaerk/")


def counted(name: str) -> dict[str, int]:
    """How many rows each table has."""
    with postgres.admin_connect(name) as admin:
        tables = [row[0] for row in admin.execute(OURS)]
        count = 'select count(*) from "{}"'
        return {one: admin.execute(count.format(one)).fetchone()[0] for one in tables}  # type: ignore[index]


@pytest.fixture(params=EARLIER, ids=lambda path: path.stem)
def upgraded(request, own_database, monkeypatch):
    """The town of that day in today's tables, and how many rows it had; dropped afterwards."""
    name = f"lf_town_{secrets.token_hex(4)}"
    postgres.create_database(name)
    with monkeypatch.context() as meant:
        meant.setenv("LANDFAST_DB_NAME", name)
        postgres.restore(request.param)
    before = counted(name)
    migrate_to(name, None)
    _point_to(name)
    yield name, before
    _point_to(own_database)
    postgres.drop_database(name)


def somebody(database: str, name: str) -> Actor:
    """Who bears the name."""
    asked = (
        "select p.id, p.kind from people_person p left join course_citizen c on c.person_id = p.id"
        " where %s in (p.name, c.name)"
    )
    with postgres.admin_connect(database) as admin:
        [(person, kind)] = admin.execute(asked, [name]).fetchall()
    return Actor(person, PersonKind(kind))


def comes_in(actor: Actor) -> Client:
    """Somebody with the account that they had on that day."""
    client = Client()
    come_in(client.session, actor, Way.TWO_STEPS)
    return client


def opens(client: Client, path: str) -> str:
    """What a page says to who opens it."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return str(answer.content.decode())


@pytest.mark.prove
def test_a_town_of_an_earlier_day_is_lived_in(upgraded, record_property):
    database, before = upgraded
    after = counted(database)
    kept = before.keys() - TABLES_MADE_ANEW
    assert {one: before[one] for one in kept if after.get(one, 0) < before[one]} == {}
    for name, paths in STAFF.items():
        client = comes_in(somebody(database, name))
        for path in paths:
            opens(client, path)
    for name in CITIZENS:
        client = comes_in(somebody(database, name))
        assert f"Hej {name.split()[0]}" in opens(client, "/mit/")
        for path in HERS:
            opens(client, path)
    jens_stops_and_comes_back(somebody(database, "Jens Toftegaard"), database)
    record_property("rows", sum(before.values()))
    record_property("citizens", before["course_citizen"])


def jens_stops_and_comes_back(jens: Actor, database: str) -> None:
    with as_(jens):
        [course] = models.Course.objects.order_by("scope_id")
        stop_course(actor=jens, course_id=course.scope_id)
        assert models.Coordinatorship.objects.filter(ended_at=None).count() == 0
        reopen_course(actor=jens, course_id=course.scope_id)
        assert models.Course.objects.get().state == "GENÅBNET"
    with postgres.admin_connect(database) as admin:
        open_ones = "select count(*) from plan_task where course_id = %s and done_at is null"
        assert admin.execute(open_ones, [course.scope_id]).fetchone() != (0,)
