"""The citizen prepares her meeting (product C2)."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from landfast.kernel.clock import DENMARK, now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import Attends, MeetingState, Reply
from landfast.meetings.rules.preparing import Size, check_theme, size_of
from landfast.plan.actions import add_wish
from landfast.programmes.rules import NeedArea
from tests.factories.courses import started_course
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_


@pytest.mark.parametrize(
    ("others", "staff", "largest", "size"),
    [
        (3, 2, 3, Size.FITS), (4, 2, 3, Size.LARGER), (6, 6, None, Size.FITS),
        (7, 7, None, Size.ASK), (9, 6, None, Size.FITS), (1, 1, 0, Size.LARGER),
    ],
)  # fmt: skip
def test_a_table_larger_than_she_wants_is_seen(others, staff, largest, size):
    """RT-09, written once."""
    assert size_of(others, staff, largest) is size


def test_no_agenda_is_made_beforehand_for_open_dialogue():
    with pytest.raises(NotNow, match="ingen dagsorden"):
        check_theme(MeetingState.PREPARING, False, "Min bolig", 0)
    check_theme(MeetingState.RUNNING, False, "Min bolig", 0)


def test_she_sees_what_she_chose(town):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        seen = queries.meeting(met.id)
    assert [guest.name for guest in seen.guests] == [
        "Bo Bostøtte", "Anna Afsnit", "Min søster Birthe",
    ]  # fmt: skip
    assert [theme.words for theme in seen.themes][1] == "Hvem ringer jeg til?"
    assert seen.size is Size.FITS
    assert seen.frame_agreed_at


def test_a_fourth_guest_warns_and_does_not_block(town):
    met = prepared_meeting(town)
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(largest=2))
        assert queries.meeting(met.id).size is Size.LARGER
        actions.agree_frame(actor=met.karen, meeting_id=met.id)
        actions.call_meeting(actor=met.karen, meeting_id=met.id)


def test_a_frame_that_another_wrote_needs_her_yes(town):
    met = prepared_meeting(town)
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(place="Rådhuset"))
        with pytest.raises(NotNow, match="aftalt med borgeren"):
            actions.call_meeting(actor=met.karen, meeting_id=met.id)


def test_nobody_is_invited_twice(town):
    met = prepared_meeting(town)
    guest = actions.Guest("igen", met.bo.person_id)
    with as_(met.karen), pytest.raises(NotNow, match="allerede"):
        actions.add_participant(actor=met.karen, meeting_id=met.id, guest=guest)


def test_a_meeting_needs_a_theme_and_a_time_ahead(town):
    met = prepared_meeting(town)
    past = now() - timedelta(hours=1)
    with as_(met.karen):
        with pytest.raises(Wrong, match="gået") as refused:
            actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(starts_at=past))
        assert refused.value.field == "starts_at"
        for theme in queries.meeting(met.id).themes:
            actions.remove_theme(actor=met.karen, meeting_id=met.id, theme_id=theme.id)
        with pytest.raises(NotNow, match="tema"):
            actions.call_meeting(actor=met.karen, meeting_id=met.id)


def test_a_professional_in_the_team_does_not_prepare_her_meeting(town):
    met = prepared_meeting(town)
    with as_(met.bo), pytest.raises(NotAllowed):
        actions.add_theme(actor=met.bo, meeting_id=met.id, words="Mit tema")
    with as_(town.solveig), pytest.raises(NotFound):
        actions.add_theme(actor=town.solveig, meeting_id=met.id, words="Mit tema")


def test_those_invited_see_it_and_answer_for_themselves(town):
    met = prepared_meeting(town, call=True)
    with as_(met.bo):
        (mine,) = queries.invitations_of(met.bo)
        actions.answer_invitation(actor=met.bo, participant_id=mine.id, reply=Reply.COMES)
        with pytest.raises(NotAllowed):
            actions.answer_invitation(
                actor=met.bo, participant_id=met.guests["anna"], reply=Reply.COMES
            )
    with as_(met.anna):
        with pytest.raises(Wrong, match="hvorfor"):
            actions.answer_invitation(
                actor=met.anna, participant_id=met.guests["anna"], reply=Reply.DECLINED
            )
        actions.answer_invitation(
            actor=met.anna, participant_id=met.guests["anna"], reply=Reply.WRITES,
            written_word="Hun sover bedre nu.",
        )  # fmt: skip
    with as_(town.solveig):
        assert queries.invitations_of(town.solveig) == []


def test_a_new_time_asks_everybody_anew(town):
    met = prepared_meeting(town, call=True)
    seat = met.guests["anna"]
    with as_(met.anna):
        actions.answer_invitation(actor=met.anna, participant_id=seat, reply=Reply.COMES)
    later = frame(starts_at=now() + timedelta(days=20))
    with as_(met.lived.citizen):
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=later)
        there = {one.id: one.reply for one in queries.meeting(met.id).guests}
    assert there[seat] is Reply.ASKED


@pytest.mark.parametrize("attends", [Attends.BY_PHONE, Attends.OWN_WORD, Attends.NOT_TODAY])
def test_on_a_bad_day_one_act_and_no_reason(town, attends):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.attend_otherwise(actor=met.lived.citizen, meeting_id=met.id, attends=attends)
        assert queries.next_meeting(met.course_id).attends is attends


@pytest.mark.parametrize(
    ("days", "hour", "attends"),
    [(0, 10, Attends.NOT_TODAY), (0, 0, Attends.NOT_TODAY), (1, 0, Attends.IN_PERSON)],
    ids=["an-hour-later", "the-midnight-before", "the-midnight-after"],
)
def test_who_cannot_come_that_day_still_cannot_at_another_hour_of_it(town, days, hour, attends):
    met = prepared_meeting(town, call=True)
    in_three_weeks = (now() + timedelta(days=21)).astimezone(DENMARK)
    nine = in_three_weeks.replace(hour=9, minute=0, second=0, microsecond=0)
    hers, kept = met.lived.citizen, frame(starts_at=nine)
    with as_(hers):
        actions.set_frame(actor=hers, meeting_id=met.id, frame=kept)
        actions.attend_otherwise(actor=hers, meeting_id=met.id, attends=Attends.NOT_TODAY)
    moved = replace(kept, starts_at=nine.replace(hour=hour) + timedelta(days=days))
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
        assert queries.meeting(met.id).attends is attends


def test_who_speaks_for_her_has_a_name(town):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen), pytest.raises(Wrong, match="hvem"):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.REPRESENTED
        )


def test_the_citizen_cancels_without_a_reason_others_with_one(town):
    met = prepared_meeting(town, call=True)
    with as_(met.karen), pytest.raises(Wrong, match="hvorfor"):
        actions.cancel_meeting(actor=met.karen, meeting_id=met.id)
    with as_(met.lived.citizen):
        actions.cancel_meeting(actor=met.lived.citizen, meeting_id=met.id)
        assert queries.next_meeting(met.course_id) is None


def test_a_theme_of_another_meeting_stays(town):
    met = prepared_meeting(town)
    with as_(met.karen):
        actions.remove_theme(actor=met.karen, meeting_id=met.id, theme_id=uuid4())
        assert models.Theme.objects.count() == 2


def test_a_list_of_meetings_costs_one_query(town, django_assert_max_num_queries):
    met = prepared_meeting(town, call=True)
    with as_(met.karen), django_assert_max_num_queries(1):
        (row,) = queries.meetings_of(met.course_id)
    assert (row.themes, row.guests, row.answered) == (2, 3, 1)


def test_a_theme_does_not_hang_on_a_wish_of_another_course(town):
    met = prepared_meeting(town)
    other = started_course(town, "Jens Hansen")
    with as_(town.karen):
        wish = add_wish(actor=town.karen, course_id=other.id, area=NeedArea.HOUSING, words="Et hus")
        with pytest.raises(NotFound):
            actions.add_theme(actor=town.karen, meeting_id=met.id, words="Hus", wish_id=wish)
