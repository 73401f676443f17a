"""The look log is sealed: whoever alters it, whatever they own, is found out."""

import shutil
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from django.conf import settings

from landfast.access import models
from landfast.access.looks.looking import open_record
from landfast.access.proof import prove
from landfast.access.sealed import Finding, Look, compare_heads, first_key, made_at
from landfast.access.sealing import heads_after, seal_looks
from landfast.jobs import heads
from landfast.jobs.cli import run
from landfast.kernel import clock, postgres
from tests.conftest import meant, standing
from tests.factories.courses import started_course
from tests.factories.town import as_, build_town

OTHER = "00000000-0000-7000-8000-000000000001"
CUT_LAST_SEAL = "delete from access_look_seal where number = 2"
CUT_ITS_ROWS = "delete from access_look where what = 'Mødet'"
COPY = (
    "insert into access_look (id, at, scope_id, person_id, role, ground, what, allowed)"
    " select {}, {}, scope_id, person_id, role, ground, 'x', allowed from access_look"
    " where what = 'Planen'"
)
TAMPERED = {
    "words": ("update access_look set what = 'x' where what = 'Planen'", {"changed"}),
    "time": (
        "update access_look set at = at - interval '1 second' where what = 'Planen'",
        {"changed"},
    ),
    "allowed": ("update access_look set allowed = false where what = 'Planen'", {"changed"}),
    "course": ("update access_look set scope_id = null where what = 'Planen'", {"changed"}),
    "removed": ("delete from access_look where what = 'Planen'", {"removed"}),
    "month": ("drop table {part}", {"removed"}),
    "added": (
        COPY.format("access_first_key(uuid_extract_timestamp(id) - '1 ms'::interval)", "at"),
        {"added"},
    ),
    "seal": ("update access_look_seal set marks = '' where number = 1", {"added", "seal_changed"}),
    "seal gone": ("delete from access_look_seal where number = 1", {"seals_missing", "added"}),
    "end": (f"{CUT_LAST_SEAL}; {CUT_ITS_ROWS}", {"cut_off"}),
    "all": ("truncate access_look, access_look_seal", {"cut_off"}),
}


@pytest.fixture(scope="module")
def once_sealed(django_db_setup, database_template, django_db_blocker, tmp_path_factory):
    """Two sealed batches, of one look each; and one look that is not sealed yet."""
    folder = tmp_path_factory.mktemp("sealed") / "heads"
    with django_db_blocker.unblock(), standing(database_template) as database:
        with meant(database):
            town = build_town()
            lived = started_course(town)
            for page in ("Planen", "Mødet"):
                with as_(town.karen):
                    open_record(town.karen, lived.id, page)
                seal_at_once(database)
            heads.keep(folder)
            with as_(town.karen):
                open_record(town.karen, lived.id, "Folk")
        yield database, folder, town, lived


@pytest.fixture
def sealed(once_sealed, django_db_blocker, tmp_path, monkeypatch):
    """The test's own copy of it."""
    original, folder, town, lived = once_sealed
    shutil.copytree(folder, tmp_path / "heads")
    monkeypatch.setattr(settings, "LANDFAST_LOG_HEADS", tmp_path / "heads")
    with django_db_blocker.unblock(), standing(original) as database, meant(database):
        yield database, town, lived


def seal_at_once(database):
    """As the clock does, without the half minute that it waits for."""
    heads.seal_story(database=database)


def proved(database):
    return prove(heads.kept(settings.LANDFAST_LOG_HEADS), database=database)


def tamper(database, statement):
    with psycopg.connect(**postgres.connection_parts("owner") | {"dbname": database}) as owner:
        [part] = owner.execute(
            "select tableoid::regclass::text from access_look where what = 'Planen'"
        ).fetchone()
    with postgres.admin_connect(database) as admin:
        admin.execute("set session_replication_role = replica")  # no trigger stops a superuser
        admin.execute(statement.format(part=part))


def test_a_log_that_nobody_touched_is_whole(sealed):
    database, *_ = sealed
    proof = proved(database)
    assert (proof.seals, proof.looks, proof.unsealed, proof.findings) == (2, 2, 1, [])


@pytest.mark.parametrize("kind", TAMPERED)
def test_what_a_superuser_alters_is_found(sealed, kind):
    database, *_ = sealed
    statement, wanted = TAMPERED[kind]
    tamper(database, statement)
    assert {found.what for found in proved(database).findings} == wanted


def test_the_row_and_its_seal_are_named(sealed):
    database, _, lived = sealed
    with as_(lived.citizen):
        row = models.Look.objects.get(what="Planen").id
    tamper(database, TAMPERED["words"][0])
    assert proved(database).findings == [Finding("changed", 1, row)]


def test_a_cut_end_is_found_when_the_log_has_grown_again(sealed):
    database, town, lived = sealed
    tamper(database, TAMPERED["end"][0])
    with as_(town.karen):
        open_record(town.karen, lived.id, "Folk")
    seal_at_once(database)
    assert {found.what for found in proved(database).findings} == {"head_differs"}


def test_a_row_that_says_it_is_older_than_it_is_is_found(sealed):
    database, *_ = sealed
    tamper(
        database,
        COPY.format("uuidv7()", "at - interval '2 days'"),
    )
    seal_at_once(database)
    assert [found.what for found in proved(database).findings] == ["backdated"]


def test_a_story_that_was_played_is_sealed_as_one_and_what_follows_is_held_to_its_time(
    database_template, django_db_blocker, django_db_setup, tmp_path
):
    """What the demonstration tells happened on other days than it was written."""
    with django_db_blocker.unblock(), standing(database_template) as database, meant(database):
        with clock.at(clock.now() - timedelta(days=3)):
            town = build_town()
            lived = started_course(town)
            with as_(town.karen):
                open_record(town.karen, lived.id, "Planen")
        heads.seal_story(database=database)
        with as_(town.karen):
            open_record(town.karen, lived.id, "Mødet")
        heads.seal_story(database=database)
        heads.keep(tmp_path)
        proof = prove(heads.kept(tmp_path), database=database)
    assert (proof.seals, proof.unsealed, proof.findings) == (2, 0, [])


def test_a_seal_made_to_fit_is_found_by_the_heads_outside(sealed):
    database, *_ = sealed
    tamper(database, "delete from access_look where what = 'Planen'; delete from access_look_seal")
    seal_at_once(database)
    assert {found.what for found in proved(database).findings} == {"head_differs", "cut_off"}


def test_what_somebody_is_still_writing_is_not_sealed(sealed):
    database, town, lived = sealed
    with as_(town.karen):
        open_record(town.karen, lived.id, "Folk")
        seal_at_once(database)
    seal_at_once(database)
    proof = proved(database)
    assert (proof.unsealed, proof.findings) == (0, [])
    assert proof.looks == 4


def test_a_lost_file_of_heads_is_said(sealed):
    database, *_ = sealed
    [file] = settings.LANDFAST_LOG_HEADS.glob("*.txt")
    lines = file.read_text("ascii").splitlines()
    file.unlink()
    assert [found.what for found in proved(database).findings] == ["nothing_outside"]
    file.write_text(lines[0] + "\n", "ascii")
    assert proved(database).findings == []  # the clock writes what is missing at the end
    heads.keep(settings.LANDFAST_LOG_HEADS)
    assert file.read_text("ascii").splitlines() == lines
    kept = heads.kept(settings.LANDFAST_LOG_HEADS)
    three = kept | {3: "c"}
    assert list(compare_heads(three, {1: kept[1], 3: "c"})) == [Finding("head_missing_outside", 2)]


def test_the_command_says_which_row_and_ends_with_one(sealed, capsys, monkeypatch):
    database, *_ = sealed
    monkeypatch.setenv("LANDFAST_DB_NAME", database)
    assert run(["log", "verify"]) == 0
    assert "Loggen er hel." in capsys.readouterr().out
    tamper(database, TAMPERED["words"][0])
    assert run(["log", "verify"]) == 1
    said = capsys.readouterr().out
    assert "Forsegling 1, række 01" in said
    assert "er ændret" in said


@pytest.mark.usefixtures("sealed")
def test_the_clock_waits_for_half_a_minute():
    with as_(None):
        assert seal_looks() == 0
        assert [head.number for head in heads_after(1)] == [2]


@pytest.mark.parametrize("role", ["app", "jobs", "owner"])
def test_no_login_changes_a_seal(sealed, role):
    database, *_ = sealed
    address = postgres.connection_parts(role) | {"dbname": database}
    for statement in ("update access_look_seal set head = ''", "delete from access_look_seal"):
        with psycopg.connect(**address) as other, pytest.raises(psycopg.Error):
            other.execute(statement)
    if role != "owner":
        with psycopg.connect(**address) as other, pytest.raises(psycopg.Error):
            other.execute("select access_seal('0')")


def test_a_key_is_as_old_as_its_first_millisecond():
    moment = clock.now().replace(microsecond=123_000)
    assert made_at(first_key(moment)) == moment
    assert first_key(moment) <= UUID(int=first_key(moment).int + 1)
    assert len(Look(UUID(OTHER), moment, "æ").mark()) == 16
