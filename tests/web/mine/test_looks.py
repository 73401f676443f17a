"""Who has looked, as she reads it: by piece of work, not by press."""

from datetime import UTC, datetime, timedelta

from landfast.web.mine.say_present import Looked, works
from landfast.web.parts.shapes import Act

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ASK = Act("Bed om navn", "/", "post")


def look(minutes, what, who="Karen Koordinator", shown=None, **more):
    at = NOON - timedelta(minutes=minutes)
    return who, Looked(at, shown or who, (what,), at, **more)


def test_looks_of_one_hour_and_person_are_one_with_each_page_once():
    shown = works([look(0, "Referat"), look(20, "Mødet"), look(70, "Referat")])
    assert [(one.who, one.pages) for one in shown] == [("Karen Koordinator", ("Referat", "Mødet"))]
    assert shown[0].at == NOON


def test_another_person_or_a_longer_pause_is_another_look():
    shown = works([look(0, "Mødet"), look(10, "Mødet", "Dorte Leder"), look(61, "Mødet")])
    assert [one.who for one in shown] == ["Karen Koordinator", "Dorte Leder", "Karen Koordinator"]


def test_two_from_one_unit_are_two_and_a_name_is_asked_for_once():
    unit = "Afsnit P3"
    shown = works([
        look(0, "Forløb", "Anna", unit, ask=ASK), look(5, "Forløb", "Peter", unit, ask=ASK),
        look(9, "Mødet", "Anna", unit, answer="Det var Anna."),
    ])  # fmt: skip
    assert [(one.answer, one.ask) for one in shown] == [("Det var Anna.", None), ("", ASK)]
