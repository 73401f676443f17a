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


def test_few_risks_are_accepted():
    accepted = [line for line in threats() if line[2][2].startswith("accepted: ")]
    assert len(accepted) <= ACCEPTED_AT_MOST
