"""Mutants of the rules: does a rule's test notice when the rule says something else?

Every comparison, condition, number and refusal in the functions of a room's `rules` is turned
around once, alone, and the room's tests without a database are run on it. What none of them
notices survives. Exhaustive, so there is no seed. Tables of data are not turned: a test that
repeats a table proves nothing.

A tool of our own, as those that are kept well (mutmut, cosmic-ray) start an interpreter a mutant
or rewrite the package; here one process has collected the tests and seen which of them come to
which function, and each mutant is a fork in which one function's code is another and those tests
run, the shortest first.

    .venv/bin/python scripts/mutants.py plan course
"""

import contextlib
import functools
import gc
import importlib
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO, Any

import pytest
from turning import Mutant, mutants_of, put_in

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "landfast"
ROOMS = tuple(sorted({path.parent.name for path in HOUSE.glob("*/rules*")}))
CORES = len(os.sched_getaffinity(0))
LONGEST = 20
PATIENCE = 5
"""A mutant may take so many times as long as the rule itself: a busy machine kills none."""
NOBODY = " (no test comes there)"
NEEDS_A_DATABASE = {"db", "transactional_db", "django_db_setup"}


@dataclass
class Found:
    """What became of a room's mutants."""

    mutants: int = 0
    killed: int = 0
    tests: int = 0
    seconds: float = 0.0
    survivors: list[str] = field(default_factory=list)


class Reached:
    """Which functions of a room's rules a test comes to: no other test notices a change there."""

    def __init__(self, room: str) -> None:
        files = {str(importlib.import_module(name).__file__): name for name in modules_of(room)}
        self.files, self.now = files, set[tuple[str, str]]()

    def __call__(self, frame: FrameType, event: str, _what: Any) -> None:
        """For `sys.setprofile`."""
        if event == "call" and (name := self.files.get(frame.f_code.co_filename)):
            self.now.add((name, frame.f_code.co_qualname))


@dataclass
class Watched:
    """The tests of a room as they run unchanged: what each comes to, and how long it takes."""

    seconds: dict[str, float] = field(default_factory=dict)
    reached: dict[str, list[list[str]]] = field(default_factory=dict)

    def of(self, mutant: Mutant, items: list[pytest.Item]) -> list[pytest.Item]:
        """Those that can notice it, the shortest first."""
        place = [mutant.module, mutant.function]
        those = [item for item in items if place in self.reached[item.nodeid]]
        return sorted(those, key=lambda item: self.seconds[item.nodeid])


class Mutating:
    """Instead of running the tests once, runs on every mutant those that come to it."""

    def __init__(self, room: str) -> None:
        self.room, self.found, self.failed = room, Found(), False
        self.longest = LONGEST
        self.living: dict[int, Mutant] = {}

    def pytest_collection(self) -> None:
        """An example that fails is enough: that it could be smaller is of no use here."""
        from hypothesis import Phase, settings  # not before pytest has prepared to load it

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", settings.default, phases=phases)
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Only tests without a database."""
        items[:] = [item for item in items if not NEEDS_A_DATABASE & set(_fixtures(item))]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One failure is enough."""
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Unchanged first: a test that fails by itself kills nothing."""
        began = time.monotonic()
        self.found.tests = len(session.items)
        tests = self._unchanged(session.items)
        self.longest = max(LONGEST, round(PATIENCE * sum(tests.seconds.values())))
        self._stands_ready(session.items)
        for module in modules_of(self.room):
            for mutant in mutants_of(module):
                self.found.mutants += 1
                if items := tests.of(mutant, session.items):
                    self._begins(mutant, items)
                else:
                    self.found.survivors.append(f"{mutant}{NOBODY}")
        while self.living:
            self._ends()
        self.found.survivors.sort()
        self.found.seconds = round(time.monotonic() - began, 1)
        return True

    def _unchanged(self, items: list[pytest.Item]) -> Watched:
        """In a child, as what it leaves behind would be found by the mutants."""
        with tempfile.TemporaryFile("w+") as told:
            child = os.fork()
            if child == 0:
                os._exit(self._watched(items, told))
            if os.waitpid(child, 0)[1] != 0:
                raise pytest.UsageError(f"the tests of {self.room} do not hold by themselves")
            told.seek(0)
            return Watched(**json.load(told))

    def _watched(self, items: list[pytest.Item], told: IO[str]) -> int:
        silent()
        tests, watching = Watched(), Reached(self.room)
        for item, after in one_by_one(items):
            forget()
            watching.now, began = set(), time.monotonic()
            sys.setprofile(watching)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            sys.setprofile(None)
            if self.failed:
                return 1
            tests.seconds[item.nodeid] = time.monotonic() - began
            tests.reached[item.nodeid] = [list(place) for place in sorted(watching.now)]
        json.dump(asdict(tests), told)
        told.flush()
        return 0

    def _stands_ready(self, items: list[pytest.Item]) -> None:
        """What belongs to all tests is there before the first fork, and not made for each."""
        if not items:
            return
        first = items[0]
        others = [item for item in items if item.path != first.path] or items[1:]
        after = others[0] if others else None
        first.config.hook.pytest_runtest_protocol(item=first, nextitem=after)
        gc.freeze()

    def _begins(self, mutant: Mutant, items: list[pytest.Item]) -> None:
        """As many live at once as there are cores."""
        if len(self.living) >= CORES:
            self._ends()
        child = os.fork()
        if child == 0:
            os._exit(self._live(mutant, items))
        self.living[child] = mutant

    def _ends(self) -> None:
        child, status = os.wait()
        mutant = self.living.pop(child)
        if status:
            self.found.killed += 1
        else:
            self.found.survivors.append(str(mutant))

    def _live(self, mutant: Mutant, items: list[pytest.Item]) -> int:
        """In the child: the mutant's tests; a mutant that never ends is killed by the alarm."""
        signal.alarm(self.longest)
        silent()
        with contextlib.suppress(BaseException):
            put_in(mutant)
            forget()
            for item, after in one_by_one(items):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                if self.failed:
                    return 1
            return 0
        return 1


def one_by_one(items: list[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """A test and the one after it, as pytest wants to know what may stay."""
    return zip(items, [*items[1:], None], strict=True)


def silent() -> None:
    """A child says nothing: its parent's last line is read."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def forget() -> None:
    """What was computed once and kept is computed again, by whatever stands there now."""
    for name, module in list(sys.modules.items()):
        if name.startswith("landfast."):
            for one in vars(module).values():
                if type(one) is functools._lru_cache_wrapper:
                    one.cache_clear()


def _fixtures(item: pytest.Item) -> list[str]:
    marked = ["db"] if item.get_closest_marker("django_db") else []
    return [*getattr(item, "fixturenames", ()), *marked]


@functools.cache
def modules_of(room: str) -> tuple[str, ...]:
    """The modules of a room's rules, what stands in the package itself included."""
    base = HOUSE / room
    files = [base / "rules.py"] if (base / "rules.py").exists() else (base / "rules").glob("*.py")
    names = (path.relative_to(ROOT / "src").with_suffix("") for path in sorted(files))
    return tuple(".".join(name.parts).removesuffix(".__init__") for name in names)


def room(name: str) -> Found:
    """The figures of one room; to be called in a process of its own."""
    mutating = Mutating(name)
    quiet = ["-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:terminal"]
    code = pytest.main([*quiet, str(ROOT / "tests" / name)], plugins=[mutating])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        sys.exit(f"the tests of {name} do not hold by themselves: run them first")
    return mutating.found


def main(names: list[str]) -> int:
    """A line of JSON a room, on the last lines of the output."""
    for name in names or ROOMS:
        print(json.dumps({"room": name, **asdict(room(name))}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
