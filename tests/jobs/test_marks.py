"""The table of marks: each of the 59 and 34 stands once, with who knew and what came of it."""

import json
from typing import Any

import pytest

from landfast.jobs.known import known_of
from landfast.jobs.marks import Came, Seen, marks_of, page
from landfast.redthread import casefile
from tests.redthread.test_checking import CASES

WARD, OFFICE = "psychiatry", "muni_social"


def test_every_mark_stands_once_and_none_is_claimed():
    told = {
        name: marks_of((CASES / f"{name}.json").read_text("utf-8")) for name in ("jeanette", "jens")
    }
    assert [len(rows) for rows in told.values()] == [59, 34]
    for rows in told.values():
        assert len({mark.id for mark in rows}) == len(rows)
        assert {mark.seen for mark in rows} == set(Seen)
        assert all(mark.came in {Came.NOBODY, Came.NONE} for mark in rows if not mark.known.to)
    assert "does not say that Landfast finds what the groups found" in page()


def _case(*events: dict[str, Any], findings: list[dict[str, Any]] | None = None) -> str:
    """A told case of events a week apart, each with the mark of its own id."""
    rows = [
        {
            "id": f"e{n}", "date": f"2024-01-{1 + 7 * n:02}", "precision": "exact",
            "mark": {"value": "-", "refs": [f"m{n}"]}, "sectors": [], "needs_open": [], "data": {},
        } | event
        for n, event in enumerate(events)
    ]  # fmt: skip
    whole = {
        "case_id": "any", "citizen": {"alias": "B", "age": 40}, "programme": "",
        "consent_tracking": False, "events": rows, "expected": {"findings": findings or []},
    }  # fmt: skip
    return json.dumps(whole)


def _says(status: str) -> dict[str, Any]:
    said = {"from": "ward_staff", "to": "case_worker", "status": status}
    return {"type": "consent", "involved": ["citizen", "ward_staff"], "data": {"consents": [said]}}


ALONE = {"type": "home_visit", "involved": ["citizen", "ward_staff"]}
TOGETHER = {"type": "meeting", "involved": ["citizen", "ward_staff", "case_worker"]}


@pytest.mark.parametrize(
    ("before", "readers"),
    [
        ([], {WARD}),
        ([TOGETHER], {WARD, OFFICE}),
        ([_says("given")], {WARD, OFFICE}),
        ([_says("refused")], {WARD}),
        ([_says("given"), _says("withdrawn")], {WARD}),
        ([TOGETHER, _says("refused")], {WARD}),
    ],
)
def test_what_one_unit_knows_is_known_to_others_after_her_yes_and_until_her_no(before, readers):
    known = known_of(casefile.read(_case(*before, ALONE)))
    assert known[f"e{len(before)}"].to == readers


def test_who_was_not_there_knows_nothing_of_a_course_of_others():
    known = known_of(casefile.read(_case(TOGETHER, ALONE | {"involved": ["citizen", "gp"]})))
    assert known["e1"].to == {"primary_care"}
    assert not known["e1"].in_course


def _wanted(rule: str, at: str, mark: str) -> dict[str, Any]:
    return {"rule": rule, "raise_at": at, "latest": at, "refs": [mark]}


def test_a_finding_that_rests_on_what_two_units_know_apart_is_told_to_nobody():
    stopped = {
        "type": "benefit_change", "involved": ["citizen", "youth_case_worker"],
        "data": {"change": "stopped", "reason": "no_show"},
    }  # fmt: skip
    admitted = {"type": "admission", "involved": ["citizen", "ward_staff"]}
    wanted = [_wanted("RT-22", "e1", "m1"), _wanted("RT-19", "e1", "m1")]
    (_, apart) = marks_of(_case(admitted, stopped, findings=wanted))
    assert (apart.rules, apart.came) == (("RT-22",), Came.NOBODY)
    assert apart.seen is Seen.OWN_UNIT


def test_a_meeting_without_a_next_date_is_told_to_those_who_sat_there():
    (mark,) = marks_of(_case(TOGETHER, findings=[_wanted("RT-13", "e0", "m0")]))
    assert (mark.seen, mark.came) == (Seen.IN_COURSE, Came.SHOWN)


def test_a_rule_that_should_have_found_it_and_did_not_is_not_called_none():
    (mark,) = marks_of(_case(ALONE, findings=[_wanted("RT-13", "e0", "m0")]))
    assert (mark.rules, mark.came) == ((), Came.LATE)
