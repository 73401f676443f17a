"""Run the long proofs, whole or in parts, and write their figures to docs/proofs.md.

A proof is a test marked `prove`; a figure is what it says with pytest's
`record_property("name", value)`; figures of a proof's parts are added up. What has held on the
same source is not run again, so that a run that was stopped goes on where it was:

    make prove                                what is left, in about half an hour on two cores
    make prove ARGS="--part 2/4"              a quarter of it
    make prove ARGS="--again"                 all of it, whatever has held before
    make prove ARGS="--only mutants"          the mutants of the rules (scripts/mutants.py), by room
    make prove ARGS="--room redthread"        the mutants of this room only
    make prove ARGS="--only proofs"           all but them
    make prove ARGS="tests/plan -n 1"         anything else is pytest's
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest
from mutants import ROOMS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "proofs.md"
KEPT = ROOT / "docs" / "proofs.json"
WHY = ROOT / "docs" / "survivors.md"
ROOM = "mutants of "
ALL = "all"
"""In docs/survivors.md: what is said of a function holds for each of its mutants."""
HEAD = """# Proofs

What the long proofs found. `make test` holds slices of the same proofs; `make prove` runs them
whole or in parts (`scripts/prove.py` says how) and writes this page from `proofs.json`.

A part is one seed: the same seed draws the same histories. *Ran* says how many of a proof's
parts have run; *source* is a digest of `src` and `tests` as they were, or the commit: one in all
rows means that all of it held on the same code.
"""
MUTANTS = """## Mutants of the rules

mutmut lets each place in the functions of a room's rules say something else once, alone, and the
room's tests without a database that come to the function are run on it (`scripts/mutants.py` says
what is not turned). A survivor is a change that none of them notices. Some change nothing that
could be noticed, or nothing that matters: `survivors.md` says why (*explained*). The others are
listed, and want a test. What was killed is not tried again until its function is another: *seconds*
are those of the last run.

| room | mutants | killed | survived | explained | tests | seconds | on | source |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
"""


def source() -> str:
    """A digest of the code that is proved and of the proofs."""
    digest = hashlib.sha256()
    for path in sorted((*ROOT.glob("src/**/*.py"), *ROOT.glob("tests/**/*.py"))):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:10]


class Collector:
    """Which proofs there are."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """As pytest selected them."""
        self.found = [item.nodeid for item in session.items]


class Recorder:
    """Each proof is written down as it ends: a run that is stopped loses the last one only."""

    def __init__(self, kept: dict[str, Any], of: str, left: int) -> None:
        self.kept, self.of, self.left = kept, of, left

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Its outcome, its seconds, its figures."""
        if report.when == "call" or (report.when == "setup" and not report.passed):
            self.kept[report.nodeid] = {
                "held": report.passed, "seconds": round(report.duration, 1), "source": self.of,
                "on": f"{datetime.now(UTC):%Y-%m-%d}", "figures": dict(report.user_properties),
            }  # fmt: skip
            _keep(self.kept)
            self.left -= 1
            print(f" {self.left} left", end="", flush=True)


def page(kept: dict[str, Any], there: list[str]) -> str:
    """A row for each proof; its parts added up. What has not run is said."""
    proofs: dict[str, list[str]] = defaultdict(list)
    for name in there:
        proofs[_proof(name)].append(name)
    rows = [_row(name, parts, kept) for name, parts in sorted(proofs.items())]
    head = ("| proof | held | ran | seconds | figures | on | source |",
            "| --- | --- | ---: | ---: | --- | --- | --- |")  # fmt: skip
    return "\n".join([HEAD, *head, *rows, "", MUTANTS.rstrip(), *_mutants(kept), ""])


def _mutants(kept: dict[str, Any]) -> list[str]:
    """A row a room, and by name the survivors that want a test: no reason is given for them."""
    rooms = {name.removeprefix(ROOM): row for name, row in kept.items() if name.startswith(ROOM)}
    why, left, rows = reasons(), defaultdict[str, list[str]](list), []
    for name, row in sorted(rooms.items()):
        explained = 0
        for one in row["survivors"]:
            place, what = where(one)
            if {(place, what), (place, ALL)} & why:
                explained += 1
            else:
                left[place].append(what)
        rows.append(
            f"| {name} | {row['mutants']} | {row['killed']} | {len(row['survivors'])} "
            f"| {explained} | {row['tests']} | {row['seconds']:.0f} | {row['on']} "
            f"| {row['source']} |"
        )
    rows += [
        f"| {name} | not run | – | – | – | – | – | – | – |" for name in ROOMS if name not in rooms
    ]
    told = [f"- `{place}`: {'; '.join(what)}" for place, what in sorted(left.items())]
    return [*rows, "", "### Survivors that want a test", "", *told] if told else rows


def where(survivor: str) -> tuple[str, str]:
    """The function of a survivor, and what became of it."""
    place, _, what = survivor.partition(": ")
    return place, what


def reasons() -> set[tuple[str, str]]:
    """What nothing has to notice, by its function and the change: `docs/survivors.md` says why."""
    row = r"^\| `([\w.]+)` \| (.+?) \| .+? \|$"
    return set(re.findall(row, WHY.read_text("utf-8"), re.MULTILINE))


def _proof(name: str) -> str:
    """Its name without what its parts differ in: a seed, last in the brackets."""
    path, _, inside = name.partition("[")
    *more, last = inside.rstrip("]").split("-")
    kinds = "-".join(more if last.isdigit() else [*more, last])
    return path + (f"[{kinds}]" if kinds else "")


def _row(proof: str, parts: list[str], kept: dict[str, Any]) -> str:
    ran = [kept[part] for part in parts if part in kept]
    if not ran:
        return f"| {_short(proof)} | not run | 0 of {len(parts)} | – | – | – | – |"
    held = "yes" if all(one["held"] for one in ran) else "**no**"
    figures = ", ".join(f"{name} {value}" for name, value in _added(ran).items())
    days = sorted({one["on"] for one in ran})
    return (
        f"| {_short(proof)} | {held} | {len(ran)} of {len(parts)} "
        f"| {sum(one['seconds'] for one in ran):.0f} | {figures or '–'} "
        f"| {' to '.join(dict.fromkeys((days[0], days[-1])))} "
        f"| {', '.join(sorted({one['source'] for one in ran}))} |"
    )


def _short(proof: str) -> str:
    path, _, test = proof.partition("::")
    return f"`{path.removeprefix('tests/')}` {test.removeprefix('test_').replace('_', ' ')}"


def _added(ran: list[dict[str, Any]]) -> dict[str, Any]:
    """Numbers are added up, words stand once."""
    found: dict[str, Any] = {}
    for one in ran:
        for name, value in one["figures"].items():
            adds = isinstance(value, int | float) and name in found
            found[name] = round(found[name] + value, 1) if adds else value
    return found


def main(arguments: list[str]) -> int:
    """Find what there is, run what is left, write what was found."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--part", default="1/1", help="such as 2/4")
    asked.add_argument("--again", action="store_true")
    asked.add_argument("--only", choices=["proofs", "mutants"])
    asked.add_argument("--room", choices=ROOMS, help="the mutants of this room only")
    known, others = asked.parse_known_args(arguments)
    collector = Collector()
    quiet = ["-m", "prove", "-p", "no:randomly"]
    if code := pytest.main([*quiet, "--collect-only", "-qq", "--no-header"], plugins=[collector]):
        return int(code)
    kept: dict[str, Any] = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    there = {*collector.found, *(ROOM + name for name in ROOMS)}
    kept = {name: row for name, row in kept.items() if name in there}
    of = source()
    number, _, parts = known.part.partition("/")
    chosen = collector.found[int(number) - 1 :: int(parts)]
    holds = {name for name, row in kept.items() if row.get("held") and row["source"] == of}
    left = chosen if known.again else [name for name in chosen if name not in holds]
    code = 0
    if left and known.only != "mutants" and not known.room:
        code = _run(left, quiet, others, Recorder(kept, of, len(left)))
    whole = known.only is None and known.part == "1/1" and not others
    if known.room or known.only == "mutants" or whole:
        mutate(kept, of, [known.room] if known.room else ROOMS, again=known.again)
    PAGE.write_text(page(kept, collector.found), encoding="utf-8")
    ran = sum(name in kept for name in collector.found)
    print(f"\n{PAGE.relative_to(ROOT)}: {ran} of {len(collector.found)} parts have run.")
    return code


def mutate(kept: dict[str, Any], of: str, rooms: Iterable[str], *, again: bool) -> None:
    """Room by room, each in a process of its own; a room that is done is not done again."""
    for name in rooms:
        if not again and kept.get(ROOM + name, {}).get("source") == of:
            continue
        print(f"mutants of {name} …", end=" ", flush=True)
        told = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / "mutants.py"), name],
            cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
        ).stdout.splitlines()[-1]  # fmt: skip
        row = json.loads(told)
        print(f"{row['killed']} of {row['mutants']} killed")
        kept[ROOM + name] = {**row, "source": of, "on": f"{datetime.now(UTC):%Y-%m-%d}"}
        _keep(kept)


def _keep(kept: dict[str, Any]) -> None:
    rows = (f"{json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(kept.items()))
    KEPT.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def _run(left: list[str], quiet: list[str], others: list[str], recorder: Recorder) -> int:
    """By a file of names, as there are many; other arguments choose among them."""
    chosen = [name for name in others if name.startswith("tests")]
    more = [name for name in others if name not in chosen]
    names = [name for name in left if not chosen or name.startswith(tuple(chosen))]
    recorder.left = len(names)
    cores = [] if "-n" in more else ["-n", "2"]
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as listed:
        listed.write("\n".join(names) + "\n")
        listed.flush()
        return int(pytest.main([*quiet, *cores, *more, f"@{listed.name}"], plugins=[recorder]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
