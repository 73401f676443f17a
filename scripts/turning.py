"""Every place of a function that can say something else, turned around once, alone."""

import ast
import importlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

TURNED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
NOWHERE = -1
"""No place: nothing is turned, and all the places are met."""


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


class Turn(ast.NodeTransformer):
    """Turns the n-th place of a tree around, and tells what all the places could become."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.line = wanted, 0
        self.met: list[str] = []

    def _here(self, node: ast.AST, what: str) -> bool:
        self.met.append(what)
        if len(self.met) - 1 != self.wanted:
            return False
        self.line = getattr(node, "lineno", 0)
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
        """An answer is not given; where it is no or nothing already, that is the same."""
        says = node.value is not None and not (
            isinstance(node.value, ast.Constant) and node.value.value in (None, False)
        )
        self.generic_visit(node)
        if says and self._here(node, "the answer is nothing"):
            node.value = ast.Constant(None)
        return node


def mutants_of(module: str) -> Iterator[Mutant]:
    """All mutants of a module's functions, each compiled at its place in the file."""
    path, text = _source(module)
    for name, number in _functions(ast.parse(text)):
        for wanted, what in enumerate(_changes(text, number)):
            tree, turn = _turned(text, number, wanted)
            compiled = compile(ast.fix_missing_locations(tree), str(path), "exec")
            yield Mutant(module, name, turn.line, what, _code(compiled, name))


def changes_of(module: str) -> set[tuple[str, str]]:
    """What can be turned in a module: its functions, and what becomes of them."""
    _path, text = _source(module)
    functions = _functions(ast.parse(text))
    return {(name, what) for name, number in functions for what in _changes(text, number)}


def told_apart(changes: Sequence[str]) -> list[str]:
    """Changes of one function by their words; of several with the same words, which of them.

    A reason why nobody has to notice one of them says nothing of the others.
    """
    count, seen, found = Counter(changes), Counter[str](), []
    for what in changes:
        seen[what] += 1
        found.append(f"{what} ({seen[what]} of {count[what]})" if count[what] > 1 else what)
    return found


def _source(module: str) -> tuple[Path, str]:
    path = Path(str(importlib.import_module(module).__file__))
    return path, path.read_text("utf-8")


def _turned(text: str, number: int, wanted: int) -> tuple[ast.Module, Turn]:
    """The module with one place of one function turned around."""
    tree = ast.parse(text)
    function, turn = _nth(tree, number), Turn(wanted)
    function.body = [turn.visit(one) for one in function.body]
    return tree, turn


def _changes(text: str, number: int) -> list[str]:
    """What can become of a function, in the order of its places."""
    return told_apart(_turned(text, number, NOWHERE)[1].met)


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
    while not isinstance(found, FunctionType):
        found = found.__wrapped__
    found.__code__ = mutant.code
