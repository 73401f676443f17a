"""Planning a quarter in the background: the solver in a thread, its progress in the database.

What stops it loses nothing: a run that was not heard of for two minutes is begun again.
"""

import logging
import threading
from typing import Any
from uuid import UUID

from django.conf import settings

from landfast.access.actor import SYSTEM
from landfast.access.session import acting
from landfast.meetings.actions import quarter as actions
from landfast.meetings.queries import quarter as queries
from landfast.meetings.rules import quarter
from landfast.meetings.rules.quarter import Quarter
from landfast.meetings.scheduling import Plan, solve

log = logging.getLogger("landfast.jobs")
HEARD = 2.0
"""Seconds between two words of how far it is."""


def plan_waiting() -> UUID | None:
    """Plan the run that waits longest, if there is one."""
    with acting(SYSTEM):
        run_id = actions.begin_plan()
    if run_id is None:
        return None
    try:
        with acting(SYSTEM):
            facts, rooms = queries.facts_of(run_id)
        plan = _solved(run_id, facts)
        found = quarter.kept(plan, facts, rooms)
    except Exception:
        log.exception("planning %s fell over", run_id)
        with acting(SYSTEM):
            actions.fail_plan(run_id=run_id)
        return run_id
    with acting(SYSTEM):
        actions.note_plan(run_id=run_id, found=found)
    return run_id


def _solved(run_id: UUID, facts: Quarter) -> Plan:
    """The solver in a thread of its own, which knows no database; this one says how far it is."""
    called = sum(one.is_called for one in facts.meetings)
    so_far = {"placed": 0, "wanted": len(facts.meetings) - called}
    ended: dict[str, Any] = {}
    problem = quarter.problem_of(facts)

    def work() -> None:
        try:
            ended["plan"] = solve(problem, settings.LANDFAST_PLAN_SECONDS, hear)
        except Exception as error:
            ended["error"] = error

    def hear(placed: int, wanted: int) -> None:
        so_far.update(placed=max(placed - called, 0), wanted=wanted - called)

    thread = threading.Thread(target=work, name="planner", daemon=True)
    thread.start()
    while thread.is_alive():
        with acting(SYSTEM):
            actions.touch_plan(run_id=run_id, **so_far)
        thread.join(HEARD)
    if "error" in ended:
        raise ended["error"]
    found: Plan = ended["plan"]
    return found
