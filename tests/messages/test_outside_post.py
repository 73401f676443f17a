"""A mail to somebody outside: a link and no word about whom; what does not arrive is shown."""

from datetime import timedelta

import pytest

from landfast.jobs import outbox, outside_post
from landfast.kernel import clock
from landfast.messages.rules import DeliveryState
from landfast.plan.queries.outside import outside_of
from tests.factories.parts import asked_outside
from tests.factories.plan import with_team
from tests.factories.town import as_


@pytest.fixture
def agreement(lived_town):
    lived = with_team(lived_town, lived_town.bo)
    made, _link = asked_outside(lived_town, lived, address="inge@eksempel.dk")
    return made


def test_the_mail_holds_a_link_that_opens_and_nothing_about_anybody(
    agreement, as_jobs, mail_server
):
    with as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
        assert outbox.empty() == {}
    [mail] = mail_server.mails
    whole = mail.as_string()
    for word in ("Jytte", "Karen", "boligforeningen", "Inge", "moster"):
        assert word not in whole.replace("inge@eksempel.dk", "")


def test_what_does_not_arrive_is_tried_again_and_then_shown(
    agreement, lived_town, as_jobs, settings
):
    settings.LANDFAST_MAIL_URL = "smtp://127.0.0.1:9"
    moment, states = clock.now(), []
    for _ in range(6):
        moment += timedelta(hours=7)
        with clock.at(moment), as_jobs():
            states += outbox.empty().keys()
    assert states == [DeliveryState.WAITING] * 4 + [DeliveryState.DEAD]
    with as_(lived_town.karen):
        assert outside_of(agreement).mail_state == "dead"


def test_one_mail_that_cannot_be_made_keeps_no_other_back(
    agreement, lived_town, as_jobs, mail_server, monkeypatch
):
    """The one that breaks something stands first each time."""
    lived = with_team(lived_town, lived_town.bo, name="Ole Olsen")
    _other, _link = asked_outside(lived_town, lived, name="Per", address="per@eksempel.dk")
    real = outside_post.send_letter

    def breaks(letter, address):
        if address == "inge@eksempel.dk":
            raise RuntimeError
        return real(letter, address)

    monkeypatch.setattr(outside_post, "send_letter", breaks)
    with as_jobs():
        assert outbox.empty() == {DeliveryState.WAITING: 1, DeliveryState.SENT: 1}
    assert [mail["To"] for mail in mail_server.mails] == ["per@eksempel.dk"]


def test_a_step_that_fails_keeps_no_other_back(agreement, as_jobs, mail_server, monkeypatch):
    def falls_over():
        raise RuntimeError

    monkeypatch.setattr(outbox.invitations, "send", falls_over)
    with as_jobs():
        assert outbox.empty() == {DeliveryState.SENT: 1}
