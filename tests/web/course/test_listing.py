"""Mine borgere: a long list stands folded, with what needs somebody first."""

from datetime import date
from uuid import UUID

from landfast.course.queries.courses import MyCourse
from landfast.course.rules.words import State
from landfast.web.course.listing import folded, is_long


def row(number, state=State.ACTIVE, *, is_vacant=False):
    return MyCourse(
        UUID(int=number), f"Borger {number}", "", state, date(2026, 1, 1), "Karen", None, is_vacant,
        "", None, mine=True,
    )  # fmt: skip


def shown(rows, words=""):
    return [(one.name, one.count, one.is_open) for one in folded(rows, words)]


def test_what_needs_somebody_stands_open_and_the_rest_is_folded_by_phase():
    rows = [row(n) for n in range(6)] + [
        row(6, State.START), row(7, State.PAUSED), row(8, is_vacant=True), row(9, State.CLOSING),
    ]  # fmt: skip
    assert is_long(rows)
    assert shown(rows) == [
        ("Nye, og dem uden koordinator", 2, True), ("Netværksmøder", 6, False),
        ("Afslutning", 1, False), ("På pause", 1, False),
    ]  # fmt: skip
    assert shown(rows, "borger 7") == [("Fundet", 1, True)]
    assert shown(rows, "x") == []


def test_a_short_list_stands_open():
    rows = [row(1), row(2, State.PAUSED)]
    assert not is_long(rows)
    assert shown(rows) == [("Netværksmøder", 1, True), ("På pause", 1, True)]
