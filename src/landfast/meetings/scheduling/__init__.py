"""Finding the time: one meeting, or a quarter of a municipality's meetings at once.

Plain Python over a problem that is handed in whole (`problem.schema.json`): this package knows no
tables and no clock. `solve` plans, `propose` finds three times for one meeting, `first_come` plans
as one would by telephone, and `check` looks a plan over with code of its own.
"""

from collections.abc import Callable

from landfast.meetings.scheduling.checker import check
from landfast.meetings.scheduling.greedy import first_come
from landfast.meetings.scheduling.proposing import propose
from landfast.meetings.scheduling.reading import BadProblem, read_plan, read_problem
from landfast.meetings.scheduling.shapes import Plan, Problem
from landfast.meetings.scheduling.writing import plan_data

__all__ = [
    "BadProblem",
    "Plan",
    "Problem",
    "check",
    "first_come",
    "plan_data",
    "propose",
    "read_plan",
    "read_problem",
    "solve",
]


def solve(
    problem: Problem, seconds: float = 100.0, progress: Callable[[int, int], None] | None = None
) -> Plan:
    """The best plan that can be found in so many seconds.

    The solver takes a second and a hundred megabytes to load: whoever only proposes does without.
    """
    from landfast.meetings.scheduling.solver import solve as search

    return search(problem, seconds, progress)
