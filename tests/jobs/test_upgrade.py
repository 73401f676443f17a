"""An earlier database is migrated and lived in.

Earlier is the last release: the newest tag's migrations. Before there is a release, it is the
house's first walls: each room after its first guards. The rows are those that today's acts make, in
the columns that the earlier tables had; `test_upgrade_town.py` has those that earlier acts made.
"""

import re
import secrets
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from psycopg import sql

from landfast.access.signing import keep_key
from landfast.course import models
from landfast.course.rules.ending import ClosingFacts
from landfast.course.rules.referral import Whom
from landfast.journeys import close_course as closing
from landfast.journeys.resume_course import activate_course
from landfast.journeys.take_referral import take_referral
from landfast.kernel import postgres, tables
from landfast.kernel.clock import today
from landfast.kernel.sealed import mark, opened
from landfast.meetings import models as meetings
from landfast.plan import models as plan
from tests.conftest import _point_to
from tests.factories.courses import assessed_course, started_course, state_of
from tests.factories.lived import lived_course
from tests.factories.meetings import held_meeting
from tests.factories.referrals import referred
from tests.factories.town import as_, build_town
from tests.template import BELIEVE_THE_CLOCK, BELIEVE_THE_SYSTEM, SOURCE

FIRST_WALLS = {
    "people": "0001_initial", "access": "0002_guards", "programmes": "0002_guards",
    "directory": "0002_guards", "course": "0002_guards", "consent": "0002_guards",
    "network": "0002_guards", "plan": "0002_guards", "meetings": "0002_guards",
}  # fmt: skip
SINCE_SEALED = {"course_citizen", "course_referral"}
CPR = "6101709999"
OF_ONE = 10
"""As many courses as one coordinator holds here; the others are still under assessment."""
OURS = (
    "select table_name from information_schema.tables where table_schema = 'public'"
    " and table_type = 'BASE TABLE'"
)
COLUMNS = (
    "select column_name from information_schema.columns where table_schema = 'public'"
    " and table_name = %s and is_generated = 'NEVER'"
)


def said_at_the_end():
    return ClosingFacts(
        done="Bolig", not_done="", who_carries_on="Bo", way_back="Ring", final_talk_on=today()
    )


def earlier() -> tuple[str, dict[str, str]]:
    """What the earlier state is called, and each room's last migration in it."""
    tag = _git("describe", "--tags", "--abbrev=0").strip()
    if not tag:
        return "the first walls", FIRST_WALLS
    last: dict[str, str] = {}
    for name in sorted(_git("ls-tree", "-r", "--name-only", tag, "src/landfast").splitlines()):
        path = Path(name)
        if path.parent.name == "migrations" and path.stem != "__init__":
            last[path.parent.parent.name] = path.stem
    return tag, last


def _git(*words: str) -> str:
    where = SOURCE.parent.parent
    done = subprocess.run(["git", *words], cwd=where, capture_output=True, text=True, check=False)
    return done.stdout


@pytest.fixture
def old(own_database):
    """A database of the earlier state, empty; dropped afterwards."""
    name = f"lf_old_{secrets.token_hex(4)}"
    postgres.create_database(name)
    migrate_to(name, earlier()[1])
    yield name
    postgres.drop_database(name)


def migrate_to(name, to):
    owner = connections["owner"]
    owner.close()
    before = owner.settings_dict["NAME"]
    owner.settings_dict["NAME"] = name
    try:
        for room, migration in (to or {}).items():
            tables.migrate(room, migration)
        if to is None:
            tables.migrate()
            keep_key(settings.LANDFAST_ACTOR_KEY, database=name)  # as `landfast migrate` does
        with owner.cursor() as cursor:
            cursor.execute(BELIEVE_THE_CLOCK)
            if to is None:
                cursor.execute(BELIEVE_THE_SYSTEM)
    finally:
        owner.close()
        owner.settings_dict["NAME"] = before


def carry(source, target):
    """The rows of one database, in the columns that another one has; how many."""
    rows = 0
    with postgres.admin_connect(source) as one, postgres.admin_connect(target) as other:
        other.execute("set session_replication_role = replica")  # in any order, as a restore does
        there = {row[0] for row in other.execute(OURS)}
        for (table,) in one.execute(OURS).fetchall():
            if table not in there or table == "django_migrations":
                continue
            has = {row[0] for row in other.execute(COLUMNS, [table])}
            names = [row[0] for row in one.execute(COLUMNS, [table]) if row[0] in has]
            gone = {name: was for name, was in GONE.get(table, {}).items() if name in has}
            rows += _copy(one, other, table, names, gone)
    return rows


GONE = {
    "course_citizen": {"is_protected": "false"},
    "meetings_format": {
        "roles": "'[]'::jsonb", "agenda_by_citizen": "true", "agenda_before": "true",
        "with_citizen": "true", "is_ready": "true",
    },
    "meetings_meeting": {"attends": "'in_person'", "represented_by": "''"},
}  # fmt: skip
"""What an earlier table must hold and today's has no more."""
SEALED = re.compile(rb"gAAAA[\w=-]+")


def _plain(line):
    """What lies sealed today, as the earlier tables held it: in plain."""
    return SEALED.sub(lambda found: opened(found[0].decode()).encode(), bytes(line))


def _copy(one, other, table, names, gone):
    into_columns = sql.SQL(", ").join(map(sql.Identifier, [*names, *gone]))
    from_columns = sql.SQL(", ").join([*map(sql.Identifier, names), *map(sql.SQL, gone.values())])
    name = sql.Identifier(table)
    other.execute(sql.SQL("delete from {}").format(name))
    was_plain = table in SINCE_SEALED and not any(one.endswith("_mark") for one in names)
    out = sql.SQL("copy (select {} from {}) to stdout").format(from_columns, name)
    into = sql.SQL("copy {} ({}) from stdin").format(name, into_columns)
    with one.cursor() as reading, other.cursor() as writing:
        with reading.copy(out) as lines, writing.copy(into) as told:
            for line in lines:
                told.write(_plain(line) if was_plain else line)
        return writing.rowcount


def test_an_earlier_database_is_migrated_and_lived_in(old, own_database, record_property):
    upgrade(old, own_database, record_property, courses=1)


@pytest.mark.prove
def test_an_earlier_database_of_many_courses(old, own_database, record_property):
    upgrade(old, own_database, record_property, courses=40)


def upgrade(old, own_database, record_property, *, courses):
    town = build_town()
    lived = [lived_course(town) for _ in range(min(courses, OF_ONE))]
    for number in range(courses - len(lived)):
        assessed_course(town, f"Ventende {number}")
    referred(town, whom=Whom("Vera Venter", "22334455", CPR))
    assessed_course(town, "Vera Venter", cpr=CPR)
    rows = carry(own_database, old)
    assert rows > 100
    migrate_to(old, None)
    _point_to(old)
    try:
        a_number_lies_sealed_and_is_met_again(town)
        for before in lived:
            the_old_course_goes_on(town, before)
        a_new_one_is_opened_met_and_closed(town)
    finally:
        _point_to(own_database)
    record_property("from", earlier()[0])
    record_property("rows", rows)


@pytest.fixture
def sealed_since(own_database):
    """A database of the day when numbers came to lie sealed, empty; dropped afterwards."""
    name = f"lf_old_{secrets.token_hex(4)}"
    postgres.create_database(name)
    migrate_to(name, {"course": "0013_cpr_sealed"})
    yield name
    postgres.drop_database(name)


def test_the_migration_that_seals_goes_back_and_forth(sealed_since, own_database):
    assessed_course(build_town(), "Vera Venter", cpr=CPR)
    carry(own_database, sealed_since)

    def lies():
        with postgres.admin_connect(sealed_since) as admin:
            return [row[0] for row in admin.execute("select cpr from course_citizen").fetchall()]

    migrate_to(sealed_since, {"course": "0012_while_employed"})
    assert lies() == [CPR]
    migrate_to(sealed_since, {"course": "0013_cpr_sealed"})
    (number,) = lies()
    assert CPR not in number
    assert opened(number) == CPR


def a_number_lies_sealed_and_is_met_again(town):
    with as_(town.dorte):
        kept = models.Citizen.objects.exclude(cpr="").get()
        assert (opened(kept.cpr), kept.cpr_mark) == (CPR, mark(CPR))
    receipt = referred(town, whom=Whom("Vera Venter", "22334455", CPR))
    with as_(town.mads):
        assert take_referral(actor=town.mads, referral_id=receipt.id).had_one


def the_old_course_goes_on(town, before):
    with as_(before.citizen):
        assert plan.Agreement.objects.count() == 3
        assert plan.Wish.objects.count() == 3
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=before.id)
    close(town, before)


def a_new_one_is_opened_met_and_closed(town):
    met = held_meeting(town)
    with as_(met.lived.citizen):
        assert meetings.Meeting.objects.get(id=met.id).state == "held"
    close(town, met.lived)
    other = started_course(town, "Bent Berg")
    with as_(other.citizen):
        assert models.Coordinatorship.objects.filter(ended_at=None).count() == 1


def close(town, lived):
    with as_(town.karen):
        closing.begin_closing(actor=town.karen, course_id=lived.id, reason="Målene er nået")
        closing.close_course(actor=town.karen, course_id=lived.id, facts=said_at_the_end())
    assert state_of(lived) == "AFSLUTTET"
