"""A helper who stops is announced before the day, and she may meet the one who comes (B6)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from landfast.access.queries import events
from landfast.course.rules.announcing import AHEAD_MAX
from landfast.journeys.announce_leaving import see_leaver, wish_to_meet_follower
from landfast.journeys.prepare_meeting import begin_meeting
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings import queries as meetings
from landfast.meetings.actions import Guest, ask_guest
from landfast.messages.rules.news import NEWS
from landfast.network import queries
from landfast.network.actions.leaving import announce_leaving, take_back_leaving
from landfast.network.queries.leaving import leaving
from landfast.network.rules.leaving import check_follower, check_leaves
from tests.factories.courses import started_course
from tests.factories.meetings import load_formats
from tests.factories.network import in_the_team
from tests.factories.town import as_

DAY = date(2030, 3, 4)


@pytest.fixture
def lived(town):
    load_formats()
    return started_course(town)


@pytest.fixture
def bo(town, lived):
    return in_the_team(lived, town.bo, by=town.karen)


def stops(town, lived, member, *, follower=None, days=14, by=None):
    by = by or town.karen
    with as_(by):
        announce_leaving(
            actor=by, course_id=lived.id, member_id=member,
            leaves_on=today() + timedelta(days=days), follower=follower,
        )  # fmt: skip


@pytest.mark.parametrize("days", [0, 1, AHEAD_MAX.days])
def test_the_last_day_lies_ahead_within_three_months(days):
    check_leaves(DAY + timedelta(days=days), DAY)
    for wrong in (-1, AHEAD_MAX.days + 1):
        with pytest.raises(Wrong):
            check_leaves(DAY + timedelta(days=wrong), DAY)


def test_who_comes_is_somebody_else_who_is_employed():
    goes, comes = uuid4(), uuid4()
    check_follower(None, goes, works_here=False)
    check_follower(comes, goes, works_here=True)
    for who, works in ((goes, True), (comes, False)):
        with pytest.raises(Wrong):
            check_follower(who, goes, works_here=works)


def test_she_is_told_before_the_day_and_when_it_is_taken_back(town, lived, bo):
    stops(town, lived, bo, follower=town.solveig.person_id)
    with as_(lived.citizen):
        [row] = leaving(lived.id)
        assert (row.name, row.follower) == ("Bo Bostøtte", "Solveig Sagsbehandler")
        [member] = queries.members(lived.id)
        assert (member.leaves_on, member.may_read) == (row.leaves_on, True)
        with pytest.raises(NotFound):
            wish_to_meet_follower(actor=lived.citizen, course_id=lived.id, member_id=uuid4())
    with as_(town.karen):
        take_back_leaving(actor=town.karen, course_id=lived.id, member_id=bo)
        assert leaving(lived.id) == []
        with pytest.raises(NotNow):
            take_back_leaving(actor=town.karen, course_id=lived.id, member_id=bo)
        said = [row.kind for row in events(lived.id, ["network.member_leaves"])]
    assert said == ["network.member_leaves"]
    assert all(NEWS[f"network.member_{what}"].citizen for what in ("leaves", "stays"))


def test_nobody_is_let_in_by_it_and_a_colleague_does_not_say_it(town, lived, bo):
    stops(town, lived, bo, follower=town.solveig.person_id)
    with as_(town.solveig):
        assert leaving(lived.id) == []
    for actor in (town.bo, town.anna):
        with pytest.raises((NotAllowed, NotFound)):
            stops(town, lived, bo, by=actor)
    with pytest.raises(Wrong):
        stops(town, lived, bo, follower=lived.citizen.person_id)
    with as_(town.karen):
        seen = see_leaver(town.karen, lived.id, bo)
    assert seen.member.name == "Bo Bostøtte"
    assert town.bo.person_id not in {row.person.id for row in seen.colleagues}


def test_she_asks_once_to_meet_both(town, lived, bo):
    me = {"actor": lived.citizen, "course_id": lived.id, "member_id": bo}
    stops(town, lived, bo)
    with as_(lived.citizen), pytest.raises(NotNow):
        wish_to_meet_follower(**me)
    stops(town, lived, bo, follower=town.solveig.person_id)
    with as_(lived.citizen):
        asked = {wish_to_meet_follower(**me) for _again in range(2)}
        [row] = meetings.meetings_of(lived.id)
        guests = meetings.meeting(row.id, lived.id).guests
    assert asked == {row.id}
    assert {guest.person_id for guest in guests} == {town.bo.person_id, town.solveig.person_id}
    assert row.leader_id == town.karen.person_id


def test_a_meeting_with_only_the_one_who_comes_is_not_the_meeting_of_both(town, lived, bo):
    stops(town, lived, bo, follower=town.solveig.person_id)
    with as_(town.karen):
        other = begin_meeting(actor=town.karen, course_id=lived.id, format_code="M-03")
        guest = Guest("Kender huset", person_id=town.solveig.person_id)
        ask_guest(actor=town.karen, meeting_id=other, guest=guest)
    with as_(lived.citizen):
        asked = wish_to_meet_follower(actor=lived.citizen, course_id=lived.id, member_id=bo)
        guests = meetings.meeting(asked, lived.id).guests
    assert asked != other
    assert {guest.person_id for guest in guests} == {town.bo.person_id, town.solveig.person_id}


def test_the_coordinator_who_takes_over_leads_and_is_no_guest(town, lived, bo):
    stops(town, lived, bo, follower=town.karen.person_id)
    with as_(lived.citizen):
        asked = wish_to_meet_follower(actor=lived.citizen, course_id=lived.id, member_id=bo)
        seen = meetings.meeting(asked, lived.id)
    assert [guest.person_id for guest in seen.guests] == [town.bo.person_id]
