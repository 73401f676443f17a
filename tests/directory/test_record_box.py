"""A unit's record mailbox (D8): set by who keeps the unit, told by the clock, content-poor."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.session import acting
from landfast.directory import models
from landfast.directory.actions.record_box import set_record_box
from landfast.directory.queries.record_box import record_box
from landfast.directory.rules.record_box import box_of, check_address, may_leave
from landfast.jobs import outbox
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed, NotFound, Wrong
from tests.factories.days import past_noon
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_
from tests.messages.conftest import as_jobs, lived_town, mail_server

__all__ = ["as_jobs", "lived_town", "mail_server"]

NOON = past_noon()
JOURNAL = "journal@social.example.dk"


def test_the_nearest_unit_above_with_a_mailbox_is_told():
    top, middle, below = uuid4(), uuid4(), uuid4()
    parents = {top: None, middle: top, below: middle}
    assert box_of(below, parents, [top, middle]) == middle
    assert box_of(below, parents, [top]) == top
    assert box_of(middle, parents, [below]) is None
    assert box_of(below, parents | {top: below}, [uuid4()]) is None  # a ring ends too


@given(st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.integers(0, 9))
def test_at_most_one_mail_a_day(last, days):
    day = date(2026, 1, 1) + timedelta(days=days)
    assert may_leave(last, None, NOON, day) == (last != day)


@pytest.mark.parametrize("address", ["journal", "a@b", "a b@c.dk", "a@b.dk,c@d.dk", "æ@b.dk"])
def test_what_cannot_take_a_mail_is_refused(address):
    with pytest.raises(Wrong):
        check_address(address)


def put(town, keeper, address=JOURNAL):
    with as_(keeper):
        set_record_box(actor=keeper, unit_id=town.social, address=address)


@pytest.fixture
def keeper(town):
    return town.hire("Olga Organisator", town.social, "org_admin")


def test_who_keeps_the_unit_sets_it_and_nobody_else_sees_it(town, keeper):
    put(town, keeper)
    with as_(keeper):
        assert record_box(town.social).address == JOURNAL
    with as_(town.bo):
        assert not models.RecordBox.objects.exists()
        with pytest.raises((NotAllowed, NotFound)):
            set_record_box(actor=town.bo, unit_id=town.social, address="x@y.dk")
        changed = models.RecordBox.objects.filter(unit_id=town.social).update(address="x@y.dk")
        assert changed == 0


def sent(as_jobs, day):
    with clock.at(day), as_jobs():
        outbox.empty()


def test_a_yes_becomes_one_mail_a_day_that_says_nothing(lived_town, as_jobs, mail_server):
    town = lived_town
    keeper = town.hire("Olga Organisator", town.social, "org_admin")
    with clock.at(NOON):
        put(town, keeper)
        lived = with_team(town, town.bo)
        accepted(town, lived, town.bo)
        sent(as_jobs, NOON)
        sent(as_jobs, NOON)
        accepted(town, lived, town.bo, text="Noget mere")
        sent(as_jobs, NOON)
    [mail] = mail_server.mails
    text = mail.get_payload(decode=True).decode()
    assert mail["To"] == JOURNAL
    assert "Til min journal" in text
    assert "/til-journal/" in text
    for word in ("Jytte", "Bo ", "aftale", "Ringer", town.bo.name):
        assert word not in text + str(mail["Subject"])
    sent(as_jobs, NOON + timedelta(days=1))
    assert len(mail_server.mails) == 2


def test_what_does_not_arrive_is_seen_by_who_keeps_the_unit(lived_town, as_jobs, mail_server):
    town = lived_town
    keeper = town.hire("Olga Organisator", town.social, "org_admin")
    mail_server.refuses.add(JOURNAL)
    with clock.at(NOON):
        put(town, keeper)
        accepted(town, with_team(town, town.bo), town.bo)
    sent(as_jobs, NOON)
    with acting(keeper):
        assert record_box(town.social).failure == "refused_address"
    for hours in (1, 3, 12, 30):
        sent(as_jobs, NOON + timedelta(hours=hours))
    with acting(keeper):
        assert record_box(town.social).is_given_up
    assert mail_server.mails == []
