"""A share that ends soon: one event, a message that says nothing, and one touch to go on."""

from datetime import timedelta

import pytest

from landfast.access import queries as access
from landfast.consent import actions
from landfast.consent.actions import Outside
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.messages.rules import Happened, told
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def remind(days=0):
    with clock.at(now() + timedelta(days=days)), as_(None):
        return actions.remind_of_ending()


def soon(lived):
    with as_(lived.citizen):
        return access.events(lived.id, ["consent.share_ends_soon"])


def test_she_is_told_once_and_of_nothing_but_that_there_is_news(town, lived):
    said_yes(lived, Outside(person=town.bo.person_id))
    assert [remind(), remind(59)] == [0, 0]
    assert [remind(61), remind(62), remind(91)] == [1, 0, 0]
    [event] = soon(lived)
    assert event.facts == {}
    happened = Happened(event.kind, event.at, None, event.facts, lived.citizen.person_id)
    assert told(happened, event.at) == {lived.citizen.person_id}


def test_what_was_taken_back_or_said_no_to_is_not_asked_about(town, lived):
    share = said_yes(lived, Outside(person=town.bo.person_id), days=20)
    with as_(lived.citizen):
        actions.stop_share(actor=lived.citizen, course_id=lived.id, share_id=share)
    assert remind() == 0
    assert soon(lived) == []
