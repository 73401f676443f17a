"""She stops and begins again: her meetings fall away, and are held again on her word only."""

from datetime import timedelta

import pytest

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.directory import places
from landfast.journeys import choose_fallen
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.actions import Guest
from landfast.meetings.queries.fallen import fallen, lying_ahead
from landfast.meetings.rules import Ended, MeetingState, Reply
from landfast.meetings.rules.inviting import Told
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_


@pytest.fixture
def met(town):
    """Called, answered, and in ten days."""
    met = prepared_meeting(town, call=True)
    with as_(town.bo):
        actions.answer_invitation(actor=town.bo, participant_id=met.guests["bo"], reply=Reply.COMES)
    return met


def stops(met):
    with as_(met.lived.citizen):
        stop_course(actor=met.lived.citizen, course_id=met.course_id)


def begins(met):
    with as_(met.lived.citizen):
        assert reopen_course(actor=met.lived.citizen, course_id=met.course_id)


def holds(met, actor=None, **said):
    actor = actor or met.lived.citizen
    with as_(actor):
        return choose_fallen.hold_again(
            actor=actor, course_id=met.course_id, meeting_id=met.id, **said
        )


def seen(met):
    with as_(met.lived.citizen):
        return queries.meeting(met.id)


def waits(met, holder):
    with as_(holder):
        rows = asked_of_holder([met.course_id], [met.course_id])
        return [(row.what, row.about) for row in rows if row.what in {"fallen", "cancelled"}]


def test_what_ends_is_named_before_it_does_and_what_fell_afterwards(town, met):
    with as_(met.lived.citizen):
        [row] = lying_ahead(met.course_id)
        assert row.leader == "Karen Koordinator"
        assert row.names == ("Bo Bostøtte", "Anna Afsnit", "Min søster Birthe")
        assert row.untold == ("Min søster Birthe",)
        assert row.starts_at is not None
        assert fallen(met.course_id) == []
    stops(met)
    with as_(met.lived.citizen):
        assert lying_ahead(met.course_id) == []
        assert [one.id for one in fallen(met.course_id)] == [met.id]


def test_those_who_were_called_are_told_that_it_is_off_and_no_others(town, met):
    with as_(met.lived.citizen):
        other = actions.open_meeting(
            actor=met.lived.citizen, course_id=met.course_id, format_code="M-01",
            leader_id=town.karen.person_id,
        )  # fmt: skip
        guest = Guest("Kender mig", town.bo.person_id, role="home_support")
        actions.add_participant(actor=met.lived.citizen, meeting_id=other, guest=guest)
    stops(met)
    with as_(met.lived.citizen):
        told = {
            row.object_id: row.facts["to"]
            for row in access.events(met.course_id, ["meeting.cancelled"])
        }
    assert set(told[met.id]) == {str(who.person_id) for who in (town.karen, town.bo, town.anna)}
    assert told[other] == []


def test_she_holds_it_again_and_everybody_is_asked_anew(town, met):
    with as_(met.lived.citizen):
        models.Invite(
            course_id=met.course_id, meeting_id=met.id, participant_id=met.guests["bo"],
            uid="u" * 40, told=Told.ASKED, sequence=1, created_at=now(), next_try_at=now(),
        ).save(force_insert=True)  # fmt: skip
    stops(met)
    begins(met)
    assert seen(met).state is MeetingState.CANCELLED, "never by itself"
    assert holds(met)
    view = seen(met)
    assert (view.state, view.ended, view.leader) == (MeetingState.CALLED, "", "Dorte Daglig")
    with as_(met.lived.citizen):
        replies = models.Participant.objects.filter(meeting_id=met.id).order_by("position")
        through = [(row.reply, row.reply_through) for row in replies]
    assert through == [("comes", "duty"), ("asked", ""), ("asked", "")], "Bo's own yes is gone"
    assert [one.words for one in view.themes] == [
        "Jeg vil gerne have ro om natten", "Hvem ringer jeg til?",
    ]  # fmt: skip
    with as_(met.lived.citizen):
        invite = models.Invite.objects.get(meeting_id=met.id)
        assert (invite.told, invite.sequence) == (Told.NOTHING, 2)
        assert fallen(met.course_id) == []


def test_who_has_no_new_yes_reads_this_meeting_and_nothing_else(town, met):
    stops(met)
    begins(met)
    holds(met)
    with as_(town.bo):
        assert access.course_roles(town.bo, met.course_id) == {CourseRole.GUEST}
        [mine] = queries.invitations_of(town.bo)
        assert mine.meeting_id == met.id
    assert {guest.name: guest.is_guest for guest in seen(met).guests} == {
        "Bo Bostøtte": True, "Anna Afsnit": True, "Min søster Birthe": False,
    }  # fmt: skip


def test_what_had_not_been_called_is_made_ready_first(town):
    met = prepared_meeting(town)
    stops(met)
    begins(met)
    assert not holds(met)
    assert seen(met).state is MeetingState.PREPARING


def test_what_cannot_be_called_any_more_is_made_ready_first(town, met):
    stops(met)
    begins(met)
    with as_(met.lived.citizen):
        models.Theme.objects.filter(meeting_id=met.id).delete()
    assert not holds(met)
    assert seen(met).state is MeetingState.PREPARING


def test_she_lets_it_be_and_nobody_asks_again(town, met):
    stops(met)
    begins(met)
    assert waits(met, town.dorte) == [("fallen", met.id)]
    with as_(met.lived.citizen):
        actions.let_go(actor=met.lived.citizen, meeting_id=met.id)
        assert fallen(met.course_id) == []
    assert waits(met, town.dorte) == []
    assert (seen(met).state, seen(met).ended) == (MeetingState.CANCELLED, Ended.LET_GO)
    with pytest.raises(NotNow):
        holds(met)


def test_who_holds_the_course_chooses_on_her_word_only(town, met):
    stops(met)
    begins(met)
    with pytest.raises(Wrong):
        holds(met, town.dorte)
    with as_(town.dorte), pytest.raises(Wrong):
        actions.let_go(actor=town.dorte, meeting_id=met.id)
    assert holds(met, town.dorte, citizen_said_so=True)
    assert waits(met, town.dorte) == []
    with pytest.raises(NotNow):
        holds(met, town.dorte, citizen_said_so=True)


@pytest.mark.parametrize("who", ["karen", "bo", "mads"])
def test_nobody_else_holds_it(town, met, who):
    stops(met)
    begins(met)
    with pytest.raises((NotFound, NotAllowed)):
        holds(met, getattr(town, who), citizen_said_so=True)


def test_a_day_that_has_gone_is_not_asked_about(town, met):
    stops(met)
    begins(met)
    with clock.at(now() + timedelta(days=11)):
        assert waits(met, town.dorte) == []
        with as_(met.lived.citizen):
            assert fallen(met.course_id) == []
        with pytest.raises(NotNow):
            holds(met)


def test_a_room_that_was_taken_meanwhile_is_not_taken_twice(town, met):
    with as_(town.dorte):
        room = places.add_room(
            actor=town.dorte,
            unit_id=town.coordination,
            name="Salen",
            place="Rådhuset",
            seats=8,
            way=0,
        )
    with as_(met.lived.citizen):
        models.Meeting.objects.filter(id=met.id).update(room_id=room)
    stops(met)
    begins(met)
    with as_(met.lived.citizen):
        row = models.Meeting.objects.get(id=met.id)
        other = actions.open_meeting(
            actor=met.lived.citizen, course_id=met.course_id, format_code="M-01",
            leader_id=town.dorte.person_id, starts_at=row.starts_at,
        )  # fmt: skip
        models.Meeting.objects.filter(id=other).update(room_id=room)
    holds(met)
    with as_(met.lived.citizen):
        assert models.Meeting.objects.get(id=met.id).room_id is None
