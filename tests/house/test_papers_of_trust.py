"""The threat model and the list of requirements name tests and files that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "docs" / "threat-model.md"
ELEMENTS = {
    "Citizen's phone", "Staff browser", "App", "Database", "Jobs", "Mail", "OIDC provider",
    "Backup",
}  # fmt: skip
STRIDE = list("STRIDE")
ACCEPTED_AT_MOST = 5
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def is_there(path: str, name: str) -> bool:
    """Is there a test of that name in that file?"""
    file = ROOT / path
    if not file.is_file():
        return False
    tree = ast.parse(file.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def threats() -> list[tuple[str, str, list[str]]]:
    """Every line of the model: of which element, which letter, its cells."""
    found, element = [], ""
    for line in MODEL.read_text("utf-8").splitlines():
        if line.startswith("## "):
            element = line.removeprefix("## ")
        elif re.match(r"\| [STRIDE] \|", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.append((element, cells[0], cells[1:]))
    return found


def test_every_part_of_the_way_has_a_line_for_every_letter():
    lines = [(element, letter) for element, letter, _ in threats()]
    assert {element for element, _ in lines} == ELEMENTS
    for element in ELEMENTS:
        assert [letter for name, letter in lines if name == element] == STRIDE, element


@pytest.mark.parametrize("line", threats(), ids=lambda line: f"{line[0]} {line[1]}")
def test_every_threat_names_a_test_that_is_there_or_says_why_not(line):
    _, _, (threat, answer, covered) = line
    assert threat
    assert answer
    named = NAMED.findall(covered)
    if covered.startswith("accepted: "):
        assert len(covered) > 30
        assert not named
    else:
        assert named
        assert NAMED.sub("", covered).strip(", ") == "", "something that is no test"
    assert [f"{path}::{name}" for path, name in named if not is_there(path, name)] == []


CHANNELS = [
    "Counts", "Search", "Errors", "Timing of messages", "Time of an answer", "Unique keys",
    "Foreign keys", "Taken hours",
]  # fmt: skip


def test_every_side_channel_names_tests_that_are_there():
    _, _, listed = MODEL.read_text("utf-8").partition("\n## Side channels\n")
    rows = [line.strip("|").split("|") for line in listed.splitlines() if "`tests/" in line]
    assert [row[0].strip() for row in rows] == CHANNELS
    for name, _threat, _answer, covered in rows:
        named = NAMED.findall(covered)
        assert named, name
        assert [f"{path}::{test}" for path, test in named if not is_there(path, test)] == []


def test_few_risks_are_accepted():
    accepted = [line for line in threats() if line[2][2].startswith("accepted: ")]
    assert len(accepted) <= ACCEPTED_AT_MOST


ASVS = ROOT / "docs" / "asvs.md"
LEVEL_2 = {
    1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9, 13: 13,
    14: 9, 15: 13, 16: 16, 17: 7,
}  # fmt: skip
"""How many requirements of level 1 and 2 each chapter of ASVS 5.0.0 has."""
STATES = {"met", "not applicable", "not yet"}


def requirements() -> list[list[str]]:
    """Every line of the list: its id, its words, its state, where or why."""
    lines = ASVS.read_text("utf-8").splitlines()
    rows = [line for line in lines if re.match(r"\| \d+\.\d+\.\d+ \|", line)]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_the_list_has_every_requirement_once():
    ids = [row[0] for row in requirements()]
    assert len(ids) == len(set(ids))
    counted = dict.fromkeys(LEVEL_2, 0)
    for one in ids:
        counted[int(one.partition(".")[0])] += 1
    assert counted == LEVEL_2
    assert sum(LEVEL_2.values()) == 253


@pytest.mark.parametrize("row", requirements(), ids=lambda row: row[0])
def test_a_requirement_that_is_met_names_what_is_there(row):
    _, words, state, where = row
    assert words
    assert state in STATES
    if state != "met":
        assert len(where) >= 8
        return
    [path] = re.findall(r"^`([\w./-]+)(?:::(?:test_\w+))?`$", where)
    assert (ROOT / path).is_file(), path
    for file, name in NAMED.findall(where):
        assert is_there(file, name), where


def test_the_figures_at_the_top_are_the_lists():
    states = [row[2] for row in requirements()]
    text = ASVS.read_text("utf-8")
    for state in STATES:
        assert f"| {state} | {states.count(state)} |" in text
