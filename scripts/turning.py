"""Every place of a function that can say something else, turned around once, alone."""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

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
    while not isinstance(found, FunctionType):
        found = found.__wrapped__
    found.__code__ = mutant.code
