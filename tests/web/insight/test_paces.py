"""How long decisions take, by unit: counted in business hours, and never one leader's figure."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.urls import reverse

from landfast.insight.deciding import pace_of
from landfast.kernel.clock import DENMARK
from landfast.plan.queries.of_units import Took
from tests.factories.courses import started_course
from tests.factories.parts import asked_to_decide

TUESDAY = datetime(2026, 12, 1, 10, tzinfo=DENMARK)
UNIT = uuid4()


def took(hours=None):
    answered = TUESDAY + timedelta(hours=hours) if hours is not None else None
    return Took(UNIT, TUESDAY, answered, TUESDAY + timedelta(days=2))


def test_the_middle_answer_is_the_units_pace_and_a_few_are_nobodys():
    pace = pace_of(UNIT, [took(1), took(2), took(24)], TUESDAY)
    assert (pace.answered, pace.middle) == (3, 2)
    assert pace_of(UNIT, [took(1), took(2)], TUESDAY).middle is None


def test_what_waits_is_counted_and_late_when_its_time_has_gone():
    friday = TUESDAY + timedelta(days=3)
    pace = pace_of(UNIT, [took(), took(1)], friday)
    assert (pace.waits, pace.late, pace.longest) == (1, 1, 24)
    assert pace_of(UNIT, [took()], TUESDAY).late == 0


def test_a_manager_sees_what_waits_in_her_units_and_not_what_it_is(town, signed_in):
    town.hire("Birgit Bevilger", town.social, "leader")
    asked_to_decide(town, started_course(town), town.birgit)
    page = signed_in(town.birgit).get(reverse("overview")).content.decode()
    assert "1, det ældste 1 arbejdstime" in page
    assert "fem timer" not in page
    assert "Ingen i dine enheder er spurgt" in signed_in(town.lars).get(
        reverse("overview")
    ).content.decode()  # fmt: skip
