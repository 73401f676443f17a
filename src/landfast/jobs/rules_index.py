"""The index of rules: what each says, where it stands, and the test files that import it.

By import, not by word: `check` in a test of meetings is no test of a rule of plans.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
ROOT = SOURCE.parents[1]
Named = tuple[str, str]
"""A module of rules, and a name in it."""


@dataclass(frozen=True)
class Rule:
    """A public function of a rules module: its name, place and first line."""

    room: str
    name: str
    place: str
    says: str

    @property
    def known_as(self) -> set[Named]:
        """As a test may import it: from its own module, or from the room's rules as a whole."""
        module = self.place.removeprefix("src/").removesuffix(".py").replace("/", ".")
        whole = f"landfast.{self.room}.rules"
        return {(module.removesuffix(".__init__"), self.name), (whole, self.name)}


def rules() -> Iterator[Rule]:
    """Every public function with a docstring in the rooms' rules."""
    found = [*SOURCE.glob("*/rules.py"), *SOURCE.glob("*/rules/*.py")]
    for path in sorted(found):
        room = path.relative_to(SOURCE).parts[0]
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body:
            says = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
            if isinstance(node, ast.FunctionDef) and says and not node.name.startswith("_"):
                # no line number: any edit above the rule would make the page stale
                yield Rule(room, node.name, str(path.relative_to(ROOT)), says.splitlines()[0])


def tests_of() -> dict[Named, set[str]]:
    """Which test files use what of which module."""
    used: dict[Named, set[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for named in _used(tree):
            used.setdefault(named, set()).add(str(path.relative_to(ROOT / "tests")))
    return used


def _used(tree: ast.AST) -> Iterator[Named]:
    """Names that are imported, and what is taken from imported modules by a dot."""
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("landfast."):
            for one in node.names:
                modules[one.asname or one.name] = f"{node.module}.{one.name}"
                yield str(node.module), one.name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            first, *path, last = ast.unparse(node).split(".")
            if first in modules:
                yield ".".join([modules[first], *path]), last


def page() -> Iterator[str]:
    """The lines of docs/rules.md."""
    used, room = tests_of(), ""
    yield from ("# Rules", "", "One line a rule: `make rule Q=word` searches here.", "")
    for rule in rules():
        if rule.room != room:
            room = rule.room
            yield from ("", f"## {room}", "", "| rule | says | where | imported by tests |")
            yield "| --- | --- | --- | --- |"
        tests = set[str]().union(*(used.get(name, set()) for name in rule.known_as))
        says = rule.says.replace("|", "\\|")
        yield f"| `{rule.name}` | {says} | {rule.place} | {', '.join(sorted(tests)[:3])} |"
