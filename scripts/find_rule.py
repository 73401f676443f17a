"""Where is a rule? `make rule Q=aftale`: asked in Danish or in English, or by what a screen says.

The index of rules is English; a Danish word is led through docs/words.md to the words of the code.
An inflected word finds its own: "aftalt", "aftaler" and "aftale" are one. Functions and tables of
the database are found by name (docs/database), texts of the screen by the words that stand there.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
CATALOGUE = ROOT / "src" / "landfast" / "locale" / "en" / "LC_MESSAGES" / "django.po"
SAME = 4
ENDING = 2
FIRST_PART = 3
TEXTS_SHOWN = 12
WORD = re.compile(r"[^\W\d_]+")
STANDS = re.compile(r"(?:CREATE OR REPLACE FUNCTION public\.|-- On )(\w+)")
SAID = re.compile(r'^msgid(?:_plural)? (".*")$|^(".*")$', re.MULTILINE)


def is_form_of(one: str, other: str) -> bool:
    """Are two words the same but for their endings?"""
    shorter = min(len(one), len(other))
    stem = max(SAME, shorter - ENDING)
    return one == other or (one[:stem] == other[:stem] and shorter >= stem)


def ends_with(asked: str, word: str) -> bool:
    """Does a compound end with the word? "referat" finds "mødereferat"."""
    ends = (word[at:] for at in range(FIRST_PART, len(word) - SAME))
    return any(is_form_of(asked, end) for end in ends)


def rows(page: str) -> list[str]:
    """The rows of the tables of a page under docs/, without their heads."""
    lines = (DOCS / page).read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and "| --- " not in line]


def code_words(asked: str) -> dict[str, str]:
    """What the Danish words that are meant are called in the code, by the Danish word."""
    found = {}
    for row in rows("words.md"):
        danish, code = (cell.strip().strip("`") for cell in row.split("|")[1:3])
        words = WORD.findall(danish.casefold())
        if danish.casefold() == asked or any(
            is_form_of(asked, word) or ends_with(asked, word) for word in words
        ):
            found[danish] = code.casefold()
    return found


def find(asked: str) -> list[str]:
    """The rules that name the word, or what it is called in the code; the rule's own name first."""
    wanted = asked.casefold()
    codes = {wanted, *code_words(wanted).values()}
    found = [row for row in rows("rules.md") if any(code in row.casefold() for code in codes)]
    return sorted(found, key=lambda row: wanted not in row.casefold())


def in_the_database(asked: str) -> list[str]:
    """Functions, and tables with policies, that are named so: each with its file and line."""
    codes = {code.replace(" ", "_") for code in (asked, *code_words(asked).values())}
    found = []
    for path in sorted((DOCS / "database").glob("*.sql")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            named = STANDS.match(line)
            if named and any(code in named[1] for code in codes):
                kind = "policies of" if line.startswith("--") else "function"
                found.append(f"{path.relative_to(ROOT)}:{number} {kind} {named[1]}")
    return found


def texts() -> Iterator[tuple[str, str]]:
    """Every Danish text of the screens, and the files that say it."""
    for entry in CATALOGUE.read_text("utf-8").split("\n\n")[1:]:
        said = entry.partition("\nmsgstr")[0]
        lines = [ast.literal_eval(one or more) for one, more in SAID.findall(said)]
        places = " ".join(re.findall(r"^#: (.*)$", entry, re.MULTILINE))
        yield "".join(lines).replace("\n", " "), places


def on_the_screen(asked: str) -> list[str]:
    """Texts that hold the words, the shortest first: a button before a sentence that names it."""
    found = sorted(
        (len(text), text, places) for text, places in texts() if asked in text.casefold()
    )
    told = [f"»{text}« {places}" for _length, text, places in found[:TEXTS_SHOWN]]
    more = len(found) - TEXTS_SHOWN
    return [*told, f"… and {more} longer texts"] if more > 0 else told


def main(arguments: list[str]) -> int:
    """Print what was found, and through which words."""
    asked = " ".join(" ".join(arguments).split())
    if not asked:
        sys.stderr.write("Say what to look for: make rule Q=aftale\n")
        return 2
    wanted = asked.casefold()
    for danish, code in code_words(wanted).items():
        sys.stdout.write(f"{danish}: {code}\n")
    found = {
        "Rules": find(asked),
        "In the database": in_the_database(wanted),
        "On the screen": on_the_screen(wanted),
    }
    if not any(found.values()):
        sys.stderr.write(f'Nothing mentions "{asked}"; see docs/words.md for the words.\n')
        return 1
    for head, lines in found.items():
        if lines:
            sys.stdout.write("\n".join([f"\n{head}", *lines, ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
