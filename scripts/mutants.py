"""Mutants of a room's rules, by mutmut: does a test notice when a rule says something else?

    .venv/bin/python scripts/mutants.py redthread
    .venv/bin/python scripts/mutants.py redthread 'landfast.redthread.rules.alone.*'

mutmut works in a copy, `build/mutants/ROOM`: what was killed there is tried again when its function
is another (all of it when the copy is gone), what survived is tried each time. `mutmut browse` in
there shows each mutant. All of the room's tests without a database are run that
come to the function, the quickest first. Not turned, as mutmut says: functions with a decorator
(properties too), what stands outside functions (tables of data), `len` and `isinstance`.
"""

import ast
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.stats import status_by_exit_code
from mutmut.utils.format_utils import orig_function_and_class_names_from_key

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "landfast"
ROOMS = tuple(sorted({path.parent.name for path in HOUSE.glob("*/rules*")}))
CORES = len(os.sched_getaffinity(0))
WHOLE_STORIES = {"redthread": ("test_checking.py",)}
"""Tests that walk whole case files: that a rule changed has to be noticed by its own tests."""
NOTICED = {"killed", "timeout"}
SHOWN = 60
"""So many characters of a change are told."""
ORIGINAL = "orig"


@dataclass
class Found:
    """What became of a room's mutants."""

    mutants: int = 0
    killed: int = 0
    tests: int = 0
    seconds: float = 0.0
    survivors: list[str] = field(default_factory=list)


def room(name: str, wanted: list[str]) -> Found:
    """Run what is left of a room's mutants, or those that are wanted; the figures of all."""
    began, place = time.monotonic(), _copy(name)
    _freshen(place / "mutants")
    asked = [sys.executable, "-m", "mutmut", "run", "--max-children", str(CORES), *wanted]
    code = subprocess.run(asked, cwd=place, check=False, stdout=sys.stderr).returncode
    if code:
        sys.exit(f"the tests of {name} do not hold by themselves: run them first")
    found = Found()
    tests = json.loads((place / "mutants" / "mutmut-stats.json").read_text("utf-8"))
    found.tests = len(tests["duration_by_test"])
    for told in sorted((place / "mutants").rglob("*.meta")):
        _add(found, json.loads(told.read_text("utf-8")), told.with_suffix(""))
    found.seconds = round(time.monotonic() - began, 1)
    return found


def _copy(name: str) -> Path:
    """Where mutmut works: the house and the tests as they are, and what it is to do."""
    place = ROOT / "build" / "mutants" / name
    place.mkdir(parents=True, exist_ok=True)
    for each in ("src", "tests"):
        if not (place / each).exists():
            (place / each).symlink_to(ROOT / each)
    rules = [f"src/landfast/{name}/rules.py", f"src/landfast/{name}/rules/*.py"]
    left_out = [f"--ignore=tests/{name}/{file}" for file in WHOLE_STORIES.get(name, ())]
    plugins = ["-p", "tests.without_database", "-p", "no:randomly", "-p", "no:cacheprovider"]
    (place / "pyproject.toml").write_text(
        (ROOT / "pyproject.toml").read_text("utf-8") + f"""
[tool.mutmut]
source_paths = ["src"]
only_mutate = {json.dumps(rules)}
pytest_add_cli_args = {json.dumps(plugins)}
pytest_add_cli_args_test_selection = {json.dumps([f"tests/{name}", *left_out])}
process_isolation = "forkserver"
use_git_change_detection = false
""", encoding="utf-8",
    )  # fmt: skip
    return place


def _freshen(copied: Path) -> None:
    """mutmut leaves what it has copied or found as it is: what is not turned is copied anew, and
    what survived is forgotten, as there may be a test for it now.
    """
    kept = set[Path]()
    for told in copied.rglob("*.meta"):
        kept |= {told, told.with_suffix(""), told.with_suffix(".spans")}
        found = json.loads(told.read_text("utf-8"))
        for key, code in found["exit_code_by_key"].items():
            if status_by_exit_code[code] not in NOTICED:
                found["exit_code_by_key"][key] = None
        told.write_text(json.dumps(found), encoding="utf-8")
    for part in ("src", "tests"):
        for path in (copied / part).rglob("*"):
            if path.is_file() and path not in kept:
                path.unlink()


def _add(found: Found, told: dict[str, Any], mutated: Path) -> None:
    """A file's mutants; none is called killed that a test did not kill or that did not run on."""
    outcomes = {key: status_by_exit_code[code] for key, code in told["exit_code_by_key"].items()}
    count = Counter(outcomes.values())
    found.mutants += len(outcomes)
    found.killed += sum(count[one] for one in NOTICED)
    if outcomes:
        said = dict(changes(mutated.read_text("utf-8")))
        for key, outcome in outcomes.items():
            if outcome not in NOTICED:
                module, _, name = key.rpartition(".")
                how = "" if outcome == "survived" else f" ({outcome})"
                found.survivors.append(f"{module}.{function_of(name)}: {said[name]}{how}")


def changes_of(module: str, function: str) -> set[str]:
    """What mutmut makes of one function of a module; nothing where it turns none of that name.

    It counts within each function, so nothing else of the module has to be read for it.
    """
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise ValueError(f"no module {module}")
    path = Path(spec.origin)
    alone = _alone(path.read_text("utf-8"), function.partition(".")[0])
    mutated = mutate_file_contents(path.name, alone).code
    return {what for name, what in changes(mutated) if function_of(name) == function}


def _alone(source: str, name: str) -> str:
    """A function or class of a module, with its decorators."""
    found = [node for node in ast.parse(source).body if getattr(node, "name", None) == name]
    spans = [(min(each.lineno for each in (*one.decorator_list, one)), one.end_lineno)
             for one in found if isinstance(one, ast.FunctionDef | ast.ClassDef)]  # fmt: skip
    lines = source.splitlines()
    return "\n".join(line for begin, end in spans for line in lines[begin - 1 : end])


def module_of(place: str) -> tuple[str, str]:
    """The module and the function, or class and function, of `landfast.course.rules.of`."""
    module, _, function = place.rpartition(".")
    if module.rpartition(".")[2][:1].isupper():
        module, _, of = module.rpartition(".")
        function = f"{of}.{function}"
    return module, function


def function_of(mutant: str) -> str:
    """`Course.is_open` of `xǁCourseǁis_open__mutmut_3`."""
    function, of = orig_function_and_class_names_from_key(mutant)
    return f"{of}.{function}" if of else function


def changes(mutated: str) -> Iterator[tuple[str, str]]:
    """Each mutant of a mutated file by name, and its number with what is other in it."""
    functions = {
        node.name: ast.unparse(node).partition("(")[2]
        for node in ast.walk(ast.parse(mutated))
        if isinstance(node, ast.FunctionDef) and "__mutmut_" in node.name
    }
    for name, body in functions.items():
        function, _, number = name.rpartition("_")
        if number != ORIGINAL:
            yield name, f"{number}, {change(functions[f'{function}_{ORIGINAL}'], body)}"


def change(before: str, after: str) -> str:
    """What was and what is, by whole words; on one line, and in no table's way."""
    one, other = (re.findall(r"\w+|\s+|.", text) for text in (before, after))
    begin = _alike(one, other)
    end = _alike(one[begin:][::-1], other[begin:][::-1])
    was, now = (
        "".join(words[begin : len(words) - end]).strip().replace("|", "¦") for words in (one, other)
    )
    return f"`{_short(was)}` becomes `{_short(now)}`" if now else f"`{_short(was)}` is left out"


def _alike(one: list[str], other: list[str]) -> int:
    """How many words are the same from the beginning."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= SHOWN else said[: SHOWN - 1] + "…"


def main(names: list[str]) -> int:
    """A line of JSON, on the last line of the output."""
    name, *wanted = names
    print(json.dumps({"room": name, **asdict(room(name, wanted))}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
