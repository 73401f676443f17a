"""What is made beside her is marked until she says that it is so; nobody meets what is hers."""

import pytest

from landfast.access import queries as access
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.network import actions as network
from landfast.network.actions import beside, drawing, own
from landfast.network.queries import members, relations
from landfast.network.queries.own import unwell, unwell_beside, unwell_pages
from landfast.network.rules import Closeness, Sphere
from landfast.network.rules.helped import Helped
from landfast.network.rules.unwell import PARTS, SeenBy
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_

HERS, TOGETHER = (dict.fromkeys(PARTS, words) for words in ("Mit eget", "Vores ord"))


@pytest.fixture
def lived(town):
    found = started_course(town)
    in_the_team(found, town.bo, by=town.karen)
    return found


def beside_her(town, lived, seen_by=SeenBy.TEAM, who=None):
    who = who or town.karen
    with as_(who):
        beside.write_unwell_beside(
            actor=who, course_id=lived.id, words=TOGETHER, seen_by=seen_by, how=Helped.PAPER
        )


def read_by(lived, who):
    with as_(who):
        row = unwell(lived.id)
    return (row.words["helps"], row.helped_by) if row else None


def test_what_karen_writes_beside_her_is_marked_and_read_as_she_says(town, lived):
    beside_her(town, lived, SeenBy.ME)
    assert read_by(lived, town.karen) == ("Vores ord", "Karen Koordinator")
    assert read_by(lived, town.bo) is None
    assert read_by(lived, lived.citizen) == ("Vores ord", "Karen Koordinator")
    beside_her(town, lived)
    assert read_by(lived, town.bo) == ("Vores ord", "Karen Koordinator")
    with as_(town.karen):
        assert unwell_beside(lived.id, town.karen.person_id).how is Helped.PAPER


def test_only_who_holds_the_threads_writes_beside_her(town, lived):
    for who in (town.bo, lived.citizen):
        with pytest.raises(NotAllowed):
            beside_her(town, lived, who=who)


def test_her_own_page_is_not_met_by_what_is_written_beside_her(town, lived):
    with as_(lived.citizen):
        own.write_unwell(
            actor=lived.citizen, course_id=lived.id, words=HERS, seen_by=SeenBy.ME
        )  # fmt: skip
        before = len(access.events(lived.id))
    beside_her(town, lived, SeenBy.ME)
    assert read_by(lived, town.karen) == ("Vores ord", "Karen Koordinator")
    with as_(lived.citizen):
        hers, other = unwell_pages(lived.id)
        assert (hers.words, other.words) == (HERS, TOGETHER)
        assert len(access.events(lived.id)) == before, "what only she reads leaves no event"


@pytest.mark.parametrize("has_one", [True, False])
def test_her_yes_makes_it_hers_and_who_wrote_it_reads_as_she_says(town, lived, has_one):
    me = {"actor": lived.citizen, "course_id": lived.id}
    if has_one:
        with as_(lived.citizen):
            own.write_unwell(**me, words=HERS, seen_by=SeenBy.TEAM)
    beside_her(town, lived, SeenBy.ME)
    with as_(lived.citizen):
        waits = unwell_pages(lived.id)[-1]
        beside.take_unwell_beside(**me, page_id=waits.id, is_hers=True)
        (row,) = unwell_pages(lived.id)
        assert (row.words, row.helped_by, row.seen_by) == (TOGETHER, "", SeenBy.ME)
        with pytest.raises(NotFound):
            beside.take_unwell_beside(**me, page_id=row.id, is_hers=False)
    assert read_by(lived, town.karen) is None


def test_she_throws_it_away_and_nobody_else_can(town, lived):
    beside_her(town, lived)
    with as_(town.karen):
        page = unwell_beside(lived.id, town.karen.person_id)
        with pytest.raises(NotAllowed):
            beside.take_unwell_beside(
                actor=town.karen, course_id=lived.id, page_id=page.id, is_hers=True
            )
    with as_(lived.citizen):
        beside.take_unwell_beside(
            actor=lived.citizen, course_id=lived.id, page_id=page.id, is_hers=False
        )
        assert unwell(lived.id) is None


def named(name):
    return network.Named(name, Sphere.FAMILY, Closeness.CLOSE, how=Helped.PAPER)


def test_the_map_drawn_beside_her_is_marked_until_she_says_yes(town, lived):
    me = {"actor": lived.citizen, "course_id": lived.id}
    with as_(lived.citizen):
        mine = network.add_relation(**me, named=named("Balder"))
        member = members(lived.id)[0]
        with pytest.raises(NotNow):
            beside.confirm_map(**me)
    with as_(town.karen):
        karen = {"actor": town.karen, "course_id": lived.id}
        network.add_relation(**karen, named=named("Moster Inger"))
        far = {"sphere": Sphere.FAMILY, "closeness": Closeness.FAR}
        drawing.move(**karen, thing=mine, **far)
        drawing.move(**karen, thing=member.id, **far)
        assert {row.helped_by for row in relations(lived.id)} == {"Karen Koordinator"}
        with pytest.raises(NotAllowed):
            beside.confirm_map(**karen)
    with as_(lived.citizen):
        drawing.move(**me, thing=mine, sphere=Sphere.LEISURE, closeness=Closeness.NEAR)
        marks = {row.name: row.helped_by for row in relations(lived.id)}
        assert marks == {"Balder": "", "Moster Inger": "Karen Koordinator"}
        assert members(lived.id)[0].helped_by == "Karen Koordinator"
        beside.confirm_map(**me)
        assert not any(row.helped_by for row in (*relations(lived.id), *members(lived.id)))
