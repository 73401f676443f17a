"""`landfast case load` and `landfast demo` on the command line: sentences, not faults."""

import json
import os
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from landfast.jobs.cli import run
from landfast.jobs.commands import case as command
from landfast.jobs.commands import demo
from landfast.jobs.demo import shown

CASES = Path(str(files("landfast.jobs.demo") / "cases"))


@pytest.fixture
def on_the_test_database(db, monkeypatch):
    """The command's own start would open another database."""
    monkeypatch.setattr(command, "django_ready", lambda *_, **__: None)


def test_both_cases_are_told_line_by_line(on_the_test_database, capsys):
    arguments = [str(CASES / "jeanette.json"), str(CASES / "jens.json"), "--ends", "2026-03-01"]
    assert run(["case", "load", *arguments]) == 0
    told = capsys.readouterr().out
    assert "27 (27)" in told
    assert "64 (64)" in told
    assert "22 (22)" in told
    assert "46 (46)" in told
    assert "JN15.data.positive" in told


def test_the_report_as_data(on_the_test_database, capsys):
    assert run(["case", "load", str(CASES / "jens.json"), "--format", "json"]) == 0
    [report] = json.loads(capsys.readouterr().out)
    assert sum(report["counts"]["fields"].values()) == 46
    assert report["citizen"].startswith("Jens")


def test_loading_twice_is_refused_kindly(on_the_test_database, capsys):
    arguments = ["case", "load", str(CASES / "jens.json"), "--ends", "2026-03-01"]
    assert run(arguments) == 0
    assert run(arguments) == 2
    assert "allerede indlæst" in capsys.readouterr().err


def test_a_file_that_is_refused_leaves_nothing_of_the_file_before_it(on_the_test_database, capsys):
    jens, jeanette = str(CASES / "jens.json"), str(CASES / "jeanette.json")
    assert run(["case", "load", jens]) == 0
    assert run(["case", "load", jeanette, jens]) == 2
    assert "allerede indlæst" in capsys.readouterr().err
    assert run(["case", "load", jeanette]) == 0, "it was not loaded the time before"


@pytest.mark.parametrize(
    "arguments",
    [
        ["load"], ["load", "findes-ikke.json"], ["load", "pyproject.toml"],
        ["load", "pyproject.toml", "--ends", "i går"], ["load", "x.json", "--format", "pdf"],
        ["slet"],
    ],
)  # fmt: skip
def test_wrong_input_ends_with_two_and_a_sentence(arguments, capsys):
    assert run(["case", *arguments]) == 2
    told = capsys.readouterr().err
    assert told.strip()
    assert "Traceback" not in told


def test_a_file_that_cannot_be_read_has_no_line(tmp_path, capsys):
    assert run(["case", "load", str(tmp_path / "findes-ikke.json")]) == 2
    told = "findes-ikke.json: Filen kan ikke læses. Se stien efter."
    assert capsys.readouterr().err.strip() == told
    assert run(["case", "load", str(tmp_path)]) == 2, "a folder is no file"
    assert "linje" not in capsys.readouterr().err


def test_a_story_that_cannot_be_moved_so_far(tmp_path, capsys):
    event = {"id": "A", "date": "1900-01-08", "type": "context"}
    later = {"id": "B", "date": "2099-01-01", "type": "context"}
    case = {"case_id": "x", "citizen": {"alias": "X"}, "events": [event, later]}
    path = tmp_path / "langt.json"
    path.write_text(json.dumps(case), "utf-8")
    assert run(["case", "load", str(path), "--ends", "0100-01-01"]) == 2
    assert "kan ikke flyttes så langt" in capsys.readouterr().err


def test_links_in_a_demonstration_lead_to_it_unless_somebody_says_otherwise():
    assert demo.around({"LANDFAST_ROLE": "jobs"}, 8123) == {
        "LANDFAST_PUBLIC_URL": "http://127.0.0.1:8123", "LANDFAST_DEMO": "1"
    }  # fmt: skip
    said = {"LANDFAST_PUBLIC_URL": "https://landfast.fjordby.example"}
    assert demo.around(said, 8123) == {**said, "LANDFAST_DEMO": "1"}


def test_reset_is_refused_on_a_managed_server(monkeypatch, capsys):
    monkeypatch.setattr(demo.postgres, "is_managed", lambda: True)
    assert run(["demo", "--reset", "--no-serve"]) == 2
    assert "indbyggede database" in capsys.readouterr().err


def test_a_port_that_is_taken_is_a_sentence(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run(["demo", "--port", str(taken.getsockname()[1])]) == 2
    assert "Vælg en anden port" in capsys.readouterr().err


def test_personas_are_written_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(shown, "path", lambda: tmp_path / "personas.json")
    assert shown.written() == []
    row = shown.Shown("id", "Agnes", "Koordinator", "Teamet", "Åbn Mandag", "staff")
    shown.write([row])
    assert shown.written()[0]["name"] == "Agnes"
    assert [path.name for path in tmp_path.iterdir()] == ["personas.json"]


def test_a_check_is_data_for_a_machine(capsys):
    assert run(["case", "check", str(CASES / "jens.json"), "--format", "json"]) == 0
    told = capsys.readouterr()
    rows = json.loads(told.out)["findings"]
    assert {row["case_id"] for row in rows} == {"jens"}
    assert {row["action"] for row in rows} == {"raise", "update", "close"}
    assert all(row["explanation_da"] and row["suggestion_da"] and row["facts"] for row in rows)
    assert "JN15.data.positive" in told.err


def test_a_check_is_lines_for_people(capsys):
    assert run(["case", "check", str(CASES / "jeanette.json")]) == 0
    told = capsys.readouterr().out
    assert "nyt     RT-02          Flere tovholdere" in told
    assert "Vi ved ikke" in told


def test_a_check_of_a_wrong_file_names_the_line(tmp_path, capsys):
    wrong = tmp_path / "sag.json"
    wrong.write_text('{\n "case_id": "x",\n "citizen" {}\n}')
    assert run(["case", "check", str(wrong), "--format", "json"]) == 2
    told = capsys.readouterr()
    assert told.err == "sag.json, linje 3: Her mangler et kolon.\n"
    assert told.out == ""


def test_a_case_is_drawn_whole_or_a_year_of_it(on_the_test_database, tmp_path, capsys):
    jens = str(CASES / "jens.json")
    assert run(["case", "draw", jens, "-o", str(tmp_path / "all.svg")]) == 0
    assert (tmp_path / "all.svg").read_text().startswith("<svg")
    assert run(["case", "draw", jens, "-o", str(tmp_path / "one.pdf"), "--time", "2013"]) == 0
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    for wrong in (["-o", "x.png"], ["-o", str(tmp_path / "y.svg"), "--time", "1812"]):
        assert run(["case", "draw", jens, *wrong]) == 2
        assert capsys.readouterr().err.strip()


def test_a_case_is_drawn_by_a_process_of_its_own(on_the_test_database, tmp_path):
    """Here Django is ready long before the command; to whoever types it, it is not."""
    to = tmp_path / "all.svg"
    alone = {key: said for key, said in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, "-m", "landfast.jobs.cli", "case", "draw", str(CASES / "jens.json"),
         "-o", str(to)],
        env=alone, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert to.read_text().startswith("<svg")
