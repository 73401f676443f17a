"""`landfast retention`: the report, a run, packages, and whether one is whole."""

from datetime import timedelta

import pytest

from landfast.jobs import keeping
from landfast.jobs.cli import run
from landfast.jobs.commands import retention as command
from landfast.keeping import models
from landfast.kernel import clock, postgres
from tests.factories.courses import started_course
from tests.factories.keeping import blocked, case_of, officers, over
from tests.factories.town import as_
from tests.own import settled


@pytest.fixture
def town(own_database, monkeypatch):
    """The command's own start would open another database."""
    monkeypatch.setattr(command, "django_ready", lambda *_: None)
    monkeypatch.setattr(postgres, "url", lambda _role: "")
    town = settled()
    officers(town)
    return town


def test_the_report_tells_how_many_stand_where_and_are_due_and_no_names(town, capsys):
    assert run(["retention", "report"]) == 0
    assert capsys.readouterr().out == "Intet forløb er afsluttet.\n"
    course = over(started_course(town))
    days = (case_of(town, course).block_on - clock.today()).days
    assert run(["retention", "report"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert line.endswith(": forløb, afsluttet: 1")
    assert run(["retention", "report", "--days", str(days)]) == 0
    assert f"(1 inden {days} dage)" in capsys.readouterr().out
    assert "Jytte" not in line


def test_a_run_says_what_it_did_and_ends_with_1_when_something_failed(town, capsys, monkeypatch):
    over(started_course(town))
    assert run(["retention", "run"]) == 0
    assert "Blokeret: 0. Frigivet til sletning: 0. Slettet: 0. Gik ikke: 0." in (
        capsys.readouterr().out
    )
    # a case whose step breaks off is told, and does not stop the run
    monkeypatch.setattr("landfast.keeping.queries.due", lambda *_: ["no such key"])
    assert run(["retention", "run"]) == 1
    assert "Gik ikke: 4." in capsys.readouterr().out


def test_a_package_is_made_and_checked(town, capsys, tmp_path):
    course = started_course(town)
    case = blocked(town, course)
    with clock.at(clock.now() + timedelta(days=1)):
        assert run(["retention", "export", str(tmp_path / "ud")]) == 0
    assert capsys.readouterr().out.endswith("Pakker: 1. Gik ikke: 0.\n")
    [path] = (tmp_path / "ud").iterdir()
    assert path.name == f"landfast-{case.id}.zip"
    assert run(["retention", "check", str(path)]) == 0
    assert capsys.readouterr().out == "Pakken er hel.\n"
    path.write_bytes(path.read_bytes()[:-100])
    assert run(["retention", "check", str(path)]) == 1
    with as_(town.dina):
        assert len(models.Case.objects.get(id=case.id).package) == 64


def test_one_package_that_cannot_be_made_stops_no_other(town, capsys, tmp_path, monkeypatch):
    cases = [blocked(town, started_course(town, name)).id for name in ("Jytte J", "Ove O")]
    made = keeping.read_course
    broken = iter([True])

    def breaks_once(course):
        if next(broken, False):
            raise ValueError(course)
        return made(course)

    monkeypatch.setattr(keeping, "read_course", breaks_once)
    assert run(["retention", "export", str(tmp_path)]) == 1
    assert capsys.readouterr().out.endswith("Pakker: 1. Gik ikke: 1.\n")
    assert run(["retention", "export", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {f"landfast-{one}.zip" for one in cases}


def test_a_folder_that_cannot_be_is_told_in_danish(town, tmp_path, capsys):
    there = tmp_path / "fil"
    there.write_text("x")
    for folder, said in ((there, "Vælg en mappe."), (there / "under", "Kan ikke skrive i")):
        assert run(["retention", "export", str(folder)]) == 2
        assert said in capsys.readouterr().err
    assert run(["retention", "check", str(tmp_path / "ingen.zip")]) == 2
    assert "Vælg en fil, der findes." in capsys.readouterr().err
