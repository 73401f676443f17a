"""Who has looked, as she reads it: by piece of work, not by press."""

from datetime import UTC, datetime, timedelta

from landfast.access.queries import LookRow
from landfast.access.roles import CourseRole
from landfast.web.mine.say_present import works

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def look(minutes, what, who="Karen Koordinator", times=1):
    return LookRow(
        NOON - timedelta(minutes=minutes), who, "Koordinationen", CourseRole.COORDINATOR, what,
        times=times,
    )  # fmt: skip


def test_looks_of_one_hour_and_person_are_one_with_each_page_once():
    shown = works([look(0, "Referat"), look(20, "Mødet", times=39), look(70, "Referat")])
    assert [(one.who, one.pages) for one in shown] == [("Karen Koordinator", ("Referat", "Mødet"))]
    assert shown[0].at == NOON


def test_another_person_or_a_longer_pause_is_another_look():
    shown = works([look(0, "Mødet"), look(10, "Mødet", "Dorte Leder"), look(61, "Mødet")])
    assert [one.who for one in shown] == ["Karen Koordinator", "Dorte Leder", "Karen Koordinator"]
