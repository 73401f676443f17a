"""A meeting that Jytte was called to, whom no channel leads to; and what somebody must say."""

from datetime import timedelta
from functools import partial

import pytest

from landfast.jobs import outbox
from landfast.kernel.clock import now
from landfast.meetings.actions import (
    call_meeting,
    set_frame,
)
from landfast.messages import actions, queries
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_
from tests.own import KEPT

CALLED, MOVED = "meeting.called", "meeting.frame_set"


@pytest.fixture
def met(lived_town):
    """Jytte, who has no login and no channel, has said yes to a meeting; all before is read."""
    return KEPT.stood("a meeting", partial(prepared_meeting, lived_town))


def moves(met, days=12):
    """The coordinator moves it; it was called by her."""
    with as_(met.karen):
        set_frame(
            actor=met.karen, meeting_id=met.id, frame=frame(starts_at=now() + timedelta(days=days))
        )


def emptied(as_jobs):
    with as_jobs():
        return outbox.empty()


def waits(actor, met):
    with as_(actor):
        return queries.to_say([met.course_id])


def kinds(actor, met):
    return [news.kind for one in waits(actor, met) for news in one.news]


@pytest.fixture
def called(lived_town, as_jobs):
    """She has heard of all that was; then the meeting was called, and the outbox read it."""
    return KEPT.stood("a meeting that is called", partial(calls, lived_town, as_jobs))


def calls(town, as_jobs):
    met = prepared_meeting(town)
    emptied(as_jobs)
    with as_(met.karen):
        for one in queries.to_say([met.course_id]):
            actions.note_said(
                actor=met.karen, course_id=met.course_id, person_id=one.person_id, until=one.until
            )
        call_meeting(actor=met.karen, meeting_id=met.id)
    emptied(as_jobs)
    return met


def said(actor, met):
    [one] = waits(actor, met)
    with as_(actor):
        return actions.note_said(
            actor=actor, course_id=met.course_id, person_id=one.person_id, until=one.until
        )
