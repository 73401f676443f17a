"""A mail that waits does not leave when its reader was let out meanwhile."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access.actions import end_grants
from landfast.access.models import Event
from landfast.consent.actions import Outside, stop_share
from landfast.consent.queries import shares
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.messages import queries
from landfast.messages.rules import DeliveryState
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_, leaves
from tests.messages.test_not_to_be_told import silence
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


def test_it_does_not_leave_when_he_is_marked_though_he_may_still_read(
    waiting, as_jobs, mail_server
):
    """His whole municipality is let in: the mark stops what waits, the ground does not matter."""
    town, lived, night = waiting
    with clock.at(night + timedelta(hours=1)):
        said_yes(lived, Outside(organisation=town.municipality))
        in_the_team(lived, town.bo, by=town.karen)
        silence(lived, town.bo)
    with clock.at(NOON + timedelta(days=1)), as_jobs():
        assert outbox.empty() == {DeliveryState.TAKEN_BACK: 1}
    assert mail_server.mails == []


def held_back(as_jobs, event, *people):
    with as_jobs(), connection.cursor() as cursor:
        for person in people:
            cursor.execute(
                "select notices_taken_back(%s, %s, %s)", [person.person_id, [event], clock.now()]
            )
            yield bool(cursor.fetchall())


def test_what_a_post_a_unit_or_an_organisation_was_let_in_to_counts_as_ones_own(
    lived_town, as_jobs
):
    town = lived_town
    with clock.at(NOON):
        lived = started_course(town)
        said_yes(lived, Outside(unit=town.ward))
        said_yes(lived, Outside(organisation=town.municipality))
    with clock.at(NOON + timedelta(hours=1)), as_(lived.citizen):
        event = Event.objects.filter(scope_id=lived.id).latest("at").id
    with clock.at(NOON + timedelta(hours=1)):
        # the ward's Anna, the municipality's Bo, Lars as leader; Karen by herself
        told = (town.anna, town.bo, town.lars, town.karen)
        was = list(held_back(as_jobs, event, *told))
    with clock.at(NOON + timedelta(hours=2)), as_(lived.citizen):
        for row in shares(lived.id):
            stop_share(actor=lived.citizen, course_id=lived.id, share_id=row.id)
    with clock.at(NOON + timedelta(hours=3)):
        stopped = list(held_back(as_jobs, event, *told))
    leaves(town.lars, clock.date_in_denmark(NOON))
    with clock.at(NOON + timedelta(days=1)):
        left = list(held_back(as_jobs, event, *told))
    assert was == [False, False, False, False]
    assert stopped == [True, True, False, False]
    assert left == [True, True, True, False]
