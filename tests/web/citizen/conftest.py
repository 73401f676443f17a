"""What citizens can read: walked through once, read by all tests of a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction

from landfast.access.actor import Actor
from landfast.course.actions.phases import activate
from landfast.course.rules.ending import PauseGround
from landfast.course.rules.words import Outcome
from landfast.journeys.pause_course import pause_course
from landfast.journeys.stop_course import stop_course
from tests.factories.courses import assessed_course, started_course
from tests.factories.meetings import running_meeting
from tests.factories.plan import in_days
from tests.factories.referrals import citizen_of, decided
from tests.factories.town import Town, as_, the_town
from tests.factories.whole import told_course, whole_course
from tests.web.citizen.mistakes import after_mistakes
from tests.web.citizen.walk import Walk, reading
from tests.web.conftest import enter

OTHERS = {
    "in a meeting": lambda town: running_meeting(town).lived,
    "after a meeting": told_course,
}
"""Beside Jytte, whose course has everything: those who stand where she does not."""


@contextmanager
def undone() -> Iterator[None]:
    """What is written inside is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: Any) -> Walk:
    """Every page and paper that a citizen can open."""
    walked = Walk()
    with django_db_blocker.unblock(), undone():
        town = the_town()
        client = enter(whole_course(town).citizen)
        hers = reading(client)
        walked.goes(hers).tries_the_rest(hers)
        walked.pages.update(dict(after_mistakes(walked, client)))
        for make in OTHERS.values():
            walked.goes(reading(enter(make(town).citizen)))
        for name, citizen in at_the_ends(town).items():
            walked.pages[name] = reading(enter(citizen))("/mit/")[1].decode()
    return walked


def at_the_ends(town: Town) -> dict[str, Actor]:
    """Who waits, who got an answer, who has stopped, who rests."""
    stopped, rests = started_course(town, "Jens Hansen"), started_course(town, "Lone Lund")
    with as_(stopped.citizen):
        stop_course(actor=stopped.citizen, course_id=stopped.id)
    with as_(town.karen):
        activate(actor=town.karen, course_id=rests.id)
    with as_(rests.citizen):
        pause_course(
            actor=rests.citizen, course_id=rests.id, ground=PauseGround.ASKED, review_on=in_days(30)
        )
    answered = {
        f"answer: {outcome}": citizen_of(town, decided(town, outcome))
        for outcome in (Outcome.OFFERED, Outcome.DECLINED, Outcome.WAITING)
    }
    waiting = assessed_course(town).citizen
    return {"waits": waiting, "stopped": stopped.citizen, "rests": rests.citizen, **answered}
