"""Mine borgere: what comes first, and who is found by a few letters."""

from landfast.course.rules.my_list import ORDER, comes_first, is_sought
from landfast.course.rules.words import State


def test_first_come_those_without_a_coordinator_and_those_that_begin():
    first = {state for state in State if comes_first(state, is_vacant=False)}
    assert first == {State.START, State.REOPENED}
    assert all(comes_first(state, is_vacant=True) for state in State)
    assert sorted(ORDER) == sorted(State)


def test_a_citizen_is_found_by_the_beginning_of_any_of_her_names():
    assert is_sought("jen jy", "Jytte Marie Jensen")
    assert is_sought("MARIE", "Jytte Marie Jensen")
    assert not is_sought("ytte", "Jytte Jensen")
    assert not is_sought("jytte hansen", "Jytte Jensen")
