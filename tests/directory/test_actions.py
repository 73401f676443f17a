"""A unit's public face and its chain of numbers."""

from datetime import UTC, datetime, time
from uuid import uuid4

import pytest

from landfast.directory import actions, queries
from landfast.directory.rules import Line
from landfast.kernel.refusals import NotAllowed
from tests.factories.town import as_

DAY = Line("Teamet", "70 10 20 30", frozenset(range(5)), time(8), time(15))
EVENING = Line("Vagten", "70 10 20 31", frozenset(range(7)), time(15), time(22))
ALWAYS = Line("Døgnvagten", "70 70 70 70", frozenset(), time(0), time(0), always=True)


def test_a_units_own_lines_come_before_its_organisations(town):
    with as_(town.dorte):
        actions.set_organisation_lines(actor=town.dorte, unit_id=town.coordination, lines=[ALWAYS])
        actions.set_lines(actor=town.dorte, unit_id=town.coordination, lines=[DAY, EVENING])
        assert queries.answer_lines(town.coordination) == [DAY, EVENING, ALWAYS]
        assert queries.answer_lines(town.social) == [ALWAYS]
        assert queries.answer_lines(town.ward) == []


def test_setting_lines_again_replaces_them(town):
    with as_(town.dorte):
        for lines in ([DAY], [EVENING]):
            actions.set_lines(actor=town.dorte, unit_id=town.coordination, lines=lines)
        assert queries.answer_lines(town.coordination) == [EVENING]


def test_on_christmas_day_only_the_always_open_line_answers(town):
    with as_(town.dorte):
        actions.set_lines(actor=town.dorte, unit_id=town.coordination, lines=[DAY, ALWAYS])
        christmas = datetime(2026, 12, 25, 9, tzinfo=UTC)
        assert queries.who_answers(town.coordination, christmas) == ALWAYS
        assert queries.who_answers(town.coordination, datetime(2026, 11, 27, 9, tzinfo=UTC)) == DAY


def test_a_unit_is_described_by_its_own_leader(town):
    with as_(town.lars):
        actions.describe_unit(
            actor=town.lars, unit_id=town.coordination, does="Holder trådene", law="Serviceloven"
        )
        actions.describe_unit(actor=town.lars, unit_id=town.coordination, does="Samler trådene")
        profile = queries.profile(town.coordination)
    assert (profile.does, profile.law, profile.unit.name) == (
        "Samler trådene",
        "",
        "Koordinatorteamet",
    )
    with as_(town.bo), pytest.raises(NotAllowed):
        actions.describe_unit(actor=town.bo, unit_id=town.social, does="x")


def test_a_unit_that_has_said_nothing_still_has_a_page(town):
    with as_(town.karen):
        assert queries.profile(town.ward).does == ""
        assert queries.profile(uuid4()) is None
