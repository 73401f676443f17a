"""The map drawn by hand: every change is kept, and what is hers alone nobody else meets."""

from datetime import UTC, datetime, timedelta

import pytest

from landfast.access import queries as access
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.network import actions, queries
from landfast.network.actions import Named, drawing
from landfast.network.queries import drawing as drawn
from landfast.network.rules import Closeness, Kind, Sphere, Tie
from landfast.network.rules.drawing import as_of, versions
from tests.factories.courses import started_course
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.town import as_

TUESDAY = datetime(2030, 6, 4, 8, tzinfo=UTC)
AUNT = Named("Min tante", Sphere.FAMILY, Closeness.FAR, tie=Tie.COSTS, only_mine=True)


@pytest.fixture
def lived(town):
    return started_course(town)


def moved(lived, thing, closeness, sphere=Sphere.FAMILY, by=None):
    actor = by or lived.citizen
    return drawing.move(
        actor=actor, course_id=lived.id, thing=thing, sphere=sphere, closeness=closeness
    )


def test_a_sister_is_drawn_closer_and_the_day_before_is_still_there(lived):
    with clock.at(TUESDAY):
        sister = named_by_citizen(lived, "Søs", closeness=Closeness.FAR)
    with as_(lived.citizen), clock.at(TUESDAY + timedelta(days=2)):
        assert moved(lived, sister, Closeness.CLOSE) == "Søs"
        history = drawn.history(lived.id)
        [row] = queries.relations(lived.id)
    assert row.closeness is Closeness.CLOSE
    first, last = versions(history)
    assert as_of(history, first)[sister].closeness is Closeness.FAR
    assert as_of(history, last)[sister].closeness is Closeness.CLOSE


def test_the_same_spot_again_is_no_new_line(lived):
    sister = named_by_citizen(lived)
    with as_(lived.citizen):
        moved(lived, sister, Closeness.CLOSE)
        assert len(drawn.history(lived.id)) == 1


def test_the_way_back_goes_all_the_way_to_the_morning(town, lived):
    bo = in_the_team(lived, town.bo, by=town.karen)
    dog = named_by_citizen(lived, "Balder", Sphere.LEISURE)
    with as_(lived.citizen):
        moved(lived, bo, Closeness.FAR, Sphere.FRIENDS)
        actions.remove_relation(actor=lived.citizen, course_id=lived.id, relation_id=dog)
        assert drawing.undo(actor=lived.citizen, course_id=lived.id).name == "Balder"
        assert [row.name for row in queries.relations(lived.id)] == ["Balder"]
        assert drawing.undo(actor=lived.citizen, course_id=lived.id).name == "Bo Bostøtte"
        [member] = queries.members(lived.id)
        assert (member.sphere, member.closeness) == (Sphere.SOCIAL, Closeness.NEAR)
        assert drawing.undo(actor=lived.citizen, course_id=lived.id).name == "Balder"
        assert queries.relations(lived.id) == []
        with pytest.raises(NotNow, match="nothing_to_undo"):
            drawing.undo(actor=lived.citizen, course_id=lived.id)


def test_one_of_another_course_or_off_the_map_is_not_moved(town, lived):
    other = named_by_citizen(started_course(town, "Jens Hansen"))
    gone = named_by_citizen(lived)
    with as_(lived.citizen):
        with pytest.raises(NotFound):
            moved(lived, other, Closeness.CLOSE)
        actions.remove_relation(actor=lived.citizen, course_id=lived.id, relation_id=gone)
        with pytest.raises(NotNow, match="has_left"):
            moved(lived, gone, Closeness.FAR)


def test_one_who_only_helps_does_not_draw(town, lived):
    sister = named_by_citizen(lived)
    in_the_team(lived, town.bo, by=town.karen)
    with as_(town.bo), pytest.raises(NotAllowed):
        moved(lived, sister, Closeness.FAR, by=town.bo)


def test_whom_she_draws_for_herself_nobody_else_meets_not_even_in_the_history(town, lived):
    with as_(lived.citizen):
        before = len(access.events(lived.id, limit=50))
        about = {"actor": lived.citizen, "course_id": lived.id}
        aunt = actions.add_relation(**about, named=AUNT)
        moved(lived, aunt, Closeness.CLOSE)
        assert [row.name for row in queries.relations(lived.id)] == ["Min tante"]
        assert queries.shared_relations(lived.id) == []
        assert len(drawn.history(lived.id)) == 2
        assert len(access.events(lived.id, limit=50)) == before
    for reader in (town.karen, town.dorte):
        with as_(reader):
            assert queries.relations(lived.id) == []
            assert drawn.history(lived.id) == []
            assert drawn.things(lived.id) == {}
    with as_(town.karen), pytest.raises(NotFound):
        moved(lived, aunt, Closeness.FAR, by=town.karen)


def test_she_may_show_whom_she_hid_but_not_hide_whom_others_have_seen(town, lived):
    with as_(lived.citizen):
        about = {"actor": lived.citizen, "course_id": lived.id}
        aunt = actions.add_relation(**about, named=AUNT)
        shown = Named("Min tante", Sphere.FAMILY, Closeness.FAR)
        actions.change_relation(**about, relation_id=aunt, named=shown)
        with pytest.raises(NotNow, match="seen_already"):
            actions.change_relation(**about, relation_id=aunt, named=AUNT)
    with as_(town.karen):
        assert [row.name for row in queries.relations(lived.id)] == ["Min tante"]


def test_animals_and_places_stand_there_too(lived):
    harbour = Named("Bænken ved havnen", Sphere.LEISURE, Closeness.NEAR, kind=Kind.PLACE)
    with as_(lived.citizen):
        place = actions.add_relation(actor=lived.citizen, course_id=lived.id, named=harbour)
        [row] = queries.relations(lived.id)
        assert drawn.things(lived.id)[place].kind is row.kind is Kind.PLACE
