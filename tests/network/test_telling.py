"""Not to be told: hers to say, and it closes at once."""

import pytest

from landfast.access.queries import events
from landfast.consent import actions as consent
from landfast.consent.actions import Outside
from landfast.consent.proxies import proxies
from landfast.consent.queries import shares
from landfast.consent.rules import ConsentState
from landfast.journeys.let_in import let_in
from landfast.journeys.prepare_meeting import candidates
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.network import queries
from landfast.network.actions import remove_relation
from landfast.network.actions.drawing import undo
from landfast.network.actions.telling import set_helper_untold, set_relation_untold
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.parts import proxy_of, proxying
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


def test_a_helper_who_is_not_to_be_told_reads_nothing_and_is_asked_to_nothing(town, lived):
    bo = in_the_team(lived, town.bo, by=town.karen)
    sister = named_by_citizen(lived)
    me = {"actor": lived.citizen, "course_id": lived.id, "untold": True}
    with as_(lived.citizen):
        set_helper_untold(member_id=bo, **me)
        set_relation_untold(relation_id=sister, **me)
        [row] = queries.members(lived.id)
        assert (row.is_untold, row.may_read) == (True, False)
        assert candidates(lived.id) == []
        assert len(events(lived.id, ["network.told_changed"])) == 2
    with as_(town.bo):
        assert queries.members(lived.id) == [], "the mark is not theirs to see"


def test_it_is_taken_back_in_the_same_way_and_reading_stays_hers_to_give(town, lived):
    bo = in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        for untold in (True, False):
            set_helper_untold(actor=lived.citizen, course_id=lived.id, member_id=bo, untold=untold)
        [row] = queries.members(lived.id)
    assert (row.is_untold, row.may_read) == (False, False)


def test_who_holds_the_course_must_hear_and_nobody_else_says_it_for_her(town, lived):
    karen = in_the_team(lived, town.karen, by=lived.citizen, role="coordinator")
    bo = in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen), pytest.raises(NotNow):
        set_helper_untold(actor=lived.citizen, course_id=lived.id, member_id=karen, untold=True)
    with as_(town.karen), pytest.raises(NotAllowed):
        set_helper_untold(actor=town.karen, course_id=lived.id, member_id=bo, untold=True)
    with as_(lived.citizen), pytest.raises(NotFound):
        set_relation_untold(actor=lived.citizen, course_id=lived.id, relation_id=bo, untold=True)


def test_what_she_shared_with_a_helper_by_topic_ends_with_the_mark(town, lived):
    bo = in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        consent.withdraw(actor=lived.citizen, course_id=lived.id, recipient=town.bo.person_id)
    said_yes(lived, Outside(person=town.bo.person_id))
    said_yes(lived, Outside(person=town.solveig.person_id))
    with as_(lived.citizen):
        set_helper_untold(actor=lived.citizen, course_id=lived.id, member_id=bo, untold=True)
        states = {row.recipient: row.state for row in shares(lived.id)}
    assert states == {
        "Bo Bostøtte": ConsentState.WITHDRAWN, "Solveig Sagsbehandler": ConsentState.GIVEN,
    }  # fmt: skip


def test_whoever_reads_for_her_from_that_place_reads_no_more_and_no_other_is_touched(lived):
    place, same_name = named_by_citizen(lived), named_by_citizen(lived)
    marked, other = proxy_of(lived, place=place), proxy_of(lived, place=same_name)
    with as_(lived.citizen):
        set_relation_untold(actor=lived.citizen, course_id=lived.id, relation_id=place, untold=True)
        runs = {row.person_id: row.runs for row in proxies(lived.id)}
        assert runs == {marked.person_id: False, other.person_id: True}
        with pytest.raises(NotNow):
            let_in(actor=lived.citizen, course_id=lived.id, said=proxying(), relation_id=place)
        with pytest.raises(NotFound):
            let_in(actor=lived.citizen, course_id=lived.id, said=proxying(), relation_id=lived.id)


def test_whom_she_takes_off_her_map_reads_no_more_and_no_other_is_touched(lived):
    place, same_name = named_by_citizen(lived), named_by_citizen(lived)
    gone, other = proxy_of(lived, place=place), proxy_of(lived, place=same_name)
    with as_(lived.citizen):
        remove_relation(actor=lived.citizen, course_id=lived.id, relation_id=place)
        runs = {row.person_id: row.runs for row in proxies(lived.id)}
    assert runs == {gone.person_id: False, other.person_id: True}


@pytest.mark.parametrize("by_coordinator", [False, True])
def test_a_drawing_taken_back_ends_reading_from_its_place_too(town, lived, by_coordinator):
    place = named_by_citizen(lived)
    gone, other = proxy_of(lived, place=place), proxy_of(lived)
    by = town.karen if by_coordinator else lived.citizen
    with as_(by):
        undo(actor=by, course_id=lived.id)
        assert queries.relations(lived.id) == []
    with as_(lived.citizen):
        runs = {row.person_id: row.runs for row in proxies(lived.id)}
        said = events(lived.id, ["network.relation_removed"])
    assert runs == {gone.person_id: False, other.person_id: True}
    assert len(said) == 1
