"""A guest of one meeting: from the call until some days after the minutes, and nothing else."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access.looks.looking import open_record
from landfast.access.looks.told import looks
from landfast.access.models import Grant
from landfast.access.queries import readers
from landfast.access.session import acting
from landfast.journeys import visit_meeting as journey
from landfast.kernel import clock
from landfast.kernel.refusals import NotFound
from landfast.meetings import actions
from landfast.meetings.models import Meeting, Minutes, Participant, Theme
from landfast.meetings.queries.lines import lines_of_others
from landfast.meetings.rules import Reply, Stage
from landfast.meetings.rules.preparing import Onward
from landfast.plan.models import Agreement, Wish
from tests.factories.meetings import frame, prepared_meeting, talk_through
from tests.factories.parts import guest_of
from tests.factories.plan import wished
from tests.factories.town import as_, leaves
from tests.refusing import refused


@pytest.fixture
def met(town):
    return prepared_meeting(town)


def call(met):
    with as_(met.lived.citizen):
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)


def reads(person, met):
    with as_(person):
        return Meeting.objects.filter(id=met.id).exists()


def until(met):
    with as_(met.karen):
        return Grant.objects.get(role="guest", about=met.id).ends_at


def sent_out(met, *guests):
    """The meeting is held, and the minutes go to these."""
    with as_(met.karen):
        present = set(Participant.objects.values_list("id", flat=True))
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=present)
        for stage in (Stage.FOLLOW_UP, Stage.THEMES):
            actions.move_to(actor=met.karen, meeting_id=met.id, stage=stage)
    talk_through(met)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        onward = Onward(clock.now() + timedelta(days=42), False, "")
        actions.end_meeting(actor=met.karen, meeting_id=met.id, closing_words="Tak", onward=onward)
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
        actions.publish_minutes(actor=met.karen, minutes_id=minutes, recipients=guests)


def test_reads_the_meeting_from_the_call_and_nothing_else(town, met):
    wished(met.lived)
    guest_of(met, town.solveig)
    assert not reads(town.solveig, met)
    call(met)
    with as_(town.solveig):
        assert reads(town.solveig, met)
        assert Theme.objects.count() == 2
        [me] = Participant.objects.all()
        assert me.person_id == town.solveig.person_id
        assert not Wish.objects.exists()
        assert not Agreement.objects.exists()
        with pytest.raises(NotFound):
            open_record(town.solveig, met.course_id, "Forløbet")


def test_without_a_look_there_is_nothing_to_read(town, met):
    guest_of(met, town.solveig)
    call(met)
    with acting(town.solveig, reading=True):
        assert not Theme.objects.exists()
        seen = journey.visit(town.solveig, met.course_id, met.id)
        assert (seen.course.name, seen.why) == ("Jytte Jensen", "Kender til boliger")
        assert Theme.objects.exists()
    with as_(met.lived.citizen):
        [look] = [row for row in looks(met.course_id) if row.role == "guest"]
        assert (look.who, look.what) == ("Solveig Sagsbehandler", "Mødet (gæst)")


def test_ends_the_second_they_are_off_the_list(town, met):
    seat = guest_of(met, town.solveig)
    call(met)
    with as_(met.lived.citizen):
        actions.remove_participant(actor=met.lived.citizen, meeting_id=met.id, participant_id=seat)
    assert not reads(town.solveig, met)


def test_ends_the_second_the_meeting_is_cancelled(town, met):
    guest_of(met, town.solveig)
    call(met)
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
    assert not reads(town.solveig, met)


def test_ends_with_the_job(town, met):
    guest_of(met, town.solveig)
    call(met)
    leaves(town.solveig, clock.today() - timedelta(days=1))
    assert not reads(town.solveig, met)


def test_reads_the_minutes_that_were_sent_to_them_and_some_days_more(town, met, settings):
    settings.LANDFAST_GUEST_DAYS = 14
    seat = guest_of(met, town.solveig)
    guest_of(met, town.vibeke)
    call(met)
    sent_out(met, seat)
    with as_(town.solveig):
        assert Minutes.objects.count() == 1
    with as_(town.vibeke):  # at the table, and the minutes were not sent there
        assert not Minutes.objects.exists()
    with clock.at(clock.now() + timedelta(days=13)):
        assert reads(town.solveig, met)
    with clock.at(clock.now() + timedelta(days=15)):
        assert not reads(town.solveig, met)


def test_a_new_time_asks_again_and_the_period_follows(town, met):
    guest_of(met, town.solveig)
    call(met)
    before = until(met)
    later = (clock.now() + timedelta(days=90)).replace(second=0, microsecond=0)
    with as_(met.lived.citizen):
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=frame(starts_at=later))
    with as_(met.karen):
        assert max(Grant.objects.filter(role="guest").values_list("ends_at", flat=True)) > before
    assert reads(town.solveig, met)


def test_answers_for_oneself_and_writes_nothing_more(town, met):
    seat = guest_of(met, town.solveig)
    call(met)
    with as_(town.solveig):
        actions.answer_invitation(actor=town.solveig, participant_id=seat, reply=Reply.COMES)
    with as_(town.solveig), connection.cursor() as cursor:
        for change in (
            "update meetings_meeting set place = 'x'",
            "update meetings_theme set words = 'x'",
            f"update meetings_participant set why = 'x' where id <> '{seat}'",
        ):
            cursor.execute(change)
            assert cursor.rowcount == 0, change
    with as_(met.karen):
        assert Participant.objects.get(id=seat).reply == Reply.COMES


def test_only_an_employee_outside_the_team_is_a_guest_with_a_reason(town, met):
    with as_(met.karen):
        for person, why, code in (
            (town.bo, "Kender mig", "in_the_team"), (town.solveig, " ", "guest_without_reason"),
            (met.lived.citizen, "Er mig", "not_an_employee"),
        ):  # fmt: skip
            guest = actions.Guest(why, person.person_id)
            with refused(code):
                actions.ask_guest(actor=met.karen, meeting_id=met.id, guest=guest)


def test_who_can_read_names_guests_of_this_meeting_only(town, met):
    guest_of(met, town.solveig)
    call(met)
    with as_(met.karen):
        named = {row.name for row in readers(met.course_id, about=met.id)}
        assert "Solveig Sagsbehandler" in named
        assert "Solveig Sagsbehandler" not in {row.name for row in readers(met.course_id)}


def test_reads_what_the_others_are_there_for_while_let_in_and_logged(town, met):
    seat = guest_of(met, town.solveig)
    with as_(town.bo):
        actions.write_own_line(
            actor=town.bo, participant_id=met.guests["bo"], task="Kommer om aftenen",
            limit="Ikke om natten", promise="To gange om ugen",
        )  # fmt: skip
    with as_(town.solveig):
        assert lines_of_others(met.id) == []
    call(met)
    with acting(town.solveig, reading=True):
        assert lines_of_others(met.id) == []
        [line] = journey.visit(town.solveig, met.course_id, met.id).lines
    assert (line.name, line.own_task, line.own_limit, line.can_promise) == (
        "Bo Bostøtte", "Kommer om aftenen", "Ikke om natten", "To gange om ugen",
    )  # fmt: skip
    with as_(town.vibeke):
        assert lines_of_others(met.id) == []
    with as_(met.lived.citizen):
        actions.remove_participant(actor=met.lived.citizen, meeting_id=met.id, participant_id=seat)
    with as_(town.solveig):
        assert lines_of_others(met.id) == []
