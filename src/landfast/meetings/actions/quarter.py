"""The only writers of a quarter that is planned: asked for, planned by the clock, taken."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import connection

from landfast.access.action import action, note_asked
from landfast.access.actions import record
from landfast.access.actor import SYSTEM, Actor
from landfast.access.queries import require_post
from landfast.access.rules import Permission
from landfast.kernel.clock import now, today
from landfast.kernel.ids import UnitId
from landfast.kernel.refusals import NotFound
from landfast.meetings import models
from landfast.meetings.queries import quarter as queries
from landfast.meetings.rules import quarter
from landfast.meetings.rules.quarter import Kept
from landfast.meetings.rules.words import PlanState


@action
def ask_for_plan(*, actor: Actor, units: Sequence[UnitId], first: date, last: date) -> UUID:
    """A leader has the meetings of her units planned for some weeks (product C3)."""
    for unit in units:
        require_post(actor, Permission.COURSES_OVERSEE, unit=unit)
    quarter.check_run(first, last, today(), runs=queries.is_running())
    row = models.PlanRun(
        asked_by_id=actor.person_id, units=[str(unit) for unit in units], first_on=first,
        last_on=last, state=PlanState.WAITING, created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "meetings.plan_asked", row, units=len(units))
    return row.id


@action(asks=False, tells=False)
def begin_plan() -> UUID | None:
    """The clock takes the run that waits longest; one whose planner was stopped is begun again."""
    run_id = queries.next_run()
    if run_id is not None:
        touch_plan(run_id=run_id, placed=0, wanted=0)
    return run_id


@action(asks=False, tells=False)
def touch_plan(*, run_id: UUID, placed: int, wanted: int) -> None:
    """The planner is still there, and so far: what the progress bar shows."""
    models.PlanRun.objects.filter(id=run_id).update(
        state=PlanState.RUNNING, touched_at=now(), placed=placed, wanted=wanted
    )


@action(asks=False)
def note_plan(*, run_id: UUID, found: Sequence[Kept]) -> None:
    """What the planner found: each meeting's time, or why it has none. The database writes it.

    Meetings that are called stand where they are and are not counted: nobody can take them.
    """
    told = [
        asdict(one)
        | {"at": one.at.isoformat() if one.at else None, "why": quarter.written(one.why)}
        for one in found
    ]
    with connection.cursor() as cursor:
        cursor.execute("select meetings_note_plan(%s, %s::jsonb)", [run_id, json.dumps(told)])
    placed = sum(one.at is not None for one in found)
    models.PlanRun.objects.filter(id=run_id).update(
        state=PlanState.DONE, ended_at=now(), placed=placed, wanted=len(found)
    )
    record(SYSTEM, "meetings.plan_made", wanted=len(found), placed=placed)


@action(asks=False, tells=False)
def fail_plan(*, run_id: UUID) -> None:
    """The planner fell over: the leader is told to begin again."""
    models.PlanRun.objects.filter(id=run_id).update(state=PlanState.FAILED, ended_at=now())


@action
def take_plan(*, actor: Actor, run_id: UUID) -> int:
    """The plan becomes dates: each citizen and coordinator is told, and says yes to the frame.

    The database's function asks whether the leader leads every unit of it, and leaves alone what
    was called, or taken by another, in the meantime. Answers how many meetings got a time.
    """
    note_asked()
    row = models.PlanRun.objects.filter(id=run_id).first()
    if row is None:
        raise NotFound
    quarter.check_takes(PlanState(row.state))
    with connection.cursor() as cursor:
        cursor.execute("select course, meeting, moved from meetings_take_plan(%s)", [run_id])
        taken = cursor.fetchall()
    for course, meeting, moved in taken:
        record(actor, "meeting.time_planned", course=course, meeting=meeting, moved=moved)
    record(actor, "meetings.plan_taken", row, count=len(taken))
    return len(taken)
