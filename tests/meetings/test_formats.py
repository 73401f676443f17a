"""Formats are data (domain A12)."""

from landfast.meetings import actions, queries
from landfast.meetings.rules.formats import missing, shipped
from tests.factories.meetings import load_formats


def test_all_twelve_are_shipped_with_their_source():
    assert sorted(shipped()) == [f"M-{number:02}" for number in range(1, 13)]
    assert all(given.source and given.must for given in shipped().values())


def test_open_dialogue_forbids_an_agenda_beforehand():
    without = {code for code, given in shipped().items() if not given.agenda_before}
    assert without == {"M-02", "M-03"}


def test_meetings_without_the_citizen_are_known():
    assert {c for c, f in shipped().items() if not f.with_citizen} == {"M-06", "M-09", "M-12"}


def test_five_can_be_held_now(db):
    load_formats()
    assert [row.code for row in queries.formats()] == ["M-01", "M-02", "M-03", "M-10", "M-11"]
    assert len(queries.formats(ready=False)) == 12


def test_loading_twice_gives_the_same(db):
    load_formats()
    assert actions.load_shipped_formats() == 12
    assert len(queries.formats(ready=False)) == 12


def test_who_must_come_and_is_not_there_is_named():
    first = shipped()["M-10"].must
    assert missing(first, ["home_support"]) == ["Den gamle og den nye ansvarlige"]
    assert missing(first, ["home_support", "ward_staff"]) == []
    assert missing(shipped()["M-01"].must, []) == []
