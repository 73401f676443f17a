"""Why a mutant survives is told of that one alone, and of one that there is (docs/survivors.md)."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = re.findall(
    r"^\| `([\w.]+)` \| (.+?) \| (.+?) \|$",
    (ROOT / "docs" / "survivors.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.fixture(scope="module")
def turning():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        return importlib.import_module("turning")


def test_a_reason_tells_of_one_mutant_that_there_is(turning):
    assert len(ROWS) > 20
    there: dict[str, set[tuple[str, str]]] = {}
    for place, what, _why in ROWS:
        module, _, function = place.rpartition(".")
        found = there.setdefault(module, turning.changes_of(module))
        assert (function, what) in found, f"{place}: {what} is no mutant, or one of several"
    assert len({row[:2] for row in ROWS}) == len(ROWS), "one reason each"


def test_like_changes_of_one_function_are_told_apart(turning):
    assert turning.told_apart(["a", "b", "a", "a"]) == [
        "a (1 of 3)",
        "b",
        "a (2 of 3)",
        "a (3 of 3)",
    ]
    module = "landfast.meetings.rules.quarter"
    mutants = [(one.function, one.what) for one in turning.mutants_of(module)]
    assert len(set(mutants)) == len(mutants), "no reason hides another mutant"
    assert set(mutants) == turning.changes_of(module)
