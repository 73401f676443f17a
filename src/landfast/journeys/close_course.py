"""A planned closing in two steps: it begins; then what was done, who carries on, the way back."""

from dataclasses import replace
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.course.actions import ending, phases
from landfast.course.rules.ending import ClosingFacts
from landfast.journeys._leaving import settle
from landfast.plan import queries as plan


@journey
def begin_closing(*, actor: Actor, course_id: UUID, reason: str) -> None:
    """The closing begins (AFSLUTNING)."""
    phases.wind_up(actor=actor, course_id=course_id, reason=reason)


@journey
def close_course(*, actor: Actor, course_id: UUID, facts: ClosingFacts) -> int:
    """The course closes as planned; open agreements go to the professionals as tasks.

    Answers how much is left to say aloud.
    """
    told = replace(facts, open_agreements=len(plan.open_agreements(course_id)))
    left = settle(actor, course_id)
    ending.close(actor=actor, course_id=course_id, facts=told)
    return left
