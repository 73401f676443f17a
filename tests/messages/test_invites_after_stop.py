"""She stops, begins again and holds her meeting: calendars hear of all three, through real mail."""

from datetime import timedelta

from landfast.jobs import invitations
from landfast.journeys.choose_fallen import hold_again
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from tests.factories.town import as_
from tests.messages.invited import AUNT, MONDAY, calendars


def told(mail_server, to):
    """What a calendar was told, in order: method, its entry, its number."""
    return [
        (str(file["method"]), str(event["uid"]), int(event["sequence"]))
        for file in calendars(mail_server, to)
        for event in file.walk("VEVENT")
    ]


def test_a_calendar_loses_the_meeting_with_the_stop_and_has_it_back_with_her_choice(
    met, at_work, mail_server
):
    citizen, who = met.lived.citizen, ("bo@eksempel.dk", AUNT)
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(citizen):
            stop_course(actor=citizen, course_id=met.course_id)
        with at_work():
            invitations.send()
        for one in who:
            assert [method for method, _uid, _n in told(mail_server, one)] == ["REQUEST", "CANCEL"]
        with as_(citizen):
            assert reopen_course(actor=citizen, course_id=met.course_id)
        with at_work():
            invitations.send()
        assert all(len(told(mail_server, one)) == 2 for one in who), "nothing by itself"
        with as_(citizen):
            assert hold_again(actor=citizen, course_id=met.course_id, meeting_id=met.id)
        with at_work():
            invitations.send()
    for one in who:
        methods, entries, numbers = zip(*told(mail_server, one), strict=True)
        assert methods == ("REQUEST", "CANCEL", "REQUEST")
        assert len(set(entries)) == 1, "the same entry, not two of them"
        assert numbers == (0, 1, 2), "a number that went down would not be read"


def test_held_again_before_the_cancellation_left_the_calendar_is_asked_anew(
    met, at_work, mail_server
):
    citizen = met.lived.citizen
    with clock.at(MONDAY + timedelta(hours=1)):
        with as_(citizen):
            stop_course(actor=citizen, course_id=met.course_id)
            reopen_course(actor=citizen, course_id=met.course_id)
            assert hold_again(actor=citizen, course_id=met.course_id, meeting_id=met.id)
        with at_work():
            invitations.send()
    methods, _entries, numbers = zip(*told(mail_server, AUNT), strict=True)
    assert (methods, numbers) == (("REQUEST", "REQUEST"), (0, 1))
