"""Her no to somebody at one meeting holds: told, asked about once, and never added over."""

import pytest

from landfast.access.queries import events
from landfast.kernel.refusals import NotAllowed, NotNow
from landfast.meetings import actions, queries
from landfast.meetings.actions import Guest
from landfast.meetings.queries.her_no import noes_of
from landfast.meetings.rules.her_no import ADDED, ASKED_AGAIN, REMOVED, STANDS, No, after
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_


@pytest.fixture
def met(town):
    found = prepared_meeting(town)
    for name in ("anna", "sister"):
        with as_(found.lived.citizen):
            actions.remove_participant(
                actor=found.lived.citizen, meeting_id=found.id, participant_id=found.guests[name]
            )
    return found


def adds(met, who, **more):
    guest = Guest("Fra afsnittet", met.anna.person_id, role="ward_staff")
    with as_(who):
        actions.add_participant(actor=who, meeting_id=met.id, guest=guest, **more)


def asks(met, who=None):
    who = who or met.karen
    with as_(who):
        actions.ask_again(
            actor=who, meeting_id=met.id, person_id=met.anna.person_id, relation_id=None
        )


def no_of(met):
    with as_(met.karen):
        return noes_of(met.course_id, met.id).get(met.anna.person_id)


def names(met):
    with as_(met.karen):
        return {guest.name for guest in queries.meeting(met.id).guests}


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ([(ADDED, False)], None),
        ([(REMOVED, False)], None),
        ([(REMOVED, True)], No.SAID),
        ([(REMOVED, True), (ADDED, False)], None),
        ([(REMOVED, True), (ASKED_AGAIN, False)], No.ASKED),
        ([(REMOVED, True), (ASKED_AGAIN, False), (STANDS, False)], No.AGAIN),
        ([(REMOVED, True), (ASKED_AGAIN, False), (ADDED, False), (REMOVED, True)], No.AGAIN),
    ],
)
def test_how_it_stands_after_what_was_told(told, stands):
    assert after(told) is stands


def test_nobody_is_added_over_her_no_but_by_her(met):
    with pytest.raises(NotNow) as refused:
        adds(met, met.karen)
    assert refused.value.code == "she_said_no"
    assert "Anna" not in "".join(names(met))
    adds(met, met.lived.citizen)
    assert no_of(met) is None


def test_who_has_her_yes_writes_so_and_it_is_in_her_history(met):
    adds(met, met.karen, citizen_said_so=True)
    assert no_of(met) is None
    assert any("Anna" in name for name in names(met))


def test_she_is_asked_once_and_her_second_no_is_the_last_word(met):
    asks(met)
    assert no_of(met) is No.ASKED
    with pytest.raises(NotNow):
        asks(met)
    about = {"meeting_id": met.id, "person_id": met.anna.person_id, "relation_id": None}
    with as_(met.karen), pytest.raises(NotAllowed):
        actions.keep_no(actor=met.karen, **about)
    with as_(met.lived.citizen):
        actions.keep_no(actor=met.lived.citizen, **about)
        assert len(events(met.course_id, [STANDS], 9)) == 1
    assert no_of(met) is No.AGAIN
    with pytest.raises(NotNow) as late:
        asks(met)
    assert late.value.code == "asked_once"


def test_what_an_employee_takes_off_is_no_word_of_hers(met):
    with as_(met.karen):
        actions.remove_participant(
            actor=met.karen, meeting_id=met.id, participant_id=met.guests["bo"]
        )
        assert met.bo.person_id not in noes_of(met.course_id, met.id)


def test_a_relation_is_remembered_too_and_another_meeting_is_another_question(met):
    with as_(met.karen):
        assert len(noes_of(met.course_id, met.id)) == 2
        other = actions.open_meeting(
            actor=met.karen, course_id=met.course_id, format_code="M-01",
            leader_id=met.karen.person_id,
        )  # fmt: skip
        assert noes_of(met.course_id, other) == {}
