"""What fits a format, a table and a line, to the figure. No database."""

from dataclasses import replace
from datetime import date

import pytest

from landfast.meetings.rules import beside_her, copying
from landfast.meetings.rules.copying import check_form
from landfast.meetings.rules.dialogue import check_part
from landfast.meetings.rules.formats import (
    EVERYBODY,
    REASON_MAX,
    AgendaWhen,
    Citizen,
    Must,
    PartRule,
    as_rows,
    check_length,
    check_reason,
    shipped,
)
from landfast.meetings.rules.preparing import LONGEST, SHORTEST, THEMES_MAX
from landfast.meetings.rules.pulse import check_pulse
from landfast.meetings.rules.who import (
    At,
    Departs,
    Departure,
    check_departures,
    check_may_come,
    departures,
    lacks,
)
from landfast.meetings.rules.words import Attends, MeetingState, Part
from tests.refusing import refusal_of, refused

USUAL = shipped()["M-01"]
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "x" * copying.NAME_MAX, "output": "x" * copying.OUTPUT_MAX},
        {"shortest": SHORTEST, "longest": LONGEST, "minutes_long": SHORTEST},
        {"shortest": SHORTEST, "longest": LONGEST, "minutes_long": LONGEST},
        {"shortest": 60, "longest": 60, "minutes_long": 60},
        {"notice_days": 0, "within_days": 0},
        {"notice_days": copying.NOTICE_MAX, "within_days": copying.NOTICE_MAX},
        {"within_days": copying.WITHIN_MAX},
        {
            "agenda_when": AgendaWhen.FIXED,
            "agenda_points": ("x" * copying.POINT_MAX,) * (THEMES_MAX - 1),
        },
        {"must": (Must(frozenset({"gp"}), copying.COUNT_MAX, "Egen læge"),)},
        {"must": (Must(frozenset({"gp"}), 0, "Egen læge"),)},
    ],
)
def test_each_figure_of_a_format_may_be_the_least_and_the_most(changes):
    assert refusal_of(check_form, replace(USUAL, **changes)) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"notice_days": -1}, "notice"),
        ({"notice_days": 0, "within_days": -1}, "within"),
        ({"must": (Must(frozenset({"gp"}), -1, "Egen læge"),)}, "many_must"),
        ({"minutes_long": USUAL.shortest - 1}, "usual_outside"),
    ],
)
def test_and_not_one_less(changes, code):
    assert refusal_of(check_form, replace(USUAL, **changes)) == code


def test_what_ships_is_copied_first_and_of_two_who_change_it_the_second_is_told():
    assert refusal_of(copying.check_is_ours, is_shipped=False) is None
    assert refusal_of(copying.check_is_ours, is_shipped=True) == "shipped"
    assert refusal_of(copying.check_unchanged, 3, 3) is None
    assert refusal_of(copying.check_unchanged, 2, 3) == "changed_meanwhile"


@pytest.mark.parametrize(
    ("minutes", "code"),
    [
        (USUAL.shortest, None), (USUAL.longest, None),
        (USUAL.shortest - 1, "length_of_format"), (USUAL.longest + 1, "length_of_format"),
    ],
)  # fmt: skip
def test_a_meeting_lasts_between_its_formats_shortest_and_longest(minutes, code):
    assert refusal_of(check_length, USUAL, minutes) == code


def test_she_is_at_every_table_but_those_without_her():
    for citizen in Citizen:
        form = replace(USUAL, citizen=citizen)
        assert form.is_with_citizen is (citizen is not Citizen.ABSENT)


def test_a_format_is_kept_with_all_that_it_says_of_its_people():
    for form in shipped().values():
        rows = as_rows(form)
        assert [row["text"] for row in rows["must_attend"]] == [one.text for one in form.must]
        assert [row["most"] for row in rows["may_attend"]] == [one.most for one in form.may]
        assert [row["part"] for row in rows["parts"]] == [one.part for one in form.parts]


@pytest.mark.parametrize(
    ("reason", "foreseen", "is_citizen", "code"),
    [
        ("", True, False, None), ("", False, True, None), (" ", False, False, "why_this_format"),
        ("x" * REASON_MAX, False, False, None), ("x" * (REASON_MAX + 1), True, True, "too_long"),
    ],
)  # fmt: skip
def test_what_a_programme_does_not_foresee_has_a_reason_and_she_owes_none(
    reason, foreseen, is_citizen, code
):
    said = refusal_of(check_reason, reason, is_foreseen=foreseen, is_citizen=is_citizen)
    assert said == code


MISSES = [Departure(Departs.SOMEBODY_MISSING, "Egen læge")]


@pytest.mark.parametrize(
    ("found", "reason", "is_citizen", "code"),
    [
        ([], "", False, None), (MISSES, "", True, None), (MISSES, " ", False, "departs"),
        (MISSES, "x" * REASON_MAX, False, None),
        (MISSES, "x" * (REASON_MAX + 1), False, "too_long"),
    ],
)  # fmt: skip
def test_who_calls_a_meeting_that_departs_says_why_and_she_owes_no_why(
    found, reason, is_citizen, code
):
    assert refusal_of(check_departures, found, reason, is_citizen=is_citizen) == code


def test_who_must_come_comes_without_a_why_and_who_is_not_counted_with_has_one():
    form = replace(USUAL, must=(Must(frozenset({"gp"}), 1, "Egen læge"),), may=())
    assert refusal_of(check_may_come, form, At("gp"), [], "", is_citizen=False) is None
    stranger = At("landlord")
    assert refusal_of(check_may_come, form, stranger, [], " ", is_citizen=False) == "not_in_format"
    for why, is_citizen in (("Hun vil gerne", False), ("", True)):
        assert refusal_of(check_may_come, form, stranger, [], why, is_citizen=is_citizen) is None


def test_a_part_that_must_come_is_missed_once_and_not_twice():
    reflects = PartRule(Part.REFLECTOR, frozenset({"professional"}), 1, None, "En, der reflekterer")
    must = (Must(frozenset({Part.REFLECTOR.value}), 1, "En, der reflekterer"),)
    form = replace(USUAL, must=must, parts=(reflects,))
    assert lacks(form, reflects, []) is False
    assert lacks(replace(form, must=()), reflects, []) is True
    assert lacks(replace(form, must=()), reflects, [At(part=Part.REFLECTOR)]) is False
    [missed] = departures(form, [], None, MONDAY)
    assert missed == Departure(Departs.SOMEBODY_MISSING, "En, der reflekterer")


@pytest.mark.parametrize("reflects", ["", "professionals"])
def test_who_coordinates_leads_a_talk_that_reflects_and_no_other(reflects):
    asks = Must(frozenset({Part.FACILITATOR.value}), 1, "En, der spørger")
    found = departures(replace(USUAL, must=(asks,), parts=(), reflects=reflects), [], None, MONDAY)
    missed = Departure(Departs.SOMEBODY_MISSING, "En, der spørger")
    assert found == ([] if reflects else [missed])


@pytest.mark.parametrize(
    ("part", "roles", "is_missed"),
    [
        (Part.LEADER, {EVERYBODY}, False),
        (Part.LEADER, {"gp"}, True),
        (Part.REFLECTOR, {EVERYBODY}, True),
    ],
)
def test_the_one_who_coordinates_leads_unless_another_must(part, roles, is_missed):
    rule = PartRule(part, frozenset(roles), 1, None, "En")
    assert lacks(replace(USUAL, must=()), rule, []) is is_missed


REFLECTS = PartRule(Part.REFLECTOR, frozenset({"gp"}), 1, 2, "En, der reflekterer")


@pytest.mark.parametrize(
    ("part", "one", "held", "code"),
    [
        ("", At("relative", is_professional=False), 0, None),
        (Part.REFLECTOR, At("gp"), 1, None),
        (Part.REFLECTOR, At("gp"), 2, "part_is_taken"),
        (Part.REFLECTOR, At("landlord"), 0, "not_for_role"),
        (Part.REFLECTOR, At("relative", is_professional=False), 0, "for_professionals"),
        (Part.FACILITATOR, At("gp"), 0, "no_parts_here"),
        ("king", At("gp"), 0, "no_such_part"),
    ],
)
def test_a_part_is_for_those_professionals_whom_the_format_counts_with(part, one, held, code):
    assert refusal_of(check_part, part, (REFLECTS,), one, held) == code


@pytest.mark.parametrize("state", MeetingState)
def test_a_table_is_asked_how_it_was_when_it_is_over(state):
    code = None if state is MeetingState.HELD else "not_held"
    assert refusal_of(check_pulse, state, {"heard": 5}, was_there=True) == code


def test_an_interpreter_a_yes_and_what_waits_for_her():
    assert refusal_of(beside_her.check_books, "greenlandic", "x" * beside_her.WHO_MAX) is None
    assert refusal_of(beside_her.check_has_her_yes, []) is None
    with refused("no_consent"):
        beside_her.check_has_her_yes(["Bo"])
    for attends in Attends:
        code = "only_agreed" if attends is Attends.POINTS else None
        assert refusal_of(beside_her.check_new_theme, attends) == code


def test_an_own_line_may_be_as_long_as_its_field():
    lines = ("x" * beside_her.LINE_MAX, "x" * beside_her.LINE_MAX, "x" * beside_her.PROMISE_MAX)
    assert refusal_of(beside_her.check_own_line, MeetingState.CALLED, *lines) is None
