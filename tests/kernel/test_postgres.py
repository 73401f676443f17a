"""The embedded server: starts once, stops in order, comes back after a kill, trusts nobody."""

import os
import pwd
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from landfast.kernel import postgres
from landfast.kernel.postgres import notes, processes
from landfast.kernel.postgres.cluster import Cluster
from landfast.kernel.postgres.places import (
    Places,
    ServerUser,
    can_walk_to,
)
from tests.kernel.servers import kill, new_home, python, remove, supervisor_and_server, until

ENSURE = "from landfast.kernel import postgres; postgres.ensure_running()"


@pytest.fixture(scope="module")
def server() -> Iterator[Places]:
    with new_home(LANDFAST_PG_FSYNC="on") as where:  # some kill it: what was granted is kept
        postgres.ensure_running()
        yield where


@pytest.fixture(autouse=True)
def _running(request: pytest.FixtureRequest) -> None:
    if "server" in request.fixturenames:
        request.getfixturevalue("server")
        postgres.ensure_running()


def ask(role: postgres.Role, question: str) -> object:
    with psycopg.connect(postgres.url(role)) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None


def log_of(where: Places) -> str:
    return where.log.read_text("utf-8")


# --- start and stop


def test_starts_and_answers_as_each_role(server: Places) -> None:
    users = {role: ask(role, "SELECT session_user") for role in postgres.ROLES}
    assert users == {"app": "landfast_app", "owner": "landfast_migrator", "jobs": "landfast_jobs"}
    assert ask("app", "SHOW data_checksums") == "on"
    assert ask("app", "SHOW listen_addresses") == ""
    assert ask("app", "SHOW timezone") == "UTC"
    assert ask("app", "SELECT 'Å' > 'Z' COLLATE \"default\"") is True


def test_an_entry_for_django_needs_no_server_and_holds_no_secret() -> None:
    with new_home() as where:
        entry = postgres.django_database("app")
        assert not any(where.home.iterdir())
    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert (entry["USER"], entry["PASSWORD"]) == ("landfast_app", "")
    assert entry["OPTIONS"]["passfile"].startswith(str(where.home))


def test_files_with_passwords_and_sockets_are_private(server: Places) -> None:
    for path in (server.passfile, server.admin_passfile, server.log):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(server.sockets.stat().st_mode) == 0o700
    assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    assert len(str(server.sockets / ".s.PGSQL.5432")) < 100


def test_nobody_is_let_in_without_a_password(server: Places) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=str(server.sockets), user="postgres", dbname="landfast", passfile="/")


def test_runs_as_nobody_special(server: Places) -> None:
    _, postmaster = supervisor_and_server(server)
    assert Path(f"/proc/{postmaster}").stat().st_uid != 0


def test_stops_when_told_and_starts_again(server: Places) -> None:
    supervisor, postmaster = supervisor_and_server(server)
    assert postgres.stop()
    assert not postgres.is_running()
    assert processes.started(supervisor) is processes.started(postmaster) is None
    assert "database system is shut down" in log_of(server)
    assert not postgres.stop()
    postgres.revive()
    assert not postgres.is_running(), "what was stopped on purpose stays stopped"
    postgres.ensure_running()
    assert ask("app", "SELECT 1") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_stops_in_order_on_every_signal(server: Places, number: signal.Signals) -> None:
    supervisor, postmaster = supervisor_and_server(server)
    before = log_of(server).count("database system is shut down")
    with psycopg.connect(postgres.url("app")) as waiting:  # a pooled client does not hold it up
        waiting.execute("SELECT 1")
        os.kill(supervisor, number)
        until(lambda: processes.started(supervisor) is None)
        assert processes.started(postmaster) is None
        waiting.close()
    assert log_of(server).count("database system is shut down") == before + 1


def test_stops_after_its_last_user() -> None:
    with new_home(LANDFAST_IDLE_MINUTES="0.01") as where:
        assert python(f"{ENSURE}; print(postgres.is_running())").communicate() == ("True\n", "")
        until(lambda: not notes.is_held(notes.alive_of(where)))
        assert not (where.data / "postmaster.pid").exists()


def test_does_not_stop_while_somebody_uses_it() -> None:
    with new_home(LANDFAST_IDLE_MINUTES="0.005") as where:
        postgres.ensure_running()
        time.sleep(1.5)
        assert postgres.is_running()
        (where.users / str(os.getpid())).unlink()
        until(lambda: not postgres.is_running())


def test_a_number_used_again_is_not_a_user(tmp_path: Path) -> None:
    processes.register(tmp_path)
    assert processes.living_users(tmp_path) == 1
    (tmp_path / str(os.getpid())).write_text("another start")
    assert processes.living_users(tmp_path) == 0
    assert list(tmp_path.iterdir()) == []


# --- kills


def test_comes_back_after_its_supervisor_is_killed(server: Places) -> None:
    supervisor, postmaster = supervisor_and_server(server)
    kill(supervisor)
    postgres.ensure_running()
    assert ask("app", "SELECT 1") == 1
    assert postmaster not in supervisor_and_server(server)
    assert processes.started(postmaster) is None


def test_comes_back_after_the_server_is_killed(server: Places) -> None:
    supervisor, postmaster = supervisor_and_server(server)
    kill(postmaster)
    postgres.ensure_running()
    assert ask("app", "SELECT 1") == 1
    assert supervisor_and_server(server)[0] == supervisor


def test_comes_back_after_both_are_killed_and_keeps_what_was_written() -> None:
    with new_home(LANDFAST_PG_FSYNC="on") as where:
        postgres.ensure_running()
        with psycopg.connect(postgres.url("owner")) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS seven")
        kill(*supervisor_and_server(where))
        postgres.ensure_running()
        assert ask("owner", "SELECT seven FROM kept") == 7


def test_a_stale_note_with_a_strangers_number_does_no_harm(server: Places) -> None:
    postgres.stop()
    stranger = python("import time; time.sleep(60)")
    try:
        (server.data / "postmaster.pid").write_text(f"{stranger.pid}\n{server.data}\n")
        postgres.ensure_running()
        assert ask("app", "SELECT 1") == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.communicate()


def test_a_home_removed_and_begun_anew_gets_a_server_of_its_own() -> None:
    with new_home() as where:
        postgres.ensure_running()
        old = supervisor_and_server(where)
        remove(where.home)
        where.home.mkdir(mode=0o700)
        postgres.ensure_running()
        assert ask("app", "SELECT 1") == 1
        assert not set(old) & set(supervisor_and_server(where))
        until(lambda: not any(processes.started(pid) for pid in old))


def test_a_server_takes_connections_when_it_says_so_itself(server: Places) -> None:
    """Another may answer at the socket: one whose home was removed still holds it."""
    _, postmaster = supervisor_and_server(server)
    child = SimpleNamespace(pid=postmaster)
    lock_file = server.data / "postmaster.pid"
    said = lock_file.read_text("ascii")
    assert Cluster(server).is_ready(child)
    try:
        lock_file.write_text(said.replace("ready   ", "starting"))
        assert not Cluster(server).is_ready(child)
        lock_file.write_text("".join(said.splitlines(keepends=True)[:5]))
        assert not Cluster(server).is_ready(child)
        lock_file.write_text(said.replace(str(postmaster), "1", 1))
        assert not Cluster(server).is_ready(child)
    finally:
        lock_file.write_text(said)


# --- side by side


def test_two_homes_do_not_know_each_other(server: Places) -> None:
    with new_home() as other:
        postgres.ensure_running()
        postgres.create_database("only_here")
        assert other.sockets != server.sockets
        assert postgres.list_databases() == ["landfast", "only_here"]
    assert postgres.list_databases() == ["landfast"]


def test_ten_processes_at_once_start_one_server() -> None:
    with new_home() as where:
        ten = [python(f"{ENSURE}; print(postgres.is_running())") for _ in range(10)]
        said = [process.communicate(timeout=60) for process in ten]
        assert said == [("True\n", "")] * 10
        assert log_of(where).count("starting PostgreSQL") == 1


def test_works_for_an_ordinary_user() -> None:
    """As root we can try it: the user who runs root's server is an ordinary one."""
    if os.geteuid() != 0:
        return  # then every test here says so
    nobody = pwd.getpwnam("nobody")
    user = ServerUser(nobody.pw_uid, nobody.pw_gid, "nobody")
    if not can_walk_to(Path(sys.executable), user):
        return  # this checkout lies in root's closed home
    with new_home() as where:
        os.chown(where.home, user.uid, user.gid)
        done = subprocess.run(
            [sys.executable, "-c", f"{ENSURE}; print(postgres.url('app')); postgres.stop()"],
            **{"user": user.uid, "group": user.gid, "extra_groups": []},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
        sockets = f"/tmp/landfast-{user.uid}-"
        assert (done.returncode, done.stderr) == (0, "")
        assert sockets.replace("/", "%2F") in done.stdout


# --- roles


def test_no_role_but_the_first_is_superuser_or_passes_row_level_security(server: Places) -> None:
    with postgres.admin_connect("landfast") as admin:
        rows = admin.execute(
            "SELECT rolname FROM pg_roles WHERE rolsuper OR rolbypassrls OR rolcreaterole"
            " OR rolcreatedb OR rolreplication"
        ).fetchall()
    assert rows == [("postgres",)]


@pytest.mark.parametrize(
    "forbidden",
    [
        "SET ROLE landfast_owner",
        "SET ROLE landfast_helper",
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "ALTER ROLE landfast_app BYPASSRLS",
        "TRUNCATE guarded",
        "ALTER TABLE guarded DISABLE ROW LEVEL SECURITY",
    ],
)
@pytest.mark.parametrize("role", ["app", "jobs"])
def test_who_serves_people_owns_nothing_and_cannot_become_more(
    guarded: None, role: postgres.Role, forbidden: str
) -> None:
    with psycopg.connect(postgres.url(role)) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(forbidden.encode())


@pytest.mark.parametrize("role", ["app", "jobs"])
def test_rows_are_guarded_from_who_serves_people(guarded: None, role: postgres.Role) -> None:
    assert ask(role, "SELECT count(*) FROM guarded") == 1
    assert ask("owner", "SELECT count(*) FROM guarded") == 2


def test_what_is_migrated_belongs_to_the_owner_and_helpers_to_the_helper(guarded: None) -> None:
    owner = "SELECT tableowner FROM pg_tables WHERE tablename = 'guarded'"
    helper = "SELECT proowner::regrole::text FROM pg_proc WHERE proname = 'all_guarded'"
    assert ask("owner", owner) == "landfast_owner"
    assert ask("owner", helper) == "landfast_helper"
    assert ask("app", "SELECT all_guarded()") == 2


@pytest.fixture
def guarded(server: Places) -> None:
    with psycopg.connect(postgres.url("owner")) as connection:
        connection.execute("DROP TABLE IF EXISTS guarded CASCADE")
        connection.execute("CREATE TABLE guarded (id int PRIMARY KEY)")
        connection.execute("INSERT INTO guarded VALUES (1), (2)")
        connection.execute("ALTER TABLE guarded ENABLE ROW LEVEL SECURITY")
        connection.execute("CREATE POLICY one ON guarded TO landfast_app USING (id = 1)")
        connection.execute("CREATE POLICY all_of_it ON guarded TO landfast_helper USING (true)")
        connection.execute("GRANT SELECT ON guarded TO landfast_app, landfast_helper")
        for _ in range(2):  # replaced by a later migration
            connection.execute(
                "CREATE OR REPLACE FUNCTION all_guarded() RETURNS bigint STABLE SECURITY DEFINER"
                " LANGUAGE sql SET search_path = public, pg_temp"
                " AS 'SELECT count(*) FROM guarded'"
            )
            connection.execute("ALTER FUNCTION all_guarded() OWNER TO landfast_helper")


# --- databases


def test_a_database_from_a_template_has_its_tables_and_its_own_rights(server: Places) -> None:
    postgres.create_database("first")
    with psycopg.connect(postgres.url("owner"), dbname="first") as connection:
        connection.execute("CREATE TABLE there (id int)")
    postgres.create_database("second", template="first")
    try:
        with psycopg.connect(postgres.url("owner"), dbname="second") as connection:
            assert connection.execute("SELECT count(*) FROM there").fetchone() == (0,)
        with postgres.admin_connect("second") as admin:
            public = admin.execute(
                "SELECT has_database_privilege('pg_monitor', 'second', 'CONNECT')"
            ).fetchone()
        assert public == (False,)
        with pytest.raises(postgres.PostgresError, match="findes allerede"):
            postgres.create_database("second")
    finally:
        postgres.drop_database("first")
        postgres.drop_database("second")
    assert not postgres.database_exists("second")


@pytest.mark.parametrize("name", ["", "Stor", "a b", 'a"; DROP', "postgres", "a" * 64])
def test_a_name_that_no_database_should_have_is_refused(server: Places, name: str) -> None:
    with pytest.raises(postgres.PostgresError, match="kan ikke være navnet"):
        postgres.create_database(name)
