"""Whose a file is: what she alone puts there, shows and takes away."""

import pytest

from landfast.files import rules
from landfast.files.rules import Kind, Readers
from tests.factories.files import paper, photo, sent
from tests.refusing import refused


def test_only_she_has_papers_and_a_word_of_her_own():
    rules.check_hers(by_citizen=True)
    with refused("only_the_citizen"):
        rules.check_hers(by_citizen=False)


@pytest.mark.parametrize("kind", Kind)
def test_for_her_alone_are_only_her_papers(kind):
    rules.check_readers(kind, Readers.TEAM)
    if kind is Kind.PAPER:
        rules.check_readers(kind, Readers.OWN)
    else:
        with refused("not_for_one", "readers"):
            rules.check_readers(kind, Readers.OWN)


def test_evidence_of_a_word_stays_with_the_word():
    assert {kind for kind in Kind if rules.may_remove(kind)} == {Kind.PAPER, Kind.WORD}
    with refused("evidence_stays"):
        rules.check_may_remove(Kind.EVIDENCE)


def test_what_the_team_could_read_is_never_taken_back_whole():
    rules.check_may_show(Readers.OWN)
    with refused("shown_already"):
        rules.check_may_show(Readers.TEAM)
    assert rules.leaves_no_trace(Readers.OWN)
    assert not rules.leaves_no_trace(Readers.TEAM)


def test_a_file_is_called_something_and_a_face_is_a_picture():
    rules.check_title("Brev fra kommunen")
    with refused("no_title", "title"):
        rules.check_title("  ")
    with refused("title_too_long", "title"):
        rules.check_title("x" * (rules.TITLE_MAX + 1))
    rules.check_face(sent("mig.jpg", photo()))
    with refused("face_is_a_picture", rules.FIELD):
        rules.check_face(sent("mig.pdf", paper()))
