"""`landfast organisation begin`: an organisation that nobody works in yet comes to life."""

import pytest

from landfast.access import login
from landfast.jobs.cli import run
from landfast.jobs.commands import organisation as command
from landfast.journeys.run_organisation import NewEmployee, hire, see_organisation
from landfast.kernel.clock import today
from landfast.login import queries as logins
from landfast.login.actions.identities import sealed
from landfast.people import models
from tests.factories.town import as_

BEGIN = ["organisation", "begin", "Nyby Kommune", "--unit", "Rådhuset"]


@pytest.fixture
def on_the_test_database(db, monkeypatch):
    """The command's own start would open another database."""
    monkeypatch.setattr(command, "django_ready", lambda *_: None)


def told(lines: str, what: str) -> str:
    [line] = [line for line in lines.splitlines() if line.startswith(what)]
    return line.removeprefix(what)


def test_the_first_administrator_comes_in_and_employs_the_others(on_the_test_database, capsys):
    assert run([*BEGIN, "--administrator", "Tove Top", "--username", "tove"]) == 0
    lines = capsys.readouterr().out
    password = told(lines, "Adgangskode til at begynde med: ")
    tove, _ = login.by_password("tove", password, source="here")
    code = told(lines, "Kode til at forbinde et login: ")
    assert logins.invited(sealed(code)) == tove.person_id
    with as_(tove):
        [(_, unit)] = see_organisation(tove).units
        assert (unit.name, unit.organisation) == ("Rådhuset", "Nyby Kommune")
        hire(
            actor=tove, unit_id=unit.id,
            who=NewEmployee("Karen Koordinator", "", "coordinator", today()),
        )  # fmt: skip
        [staff] = see_organisation(tove).staff.values()
    assert [desk.row.person.name for desk in staff] == ["Karen Koordinator", "Tove Top"]


def test_without_a_name_for_logging_in_there_is_a_code_only(on_the_test_database, capsys):
    assert run([*BEGIN, "--administrator", "Tove Top"]) == 0
    assert "Adgangskode" not in capsys.readouterr().out


def test_a_name_that_is_taken_is_told_and_nothing_is_made(on_the_test_database, capsys):
    arguments = [*BEGIN, "--administrator", "Tove Top", "--username", "tove"]
    other = ["organisation", "begin", "Andenby", *arguments[3:]]
    assert [run(arguments), run(other), run(arguments)] == [0, 1, 1]
    told = capsys.readouterr().err
    assert "brugernavn er taget" in told
    assert "er her allerede" in told
    assert models.Organisation.objects.count() == 1


@pytest.mark.parametrize("missing", ["", " "])
def test_what_is_missing_is_told_and_nothing_is_made(on_the_test_database, capsys, missing):
    assert run([*BEGIN, "--administrator", missing]) == 1
    assert "medarbejderens navn" in capsys.readouterr().err
    assert not models.Organisation.objects.exists()
