"""Where is a rule? `make rule Q=aftale`: the index of rules, asked in Danish or in English.

The index is English; a Danish word is led through docs/words.md to the words of the code. An
inflected word finds its own: "aftalt", "aftaler" and "aftale" are one.
"""

import re
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
SAME = 4
ENDING = 2
WORD = re.compile(r"[^\W\d_]+")


def is_form_of(one: str, other: str) -> bool:
    """Are two words the same but for their endings?"""
    shorter = min(len(one), len(other))
    stem = max(SAME, shorter - ENDING)
    return one == other or (one[:stem] == other[:stem] and shorter >= stem)


def rows(page: str) -> list[str]:
    """The rows of the tables of a page under docs/, without their heads."""
    lines = (DOCS / page).read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and "| --- " not in line]


def code_words(asked: str) -> dict[str, str]:
    """What the Danish words that are meant are called in the code, by the Danish word."""
    found = {}
    for row in rows("words.md"):
        danish, code = (cell.strip().strip("`") for cell in row.split("|")[1:3])
        if any(is_form_of(asked, word) for word in WORD.findall(danish.casefold())):
            found[danish] = code.casefold()
    return found


def find(asked: str) -> list[str]:
    """The rules that name the word, or what it is called in the code; the rule's own name first."""
    wanted = asked.casefold()
    codes = {wanted, *code_words(wanted).values()}
    found = [row for row in rows("rules.md") if any(code in row.casefold() for code in codes)]
    return sorted(found, key=lambda row: wanted not in row.casefold())


def main(arguments: list[str]) -> int:
    """Print what was found, and through which words."""
    asked = " ".join(arguments).strip()
    if not asked:
        sys.stderr.write("Say what to look for: make rule Q=aftale\n")
        return 2
    for danish, code in code_words(asked.casefold()).items():
        sys.stdout.write(f"{danish}: {code}\n")
    found = find(asked)
    if not found:
        sys.stderr.write(f'No rule mentions "{asked}"; see docs/words.md for the words.\n')
        return 1
    sys.stdout.write("\n".join([*found, ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
