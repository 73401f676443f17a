"""A case without a name: its ground, what she is told and when, and her own no. No database."""

from datetime import date, timedelta

import pytest

from landfast.circles.rules import cases
from landfast.circles.rules.cases import LINE_MAX, CaseState, Ground, Told
from landfast.circles.rules.kinds import (
    CASE_HEADINGS,
    SUMMARY_MAX,
    Kind,
    check_summary,
    check_takes_cases,
    kept_summary,
    shows_figures,
    takes_cases,
)
from landfast.circles.rules.searching import (
    check_between_units,
    check_case,
    find_between_units,
    find_in_case,
)
from tests.refusing import refusal_of, refused

TODAY = date(2026, 3, 3)
DAY = timedelta(days=1)
FORUM = CASE_HEADINGS[Kind.FORUM]


def test_a_line_says_something_and_is_a_line():
    with refused("nothing_said", "theme"):
        cases.check_line(" ", "theme", "Skriv, hvad det handler om.")
    with refused("too_long", "theme"):
        cases.check_line("x" * (LINE_MAX + 1), "theme", "")
    assert refusal_of(cases.check_line, "x" * LINE_MAX, "theme", "") is None


@pytest.mark.parametrize(
    ("ground", "words", "code"),
    [
        (Ground.ANONYMOUS, "", None),
        (Ground.CONSENT, "", "ground_in_words"),
        (Ground.LAW, "  ", "ground_in_words"),
        (Ground.CONSENT, "Hun sagde ja i mandags.", None),
        (Ground.LAW, "x" * LINE_MAX, None),
        (Ground.LAW, "x" * (LINE_MAX + 1), "too_long"),
    ],
)
def test_a_yes_or_a_law_is_written_down_with_its_words(ground, words, code):
    assert refusal_of(cases.check_ground, ground, words) == code


@pytest.mark.parametrize(
    ("told", "on", "has_page", "code", "field"),
    [
        (None, TODAY, True, "not_told_before", "told"),
        (Told.LANDFAST, None, False, "no_page", "told"),
        (Told.TALKED, None, True, "told_when", "told_on"),
        (Told.LETTER, TODAY + DAY, True, "told_later", "told_on"),
    ],
)
def test_no_case_without_a_notice_before(told, on, has_page, code, field):
    with refused(code, field):
        cases.check_told_before(told, on, TODAY, has_page=has_page)


def test_what_she_reads_here_she_is_told_today_and_else_on_the_day_it_was_said():
    def told(how, on, *, has_page):
        return cases.check_told_before(how, on, TODAY, has_page=has_page)

    assert told(Told.LANDFAST, TODAY - DAY, has_page=True) == (Told.LANDFAST, TODAY)
    assert told(Told.TALKED, TODAY, has_page=False) == (Told.TALKED, TODAY)
    assert told(Told.LETTER, TODAY - DAY, has_page=False) == (Told.LETTER, TODAY - DAY)


def test_she_has_a_night_before_it_is_talked_about():
    assert cases.comes_up(TODAY - DAY, TODAY) is True
    assert cases.comes_up(TODAY, TODAY) is False
    assert refusal_of(cases.check_comes_up, TODAY - DAY, TODAY) is None
    assert refusal_of(cases.check_comes_up, TODAY, TODAY) == "told_too_late"


@pytest.mark.parametrize("state", CaseState)
def test_what_was_talked_about_is_not_changed_and_what_was_not_is_not_told(state):
    waits, handled = state is CaseState.WAITING, state is CaseState.HANDLED
    assert refusal_of(cases.check_waits, state) == (None if waits else "not_waiting")
    assert refusal_of(cases.check_handled, state) == (None if handled else "not_handled")


@pytest.mark.parametrize(
    ("words", "for_her", "hers"),
    [("Jeg vil hjem.", False, True), ("Jeg vil hjem.", True, False), ("", False, False)],
)
def test_nobody_writes_over_her_own_sentence(words, for_her, hers):
    assert cases.is_her_sentence(words, written_for_her=for_her) is hers
    code = refusal_of(cases.check_not_her_sentence, words, written_for_her=for_her)
    assert code == ("her_own_sentence" if hers else None)


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("ground", Ground)
def test_her_no_takes_it_off_the_list_unless_a_law_is_the_ground(ground, state):
    waits, law = state is CaseState.WAITING, ground is Ground.LAW
    assert cases.may_say_no(ground, state) is (waits and not law)
    code = "not_waiting" if not waits else "law_is_the_ground" if law else None
    assert refusal_of(cases.check_may_say_no, ground, state) == code


def test_a_no_is_hers_alone():
    assert refusal_of(cases.check_is_hers, is_hers=False) == "hers_alone"
    assert refusal_of(cases.check_is_hers, is_hers=True) is None


@pytest.mark.parametrize(
    ("is_raiser", "holds", "code"),
    [
        (True, False, None), (False, True, None), (True, True, None),
        (False, False, "not_your_case"),
    ],
)  # fmt: skip
def test_who_raised_it_tells_her_or_who_holds_her_threads(is_raiser, holds, code):
    assert refusal_of(cases.check_is_yours, is_raiser=is_raiser, holds=holds) == code


def test_she_is_told_once():
    assert refusal_of(cases.check_not_told, None) is None
    assert refusal_of(cases.check_not_told, TODAY) == "already_told"


@pytest.mark.parametrize("state", CaseState)
def test_what_was_talked_about_waits_until_she_is_told(state):
    assert cases.must_tell(state, None) is (state is CaseState.HANDLED)
    assert cases.must_tell(state, TODAY) is False


def test_what_came_of_it_is_said_on_a_day_ahead():
    with refused("no_day", "follow_up_on"):
        cases.check_follow_up_on(None, TODAY)
    with refused("in_the_past", "follow_up_on"):
        cases.check_follow_up_on(TODAY, TODAY)
    assert cases.check_follow_up_on(TODAY + DAY, TODAY) == TODAY + DAY


@pytest.mark.parametrize("kind", Kind)
def test_only_a_forum_and_an_analysis_speak_of_a_single_citizen(kind):
    single = kind in {Kind.FORUM, Kind.ANALYSIS}
    assert takes_cases(kind) is single
    assert refusal_of(check_takes_cases, kind) == (None if single else "no_cases_here")


@pytest.mark.parametrize("kind", Kind)
def test_figures_without_persons_belong_to_the_board_meeting(kind):
    assert shows_figures(kind) is (kind is Kind.BOARD)


def test_a_summary_says_at_least_what_came_of_it_and_no_heading_is_a_record():
    advice = {"advice": "Ring til hende."}
    with refused("nothing_said", "advice"):
        check_summary(FORUM, {"heard": "Hun sover ikke.", "advice": " "})
    with refused("too_long", "heard"):
        check_summary(FORUM, advice | {"heard": "x" * (SUMMARY_MAX + 1)})
    assert refusal_of(check_summary, FORUM, advice | {"heard": "x" * SUMMARY_MAX}) is None
    assert [row.code for row in FORUM if row.is_needed] == ["advice"]


def test_what_stands_under_a_heading_is_kept_in_their_order_and_nothing_else():
    said = {"advice": " Ring. ", "heard": "Hun sover ikke.", "each": " ", "gossip": "x"}
    kept = kept_summary(FORUM, said)
    assert list(kept.items()) == [("heard", "Hun sover ikke."), ("advice", "Ring.")]


def test_all_texts_of_a_case_are_searched_for_whom_it_is_about():
    found = find_in_case(["Det siger Jytte.", "Hun fik 070761-4285."], ["Jytte Holm"])
    assert [one.words for one in found] == ["Jytte", "070761-4285"]


def test_a_case_is_heard_only_when_nothing_points_at_her_in_the_field_where_it_does():
    texts = {"theme": "Hun sover ikke.", "text": "Det siger Jytte."}
    with refused("points_at_somebody", "text"):
        check_case(texts, ["Jytte Holm"], [])
    assert refusal_of(check_case, {"theme": "Hun sover ikke."}, ["Jytte Holm"], []) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi mødes igen den 3. maj.", []),
        ("To tvillinger på en gang.", []),
        ("Det klarer Solveig og Botilbuddet.", []),
        ("Det er Solveigs opgave.", []),
        ("Det talte vi med Jytte om.", ["Jytte"]),
        ("En kvinde på 58 år venter.", ["58 år"]),
        ("Ring på 20 30 40 50.", ["20 30 40 50"]),
    ],
)
def test_between_units_days_and_those_who_meet_may_stand_and_no_citizen(text, found):
    known = ["Solveig Sommer", "Botilbuddet Havnen"]
    assert [one.words for one in find_between_units([text], known)] == found
    code = refusal_of(check_between_units, {"text": text}, known, [])
    assert (code is None) is (not found)


@pytest.mark.parametrize("word", ["Lars", "Lars'", "Lars’", "Lars's", "LARS"])
def test_a_name_that_ends_in_s_is_known_however_its_genitive_is_written(word):
    assert find_between_units([f"Det er hos {word} enhed."], ["Lars Leder"]) == []
