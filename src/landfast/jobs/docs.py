"""Pages of `docs/` that are made from the code: `python -m landfast.jobs.docs [--check]`.

The state diagram, the index of rules with their tests, the words and the marks. `make check`
compares them, so that they cannot drift.
"""

import csv
import re
import sys

from landfast.course.rules import states
from landfast.jobs import marks, rules_index
from landfast.jobs.rules_index import ROOT, SOURCE

HEAD = "<!-- Made by `python -m landfast.jobs.docs`. Change the code, not this page. -->\n"


def state_diagram() -> str:
    """docs/states.md: the life of a course as a picture and a table."""
    lines = [HEAD, "# The life of a course", "", "```mermaid", "stateDiagram-v2"]
    lines += [f'  state "{states.NAMES[s]}" as {s.name}' for s in states.machine()]
    lines += [
        f"  {before.name} --> {after.name}"
        for before, afters in states.machine().items()
        for after in sorted(afters, key=lambda state: state.name)
    ]
    lines += ["```", "", "| act | from | to | who may | what it needs | what follows |"]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for move in states.MOVES.values():
        before = ", ".join(states.NAMES[s] for s in states.NAMES if s in move.before)
        needs = [*move.needs, *(["en grund"] if move.reason_owed else [])]
        lines.append(
            f"| {move.da} | {before} | {states.NAMES[move.after]} | {move.may.value} |"
            f" {'; '.join(needs)} | {'; '.join(move.follows)} |"
        )
    return "\n".join([*lines, ""])


def rules() -> str:
    """docs/rules.md: rule, where it stands, and the tests that import it."""
    return "\n".join([HEAD, *rules_index.page(), ""])


def words() -> str:
    """docs/words.md: the Danish word, the word in the code, and the rooms that use it."""
    text = (ROOT / "docs" / "glossary.csv").read_text("utf-8")
    rooms_there = (path.relative_to(SOURCE).parts[0] for path in SOURCE.glob("*/__init__.py"))
    sources: dict[str, set[str]] = {room: set() for room in rooms_there}
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE).parts[0]
        if room in sources:
            sources[room] |= set(re.findall(r"\w+", path.read_text("utf-8")))
    lines = [HEAD, "# Words", "", "| dansk | in the code | room | means |"]
    lines.append("| --- | --- | --- | --- |")
    for row in csv.DictReader(text.splitlines()):
        code = row["en_code"]
        rooms = [room for room, used in sorted(sources.items()) if code in used and room != "jobs"]
        means = row["definition_en"].replace("|", "\\|")
        lines.append(f"| {row['da']} | `{code}` | {', '.join(rooms[:4])} | {means} |")
    return "\n".join([*lines, ""])


def pages() -> dict[str, str]:
    """Every made page by its name under docs/."""
    return {
        "states.md": state_diagram(), "rules.md": rules(), "words.md": words(),
        "marks.md": HEAD + marks.page(),
    }  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which no longer agree with the code."""
    stale = []
    for name, text in pages().items():
        path = ROOT / "docs" / name
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    if stale and "--check" in arguments:
        told = "no longer agree with the code: python -m landfast.jobs.docs"
        sys.stderr.write(f"docs: {', '.join(stale)} {told}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
