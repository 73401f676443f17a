"""Invitations through a real mail server, and answers that come back: mail in, mail out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from email.header import decode_header, make_header
from email.message import Message
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner

from landfast.access.session import acting
from landfast.jobs import invitations, outbox
from landfast.jobs.commands.mail import command
from landfast.journeys.prepare_meeting import my_invitations
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK
from landfast.meetings import actions, models
from landfast.meetings.actions import ending, inviting, letters
from landfast.meetings.queries.around import around
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import Verdict
from landfast.meetings.rules.taking import Writes
from landfast.messages import actions as messages
from landfast.messages.rules import Way
from tests.factories.days import coming_monday
from tests.factories.meetings import Met, frame, leaves, prepared_meeting
from tests.factories.town import as_
from tests.interop.odd import UTC_FORM, facts_of, odd_mails
from tests.interop.odd import Reply as Answer

MONDAY = coming_monday()
FRIDAY = (MONDAY + timedelta(days=4)).date()
AUNT = "tante@eksempel.dk"


@pytest.fixture
def at_work(as_jobs):
    """The jobs work, and the database believes their clock."""

    @contextmanager
    def working() -> Iterator[None]:
        with as_jobs(), acting(None):
            yield

    return working


def wants_mail(actor: Any, address: str) -> None:
    with as_(actor):
        messages.choose(
            actor=actor, way=Way.MAIL, address=address, quiet_from=time(20), quiet_until=time(8)
        )
        messages.confirm(actor=actor, address=address)


@pytest.fixture
def met(lived_town, at_work, mail_server):
    """Jytte has called a meeting on Monday week; Bo wants mail, and so does her sister."""
    with clock.at(MONDAY):
        met = prepared_meeting(lived_town)
        wants_mail(lived_town.bo, "bo@eksempel.dk")
        with as_(met.lived.citizen):
            actions.set_frame(
                actor=met.lived.citizen, meeting_id=met.id,
                frame=frame(starts_at=MONDAY + timedelta(days=7)),
            )  # fmt: skip
            inviting.set_address(
                actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"],
                address=AUNT,
            )  # fmt: skip
            actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            outbox.empty()
    return met


def calendars(server: Any, address: str) -> list[icalendar.Calendar]:
    """The calendar files that went to an address, in order."""
    return [
        icalendar.Calendar.from_ical(part.get_payload(decode=True))
        for mail in server.mails
        if mail["To"] == address
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]


def said(mail: Message) -> str:
    """The whole mail as it is read."""
    parts = [part.get_payload(decode=True) or b"" for part in mail.walk()]
    return str(mail["Subject"]) + b"".join(parts).decode()


def answer(file: icalendar.Calendar, who: str, **changes: str) -> bytes:
    """What the program of the one invited sends back."""
    event = file.walk("VEVENT")[0]
    given = {
        "uid": str(event["uid"]), "attendee": f"mailto:{who}", "sequence": str(event["sequence"]),
        "stamp": clock.now().strftime(UTC_FORM),
    }  # fmt: skip
    reply = Answer(**{**given, **changes})
    head = f"From: {who}\r\nContent-Type: text/calendar; method={reply.told_method}\r\n\r\n"
    return head.encode() + reply.calendar().encode()


def took(at_work: Any, mail: bytes, at: datetime) -> Any:
    with clock.at(at), at_work():
        return invitations.take_mail(mail)


def replies(met: Met) -> dict[str, str]:
    with clock.at(MONDAY + timedelta(hours=3)), as_(met.karen):
        rows = models.Participant.objects.filter(meeting_id=met.id)
        found = {row.id: row.reply for row in rows}
    return {name: found[pk] for name, pk in met.guests.items()}


def test_who_is_asked_gets_an_invitation_that_says_nothing_of_her(met, mail_server):
    [sent] = calendars(mail_server, "bo@eksempel.dk")
    [aunts] = calendars(mail_server, AUNT)
    assert sent["method"] == aunts["method"] == "REQUEST"
    one, other = (file.walk("VEVENT")[0] for file in (sent, aunts))
    assert one["dtstart"].dt == MONDAY + timedelta(days=7)
    assert one["uid"] != other["uid"]
    assert str(other["attendee"]) == f"mailto:{AUNT}"
    assert str(one["url"]).endswith("/invitationer/")
    assert "http" not in str(other["description"])  # others see a calendar
    hers = ("Jytte", "søster", "Hjemme", "Strandby", "Karen", str(met.course_id), str(met.id))
    for mail in mail_server.mails:
        assert [word for word in hers if word.lower() in said(mail).lower()] == []
        assert mail["To"] in {"bo@eksempel.dk", AUNT}
    [mail] = [mail for mail in mail_server.mails if mail["To"] == AUNT]
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/calendar"]
    assert mail.get_payload()[1].get_param("method") == "REQUEST"


def test_a_new_time_waits_for_her_yes_and_is_the_same_entry_once_more(met, at_work, mail_server):
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
        with at_work():
            invitations.send()
        assert len(calendars(mail_server, AUNT)) == 1
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            invitations.send()
            invitations.send()
    first, second = calendars(mail_server, AUNT)
    one, two = (file.walk("VEVENT")[0] for file in (first, second))
    assert (two["uid"], two["sequence"], two["dtstart"].dt) == (one["uid"], 1, moved)


def test_who_is_asked_to_a_moved_meeting_is_not_written_to_before_her_yes(
    met, at_work, mail_server
):
    asked = "moster@eksempel.dk"
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            moved = frame(starts_at=MONDAY + timedelta(days=8))
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
            inviting.set_address(
                actor=met.karen, meeting_id=met.id, participant_id=met.guests["sister"],
                address=asked,
            )  # fmt: skip
        with at_work():
            invitations.send()
        assert calendars(mail_server, asked) == []
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            invitations.send()
    [file] = calendars(mail_server, asked)
    assert file.walk("VEVENT")[0]["dtstart"].dt == moved.starts_at


def test_a_new_time_of_a_meeting_that_she_does_not_lead_waits_for_nobody(met, at_work, mail_server):
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.karen):
            asked_to = models.Format.objects.filter(citizen="invited", replaced_at=None)[0]
            models.Meeting.objects.filter(id=met.id).update(format=asked_to)
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
        with at_work():
            invitations.send()
    assert [file.walk("VEVENT")[0]["dtstart"].dt for file in calendars(mail_server, AUNT)] == [
        MONDAY + timedelta(days=7), moved,
    ]  # fmt: skip


@pytest.mark.parametrize("off_the_list", [True, False])
def test_who_is_no_longer_asked_is_told_and_who_never_was_is_not(
    met,
    at_work,
    mail_server,
    off_the_list,
):
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(met.lived.citizen):
            if off_the_list:
                actions.remove_participant(
                    actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"]
                )
            else:
                actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
        with at_work():
            invitations.send()
            invitations.send()
    _asked, ended = calendars(mail_server, AUNT)
    event = ended.walk("VEVENT")[0]
    assert (ended["method"], event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 1)
    assert len(calendars(mail_server, "bo@eksempel.dk")) == (1 if off_the_list else 2)


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


def test_what_does_not_arrive_is_shown_and_tried_again(met, at_work, mail_server):
    mail_server.refuses.add(AUNT)
    moved = MONDAY + timedelta(days=8)
    with clock.at(MONDAY), as_(met.lived.citizen):
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=frame(starts_at=moved))
    for hours in (1, 2, 4, 12, 24, 36):
        with clock.at(MONDAY + timedelta(hours=hours)), at_work():
            invitations.send()
    with clock.at(MONDAY + timedelta(hours=40)), as_(met.karen):
        [invite] = models.Invite.objects.exclude(given_up_at=None)
        assert invite.failure == "refused_address"
    mail_server.refuses.clear()
    with clock.at(MONDAY + timedelta(hours=40)):
        with as_(met.karen):
            inviting.try_again(actor=met.karen, meeting_id=met.id, invite_id=invite.id)
        with at_work():
            invitations.send()
    assert len(calendars(mail_server, AUNT)) == 2


def test_everybody_is_reminded_once_on_the_business_day_before(met, at_work, mail_server):
    with clock.at(MONDAY + timedelta(days=2)), at_work():
        outbox.empty()  # what waited from the day of the invitation
    mail_server.mails.clear()
    friday = datetime.combine(FRIDAY, time(7, 30), DENMARK)
    for moment in (friday - timedelta(days=1, hours=-4), friday):
        with clock.at(moment), at_work():
            outbox.empty()
    assert mail_server.mails == []
    for hours in (2, 3, 26):
        with clock.at(friday + timedelta(hours=hours)), at_work():
            outbox.empty()
    [aunts] = [mail for mail in mail_server.mails if mail["To"] == AUNT]
    [bos] = [mail for mail in mail_server.mails if mail["To"] == "bo@eksempel.dk"]
    assert str(make_header(decode_header(aunts["Subject"]))) == "Husk et møde"
    assert bos["Subject"] == "Der er nyt til dig i Landfast"


def subjects(server: Any, address: str) -> list[str]:
    mails = [mail for mail in server.mails if mail["To"] == address]
    return [str(make_header(decode_header(mail["Subject"]))) for mail in mails]


def test_nobody_is_reminded_of_a_time_that_she_has_not_said_yes_to(met, at_work, mail_server):
    moved = MONDAY + timedelta(days=7, hours=1)
    wants_mail(met.lived.citizen, "jytte@eksempel.dk")
    with clock.at(MONDAY + timedelta(days=3)):
        with at_work():
            outbox.empty()
        mail_server.mails.clear()
        with as_(met.karen):
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=moved))
    friday = datetime.combine(FRIDAY, time(9, 30), DENMARK)
    with clock.at(friday):
        with at_work():
            outbox.empty()
        assert subjects(mail_server, AUNT) == subjects(mail_server, "bo@eksempel.dk") == []
        assert subjects(mail_server, "jytte@eksempel.dk") == ["Der er nyt til dig i Landfast"]
        with as_(met.lived.citizen):
            actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
    for hours in (1, 2):
        with clock.at(friday + timedelta(hours=hours)), at_work():
            outbox.empty()
    assert subjects(mail_server, AUNT) == ["Mødet er ændret"], "the letter reminds of it too"


def test_a_yes_of_the_past_reminds_of_nothing_that_was_changed_since(met, at_work, mail_server):
    friday = datetime.combine(FRIDAY, time(9, 30), DENMARK)
    with clock.at(friday):
        with at_work():
            letters.remind()
        with as_(met.karen):
            moved = frame(starts_at=MONDAY + timedelta(days=7), place="Rådhuset")
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
        mail_server.mails.clear()
        with at_work():
            invitations.send()
    assert subjects(mail_server, AUNT) == []


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


def test_who_was_there_without_a_login_is_asked_how_it_was_once(met, at_work, mail_server):
    with clock.at(MONDAY + timedelta(days=7)), as_(met.karen):
        there = {met.guests["sister"], met.guests["bo"]}
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=there)
    mail_server.mails.clear()
    # while it runs, nobody is asked; left open, it closes itself, and she is asked
    with clock.at(MONDAY + timedelta(days=7, hours=1)), at_work():
        invitations.send()
    assert mail_server.mails == []
    with clock.at(MONDAY + timedelta(days=8)), at_work():
        ending.close_left_open()
    for hours in (1, 2, 30):
        with clock.at(MONDAY + timedelta(days=8, hours=hours)), at_work():
            invitations.send()
    [mail] = mail_server.mails
    assert mail["To"] == AUNT
    assert "Hvordan var mødet?" in str(make_header(decode_header(mail["Subject"])))
    assert calendars(mail_server, AUNT) == [], "no calendar file for what is over"
    hers = ("Jytte", "søster", "Hjemme", "Strandby", "Karen", str(met.course_id), str(met.id))
    assert [word for word in hers if word in said(mail)] == []


@pytest.mark.parametrize("how", ["death", "stop"])
def test_once_the_course_is_over_nobody_is_asked_how_it_was(met, at_work, mail_server, how):
    with clock.at(MONDAY + timedelta(days=7)):
        with as_(met.karen):
            actions.start_meeting(
                actor=met.karen, meeting_id=met.id, present={met.guests["sister"]}
            )
    with clock.at(MONDAY + timedelta(days=8)):
        with at_work():
            ending.close_left_open()
        leaves(met, how)
    mail_server.mails.clear()
    with clock.at(MONDAY + timedelta(days=8, hours=1)), at_work():
        invitations.send()
    asked = [str(make_header(decode_header(mail["Subject"]))) for mail in mail_server.mails]
    assert [one for one in asked if "Hvordan var mødet?" in one] == []
