"""`landfast db …`: backup and back again, and one clear sentence for what cannot be."""

import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from landfast.jobs.cli import run
from landfast.kernel import postgres
from tests.kernel.servers import new_home


@pytest.fixture(scope="module")
def home() -> Iterator[None]:
    with new_home():
        postgres.ensure_running()
        yield


@pytest.fixture
def own_home() -> Iterator[None]:
    """For a test that gives the roles other passwords."""
    with new_home():
        postgres.ensure_running()
        yield


@pytest.fixture
def database(home: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database with a guarded table, two rows and a helper's function in it."""
    name = "backed_up"
    monkeypatch.setenv("LANDFAST_DB_NAME", name)
    postgres.create_database(name)
    execute(
        "CREATE TABLE note (id int PRIMARY KEY, text text)",
        "INSERT INTO note VALUES (1, 'æ'), (2, 'ø')",
        "CREATE TABLE picture (data bytea)",
        "INSERT INTO picture SELECT decode(string_agg(lpad(to_hex(n), 2, '0'), ''), 'hex')"
        " FROM generate_series(0, 255) n",
        "ALTER TABLE note ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY one ON note TO landfast_app USING (id = 1)",
        "GRANT SELECT ON note TO landfast_app, landfast_helper",
        "CREATE FUNCTION two() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 2'",
        "ALTER FUNCTION two() OWNER TO landfast_helper",
    )
    yield name
    postgres.drop_database(name)


def execute(*statements: str) -> None:
    with psycopg.connect(postgres.url("owner")) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def notes(role: postgres.Role = "owner") -> list[str]:
    with psycopg.connect(postgres.url(role)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM note ORDER BY id")]


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    capsys.readouterr()
    code = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, (captured.out + captured.err).strip()


def test_a_backup_is_whole_and_can_be_read_back(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kopi.dump"
    assert said(capsys, "db", "backup", file) == (0, f"Databasen er gemt i {file}.")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    postgres.drop_database(database)
    assert said(capsys, "db", "restore", file) == (0, f"Databasen er læst ind fra {file}.")
    assert notes() == ["æ", "ø"]
    assert notes("app") == ["æ"], "row-level security came along"
    with psycopg.connect(postgres.url("owner")) as connection:
        owner = connection.execute(
            "SELECT proowner::regrole::text FROM pg_proc WHERE proname = 'two'"
        ).fetchone()
        (picture,) = connection.execute("SELECT data FROM picture").fetchone() or ("",)
    assert owner == ("landfast_helper",)
    assert picture == bytes(range(256)), "a file is what it was, byte for byte"


def test_replace_puts_the_backup_in_place_of_what_is_there(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kopi.dump"
    said(capsys, "db", "backup", file)
    execute("INSERT INTO note VALUES (3, 'å')", "CREATE TABLE later (id int)")
    code, sentence = said(capsys, "db", "restore", file)
    assert (code, sentence.split(".")[0]) == (2, "Databasen er ikke tom")
    assert notes() == ["æ", "ø", "å"]
    assert said(capsys, "db", "restore", "--replace", file)[0] == 0
    assert notes() == ["æ", "ø"]
    assert notes("app") == ["æ"]
    execute("CREATE TABLE later (id int)")  # is gone


def test_a_restore_that_fails_leaves_everything_as_it_was(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    execute("INSERT INTO note SELECT n, repeat(md5(n::text), 50) FROM generate_series(3, 999) n")
    file = tmp_path / "kopi.dump"
    said(capsys, "db", "backup", file)
    whole = file.read_bytes()
    middle = len(whole) // 2
    file.write_bytes(whole[:middle] + bytes(200) + whole[middle + 200 :])
    code, sentence = said(capsys, "db", "restore", "--replace", file)
    assert code == 2
    assert "databasen er, som den var" in sentence
    assert len(notes()) == 999


def test_what_a_killed_restore_left_is_put_back_first(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kopi.dump"
    said(capsys, "db", "backup", file)
    execute("ALTER SCHEMA public RENAME TO landfast_before", "CREATE SCHEMA public")
    assert said(capsys, "db", "restore", file)[0] == 2  # not empty after all
    assert notes() == ["æ", "ø"]


def test_wrong_files_get_a_sentence(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Kære kommune")
    absent = tmp_path / "væk.dump"
    expected = {
        ("restore", absent): f"Filen {absent} findes ikke.",
        ("restore", tmp_path): f"{tmp_path} er en mappe, ikke en fil.",
        ("restore", letter): f"Filen {letter} er ikke en sikkerhedskopi fra Landfast.",
        ("backup", letter): f"Filen {letter} findes allerede. Vælg et andet navn.",
        ("backup", absent / "x"): f"Mappen {absent} findes ikke.",
    }
    for (command, file), sentence in expected.items():
        assert said(capsys, "db", command, file) == (2, sentence)


@pytest.mark.parametrize(
    ("line", "beginning"),
    [
        ("db url --role chef", "Det kan ikke bruges som '--role'. Vælg en af: app, owner, jobs."),
        ("db url --rolle app", "Der er ikke et valg, der hedder --rolle."),
        ("db url --role", "Valget --role mangler en værdi."),
        ("db backup", "Der mangler noget: 'FILE'."),
        ("db backup a b", "Der står mere på linjen"),
        ("db slet", "Der er ikke en kommando, der hedder slet."),
        ("serve --port 0", "Det kan ikke bruges som '--port'. Det skal være et helt tal"),
    ],
)
def test_a_wrong_line_gets_a_danish_sentence(
    line: str, beginning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, sentence = said(capsys, *line.split())
    assert code == 2
    assert sentence.startswith(beginning)


def test_the_address_works_as_it_is_printed(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, address = said(capsys, "db", "url", "--role", "jobs")
    assert code == 0
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT session_user").fetchone() == ("landfast_jobs",)


def test_prepare_makes_roles_and_database_on_a_server_of_ones_own(
    own_home: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The embedded server plays the managed one, with an administrator who is no superuser."""
    monkeypatch.setenv("LANDFAST_DB_NAME", "managed")
    with postgres.admin_connect("landfast") as admin:
        host = admin.info.host
        admin.execute("CREATE ROLE boss LOGIN CREATEDB CREATEROLE PASSWORD 'b'")
        for role in ("landfast_app", "landfast_jobs", "landfast_migrator"):
            admin.execute(f"GRANT {role} TO boss WITH ADMIN TRUE".encode())
        for role in ("landfast_owner", "landfast_helper"):
            admin.execute(f"GRANT {role} TO boss WITH ADMIN TRUE".encode())
        admin.execute("GRANT CONNECT ON DATABASE postgres TO boss")
    address = f"postgresql://boss:b@/postgres?host={host}"
    for variable, user in (("DATABASE_URL", "app"), ("LANDFAST_OWNER_URL", "migrator")):
        given = f"postgresql://landfast_{user}:ny@/managed?host={host}"
        monkeypatch.setenv(variable, given)
    for _ in range(2):
        code, sentence = said(capsys, "db", "prepare", "--admin-url", address)
        assert (code, sentence) == (0, "Roller og database er klar.")
    with psycopg.connect(postgres.url("owner")) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("landfast_owner",)
        connection.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'")
        connection.execute("ALTER FUNCTION one() OWNER TO landfast_helper")
    with psycopg.connect(postgres.url("app")) as connection:
        assert connection.info.dbname == "managed"


def test_prepare_refuses_a_user_of_another_name(
    home: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://chef:x@localhost/landfast")
    assert said(capsys, "db", "prepare", "--admin-url", "postgresql://x@localhost/y") == (
        2,
        "Brugeren i DATABASE_URL skal hedde landfast_app.",
    )
    assert said(capsys, "db", "prepare")[0] == 2
