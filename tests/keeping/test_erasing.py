"""A course past its day is deleted: nothing mentions it, the chain holds. Or nothing happened."""

import re
from datetime import time, timedelta

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from landfast.access.looks.looking import open_record
from landfast.access.proof import prove
from landfast.jobs import heads
from landfast.keeping import actions, models
from landfast.keeping.rules import Kind, Rule
from landfast.kernel import postgres
from landfast.messages import actions as messages
from landfast.messages.rules import Way
from tests.factories.catalogue import mentions
from tests.factories.circles import circle, raised
from tests.factories.courses import assessed_course, started_course
from tests.factories.keeping import blocked, case_of, kept_on, officers, on
from tests.factories.lived import lived_course
from tests.factories.logins import connects
from tests.factories.parts import proxy_of
from tests.factories.town import as_, build_town
from tests.own import KEPT

FULL_DISK = """
create function full_disk() returns trigger language plpgsql as
  $$ begin raise exception 'no space left'; end $$;
create trigger full_disk before insert on {table} for each row when ({row})
  execute function full_disk();
"""
LOGS = {
    "access_event": "new.kind = 'keeping.deleted'",
    "access_look": "new.what like 'Slettet %'",
    "keeping_erasure": "true",
}


def owner_of(database):
    return psycopg.connect(**postgres.connection_parts("owner") | {"dbname": database})


@pytest.fixture
def town(own_database):
    return KEPT.stood("officers and years", years_chosen)


def years_chosen():
    town = build_town()
    officers(town)
    with as_(town.dina):
        actions.set_years(
            actor=town.dina, organisation_id=town.municipality, kind=Kind.COURSE,
            rule=Rule(5, False, "Foreningens egen plan"),
        )  # fmt: skip
    return town


def released(town, course):
    """Blocked and let go; the case, and the day it is deleted."""
    case = blocked(town, course)
    kept_on(case.block_on)
    case = case_of(town, course)
    assert case.state == "delivered"
    return case, case.delete_on


def seal(database, folder):
    with owner_of(database) as owner:
        owner.execute("select pg_sleep(0.005)")
        owner.execute("select access_seal('0')")
    heads.keep(folder)


def test_no_row_in_any_table_mentions_the_course_or_its_citizen(town, own_database):
    course = lived_course(town)
    keys = [course.id, course.citizen_id, course.citizen.person_id]
    case, day = released(town, course)
    assert len(mentions(own_database, keys)) > 30
    assert kept_on(day - timedelta(days=1)) == {}
    assert mentions(own_database, keys)
    assert kept_on(day) == {"deleted": 1}
    assert mentions(own_database, keys) == {}
    assert kept_on(day) == {}
    # the proof stays, and names nobody
    with owner_of(own_database) as owner:
        [(state, scope, rows, looks)] = owner.execute(
            "select c.state, c.scope_id, e.rows, e.looks from keeping_case c"
            " join keeping_erasure e on e.case_id = c.id where c.id = %s", [case.id],
        ).fetchall()  # fmt: skip
        assert (state, scope) == ("deleted", None)
        assert rows > 60
        assert looks >= 0
        [(words,)] = owner.execute("select facts->>'rows' from access_event"
                                   " where kind = 'keeping.deleted'").fetchall()  # fmt: skip
        assert int(words) == rows


def test_who_read_for_her_alone_goes_along_with_login_and_telephone(town, own_database):
    course, other = started_course(town), started_course(town, "Ove Olsen")
    gone, stays = proxy_of(course), proxy_of(course)
    for one in (gone, stays):
        connects(one)
        with as_(one):
            messages.choose(
                actor=one, way=Way.MAIL, address="birthe@eksempel.dk", quiet_from=time(20),
                quiet_until=time(8), phone="20304050",
            )  # fmt: skip
    reads_for(other, stays, own_database)
    _case, day = released(town, course)
    assert {"login_identity.person_id", "notices_channel.person_id"} <= {
        *mentions(own_database, [gone.person_id])
    }
    assert kept_on(day) == {"deleted": 1}
    assert mentions(own_database, [gone.person_id]) == {}
    assert {"people_person.id", "login_identity.person_id", "notices_channel.person_id"} <= {
        *mentions(own_database, [stays.person_id])
    }


def reads_for(course, person, database):
    """Another citizen has let in the very same person."""
    row = proxy_of(course)
    with owner_of(database) as owner:
        owner.execute("set row_security = off")
        owner.execute(
            "update consent_proxy set person_id = %s where person_id = %s",
            [person.person_id, row.person_id],
        )


def test_what_a_circle_heard_of_her_goes_with_her_course(town, own_database):
    course, other, forum = started_course(town), started_course(town, "Bent Berg"), circle(town)
    raised(forum, course)
    stays = raised(forum, other)
    _, day = released(town, course)
    assert kept_on(day) == {"deleted": 1}
    with owner_of(own_database) as owner:
        assert owner.execute("select id from circles_case").fetchall() == [(stays,)]


def test_a_citizen_with_another_course_stays_and_so_does_all_of_that_one(town, own_database):
    from landfast.course.actions import opening
    from tests.factories.courses import some_programme

    first = started_course(town)
    _, day = released(town, first)
    with as_(town.dorte):
        second = opening.open_course(
            actor=town.dorte, unit_id=town.coordination, citizen_id=first.citizen_id,
            person_id=first.citizen.person_id, programme_id=some_programme(), reason="Igen",
        )  # fmt: skip
    before = mentions(own_database, [second])
    assert kept_on(day)["deleted"] == 1
    assert mentions(own_database, [first.id]) == {}
    assert {k: v for k, v in mentions(own_database, [second]).items() if k in before} == before
    with as_(first.citizen):
        open_record(first.citizen, second, "Mit forløb")


def test_the_sealed_log_still_verifies_and_tells_how_much_went_by_rule(
    town, own_database, tmp_path, monkeypatch
):
    monkeypatch.setattr(settings, "LANDFAST_LOG_HEADS", tmp_path)
    course, other = lived_course(town), assessed_course(town, "Bent Berg")
    for somebody, whose in ((town.karen, course), (course.citizen, course), (town.dorte, other)):
        with as_(somebody):
            open_record(somebody, whose.id, "Planen")
    seal(own_database, tmp_path)
    _, day = released(town, course)
    assert kept_on(day) == {"deleted": 1}
    seal(own_database, tmp_path)
    proof = prove(heads.kept(tmp_path), database=own_database)
    assert proof.findings == []
    assert proof.erased >= 2
    # keys that the log itself does not tell of are no excuse
    with owner_of(own_database) as owner:
        owner.execute("update keeping_erasure set digest = repeat('0', 64)")
    told = prove(heads.kept(tmp_path), database=own_database)
    assert {one.what for one in told.findings} == {"removed"}
    assert told.erased == 0


@pytest.mark.parametrize("role", ["app", "owner"])
def test_no_login_takes_a_row_of_the_log_by_saying_that_it_erases(town, own_database, role):
    course = lived_course(town)
    with as_(town.karen):
        open_record(town.karen, course.id, "Planen")
    case = blocked(town, course)
    parts = postgres.connection_parts(role) | {"dbname": own_database}
    with psycopg.connect(**parts) as somebody:
        somebody.execute("select set_config('landfast.erasing', %s, true)", [str(case.id)])
        with pytest.raises(psycopg.Error):
            somebody.execute("delete from access_look")


@pytest.mark.parametrize("log", LOGS)
def test_nothing_is_deleted_when_the_log_cannot_be_written(town, own_database, caplog, log):
    course = lived_course(town)
    keys = [course.id, course.citizen_id, course.citizen.person_id]
    case, day = released(town, course)
    with owner_of(own_database) as owner:
        owner.execute(FULL_DISK.format(table=log, row=LOGS[log]))
    before = mentions(own_database, keys)
    assert kept_on(day) == {"failed": 1}
    assert mentions(own_database, keys) == before
    assert str(case.id) in caplog.text
    assert not re.search(f"{course.id}|Jytte", caplog.text)
    with owner_of(own_database) as owner:
        owner.execute(f"drop trigger full_disk on {log}")
    assert kept_on(day) == {"deleted": 1}
    assert mentions(own_database, keys) == {}


def test_a_run_that_is_broken_off_goes_on_where_it_was_one_course_a_transaction(
    town, own_database, monkeypatch
):
    courses = [started_course(town, name) for name in ("Jytte Jensen", "Bent Berg", "Ane Ask")]
    days = [released(town, course)[1] for course in courses]
    from landfast.jobs import keeping

    steps, real = keeping.STEPS, actions.erase
    done: list[object] = []

    class Killed(BaseException):
        pass

    def erase(*, case_id):
        if done:
            raise Killed
        done.append(case_id)
        return real(case_id=case_id)

    monkeypatch.setattr(keeping, "STEPS", (type(steps[0])("delete", "deleted", erase), *steps[1:]))
    with pytest.raises(Killed):
        kept_on(max(days))
    gone = [course for course in courses if not mentions(own_database, [course.id])]
    assert len(gone) == 1
    monkeypatch.setattr(keeping, "STEPS", steps)
    assert kept_on(max(days))["deleted"] == 2
    assert mentions(own_database, [course.id for course in courses]) == {}


def test_what_is_held_or_taken_back_is_not_deleted(town, own_database):
    course = started_course(town)
    case, day = released(town, course)
    with on(day), as_(town.arne):
        actions.take_back(actor=town.arne, case_id=case.id, why="Hun har søgt aktindsigt")
    assert kept_on(day) == {}
    # thirty days later the rule goes on from there, and the days begin anew
    assert kept_on(day + timedelta(days=31)) == {"released": 1}
    again = case_of(town, course).delete_on
    assert again >= day + timedelta(days=31 + 90)
    assert kept_on(again - timedelta(days=1)) == {}
    assert kept_on(again) == {"deleted": 1}


def test_the_table_cannot_say_deleted_of_a_course_that_is_there(town, own_database):
    course = started_course(town)
    case, _ = released(town, course)
    with owner_of(own_database) as owner, pytest.raises(psycopg.errors.CheckViolation):
        owner.execute("update keeping_case set state = 'deleted' where id = %s", [case.id])
    with as_(town.dina):
        assert not models.Erasure.objects.none().exists()
        with connection.cursor() as cursor:
            cursor.execute("select has_table_privilege('keeping_erasure', 'select')")
            assert cursor.fetchone() == (False,)
