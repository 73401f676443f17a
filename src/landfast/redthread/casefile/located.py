"""JSON that knows on which line each field stands.

Python's own reader checks the syntax and names the line of an error; a second walk over a
text that is known to be right finds where every field begins.
"""

import json
import re
from bisect import bisect_right
from typing import Any

from landfast.redthread.casefile.problems import BadCase, Problem

Path = tuple[str | int, ...]

MOST_DIGITS = 18
_BLANK = " \t\n\r"
_UNKEPT = re.compile(r"[\x00\ud800-\udfff]")
_SIMPLE = json.JSONDecoder()
_SYNTAX = {
    "Expecting property name enclosed in double quotes": "Her skal stå et feltnavn i gåseøjne.",
    "Expecting ':' delimiter": "Her mangler et kolon.",
    "Expecting ',' delimiter": "Her mangler et komma.",
    "Expecting value": "Her mangler en værdi.",
    "Extra data": "Der står mere efter slutningen.",
    "Unterminated string starting at": "Teksten mangler et afsluttende gåseøje.",
    "Illegal trailing comma before end of object": "Her står et komma for meget.",
    "Illegal trailing comma before end of array": "Her står et komma for meget.",
}


class Located:
    """A JSON value and the line of every path in it.

    `repeated` are fields that stand twice, `unkept` those with a sign that no database keeps.
    """

    def __init__(
        self, value: Any, lines: dict[Path, int], repeated: list[Path], unkept: list[Path]
    ) -> None:
        self.value = value
        self.repeated = repeated
        self.unkept = unkept
        self._lines = lines

    def line(self, *path: str | int) -> int:
        """The line of a field; of what it stands in when the field is missing."""
        where: Path = path
        while where not in self._lines and where:
            where = where[:-1]
        return self._lines.get(where, 1)


def load(name: str, text: str) -> Located:
    """Read JSON; a mistake in it becomes a Danish sentence with its line."""
    if not text.strip():
        raise BadCase(name, [Problem(1, "Filen er tom.")])
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        sentence = _SYNTAX.get(error.msg, "Filen er ikke rigtig JSON her.")
        raise BadCase(name, [Problem(error.lineno, sentence)]) from error
    except RecursionError as error:
        raise BadCase(name, [Problem(1, "Filen er for dybt indlejret.")]) from error
    except ValueError as error:
        line = 1 + text.count("\n", 0, max(text.find(str(error)), 0))
        too_long = str(error).lstrip("-").isdigit()
        wrong = "Tallet er for langt." if too_long else f"{error} er ikke et tal."
        raise BadCase(name, [Problem(line, wrong)]) from error
    walk = _Walk(text)
    walk.value(0, ())
    return Located(value, walk.lines, walk.repeated, walk.unkept)


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def _whole_number(digits: str) -> int:
    if len(digits) > MOST_DIGITS:  # Python's own limit says so in English, and without a line
        raise ValueError(digits)
    return int(digits)


class _Walk:
    """Goes through a text that is right, and notes where each field begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[Path, int] = {}
        self.repeated: list[Path] = []
        self.unkept: list[Path] = []
        self._ends = [at for at, sign in enumerate(text) if sign == "\n"]

    def value(self, at: int, path: Path) -> int:
        """Walk one value; where it ends."""
        at = self._skip(at)
        self.lines.setdefault(path, self._line(at))
        if self.text[at] == "{":
            return self._object(at + 1, path)
        if self.text[at] == "[":
            return self._array(at + 1, path)
        plain, ends = _SIMPLE.raw_decode(self.text, at)
        self._keep(plain, path)
        return ends

    def _keep(self, plain: Any, path: Path) -> None:
        if isinstance(plain, str) and _UNKEPT.search(plain):
            self.unkept.append(path)

    def _object(self, at: int, path: Path) -> int:
        at = self._skip(at)
        while self.text[at] != "}":
            begins = at
            name, at = _SIMPLE.raw_decode(self.text, at)
            inside = (*path, name)
            self._keep(name, inside)
            if inside in self.lines:
                self.repeated.append(inside)
            self.lines[inside] = self._line(begins)
            at = self._next(self.value(self._skip(at) + 1, inside))
        return at + 1

    def _array(self, at: int, path: Path) -> int:
        at, number = self._skip(at), 0
        while self.text[at] != "]":
            at = self._next(self.value(at, (*path, number)))
            number += 1
        return at + 1

    def _next(self, at: int) -> int:
        at = self._skip(at)
        return self._skip(at + 1) if self.text[at] == "," else at

    def _skip(self, at: int) -> int:
        while self.text[at] in _BLANK:
            at += 1
        return at

    def _line(self, at: int) -> int:
        return bisect_right(self._ends, at - 1) + 1
