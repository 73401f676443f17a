"""Why a mutant survives is told of that one alone, and of one that there is (docs/survivors.md)."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def scripts():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "scripts")
        yield importlib.import_module("mutants"), importlib.import_module("prove")


def test_a_reason_tells_of_one_mutant_that_there_is(scripts):
    mutants, prove = scripts
    rows = prove.reasons()
    assert rows
    for place, what in rows:
        found = mutants.changes_of(*mutants.module_of(place))
        assert found, f"{place}: no function that is turned"
        assert what == prove.ALL or what in found, f"{place}: {what} is no mutant"


def test_each_mutant_of_a_function_is_told_apart(scripts):
    mutants, _prove = scripts
    mutated = mutants.mutate_file_contents(
        "rule.py", 'def of(a: int) -> int:\n    return a + 1 if a > 2 else len("x")\n'
    ).code
    told = [what for _name, what in mutants.changes(mutated)]
    assert len(set(told)) == len(told) > 3
    assert any("`+` becomes `-`" in one for one in told)
    assert not any("len" in one for one in told)
