"""A case through the rules as it happened: each finding once, with its facts, until it is over."""

import json
import re
from datetime import timedelta
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landfast.programmes.rules import NeedArea
from landfast.redthread import casefile
from landfast.redthread.checking import check
from landfast.redthread.rules.catalogue import BY_CODE, RULES
from landfast.redthread.rules.ledger import Action, findings, moved
from landfast.redthread.rules.limits import SHIPPED
from tests.redthread.stories import MONDAY, agreed, at, course

CASES = files("landfast.jobs.demo") / "cases"


def published(name):
    return casefile.read((CASES / f"{name}.json").read_text("utf-8"))


def case(*events):
    rows = [
        {"id": f"e{n}", "date": day, "type": kind, **more}
        for n, (day, kind, more) in enumerate(events)
    ]
    told = {"case_id": "prøve", "citizen": {"alias": "Prøve"}, "events": rows}
    return casefile.read(json.dumps(told))


def acts(story, code):
    return [
        (one.event, one.moved.action.value)
        for one in check(story)
        if one.moved.finding.code == code
    ]


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_every_finding_stands_on_facts_that_were_there(name):
    story = published(name)
    order = [event.id for event in story.events]
    open_now = set()
    for one in check(story):
        finding, key = one.moved.finding, one.moved.finding.key
        assert (key in open_now) is (one.moved.action is not Action.RAISE)
        (open_now.discard if one.moved.action is Action.CLOSE else open_now.add)(key)
        assert finding.found.fact_ids
        assert all(order.index(fact) <= order.index(one.event) for fact in finding.found.fact_ids)
        assert "{" not in finding.found.says.format(
            **{name: ", ".join(said) for name, said in finding.found.values.items()}
        )


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_what_the_groups_wanted_seen_is_seen_in_time_and_nothing_wrong(name):
    """The bar of FORMAT: here all that must be found, and nothing that must not."""
    truth = json.loads((CASES / f"{name}.json").read_text("utf-8"))["expected"]
    story = published(name)
    order = [event.id for event in story.events]
    live = [one for one in check(story) if one.moved.action is not Action.CLOSE]
    raised = {
        (one.moved.finding.code, one.event) for one in live if one.moved.action is Action.RAISE
    }
    for wanted in (row for row in truth["findings"] if row["must"]):
        first, last = order.index(wanted["raise_at"]), order.index(wanted["latest"])
        seen = {order.index(e.event) for e in live if e.moved.finding.code == wanted["rule"]}
        early = wanted["rule"] in {"ED-90", "RT-18"} and seen and min(seen) < first
        assert early or any(first <= at <= last for at in seen), wanted
    for wrong in truth["must_not"]:
        assert not {(wrong["rule"], event) for event in wrong["scope"].split(",")} & raised


def test_a_date_that_runs_out_between_two_events_belongs_to_the_next():
    promise = agreed(due="2024-01-10")
    story = case(
        ("2024-01-08", "agreement_status", {"data": {"agreements": [promise]}}),
        ("2024-01-12", "context", {}), ("2024-01-30", "context", {}),
        ("2024-01-31", "context", {"data": {"agreement_updates": ["a1"]}}),
    )  # fmt: skip
    assert acts(story, "RT-10") == [("e2", "raise"), ("e2", "update"), ("e3", "close")]


def test_no_day_is_counted_from_or_to_a_year():
    dropout = {"data": {}}
    story = case(
        ("2020-01-01", "education_dropout", {"precision": "year", **dropout}),
        ("2020-06-01", "context", {}), ("2020-06-02", "context", {"precision": "year"}),
    )  # fmt: skip
    assert acts(story, "ED-01") == []


def test_what_a_file_expects_and_says_in_words_changes_nothing():
    whole = json.loads((CASES / "jens.json").read_text("utf-8"))
    seen = check(casefile.read(json.dumps(whole)))
    whole["expected"] = {}
    for event in whole["events"]:
        event["text_da"], event["title_en"], event["missing"], event["mark"] = "x", "x", [], {}
    assert check(casefile.read(json.dumps(whole))) == seen


def test_the_code_knows_no_case():
    """Other case files are run: code that knows a case's names, ids or dates is a defect."""
    ids = re.compile(r"\bJ[EN]\d\d\b|\bj[en]-a\d|jeanette|\bjens\b", re.IGNORECASE)
    house = files("landfast.redthread")
    for path in house.rglob("*.py"):
        said = "\n".join(
            line for line in path.read_text("utf-8").splitlines() if "S002" not in line
        )
        assert not ids.search(said), path


def test_every_rule_has_its_words_owner_source_and_function():
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes)) == len(BY_CODE)
    assert len({rule.find for rule in RULES}) == len(RULES)
    for rule in RULES:
        texts = (rule.name, rule.suggests, rule.unknown, rule.to_citizen, rule.owner, rule.source)
        assert all(texts)
        assert "borgeren" not in rule.to_citizen.casefold()


def test_a_rule_that_is_off_finds_nothing_and_limits_are_the_organisations():
    seen = course(at(0, "medication_stop"), at(0, "meeting", ["citizen"]))
    on = findings(seen, SHIPPED, [rule for rule in RULES if rule.is_on])
    assert {key[0] for key in on} == {"RT-13"}


ROLES = ["citizen", "relative", "gp", "opus_clinician", "case_worker", "visitator", "mentor"]
NEEDS = [need.value for need in NeedArea]
KINDS = ["context", "meeting", "home_visit", "admission", "discharge", "outcome", "signal"]
some = lambda of: st.lists(st.sampled_from(of), max_size=3, unique=True)  # noqa: E731
EVENTS = st.lists(
    st.builds(
        at, st.integers(0, 200), st.sampled_from(KINDS), some(ROLES),
        some(["psychiatry", "muni_social", "muni_employment", "private"]), some(NEEDS),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=60)
@given(EVENTS, st.integers(0, 60))
def test_findings_rest_on_what_was_told_and_are_the_same_told_again(events, later):
    events.sort(key=lambda event: event[0])
    day = events[-1][0] + later
    seen = course(*events, on=day)
    once, again = findings(seen, SHIPPED), findings(seen, SHIPPED)
    assert once == again
    ids = {f"e{n}" for n in range(len(events))}
    for one in once.values():
        assert one.found.fact_ids
        assert set(one.found.fact_ids) <= ids


PROMISED = st.lists(
    st.builds(
        lambda day, n, due, status, owner: at(
            day, "meeting", ["citizen", "case_worker"],
            agreements=[{
                "id": f"a{n}", "status": status, "owner_role": owner,
                "due": (MONDAY + timedelta(days=due)).isoformat() if due else None,
            }],
        ),
        st.integers(0, 60), st.integers(0, 2), st.integers(0, 90),
        st.sampled_from(["open", "suggested", "promised"]), st.sampled_from([None, *ROLES]),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(max_examples=60)
@given(EVENTS, PROMISED)
def test_what_is_kept_or_dated_closes_what_was_found_of_it(events, promised):
    """RT-06, RT-07 and RT-10 end with the agreement, RT-13 with a meeting that has a next date."""
    told = sorted([*events, *promised], key=lambda event: event[0])
    last = told[-1][0]
    kept = [
        at(last + 1, "agreement_status", agreements=[{"id": f"a{n}", "status": "kept"}])
        for n in range(3)
    ]
    met = at(last + 2, "meeting", ["citizen"], next_meeting=f"{MONDAY + timedelta(days=400)}")
    rules = [BY_CODE[code] for code in ("RT-06", "RT-07", "RT-10", "RT-13")]
    closed = findings(course(*told, *kept, met), SHIPPED, rules)
    assert closed == {}


@settings(max_examples=60)
@given(EVENTS, PROMISED)
def test_what_is_open_is_what_the_rules_find_today_and_nothing_else(events, promised):
    """Day by day a raise, an update or a close; never one that was not open, never one left."""
    told = sorted([*events, *promised], key=lambda event: event[0])
    open_, standing = set(), {}
    for n in range(1, len(told) + 1):
        now = findings(course(*told[:n]), SHIPPED)
        for one in moved(standing, now):
            assert (one.finding.key in open_) == (one.action is not Action.RAISE)
            (open_.discard if one.action is Action.CLOSE else open_.add)(one.finding.key)
        standing = now
        assert open_ == set(now)


@settings(max_examples=60)
@given(EVENTS)
def test_what_is_settled_leaves_no_need_open(events):
    """Closing the condition closes the finding: an outcome that names no need ends RT-19."""
    events.sort(key=lambda event: event[0])
    settled = at(events[-1][0] + 1, "outcome")
    left = findings(course(*events, settled), SHIPPED, [BY_CODE["RT-19"], BY_CODE["RT-18"]])
    assert left == {}


@settings(max_examples=60)
@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_a_day_does_not_matter_for_who_was_there(events, dice):
    """RT-01, RT-15 and RT-23 count days, never what was written down first."""
    day = [(0, *event[1:]) for event in events if event[1] != "outcome"]
    if not day:
        return
    mixed = list(day)
    dice.shuffle(mixed)
    rules = [BY_CODE[code] for code in ("RT-01", "RT-15", "RT-23")]
    first = findings(course(*day, on=40, children=1, programme="OPUS"), SHIPPED, rules)
    other = findings(course(*mixed, on=40, children=1, programme="OPUS"), SHIPPED, rules)
    assert first.keys() == other.keys()
