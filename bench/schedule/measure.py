"""`make bench BENCH=schedule`: half, whole and double size; the last line is one JSON object.

Each size is planned in a process of its own, so that its memory is its own.
"""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from typing import Any

from bench.schedule.town import Size, draw
from landfast.meetings.scheduling import check, first_come, plan_data, propose, solve
from landfast.meetings.scheduling.possible import Calendar
from landfast.meetings.scheduling.shapes import Meeting, Problem
from landfast.meetings.scheduling.writing import problem_data

SEED = 1
SIZES = (0.5, 1.0, 2.0)
SECONDS = 100.0
"""How long the search may take, of the 120 s that reading, planning and writing have in all."""
TARGETS = {"placed": 0.97, "seconds": 120.0, "memory_mib": 2048, "used": 0.85, "greedy_below": 0.90}


def main() -> None:
    """Measure every size, and print."""
    sizes = [float(one) for one in os.environ.get("SCALE", "").split(",") if one] or SIZES
    found: dict[str, Any] = {"bench": "schedule", "load_before": round(os.getloadavg()[0], 2)}
    for factor in sizes:
        print(f"size {factor} …", file=sys.stderr, flush=True)
        done = subprocess.run(  # noqa: S603 - this module again
            [sys.executable, "-m", "bench.schedule.measure", str(factor)],
            check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        found[f"size_{factor:g}"] = json.loads(done.stdout)
    found["targets"] = TARGETS
    print(json.dumps(found))


def measured(factor: float) -> dict[str, Any]:
    """One size: greedy and the solver on the same problem in the same run."""
    problem = draw(SEED, Size().times(factor))
    wanted = len(problem.meetings)
    began = time.monotonic()
    greedy = first_come(problem)
    greedy_seconds = time.monotonic() - began
    one = one_meeting(problem)
    began = time.monotonic()
    proposals = propose(one, next(iter(one.meetings)))
    one_seconds = time.monotonic() - began
    began = time.monotonic()
    plan = solve(problem, SECONDS)
    seconds = time.monotonic() - began
    return {
        "coordinators": Size().times(factor).coordinators, "meetings": wanted,
        "used": round(used(problem), 3),
        "greedy_placed": round(len(greedy.placed) / wanted, 4),
        "greedy_seconds": round(greedy_seconds, 1),
        "one_meeting_proposals": len(proposals), "one_meeting_seconds": round(one_seconds, 3),
        "one_meeting_of_greedy": round(one_seconds / greedy_seconds, 4),
        "placed": round(len(plan.placed) / wanted, 4), "seconds": round(seconds, 1),
        "proven_best": bool(plan.figures["proven_best"]),
        "broken_rules": len(check(problem_data(problem), plan_data(problem, plan))),
        "greedy_broken_rules": len(check(problem_data(problem), plan_data(problem, greedy))),
        "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }  # fmt: skip


def one_meeting(problem: Problem) -> Problem:
    """The meeting with most people at its table, alone: what a page asks when it proposes times."""

    def table(meeting: Meeting) -> set[str]:
        seated = {who for seat in meeting.seats for who in seat.any_of}
        return {*meeting.must, *meeting.may, *seated}

    largest = max(problem.meetings.values(), key=lambda meeting: len(table(meeting)))
    asked = {who: problem.people[who] for who in table(largest)}
    return replace(problem, people=asked, meetings={largest.id: replace(largest, after=None)})


def used(problem: Problem) -> float:
    """How much of the coordinators' meeting hours all the meetings would take."""
    calendar = Calendar(problem)
    hours = sum(
        calendar.free[who].bit_count() * problem.step
        for who, person in problem.people.items()
        if person.meeting_days
    )
    return sum(meeting.minutes for meeting in problem.meetings.values()) / hours


if __name__ == "__main__":
    print(json.dumps(measured(float(sys.argv[1]))))
