"""Preparation: own lines, interpreter, companion, consents, only the agreed points (C2)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from landfast.course.actions.profile import write_profile
from landfast.course.rules.languages import LANGUAGES, Language, check_language
from landfast.journeys.prepare_meeting import begin_meeting
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.meetings import actions, models, queries
from landfast.meetings.queries.consents import lacking
from landfast.meetings.rules import Attends, MeetingState, Stage, beside_her
from landfast.meetings.rules.preparing import Size
from landfast.network import actions as network
from landfast.network import queries as networks
from tests.factories.meetings import frame, prepared_meeting, running_meeting
from tests.factories.town import as_
from tests.refusing import refused

S = MeetingState


@pytest.mark.parametrize("state", S)
def test_a_line_is_written_before_the_meeting(state):
    if state in {S.PREPARING, S.CALLED}:
        beside_her.check_own_line(state, "Nætterne", "", "")
    else:
        with refused("too_late"):
            beside_her.check_own_line(state, "Nætterne", "", "")
    assert beside_her.may_write_own_line(state) is (state in {S.PREPARING, S.CALLED})


@pytest.mark.parametrize(
    ("task", "limit", "promise", "code", "field"),
    [
        (" ", "", "", "no_task", "own_task"), ("x" * 201, "", "", "too_long", "own_task"),
        ("x", "x" * 201, "", "too_long", "own_limit"),
        ("x", "", "x" * 301, "too_long", "can_promise"),
    ],
)  # fmt: skip
def test_a_line_is_a_line(task, limit, promise, code, field):
    with refused(code, field):
        beside_her.check_own_line(S.CALLED, task, limit, promise)


def test_an_interpreter_is_booked_in_a_language_with_somebody():
    beside_her.check_books("greenlandic", "Tolkebureauet")
    for language, who, code in (
        ("", "x", "no_interpreter"), ("greenlandic", " ", "who_interprets"),
        ("greenlandic", "x" * 121, "too_long"),
    ):  # fmt: skip
        with refused(code):
            beside_her.check_books(language, who)
    assert beside_her.must_book(S.CALLED, "greenlandic", "")
    assert not beside_her.must_book(S.CALLED, "greenlandic", "Bureauet")
    assert not beside_her.must_book(S.HELD, "greenlandic", "")
    assert set(LANGUAGES) == set(Language)
    with refused("no_such_language", "language"):
        check_language("klingon")
    check_language("")


def test_only_points_that_are_there_can_be_agreed_to():
    here, other = uuid4(), uuid4()
    beside_her.check_points(Attends.POINTS, [here], [here])
    with refused("no_points", "points"):
        beside_her.check_points(Attends.POINTS, [other], [here])
    beside_her.check_points(Attends.BY_PHONE, [], [here])


def test_each_writes_an_own_line_and_those_who_come_read_it(town):
    met = prepared_meeting(town, call=True)
    with as_(met.bo):
        line = {"task": "Nætterne", "limit": "Ikke medicin", "promise": "Jeg kommer kl. 21"}
        actions.write_own_line(actor=met.bo, participant_id=met.guests["bo"], **line)
        with pytest.raises(NotAllowed):
            actions.write_own_line(actor=met.bo, participant_id=met.guests["anna"], **line)
        with pytest.raises(NotFound):
            actions.write_own_line(actor=met.bo, participant_id=met.guests["sister"], **line)
    with as_(met.anna):
        seen = queries.meeting(met.id).guests[0]
        assert (seen.own_task, seen.own_limit) == ("Nætterne", "Ikke medicin")
        assert seen.can_promise == "Jeg kommer kl. 21"


def test_interpreter_and_companion_are_not_counted_and_a_new_time_books_anew(town):
    met = prepared_meeting(town)
    wants = {"companion": "Moster Inger", "interpreter": "greenlandic", "largest": 3}
    with as_(met.karen):
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=frame(**wants))
        actions.book_interpreter(actor=met.karen, meeting_id=met.id, who="Tolkebureauet")
        seen = queries.meeting(met.id)
        assert (seen.size, len(seen.guests)) == (Size.FITS, 3)
        assert (seen.interpreter, seen.interpreter_who) == ("greenlandic", "Tolkebureauet")
        moved = frame(**wants, starts_at=now() + timedelta(days=15))
        actions.set_frame(actor=met.karen, meeting_id=met.id, frame=moved)
        assert queries.meeting(met.id).interpreter_who == ""


def test_who_does_not_have_her_yes_is_not_called_to_her_table(town):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        assert lacking(met.course_id, queries.meeting(met.id).guests) == []
        member = next(
            row for row in networks.members(met.course_id) if row.person_id == met.bo.person_id
        )
        network.end_member(actor=met.lived.citizen, course_id=met.course_id, member_id=member.id)
        with refused("no_consent"):
            actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
        actions.remove_participant(
            actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["bo"]
        )
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)


def test_only_what_she_agreed_to_is_talked_about_without_her(town):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        first, second = queries.meeting(met.id).themes
        with refused("no_points", "points"):
            actions.agree_points(actor=met.lived.citizen, meeting_id=met.id, points=[])
        actions.agree_points(actor=met.lived.citizen, meeting_id=met.id, points=[second.id])
    with as_(met.karen):
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=set(met.guests.values()))
        for stage in (Stage.FOLLOW_UP, Stage.THEMES):
            actions.move_to(actor=met.karen, meeting_id=met.id, stage=stage)
        room = queries.room(met.id, met.course_id)
        assert room.table.themes == (second.id,), first.words
        with refused("only_agreed"):
            actions.add_theme(actor=met.karen, meeting_id=met.id, words="Noget andet")


def test_at_the_table_a_new_theme_may_come_up(town):
    met = running_meeting(town)
    with as_(met.karen):
        actions.add_theme(actor=met.karen, meeting_id=met.id, words="Noget andet")
        assert models.Theme.objects.count() == 3


def test_the_language_on_her_card_comes_with_the_next_meeting(town):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        said = {"statement": "", "strengths": "", "largest_meeting": None}
        own = {"actor": met.lived.citizen, "course_id": met.course_id}
        write_profile(**own, **said, language="greenlandic")
        write_profile(**own, **said)
        begun = begin_meeting(**own, format_code="M-01")
        assert queries.meeting(begun).interpreter == "greenlandic"
