"""Who was taken off a meeting that is called hears it, has a line of it, and reads nothing else."""

from datetime import datetime

import pytest
from django.urls import reverse

from landfast.access import queries as access
from landfast.meetings import actions
from landfast.meetings.actions import Guest
from landfast.meetings.queries.inviting import taken_off
from landfast.meetings.rules import Reply
from landfast.messages.rules import Happened
from landfast.messages.rules.news import invited, told
from landfast.messages.rules.urgent import urgent_for
from landfast.network.actions.telling import set_helper_untold
from landfast.network.queries import members
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_

LINE = "Du er taget af listen og skal ikke komme."


@pytest.fixture
def met(town):
    return prepared_meeting(town, call=True)


def off(met, name="bo", by=None):
    with as_(by or met.lived.citizen):
        actions.remove_participant(
            actor=by or met.lived.citizen, meeting_id=met.id, participant_id=met.guests[name]
        )


def heard(met):
    """Whom the last act names, as the outbox reads it."""
    with as_(met.karen):
        [row] = access.events(met.course_id, ["meeting.participant_removed"])
    return Happened(row.kind, row.at, None, row.facts)


def says(met, reply):
    with as_(met.bo):
        actions.answer_invitation(
            actor=met.bo, participant_id=met.guests["bo"], reply=reply, reason="Kursus"
        )


def test_after_a_yes_there_is_a_line_without_her_name(met, signed_in):
    says(met, Reply.COMES)
    bo = signed_in(met.bo)
    assert LINE not in bo.get("/invitationer/").content.decode()
    off(met)
    page = bo.get("/invitationer/").content.decode()
    main = page.split("<main")[1].split("</main")[0]
    assert LINE in main
    assert "Spørg Karen Koordinator" in main
    assert "Jytte" not in main
    # and nobody else has it
    anna = signed_in(met.anna)
    assert LINE not in anna.get("/invitationer/").content.decode()


def test_the_line_goes_when_they_are_asked_again_or_the_meeting_is_off(met):
    off(met)
    off(met, "anna")
    with as_(met.bo):
        assert [row.leader for row in taken_off()] == ["Karen Koordinator"]
    with as_(met.lived.citizen):
        actions.add_participant(
            actor=met.lived.citizen, meeting_id=met.id,
            guest=Guest("Kender mig", met.bo.person_id, role="home_support"), citizen_said_so=True,
        )  # fmt: skip
    with as_(met.bo):
        assert taken_off() == []
    with as_(met.anna):
        assert len(taken_off()) == 1
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
    with as_(met.anna):
        assert taken_off() == []


def test_they_hear_it_as_of_a_meeting_that_is_off_and_today_at_once(met):
    off(met)
    event = heard(met)
    assert invited(event, event.at) == {met.bo.person_id}
    assert told(event, event.at) == frozenset(), "who has mail gets the letter and no second one"
    starts = datetime.fromisoformat(event.facts["starts_at"])
    assert urgent_for(Happened(event.kind, starts.replace(hour=5), None, event.facts),
                      starts.replace(hour=5)).whom == {met.bo.person_id}  # fmt: skip


def test_who_had_said_no_or_was_never_called_hears_nothing(town, met):
    says(met, Reply.DECLINED)
    off(met)
    assert heard(met).facts["to"] == []
    early = prepared_meeting(town)
    off(early)
    assert heard(early).facts["to"] == []
    with as_(met.bo):
        assert taken_off() == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bo", "Bo Bostøtte er taget af listen og får det at vide. Vi skriver ikke hvorfor."),
        ("sister", "Vi kan ikke skrive til Min søster Birthe. Husk at sige det."),
    ],
)
def test_who_takes_them_off_reads_whether_they_hear_it(met, signed_in, name, said):
    url = reverse("remove_guest", args=[met.course_id, met.id, met.guests[name]])
    page = signed_in(met.lived.citizen).post(url, follow=True).content.decode()
    assert said in page


def test_who_is_not_to_be_told_is_not_said_to_hear_it(met, signed_in):
    with as_(met.lived.citizen):
        [bo] = [row for row in members(met.course_id) if row.person_id == met.bo.person_id]
        set_helper_untold(
            actor=met.lived.citizen, course_id=met.course_id, member_id=bo.id, untold=True
        )
    url = reverse("remove_guest", args=[met.course_id, met.id, met.guests["bo"]])
    page = signed_in(met.lived.citizen).post(url, follow=True).content.decode()
    assert "Bo Bostøtte er taget af listen. Vi skriver ikke til Bo Bostøtte om det." in page
    assert heard(met).facts["to"] == []
    with as_(met.bo):
        assert taken_off() == []
