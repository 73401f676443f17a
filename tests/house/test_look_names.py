"""Every page that is looked at under a name has it where the names are, and in English too."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import landfast
from landfast.access.looks.names import PAGES

ROOT = Path(landfast.__file__).parent
ADDRESSES = {"log_refused", "log_refused_referral"}
"""What was refused is kept by its address."""


@cache
def trees() -> dict[Path, ast.Module]:
    """The code, read when a test asks: each worker imports this module, one of them tests."""
    return {
        path: ast.parse(path.read_text("utf-8"))
        for path in ROOT.rglob("*.py")
        if "migrations" not in path.parts
    }


def takers() -> dict[str, int | None]:
    """The functions that are told a page's name, and in which place."""
    found: dict[str, int | None] = {}
    for path, tree in trees().items():
        for one in ast.walk(tree):
            if not isinstance(one, ast.FunctionDef) or "web" in path.parts:
                continue
            every = [*one.args.args, *one.args.kwonlyargs]
            for place, argument in enumerate(every):
                kind = ast.unparse(argument.annotation) if argument.annotation else ""
                if argument.arg in {"page", "paper", "what"} and kind == "str" and logs(one):
                    found[one.name] = place if argument in one.args.args else None
    return found


LOGS = {
    "open_record", "open_part", "list_records", "listing_records", "look_at_referral", "whole",
    "course_page", "opened_own", "oversee", "_list", "_listing", "_look_at", "_opened",
    "see_sharing", "read_own_record",
}  # fmt: skip


def logs(function: ast.FunctionDef) -> bool:
    """Is it one of those that write the log, or does it hand the name on to one?"""
    return function.name in LOGS or bool(LOGS & {name(one) for one in calls(function)})


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.Call))


def name(call: ast.Call) -> str:
    called = call.func
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def told(call: ast.Call, place: int | None) -> ast.expr | None:
    """What stands in the place of the page's name."""
    by_word = next((one.value for one in call.keywords if one.arg == "page"), None)
    if by_word is None and place is not None and len(call.args) > place:
        return call.args[place]
    return by_word


def texts(value: ast.expr, tree: ast.Module) -> Iterator[str]:
    """The texts that it can be; what is handed on was read where it comes from."""
    if isinstance(value, ast.IfExp):
        yield from texts(value.body, tree)
        yield from texts(value.orelse, tree)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Name):
        for one in ast.walk(tree):
            if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == value.id:
                yield from texts(one.value, tree)


def looked_at() -> set[str]:
    places = takers()
    assert {"open_record", "list_mine", "see_network", "see_meeting_paper"} <= places.keys()
    return {
        text
        for tree in trees().values()
        for call in calls(tree)
        if name(call) in places.keys() - ADDRESSES
        for value in [told(call, places[name(call)])]
        if value is not None
        for text in texts(value, tree)
    }


def test_every_page_that_is_looked_at_has_a_name_that_can_be_translated():
    found = looked_at()
    assert len(found) > 60
    assert found - PAGES == set()
