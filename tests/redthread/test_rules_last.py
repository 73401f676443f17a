"""The last one counts, and what happened the same day is no answer yet."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from landfast.course.rules.facts import exclude_each_other
from landfast.redthread.rules.catalogue import BY_CODE
from landfast.redthread.rules.ledger import findings
from landfast.redthread.rules.limits import SHIPPED
from tests.redthread.stories import agreed, at, course, finds

UNTOLD = {"muni_informed": False}


def says(code, *events):
    seen = findings(course(*events), SHIPPED, [BY_CODE[code]])
    return [one.found.says for one in seen.values()]


def test_only_the_last_stay_is_asked_about():
    for kind in ("admission", "discharge"):
        two = [at(0, kind, **UNTOLD), at(10, kind, **UNTOLD)]
        assert finds("RT-14", *two) == [("e1", "high")]
        told = at(0, "info_shared", ["coordinator"])
        assert finds("RT-14", at(0, kind, **UNTOLD), told) == [("e0", "high")]
    short = [at(day, "discharge", los_days=1, between_offers=True) for day in (0, 6)]
    assert [len(finds(code, *short)) for code in ("SC-03", "SC-06")] == [1, 1]
    back = [
        at(0, "discharge"), at(5, "admission", acute=True), at(10, "discharge"),
        at(15, "admission", acute=True),
    ]  # fmt: skip
    assert finds("SC-01", *back) == [("e3", "info")]
    assert len(finds("SC-01", at(0, "discharge"), at(0, "admission", acute=True))) == 1
    assert len(finds("SC-03", at(0, "admission"), at(0, "discharge"))) == 1


def test_stays_told_in_short_are_counted_from_the_first_number_to_the_last():
    assert finds("SC-02", at(0, "admission", n=1), at(9, "admission", n=3)) == []
    assert len(finds("SC-02", at(0, "admission", n=1), at(9, "admission", n=4))) == 1


def test_without_her_yes_the_words_say_that_she_is_asked():
    [asked] = says("RT-14", at(0, "admission", consent_asked=False, **UNTOLD))
    [plain] = says("RT-14", at(0, "admission", **UNTOLD))
    assert asked.endswith("borgeren er ikke spurgt.")
    assert plain == "Kommunen ved ikke, at borgeren er indlagt eller udskrevet."


def left(day, **more):
    return at(day, "contact_change", to="peer", joint_handover=False, **more)


def test_old_and_new_met_the_same_day_and_only_both_count():
    both = {"from": "gp"}
    assert finds("RT-24", left(0, **both), left(5, **both)) == [("e1", "medium")]
    assert finds("RT-24", left(5, **both), at(5, "meeting", format="M-10")) == []
    assert finds("RT-24", left(5, **both), at(6, "meeting", attendees=["gp", "peer"])) == []
    assert len(finds("RT-24", left(5), at(6, "meeting", attendees=["peer"]))) == 1


def test_an_answer_of_the_same_day_is_no_answer_to_the_promise():
    promise = at(0, "agreement_status", agreements=[agreed(decision_by="visitator", needs=["x"])])
    answer = {"application": "mentor", "outcome": "granted"}
    table = {"mandates_present": ["visitator:x"]}
    for day, found in ((0, 1), (1, 0)):
        assert len(finds("RT-06", promise, at(day, "decision", ["visitator"], **answer))) == found
        assert len(finds("RT-06", promise, at(day, "meeting", **table))) == found
    assert len(finds("RT-06", promise, at(1, "meeting"))) == 1


def test_only_those_close_to_her_carry_in_place_of_others():
    claims = at(0, "context", coordinator_claims=["gp", "peer"])
    assert finds("RT-03", claims) == []
    rows = [agreed(f"a{n}", "relative" if n < 2 else "gp") for n in range(4)]
    four, three = (at(0, "agreement_status", agreements=rows[:n]) for n in (4, 3))
    half = replace(SHIPPED, relative_percent=50)
    assert len(finds("RT-03", four, limits=half)) == 1
    assert finds("RT-03", three, limits=replace(SHIPPED, relative_percent=67)) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("gp", "mentor", "opus_clinician")),
            st.sampled_from(("rest", "attendance", "the_same_time", "cleaning")),
        ),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_of_demands_told_again_the_last_two_that_clash_are_found(told):
    asked = [{"by": by, "tag": tag} for by, tag in told]
    pairs = {
        "+".join(sorted({one["tag"], other["tag"]})): (f"e{first}", f"e{second}")
        for (first, one), (second, other) in combinations(enumerate(asked), 2)
        if exclude_each_other(one, other)
    }
    story = [at(day, "context", demands=[one]) for day, one in enumerate(asked)]
    found = findings(course(*story), SHIPPED, [BY_CODE["RT-16"]]).values()
    assert {one.found.object: one.found.fact_ids for one in found} == pairs
