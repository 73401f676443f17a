"""She stopped and begins again at once: the course goes on where it was, held until it is taken."""

from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission, Topic
from landfast.course import models
from landfast.course.actions.phases import last_into, locked, move
from landfast.course.queries.coordinators import held_last, standing_of
from landfast.course.rules import coordinator as rules
from landfast.course.rules import ending
from landfast.course.rules.words import HandoverState, State
from landfast.kernel.business_days import add_business_days
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.ids import PersonId
from landfast.programmes.rules import CoordinationModel, allows_authority


@action(tells=False)
def take_up(
    *,
    actor: Actor,
    course_id: UUID,
    cover: PersonId,
    facts: rules.TeamFacts = rules.NOTHING_KNOWN,
) -> bool:
    """Within a month of her stop the phase goes on; the daily lead covers, who held it is asked.

    Nobody is given a course without a yes, and a course that runs has one holder: so a cover,
    and an offer. Answers whether it went on; if not, nothing was written (decision 65).
    """
    require(actor, Permission.COURSE_REOPEN, course=course_id)
    course = locked(course_id)
    phase = _phase(course)
    if phase is None:
        return False
    asked = _to_ask(course, cover, facts)
    until = add_business_days(today(), rules.COVER_BUSINESS_DAYS)
    with connection.cursor() as cursor:
        cursor.execute("select course_take_up(%s, %s, %s, %s)", [course_id, cover, asked, until])
        (held_by,) = cursor.fetchone()
    if held_by is None:
        return False
    move(actor, course, phase, reason="")
    record(
        actor, "coordinator.held_meanwhile", course, topic=Topic.FRAME, cover=held_by, until=until
    )
    offer = models.Handover.objects.filter(course=course, state=HandoverState.OFFERED).first()
    if offer:
        record(
            actor, "handover.offered", offer, topic=Topic.FRAME, taker=offer.taker_id,
            giver=offer.giver_id,
        )  # fmt: skip
    return True


def _phase(course: models.Course) -> State | None:
    """Where it goes on; None when her stop is long ago, or nobody had begun.

    Nor when it was closed as planned since: then her stop is over, and so is the course.
    """
    over, stop = last_into(course, State.CLOSED), last_into(course, State.STOPPED)
    if State(course.state) is not State.REOPENED or over is None or stop is None:
        return None
    if State(over.before) is not State.STOPPED:
        return None
    pause = last_into(course, State.PAUSED)
    return ending.goes_on_in(
        State(stop.before), State(pause.before) if pause else None,
        date_in_denmark(stop.at), today(),
    )  # fmt: skip


def _to_ask(course: models.Course, cover: PersonId, facts: rules.TeamFacts) -> PersonId | None:
    """Who held it, if still employed, at work and neutral. No caseload: it was theirs a moment ago.

    They answer themselves whether there is room.
    """
    former = held_last(course.id)
    if former is None or former == cover:
        return None
    standing = standing_of(course, former, facts)
    neutral = not standing.decides or allows_authority(
        CoordinationModel(course.programme.coordination_model)
    )
    return former if standing.is_employed and not standing.is_away and neutral else None
