"""Keeping: what is over begins to be kept, what is past its day is blocked, released and deleted.

One course a transaction, in batches, so that a process that is killed goes on where it was: what
is done stands, what is not is still due. One that fails is logged by its key, and tried again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from landfast.access.actor import SYSTEM
from landfast.access.session import acting
from landfast.keeping import actions, queries
from landfast.keeping.reading import read_course
from landfast.kernel.clock import now
from landfast.paper.archive import package

log = logging.getLogger("landfast.keeping")

BATCH = 500


@dataclass(frozen=True)
class Step:
    """One step that a rule takes: its name in the report, and the act for one case."""

    name: str
    does: str
    act: Callable[..., bool]


STEPS = (
    Step("end_hold", "holds ended", lambda case_id: actions.end_hold(hold_id=case_id)),
    Step("delete", "deleted", actions.erase),
    Step("release", "released", actions.release),
    Step("block", "blocked", actions.block),
)
"""From the end: what is blocked today is neither released nor deleted today. What has run out ends
before, since it moves the day of deletion."""


def keep() -> dict[str, int]:
    """Take every step that is due; how many of each, and how many failed."""
    report = {"begun": 0, "failed": 0}
    while (begun := actions.begin(most=BATCH)) > 0:
        report["begun"] += begun
    for step in STEPS:
        report[step.does] = _all(step, report)
    actions.expire()
    met = ", ".join(f"{does}: {count}" for does, count in report.items() if count)
    log.info("keeping: %s", met or "nothing was due")
    return report


def _all(step: Step, report: dict[str, int]) -> int:
    done, seen = 0, set[UUID]()
    while fresh := [one for one in queries.due(step.name, BATCH + len(seen)) if one not in seen]:
        for case_id in fresh:
            seen.add(case_id)
            try:
                done += step.act(case_id=case_id)
            except Exception:
                report["failed"] += 1
                log.exception("keeping: %s of case %s failed; tried again", step.name, case_id)
    return done


@dataclass(frozen=True)
class Packed:
    """What a run has made, and how many could not be."""

    made: list[Path]
    failed: int


def pack(folder: Path, *, only: UUID | None = None) -> Packed:
    """A package in the folder for each blocked course that goes to an archive; as the system.

    One that cannot be made is logged by its key and stops no other. A folder that takes nothing
    ends the run: OSError.
    """
    made: list[Path] = []
    failed = 0
    with acting(SYSTEM):
        waiting = queries.to_pack()
    for case_id in [one for one in waiting if only is None or one == only]:
        try:
            made.append(_pack(folder, case_id))
        except OSError:
            raise
        except Exception:
            failed += 1
            log.exception("keeping: case %s could not be packed; tried again", case_id)
    return Packed(made, failed)


def _pack(folder: Path, case_id: UUID) -> Path:
    """The look is logged, and committed, before anything is read."""
    with acting(SYSTEM):
        course, organisation = actions.begin_packing(case_id=case_id)
    whole, checksum = package(case_id, organisation, now(), read_course(course))
    path = folder / f"landfast-{case_id}.zip"
    path.write_bytes(whole)
    with acting(SYSTEM):
        actions.end_packing(case_id=case_id, checksum=checksum)
    return path
