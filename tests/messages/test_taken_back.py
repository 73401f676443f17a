"""A mail that waits does not leave when its reader was let out meanwhile."""

from datetime import timedelta

import pytest

from landfast.access.actions import end_grants
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.messages import queries
from landfast.messages.rules import DeliveryState
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_
from tests.messages.test_outbox import NOON, confirmed


@pytest.fixture
def waiting(lived_town, as_jobs, mail_server):
    """It is night: Bo is to hear in the morning that somebody proposed an agreement to him."""
    town = lived_town
    with clock.at(NOON):
        lived = with_team(town, town.bo)
        confirmed(town.bo)
        with as_jobs():
            outbox.empty()
    mail_server.mails.clear()
    night = NOON + timedelta(hours=11)
    with clock.at(night):
        proposed(town, lived, town.bo)
        with as_jobs():
            outbox.empty()
    assert mail_server.mails == []
    return town, lived, night


def test_it_leaves_in_the_morning_while_he_is_in_the_team(waiting, as_jobs, mail_server):
    with clock.at(NOON + timedelta(days=1)), as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
    assert len(mail_server.mails) == 1


def test_it_does_not_leave_when_he_was_let_out_and_his_log_says_so(waiting, as_jobs, mail_server):
    town, lived, night = waiting
    with clock.at(night + timedelta(hours=1)), as_(lived.citizen):
        end_grants(lived.citizen, course=lived.id, person=town.bo.person_id)
    with clock.at(NOON + timedelta(days=1)), as_jobs():
        assert outbox.empty() == {DeliveryState.TAKEN_BACK: 1}
    assert mail_server.mails == []
    with as_(town.bo):
        assert queries.deliveries(town.bo)[0].state is DeliveryState.TAKEN_BACK
