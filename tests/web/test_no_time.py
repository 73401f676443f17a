"""Why a meeting got no time, as each reader is told."""

from django.utils import translation

from landfast.meetings.scheduling.shapes import Reason, Why
from landfast.web.no_time import why_no_time

NAMES = {"k": "Karen Koordinator"}
ONE = Why(Reason.ONE, ("k",))


def test_it_is_told_in_the_language_of_the_reader():
    assert why_no_time(ONE, NAMES) == "Karen Koordinator har ingen tid, der passer, i perioden."
    with translation.override("en"):
        assert why_no_time(ONE, NAMES) == "Karen Koordinator has no time that fits in the period."
        assert "reflector" in why_no_time(Why(Reason.ROLE, ("reflector",)), NAMES)


def test_nobody_is_named_whom_the_reader_may_not_know():
    assert why_no_time(ONE, {}) == "En af dem, der skal være med, har ingen tid i perioden."
    together = why_no_time(Why(Reason.TOGETHER, ("k",)), {})
    assert "Uden en af dem kunne det lade sig gøre." in together


def test_a_plan_that_does_not_say_why_is_made_anew():
    assert why_no_time(None, NAMES) == "Lav en ny plan for at se hvorfor."
