"""Her page for bad days goes to whom she says, when she says; her notes go to nobody."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access import queries as access
from landfast.access.rules import Situation, Topic, When
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes, situations
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotAllowed, NotFound, Wrong
from landfast.network.actions import own
from landfast.network.queries.own import own_notes, unwell
from landfast.network.rules.unwell import PARTS, SeenBy, check_note, check_page
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_

WORDS = {
    **dict.fromkeys(PARTS, ""),
    "helps": "At sidde i mørke",
    "reception": "Tal lavt\nIngen bælter",
}


@pytest.fixture
def lived(town):
    found = started_course(town)
    in_the_team(found, town.bo, by=town.karen)
    return found


def writes(lived, seen_by=SeenBy.TEAM, **words):
    with as_(lived.citizen):
        own.write_unwell(
            actor=lived.citizen, course_id=lived.id, words=WORDS | words, seen_by=seen_by
        )


def reads(lived, *people):
    """Who of these is shown the page."""
    found = []
    for person in people:
        with as_(person):
            found.append(unwell(lived.id) is not None)
    return found


def admitted(lived, town, *, over=False):
    with as_(town.karen):
        about = {"actor": town.karen, "course_id": lived.id, "kind": Situation.ADMITTED}
        if over:
            situations.say_so_no_more(**about)
        else:
            situations.say_so(**about, since=today())


def test_the_page_goes_to_her_team_or_stays_with_her(town, lived):
    team = (lived.citizen, town.karen, town.bo)
    writes(lived, SeenBy.ME)
    assert reads(lived, *team, town.dorte) == [True, False, False, False]
    writes(lived, SeenBy.TEAM)
    assert reads(lived, *team, town.dorte) == [True, True, True, False]


def test_while_she_is_admitted_and_not_a_second_longer(town, lived):
    writes(lived, SeenBy.ADMITTED)
    assert reads(lived, town.karen, town.bo) == [False, False]
    admitted(lived, town)
    assert reads(lived, town.karen, town.bo) == [True, True]
    admitted(lived, town, over=True)
    assert reads(lived, lived.citizen, town.karen) == [True, False]


@pytest.mark.parametrize("topic", [Topic.PSYCHIATRY, Topic.HOUSING])
def test_a_ward_with_a_yes_for_when_she_is_admitted_reads_it_then(town, lived, topic):
    writes(lived, SeenBy.ADMITTED)
    until = today() + timedelta(days=90)
    when = When(Situation.ADMITTED)
    yes = Yes([topic], "Hvis jeg bliver indlagt", until, when=when)
    with as_(lived.citizen):
        consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(person=town.anna.person_id), yes=yes
        )
    assert reads(lived, town.anna) == [False]
    admitted(lived, town)
    assert reads(lived, town.anna) == [topic is Topic.PSYCHIATRY]


def test_a_page_that_only_she_reads_leaves_no_event(lived):
    with as_(lived.citizen):
        before = len(access.events(lived.id))
    writes(lived, SeenBy.ME)
    with as_(lived.citizen):
        assert len(access.events(lived.id)) == before
    writes(lived, SeenBy.TEAM)
    with as_(lived.citizen):
        assert access.events(lived.id)[0].kind == "network.unwell_written"


def test_nobody_writes_it_for_her(town, lived):
    with as_(town.karen), pytest.raises(NotAllowed):
        own.write_unwell(
            actor=town.karen, course_id=lived.id, words=WORDS, seen_by=SeenBy.TEAM
        )  # fmt: skip
    with as_(town.karen), pytest.raises(NotAllowed):
        own.write_note(actor=town.karen, course_id=lived.id, text="Om Jytte")


def test_a_note_is_hers_is_sealed_and_is_gone_when_she_throws_it_away(town, lived):
    about = {"actor": lived.citizen, "course_id": lived.id}
    with as_(lived.citizen):
        events = len(access.events(lived.id))
        note = own.write_note(**about, text="Jeg er bange for mandag")
        own.write_note(**about, text="Jeg er ikke bange mere", note_id=note)
        assert [row.text for row in own_notes(lived.id)] == ["Jeg er ikke bange mere"]
        assert len(access.events(lived.id)) == events
        with connection.cursor() as cursor:
            cursor.execute("select text from network_own_note")
            assert "bange" not in cursor.fetchone()[0]
    for reader in (town.karen, town.bo, town.dorte):
        with as_(reader):
            assert own_notes(lived.id) == []
    with as_(lived.citizen):
        own.throw_away_note(**about, note_id=note)
        assert own_notes(lived.id) == []
        with pytest.raises(NotFound):
            own.throw_away_note(**about, note_id=note)


def test_the_reception_has_five_short_lines():
    check_page(WORDS)
    check_page(WORDS | {"reception": "1\n2\n\n3\n4\n5"})
    for wrong, code in (("1\n2\n3\n4\n5\n6", "too_many_lines"), ("x" * 121, "line_too_long")):
        with pytest.raises(Wrong, match=code):
            check_page(WORDS | {"reception": wrong})
    with pytest.raises(Wrong, match="too_long"):
        check_page(WORDS | {"signs": "x" * 2001})
    for empty, code in ((" ", "no_words"), ("x" * 4001, "too_long")):
        with pytest.raises(Wrong, match=code):
            check_note(empty)
