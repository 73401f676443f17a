"""Short modules, short functions, actions that are actions, templates that stay in their room."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "landfast"
TESTS = Path(__file__).resolve().parents[1]
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)
ACTIONS = [path for path in MODULES if "actions" in (*path.parts, path.stem)]
BELOW_ACCESS = {"people"}
TEMPLATES = SOURCE / "web" / "templates"


def name(path):
    return str(path.relative_to(SOURCE))


def lines(path):
    return len(path.read_text("utf-8").splitlines())


def functions(path):
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_modules_are_short():
    counted = {name(path): lines(path) for path in MODULES}
    assert {path: n for path, n in counted.items() if n > 400} == {}
    assert median(counted.values()) <= 80


def test_functions_are_short():
    long = {}
    lengths = []
    for path in MODULES:
        for node in functions(path):
            length = (node.end_lineno or 0) - node.lineno + 1
            lengths.append(length)
            if length > 40:
                long[f"{name(path)}:{node.name}"] = length
    assert long == {}
    assert median(lengths) <= 8


def test_test_files_are_short():
    assert {p.name: lines(p) for p in TESTS.rglob("*.py") if lines(p) > 500} == {}


def test_public_functions_say_what_they_do():
    silent = [
        (name(path), node.name)
        for path in MODULES
        for node in functions(path)
        if not node.name.startswith("_")
        and not any("overload" in ast.unparse(mark) for mark in node.decorator_list)
        and not ast.get_docstring(node)
        and not _is_inner(path, node)
    ]
    assert silent == []


def _is_inner(path, node):
    tree = ast.parse(path.read_text("utf-8"))
    return any(
        node.lineno > outer.lineno and (node.end_lineno or 0) <= (outer.end_lineno or 0)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef)
    )


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_every_public_verb_takes_its_actor_by_name(path):
    room = path.relative_to(SOURCE).parts[0]
    if room in BELOW_ACCESS or room == "access":
        return
    for node in functions(path):
        marks = [ast.unparse(mark) for mark in node.decorator_list]
        # a stranger's act and the clock's have no actor: they say so by asking nobody
        if any("action" in mark and "asks=False" not in mark for mark in marks):
            assert "actor" in [arg.arg for arg in node.args.kwonlyargs], node.name


def pages():
    """Each template's place and text."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield path.relative_to(TEMPLATES), path.read_text("utf-8")


def test_templates_include_only_parts_and_their_own_room():
    strangers = [
        (str(place), other)
        for place, text in pages()
        for other in re.findall(r'{%-?\s*include\s+"([^"]+)"', text)
        if not other.startswith(("parts/", f"{place.parts[0]}/"))
    ]
    assert strangers == []


INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\bsrc=)|\|safe\b")


def test_templates_have_no_inline_style_or_script():
    found = [(str(place), INLINE.findall(text)) for place, text in pages() if INLINE.search(text)]
    assert found == []


def test_only_doors_know_requests():
    doors = {"web", "config", "jobs", "interop"}
    rooms = [p for p in MODULES if p.relative_to(SOURCE).parts[0] not in doors]
    for path in rooms:
        assert "django.http" not in path.read_text("utf-8"), name(path)
