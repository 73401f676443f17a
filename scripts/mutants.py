"""Mutants of the rules: does a rule's test notice when the rule says something else?

Every comparison, condition, number and refusal in the functions of a room's `rules` is turned
around once, alone, and the room's tests without a database are run on it. What none of them
notices survives. Exhaustive, so there is no seed. Tables of data are not turned: a test that
repeats a table proves nothing.

A tool of our own, as those that are kept well (mutmut, cosmic-ray) start an interpreter a mutant
or rewrite the package; here one process has collected the tests, and each mutant is a fork in
which one function's code is another.

    .venv/bin/python scripts/mutants.py plan course
"""

import ast
import contextlib
import functools
import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "landfast"
ROOMS = tuple(sorted({path.parent.name for path in HOUSE.glob("*/rules*")}))
LONGEST = 20
PATIENCE = 5
"""A mutant may take so many times as long as the rule itself: a busy machine kills none."""
NEEDS_A_DATABASE = {"db", "transactional_db", "django_db_setup"}
TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One function of a module, saying something else in one place."""

    module: str
    function: str
    line: int
    what: str
    code: CodeType = field(repr=False, compare=False)

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.function}: {self.what}"


@dataclass
class Found:
    """What became of a room's mutants."""

    mutants: int = 0
    killed: int = 0
    tests: int = 0
    seconds: float = 0.0
    survivors: list[str] = field(default_factory=list)


class Turn(ast.NodeTransformer):
    """Turns the n-th place of a tree around; counts the places when there is no such place."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.place, self.what, self.line = wanted, -1, "", 0

    def _here(self, node: ast.AST, what: str) -> bool:
        self.place += 1
        if self.place != self.wanted:
            return False
        self.what, self.line = what, getattr(node, "lineno", 0)
        return True

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """`<` and `<=`, `==` and `!=`, `in` and `not in`, `is` and `is not`."""
        self.generic_visit(node)
        for place, operator in enumerate(node.ops):
            other = TURNED[type(operator)]
            if self._here(node, f"{type(operator).__name__} becomes {other.__name__}"):
                node.ops[place] = other()  # type: ignore[call-overload]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """`and` and `or`."""
        self.generic_visit(node)
        other = TURNED[type(node.op)]
        if self._here(node, f"{type(node.op).__name__} becomes {other.__name__}"):
            node.op = other()  # type: ignore[assignment]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """`+` and `-`."""
        self.generic_visit(node)
        other = TURNED.get(type(node.op))
        if other and self._here(node, f"{type(node.op).__name__} becomes {other.__name__}"):
            node.op = other()  # type: ignore[assignment]
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        """A condition is its contrary."""
        self.generic_visit(node)
        if self._here(node, "the condition is turned around"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """The same in an expression."""
        self.generic_visit(node)
        if self._here(node, "the condition is turned around"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
        return node

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        """A refusal is not said."""
        return ast.Pass() if self._here(node, "the refusal is not said") else node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """A number is one more; yes is no."""
        if isinstance(node.value, bool):
            if self._here(node, f"{node.value} becomes {not node.value}"):
                return ast.Constant(not node.value)
        elif isinstance(node.value, int) and self._here(node, f"{node.value} is one more"):
            return ast.Constant(node.value + 1)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        """An answer is not given."""
        self.generic_visit(node)
        if node.value is not None and self._here(node, "the answer is nothing"):
            node.value = ast.Constant(None)
        return node


def mutants_of(module: str) -> Iterator[Mutant]:
    """All mutants of a module's functions, each compiled at its place in the file."""
    path = Path(str(importlib.import_module(module).__file__))
    text = path.read_text("utf-8")
    for name, number in _functions(ast.parse(text)):
        count = _places(text, number)
        for wanted in range(count):
            tree = ast.parse(text)
            function = _nth(tree, number)
            turn = Turn(wanted)
            function.body = [turn.visit(one) for one in function.body]
            compiled = compile(ast.fix_missing_locations(tree), str(path), "exec")
            yield Mutant(module, name, turn.line, turn.what, _code(compiled, name))


def _places(text: str, number: int) -> int:
    """How many places of a function can be turned."""
    turn = Turn(-2)
    for one in _nth(ast.parse(text), number).body:
        turn.visit(one)
    return turn.place + 1


def _functions(tree: ast.Module) -> Iterator[tuple[str, int]]:
    number = 0
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        for one in inner:
            if isinstance(one, ast.FunctionDef):
                prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
                yield prefix + one.name, number
                number += 1


def _nth(tree: ast.Module, number: int) -> ast.FunctionDef:
    found = []
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        found += [one for one in inner if isinstance(one, ast.FunctionDef)]
    return found[number]


def _code(compiled: CodeType, name: str) -> CodeType:
    for part in name.split("."):
        compiled = next(
            one for one in compiled.co_consts if isinstance(one, CodeType) and one.co_name == part
        )
    return compiled


def put_in(mutant: Mutant) -> None:
    """The living function, whoever has imported it, has the mutant's code."""
    found: Any = importlib.import_module(mutant.module)
    for part in mutant.function.split("."):
        found = vars(found)[part]
    found = getattr(found, "fget", None) or getattr(found, "__func__", None) or found
    if hasattr(found, "cache_clear"):
        found.cache_clear()
    while not isinstance(found, FunctionType):
        found = found.__wrapped__
    found.__code__ = mutant.code


class Mutating:
    """Instead of running the tests once, runs them on every mutant of a room."""

    def __init__(self, room: str) -> None:
        self.room, self.found, self.failed = room, Found(), False
        self.longest = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Only tests without a database."""
        items[:] = [item for item in items if not NEEDS_A_DATABASE & set(_fixtures(item))]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One failure is enough."""
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Unchanged first: a test that fails by itself kills nothing."""
        began = time.monotonic()
        self.found.tests = len(session.items)
        if self._dies(session, None):
            raise pytest.UsageError(f"the tests of {self.room} do not hold by themselves")
        self.longest = max(LONGEST, round(PATIENCE * (time.monotonic() - began)))
        for module in modules_of(self.room):
            for mutant in mutants_of(module):
                self.found.mutants += 1
                if self._dies(session, mutant):
                    self.found.killed += 1
                else:
                    self.found.survivors.append(str(mutant))
        self.found.seconds = round(time.monotonic() - began, 1)
        return True

    def _dies(self, session: pytest.Session, mutant: Mutant | None) -> bool:
        child = os.fork()
        if child == 0:
            os._exit(self._live(session, mutant))
        return os.waitpid(child, 0)[1] != 0

    def _live(self, session: pytest.Session, mutant: Mutant | None) -> int:
        """In the child: the mutant's tests; a mutant that never ends is killed by the alarm."""
        signal.alarm(self.longest)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        with contextlib.suppress(BaseException):
            if mutant:
                put_in(mutant)
            for item, after in zip(session.items, [*session.items[1:], None], strict=True):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                if self.failed:
                    return 1
            return 0
        return 1


def _fixtures(item: pytest.Item) -> list[str]:
    marked = ["db"] if item.get_closest_marker("django_db") else []
    return [*getattr(item, "fixturenames", ()), *marked]


@functools.cache
def modules_of(room: str) -> tuple[str, ...]:
    """The modules of a room's rules."""
    base = HOUSE / room
    files = [base / "rules.py"] if (base / "rules.py").exists() else (base / "rules").glob("*.py")
    names = (path.relative_to(ROOT / "src").with_suffix("") for path in sorted(files))
    return tuple(".".join(name.parts) for name in names if name.name != "__init__")


def room(name: str) -> Found:
    """The figures of one room; to be called in a process of its own."""
    mutating = Mutating(name)
    quiet = ["-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:terminal"]
    pytest.main([*quiet, str(ROOT / "tests" / name)], plugins=[mutating])
    return mutating.found


def main(names: list[str]) -> int:
    """A line of JSON a room, on the last lines of the output."""
    for name in names or ROOMS:
        print(json.dumps({"room": name, **asdict(room(name))}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
