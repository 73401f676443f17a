"""What an operator gives: secrets in files, TLS to the database, lines that a collector reads."""

import json
import logging
import socket

import pytest
from django.db import IntegrityError
from psycopg.errors import UniqueViolation

from landfast.jobs.start import django_ready
from landfast.kernel import log_lines
from landfast.kernel.given import given, is_given
from landfast.kernel.postgres.environment import managed_parts
from landfast.kernel.postgres.errors import OpenLine
from tests.config.test_production import in_production

FAR = "postgresql://app:x@db.example/landfast"


def test_a_secret_lies_in_a_file_that_the_environment_names(tmp_path, monkeypatch):
    file = tmp_path / "key"
    file.write_text("hemmelig\n")
    monkeypatch.setenv("LANDFAST_X_FILE", str(file))
    assert (given("LANDFAST_X"), is_given("LANDFAST_X")) == ("hemmelig", True)
    assert (given("LANDFAST_Y"), is_given("LANDFAST_Y")) == ("", False)


def test_two_secrets_and_a_file_that_is_not_there_stop_the_start(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFAST_X_FILE", str(tmp_path / "gone"))
    with pytest.raises(SystemExit, match="ikke kan læses"):
        given("LANDFAST_X")
    monkeypatch.setenv("LANDFAST_X", "a")
    with pytest.raises(SystemExit, match="begge sat"):
        given("LANDFAST_X")


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        (FAR, True), (f"{FAR}?sslmode=require", True), (f"{FAR}?sslmode=prefer", True),
        ("postgresql://app@127.0.0.1,10.0.0.7/landfast", True),
        (f"{FAR}?sslmode=verify-full", False), (f"{FAR}?sslmode=verify-ca", False),
        ("postgresql://app@localhost/landfast", False), ("postgresql://app@[::1]/landfast", False),
        ("postgresql:///landfast?host=/run/postgresql", False),
    ],
)  # fmt: skip
def test_in_production_the_database_elsewhere_is_reached_by_verified_tls(
    monkeypatch, address, is_open
):
    monkeypatch.setenv("DATABASE_URL", address)
    assert managed_parts("app")["dbname"] == "landfast"
    monkeypatch.setenv("LANDFAST_ENV", "production")
    if is_open:
        with pytest.raises(OpenLine, match="sslmode=verify-full"):
            managed_parts("app")
    else:
        assert managed_parts("app")


def test_a_line_is_one_object_in_production_and_says_when_and_what():
    ask = (
        "import logging.config; from landfast.config import settings;"
        "logging.config.dictConfig(settings.LOGGING);"
        "logging.getLogger('landfast.security').warning("
        "'a\\nb', extra={'facts': {'event': 'sign_in.failed'}})"
    )
    line = json.loads(in_production("1", ask, of="stderr"))
    assert (line["event"], line["message"], line["level"]) == ("sign_in.failed", "a\nb", "warning")
    assert line["at"].endswith("+00:00")


def test_an_error_keeps_its_trail_on_its_one_line():
    try:
        raise ValueError("x")
    except ValueError as error:
        trail = (type(error), error, error.__traceback__)
        record = logging.LogRecord("a", logging.ERROR, "", 1, "m %s", ("æ",), trail)
    line = log_lines.JsonLines().format(record)
    assert "\n" not in line
    assert "ValueError: x" in json.loads(line)["error"]


@pytest.mark.parametrize("form", [log_lines.JsonLines(), log_lines.WithoutRows()])
def test_what_the_database_says_of_its_error_stands_in_no_line(form):
    row = "Key (name)=(Jytte Jensen) already exists."
    try:
        try:
            raise UniqueViolation(row)
        except UniqueViolation as refused:
            raise IntegrityError(*refused.args) from refused
    except IntegrityError as error:
        trail = (type(error), error, error.__traceback__)
        line = form.format(logging.LogRecord("a", logging.ERROR, "", 1, "m", (), trail))
    assert "Jytte" not in line
    assert "UniqueViolation: 23505" in line
    assert "django.db.utils.IntegrityError" in line
    assert "test_given.py" in line


def test_lines_go_to_the_machines_collector_too(tmp_path):
    path = str(tmp_path / "log")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as collector:
        collector.bind(path)
        handler = log_lines.to_collector(path)
        handler.setFormatter(log_lines.JsonLines())
        handler.emit(logging.LogRecord("a", logging.WARNING, "", 1, "hej", (), None))
        handler.close()
        assert b'landfast: {"at"' in collector.recv(4000)
    with pytest.raises(SystemExit, match="ikke er en socket"):
        log_lines.to_collector(str(tmp_path / "none"))


def test_another_form_than_we_have_stops_the_start():
    with pytest.raises(SystemExit, match="json eller text"):
        log_lines.settings_for("xml", "")


def test_a_command_in_a_process_that_runs_leaves_the_log_where_it_is(db):
    before = list(logging.root.handlers)
    django_ready()
    assert logging.root.handlers == before
