"""Reads of the plan: lists and frozen dataclasses."""

from landfast.plan.queries.agreements import (
    agreement,
    agreements_by_area,
    agreements_of_maker,
    asked_of_my_teams,
    history,
    history_of_course,
    list_of_maker,
    open_agreements,
    recent_of_maker,
    tasks_of,
    team_of,
    topics_of,
)
from landfast.plan.queries.deciding import DecisionRow, decisions, decisions_of
from landfast.plan.queries.plan import plan_of, steps_of, wish, wishes_of
from landfast.plan.queries.rows import (
    AgreementRow,
    ChangeRow,
    OverdueRow,
    Plan,
    StepRow,
    TaskRow,
    TeamRow,
    Who,
    WishRow,
)
from landfast.plan.queries.watched import Watched, watched_agreements, watching

__all__ = [
    "AgreementRow",
    "ChangeRow",
    "DecisionRow",
    "OverdueRow",
    "Plan",
    "StepRow",
    "TaskRow",
    "TeamRow",
    "Watched",
    "Who",
    "WishRow",
    "agreement",
    "agreements_by_area",
    "agreements_of_maker",
    "asked_of_my_teams",
    "decisions",
    "decisions_of",
    "history",
    "history_of_course",
    "list_of_maker",
    "open_agreements",
    "plan_of",
    "recent_of_maker",
    "steps_of",
    "tasks_of",
    "team_of",
    "topics_of",
    "watched_agreements",
    "watching",
    "wish",
    "wishes_of",
]
