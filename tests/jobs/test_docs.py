"""Made pages agree with the code."""

import pytest

from landfast.course.rules.states import MOVES, machine
from landfast.jobs import docs, rules_index


@pytest.fixture(scope="module")
def used():
    """What the test files import: all of them are read for it, once."""
    return rules_index.tests_of()


def test_the_diagram_has_every_state_and_every_move():
    page = docs.state_diagram()
    for before, afters in machine().items():
        for after in afters:
            assert f"{before.name} --> {after.name}" in page
    for move in MOVES.values():
        assert move.da in page


def test_every_rule_stands_in_the_index_with_its_place(used, monkeypatch):
    monkeypatch.setattr(rules_index, "tests_of", lambda: used)
    page = docs.rules()
    assert "`check_neutral`" in page
    assert "course/rules/coordinator.py |" in page
    assert page.count("\n| `") == len(list(rules_index.rules()))


def test_a_rules_tests_are_those_that_import_it_and_not_its_word(used):
    here = "jobs/test_docs.py"
    assert here in used[("landfast.course.rules.states", "machine")]
    assert here in used[("landfast.jobs.docs", "rules")], "by a dot"
    assert here not in used.get(("landfast.redthread", "rules"), set())


def test_words_lead_from_danish_to_the_room():
    assert "| borger | `citizen` |" in docs.words()


def test_a_page_that_no_longer_agrees_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr(docs, "pages", lambda: {"x.md": "new"})
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    assert docs.main(["--check"]) == 1
    assert "x.md" in capsys.readouterr().err
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
