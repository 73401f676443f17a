"""What a leader's answer does to the plan, which the leader cannot write in (D4).

What holds meanwhile is a promise of its own, and ends with the question; a no stands in the words.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from landfast.access.actor import Actor
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import AgreementId, PersonId
from landfast.plan import models
from landfast.plan.actions.moving import team_ids
from landfast.plan.actions.promising import propose_agreement
from landfast.plan.rules import deciding
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementKind


@dataclass(frozen=True)
class Interim:
    """What holds meanwhile, and who is asked for it; without anybody, the whole team."""

    text: str = ""
    maker: PersonId | None = None


NOTHING = Interim()


def propose_interim(
    actor: Actor, agreement: models.Agreement, interim: Interim, answer_by: datetime
) -> AgreementId | None:
    """It is proposed as any promise: it counts on its maker's own yes. None when nothing is said.

    It runs at most as long as the question can wait, and is followed up on the day of the answer.
    """
    deciding.check_interim(interim.text)
    if not interim.text.strip():
        return None
    last = today() + deciding.LONGEST
    follows = agreement.follow_up_by_id
    there = follows in team_ids(agreement.course_id)
    terms = Terms(
        interim.text, wish_id=agreement.wish_id, practical_problem=agreement.practical_problem,
        due_on=last, follow_up_by=follows if there else actor.person_id,
        follow_up_on=min(date_in_denmark(answer_by), last),
    )  # fmt: skip
    return propose_agreement(
        actor=actor, course_id=agreement.course_id, terms=terms, maker=interim.maker,
        kind=AgreementKind.INTERIM,
    )  # fmt: skip


def end_interim(decision_id: UUID) -> None:
    """The question is over, and what held meanwhile with it. The leader cannot write in the plan:
    the database's own function does, once the question has been answered or taken back.
    """
    with connection.cursor() as cursor:
        cursor.execute("select plan_end_interim(%s)", [decision_id])


def refuse_words(decision_id: UUID) -> None:
    """A no to a grant stands in the promise that waited, where its words and price are the same.

    The leader cannot write in the plan; the database's own function asks what was answered.
    """
    with connection.cursor() as cursor:
        cursor.execute("select plan_refuse_words(%s)", [decision_id])
