"""The papers of the demonstration: one for the team, one for nobody but her."""

from landfast.access.looks.looking import open_record
from landfast.files import queries
from landfast.files.rules import Kind, Readers
from landfast.jobs.demo.papers import papers
from tests.factories.courses import started_course
from tests.factories.town import as_


class Told:
    """As much of a life as papers need."""

    def __init__(self, lived):
        self.citizen, self.course = lived.citizen, lived.id

    def do(self, actor, verb, **facts):
        with as_(actor):
            return verb(actor=actor, **facts)


def test_one_letter_is_for_the_team_and_a_note_for_nobody_but_her(town):
    lived = started_course(town)
    papers(Told(lived))
    seen = {}
    for who in (lived.citizen, town.karen):
        with as_(who):
            open_record(who, lived.id, "Papirer")
            seen[who] = [row.readers for row in queries.files(lived.id, Kind.PAPER)]
    assert seen == {
        lived.citizen: [Readers.OWN, Readers.TEAM], town.karen: [Readers.TEAM],
    }  # fmt: skip
