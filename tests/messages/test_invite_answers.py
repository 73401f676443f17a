"""Answers that come back by mail: what counts, what is a wish, what changes nothing."""

from datetime import UTC, timedelta
from typing import Any

import pytest
from click.testing import CliRunner

from landfast.jobs import invitations, outbox
from landfast.jobs.commands.mail import command
from landfast.journeys.prepare_meeting import my_invitations
from landfast.kernel import clock
from landfast.meetings import actions, models
from landfast.meetings.actions import inviting
from landfast.meetings.queries.around import around
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import Verdict
from landfast.meetings.rules.taking import Writes
from tests.factories.meetings import Met
from tests.factories.town import as_
from tests.interop.odd import facts_of, odd_mails
from tests.messages.invited import AUNT, MONDAY, answer, calendars, replies, said, took


def test_answers_of_calendar_programs_are_heard(met, at_work, mail_server):
    [bos], [aunts] = calendars(mail_server, "bo@eksempel.dk"), calendars(mail_server, AUNT)
    later = MONDAY + timedelta(hours=2)
    with clock.at(later):
        yes, no = answer(bos, "bo@eksempel.dk"), answer(aunts, AUNT, partstat="DECLINED")
        perhaps = answer(aunts, AUNT, partstat="TENTATIVE")
    assert took(at_work, yes, later) is Verdict.COUNTS
    assert took(at_work, no, later) is Verdict.COUNTS
    assert replies(met) == {"bo": "comes", "anna": "asked", "sister": "declined"}
    assert took(at_work, perhaps, later) is Verdict.OVERTAKEN  # the same second: the first counts
    with clock.at(later + timedelta(minutes=1)):
        perhaps = answer(aunts, AUNT, partstat="TENTATIVE", more="COMMENT:Måske")
    assert took(at_work, perhaps, later + timedelta(minutes=2)) is Verdict.COUNTS
    assert replies(met)["sister"] == Reply.MAYBE


def test_another_time_is_a_wish_that_the_leader_answers(met, at_work, mail_server):
    [file] = calendars(mail_server, AUNT)
    wish = MONDAY + timedelta(days=9)
    later = MONDAY + timedelta(hours=2)
    with clock.at(later):
        counter = answer(
            file, AUNT, method="COUNTER", told_method="COUNTER", partstat="TENTATIVE",
            dtstart=f"DTSTART;TZID=Europe/Copenhagen:{wish.strftime('%Y%m%dT%H%M%S')}",
            dtend="DURATION:PT1H",
        )  # fmt: skip
    assert took(at_work, counter, later) is Verdict.COUNTS
    assert replies(met)["sister"] == Reply.ASKED
    with clock.at(later):
        with as_(met.karen):
            [invite] = models.Invite.objects.exclude(proposed_at=None)
            assert invite.proposed_at == wish
            inviting.keep_time(actor=met.karen, meeting_id=met.id, invite_id=invite.id)
        with at_work():
            invitations.send()
        assert calendars(mail_server, AUNT)[-1]["method"] == "DECLINECOUNTER"
        with clock.at(later + timedelta(minutes=5)):
            stamp, next_hour = (
                f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H}".encode()
                for at in (later, later + timedelta(hours=1))
            )
            again = counter.replace(stamp, next_hour)
            assert again != counter
        assert took(at_work, again, later + timedelta(hours=2)) is Verdict.COUNTS
        with as_(met.karen):
            inviting.take_time(actor=met.karen, meeting_id=met.id, invite_id=invite.id)
            assert models.Meeting.objects.get(id=met.id).starts_at == wish


ODD = [90, pytest.param(1000, marks=pytest.mark.prove, id="a thousand")]


@pytest.mark.parametrize("many", ODD)
def test_odd_mail_changes_no_row(met, at_work, mail_server, many, record_property):
    [file] = calendars(mail_server, AUNT)
    event = file.walk("VEVENT")[0]
    later = MONDAY + timedelta(hours=2)
    facts = facts_of(str(event["uid"]), AUNT, 0, event["dtstart"].dt, later)
    before = rows(met)
    with clock.at(later), at_work():
        said = [invitations.take_mail(mail) for _kind, mail in odd_mails(facts, 11, many)]
    record_property("mails", many)
    assert Verdict.COUNTS not in said
    assert rows(met) == before


def rows(met: Met) -> list[Any]:
    with clock.at(MONDAY + timedelta(hours=3)), as_(met.karen):
        return [
            list(table.objects.filter(meeting_id=met.id).order_by("id").values())
            for table in (models.Participant, models.Invite)
        ] + [list(models.Meeting.objects.filter(id=met.id).values())]


def test_a_folder_of_answers_is_emptied_as_it_is_read(
    met, at_work, mail_server, tmp_path, settings
):
    settings.LANDFAST_MAIL_ANSWERS = str(tmp_path)
    (tmp_path / "new").mkdir()
    [file] = calendars(mail_server, AUNT)
    later = MONDAY + timedelta(hours=2)
    with clock.at(later):
        (tmp_path / "new" / "1").write_bytes(answer(file, AUNT))
        (tmp_path / "new" / "2").write_bytes(b"Subject: Hej\r\n\r\nHej")
        with at_work():
            assert invitations.take_folder() == {"counts": 1, "no_calendar": 1}
    assert list((tmp_path / "new").iterdir()) == []
    assert replies(met)["sister"] == Reply.COMES


def test_a_mail_in_a_pipe_is_taken(met, at_work, mail_server, monkeypatch):
    monkeypatch.setenv("LANDFAST_ROLE", "jobs")
    [file] = calendars(mail_server, AUNT)
    with clock.at(MONDAY + timedelta(hours=2)), at_work():
        taken = CliRunner().invoke(command, ["take"], input=answer(file, AUNT))
        assert taken.output == "Svar, der tæller: 1. Andre mails: 0.\n"
        odd = CliRunner().invoke(command, ["take"], input=b"Hej")
        assert odd.output == "Svar, der tæller: 0. Andre mails: 1.\n"
    assert replies(met)["sister"] == Reply.COMES


def test_who_says_no_by_mail_is_asked_once_who_comes_instead(met, at_work, mail_server, lived_town):
    later = MONDAY + timedelta(hours=2)
    with clock.at(MONDAY):
        colleague = lived_town.hire("Else Ekstra", lived_town.social, "home_support")
    [file] = calendars(mail_server, "bo@eksempel.dk")
    assert took(at_work, answer(file, "bo@eksempel.dk", partstat="DECLINED"), later)
    before = len(mail_server.mails)
    with clock.at(later), at_work():
        outbox.empty()
        outbox.empty()
    told = [said(mail) for mail in mail_server.mails[before:] if mail["To"] == "bo@eksempel.dk"]
    assert len(told) == 1
    assert "Der er nyt til dig" in told[0]
    with clock.at(later), as_(lived_town.bo):
        [(what, near)] = around([]).to_write
        assert (what, near.id) == (Writes.SUBSTITUTE, met.id)
        [mine] = [one for one in my_invitations(lived_town.bo) if one.owes_substitute]
        actions.answer_invitation(
            actor=lived_town.bo, participant_id=mine.invitation.id, reply=Reply.DECLINED,
            reason="Kursus", substitute_id=colleague.person_id,
        )  # fmt: skip
        assert around([]).to_write == []
