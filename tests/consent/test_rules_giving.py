"""Who may be let in, on which words, for how long; and the no that stands against it."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.rules import ALWAYS, Situation, Topic, When
from landfast.consent.rules import emergency, fresh, legal_basis, proxy, situations, topics
from landfast.consent.rules import saying_no as noes
from landfast.consent.rules import sharing as rules
from landfast.consent.rules.legal_basis import Basis
from landfast.consent.rules.proxy import Limit, ProxyKind
from landfast.consent.rules.saying_no import StandingNo
from landfast.consent.rules.words import ConsentState, How
from landfast.kernel.clock import DENMARK
from landfast.kernel.ids import new_id
from tests.refusing import refused

TODAY = date(2026, 11, 29)
DAY = timedelta(days=1)
GIVEN, WITHDRAWN, EXPIRED = ConsentState.GIVEN, ConsentState.WITHDRAWN, ConsentState.EXPIRED


@pytest.mark.parametrize(
    ("check", "most", "code"),
    [
        (rules.check_until, rules.LONGEST, "until_within_a_year"),
        (proxy.check_proxy_until, proxy.LONGEST, "proxy_within_a_year"),
    ],
)
def test_what_is_given_ends_from_tomorrow_and_within_a_year(check, most, code):
    check(TODAY + DAY, TODAY)
    check(TODAY + most, TODAY)
    for until in (TODAY, TODAY - DAY, TODAY + most + DAY):
        with refused(code, "until"):
            check(until, TODAY)


@given(st.dates(date(1940, 1, 1), date(2026, 11, 29)))
def test_nobody_is_of_age_a_day_too_early(born):
    """A property: on the day before the eighteenth birthday a child, on the day an adult."""
    leap = (born.month, born.day) == (2, 29)
    eighteen = date(born.year + 18, 3, 1) if leap else born.replace(year=born.year + 18)
    rules.check_adult(born, eighteen)
    with refused("not_an_adult"):
        rules.check_adult(born, eighteen - DAY)


def test_of_whom_no_day_is_known_nothing_is_asked():
    rules.check_adult(None, TODAY)


def test_a_yes_about_health_by_word_of_mouth_says_why_it_is_not_in_writing():
    for topic in rules.WRITTEN:
        with refused("why_not_in_writing", "waived_because"):
            rules.check_evidence(How.ORALLY, "I telefon 3/11", "", [Topic.HOUSING, topic])
        rules.check_evidence(How.ORALLY, "I telefon 3/11", "Kan ikke skrive", [topic])
        rules.check_evidence(How.ON_PAPER, "I sagen", "", [topic])
    rules.check_evidence(How.ORALLY, "I telefon 3/11", "", [Topic.HOUSING])


def test_only_a_yes_on_paper_has_a_paper_to_show():
    rules.check_paper(How.ON_PAPER, has_paper=True)
    rules.check_paper(How.ON_PAPER, has_paper=False)
    for how in (How.SELF, How.ORALLY):
        rules.check_paper(how, has_paper=False)
        with refused("not_on_paper", "how"):
            rules.check_paper(how, has_paper=True)


def test_by_topic_reads_an_employee_outside_the_team_while_the_course_runs():
    fits = {"is_over": False, "is_in_team": False, "is_staff": True}
    rules.check_may_share(**fits)
    for code, wrong in (
        ("course_is_over", {"is_over": True}), ("not_an_employee", {"is_staff": False}),
        ("in_the_team", {"is_in_team": True}),
    ):  # fmt: skip
        with refused(code):
            rules.check_may_share(**fits | wrong)


def test_of_a_course_that_is_kept_apart_only_a_named_person_reads():
    for is_apart, is_many in ((True, False), (False, True), (False, False)):
        rules.check_named_only(is_apart=is_apart, is_many=is_many)
    with refused("named_people_only"):
        rules.check_named_only(is_apart=True, is_many=True)


def test_what_she_took_back_is_asked_for_anew_and_never_renewed():
    soon, far = TODAY + rules.SOON, TODAY + rules.SOON + DAY
    rules.check_may_renew(GIVEN, soon, TODAY)
    rules.check_may_renew(rules.share_state(GIVEN, ends_at_passed=True), TODAY - DAY, TODAY)
    for state, until in ((GIVEN, far), (WITHDRAWN, soon), (ConsentState.REFUSED, soon)):
        assert rules.share_state(state, ends_at_passed=False) is state
        with refused("not_yet"):
            rules.check_may_renew(state, until, TODAY)


@pytest.mark.parametrize("state", [one for one in ConsentState if one is not GIVEN])
def test_only_what_runs_can_be_stopped(state):
    rules.check_may_stop(GIVEN)
    with refused("nothing_to_stop"):
        rules.check_may_stop(state)


def test_who_asks_again_says_what_has_changed_and_asks_once():
    noes.check_may_ask(None, "")
    with refused("nothing_has_changed", "changed"):
        noes.check_may_ask(StandingNo(1), " ")
    noes.check_may_ask(StandingNo(1), "Hun flytter")
    for last in (StandingNo(2), StandingNo(1, never_again=True)):
        with refused("not_to_be_asked_again"):
            noes.check_may_ask(last, "Hun flytter")
        for how in (How.SELF, How.ON_PAPER):  # she may change her mind at any time
            noes.check_may_say_yes(last, how, "")
        with refused("not_to_be_asked_again"):
            noes.check_may_say_yes(last, How.ORALLY, "Hun flytter")


def test_the_last_word_is_said_to_a_no_that_could_be_asked_about():
    noes.check_may_say_the_last_word(StandingNo(1))
    for gone in (None, StandingNo(2), StandingNo(1, never_again=True)):
        with refused("nothing_to_ask"):
            noes.check_may_say_the_last_word(gone)
    with refused("refused_already"):
        noes.check_may_say_no(StandingNo(1), How.SELF, "")
    noes.check_may_say_no(None, How.SELF, "")


def test_only_she_draws_the_line_of_a_fresh_start_and_not_ahead():
    fresh.check_fresh_start(TODAY, TODAY, by_citizen=True)
    with refused("hers_alone"):
        fresh.check_fresh_start(TODAY, TODAY, by_citizen=False)
    with refused("no_day", "since"):
        fresh.check_fresh_start(TODAY + DAY, TODAY, by_citizen=True)
    now = datetime(2026, 11, 29, 14, 5, tzinfo=DENMARK)
    assert fresh.line_at(TODAY, TODAY, now) == now  # what she wrote this morning stays behind too
    assert fresh.line_at(TODAY - DAY, TODAY, now) == datetime(2026, 11, 28, tzinfo=DENMARK)


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        (ALWAYS, True), (When(Situation.ADMITTED), True), (When(Situation.UNREACHABLE, 7), True),
        (When(Situation.MEETING, about=new_id()), True), (When(Situation.UNREACHABLE), False),
        (When(Situation.UNREACHABLE, 5), False), (When(Situation.MEETING), False),
        (When(Situation.ALWAYS, 7), False), (When(Situation.ADMITTED, about=new_id()), False),
    ],
)  # fmt: skip
def test_a_situation_is_told_whole(when, fits):
    if fits:
        situations.check_when(when)
    else:
        with refused("no_situation", "when"):
            situations.check_when(when)


def test_people_say_that_she_is_admitted_and_no_more_than_three_months_back():
    situations.check_so_since(Situation.ADMITTED, TODAY - situations.LONGEST_AGO, TODAY)
    for kind, since in (
        (Situation.ADMITTED, TODAY + DAY), (Situation.MEETING, TODAY),
        (Situation.UNREACHABLE, TODAY - situations.LONGEST_AGO - DAY),
    ):  # fmt: skip
        with refused("no_day", "since"):
            situations.check_so_since(kind, since, TODAY)


def test_what_she_tells_herself_is_not_shared_along_with_something_else():
    topics.check_not_kept_back([Topic.HOUSING], [Topic.HEALTH])
    with refused("kept_back", "topics"):
        topics.check_not_kept_back([Topic.HOUSING, Topic.HEALTH], [Topic.HEALTH])
    with refused("no_topic", "topic"):
        topics.check_topic(Topic.WHOLE)


@pytest.mark.parametrize("basis", Basis)
def test_without_a_yes_nobody_reads_longer_than_the_ground(basis):
    longest = TODAY + legal_basis.LEGAL_BASES[basis].longest
    if basis not in legal_basis.bases_without_consent():
        with refused("no_ground_without_a_yes", "basis"):
            legal_basis.check_by_law(basis, "Behandles nu", TODAY + DAY, TODAY)
        return
    legal_basis.check_by_law(basis, "Behandles nu", longest, TODAY)
    with refused("longer_than_the_ground", "days"):
        legal_basis.check_by_law(basis, "Behandles nu", longest + DAY, TODAY)
    with refused("say_why_by_law", "reason"):
        legal_basis.check_by_law(basis, " ", longest, TODAY)


@pytest.mark.parametrize("basis", Basis)
def test_an_emergency_is_opened_by_a_ground_that_opens_one_for_hours(basis):
    if basis in legal_basis.emergency_bases():
        assert 1 <= emergency.hours(emergency.check_basis(basis) and basis, 1000) <= 8
    else:
        with refused("no_emergency_ground", "basis"):
            emergency.check_basis(basis)


def test_an_emergency_is_reviewed_once_and_by_somebody_else():
    emergency.check_may_review(decided=False, own=False)
    with refused("not_your_own"):
        emergency.check_may_review(decided=False, own=True)
    with refused("reviewed_already"):
        emergency.check_may_review(decided=True, own=False)


def test_who_reads_for_her_has_a_name_a_limit_and_a_reason():
    fits = {"name": "Birthe", "limits": [Limit.READ_PLAN], "reason": "Hjælper med breve"}
    proxy.check_proxy(**fits)
    for field, wrong in (("name", " "), ("limits", []), ("reason", "x" * 301)):
        with refused(f"proxy_without_{field}", field):
            proxy.check_proxy(**fits | {field: wrong})


def test_a_guardian_is_appointed_on_paper_and_not_by_her_own_word():
    proxy.check_proxy_said(ProxyKind.CHOSEN, How.SELF, "")
    proxy.check_proxy_said(ProxyKind.GUARDIAN, How.ON_PAPER, "I sagen")
    for how in (How.SELF, How.ORALLY):
        with refused("guardian_on_paper", "how"):
            proxy.check_proxy_said(ProxyKind.GUARDIAN, how, "I sagen")
    with refused("no_evidence", "evidence"):
        proxy.check_proxy_said(ProxyKind.GUARDIAN, How.ON_PAPER, " ")


def test_nobody_is_let_in_when_the_course_is_over_and_what_ended_has_ended():
    proxy.check_proxy_while_open(is_over=False)
    proxy.check_proxy_runs(runs=True)
    with refused("course_is_over"):
        proxy.check_proxy_while_open(is_over=True)
    with refused("nothing_to_stop"):
        proxy.check_proxy_runs(runs=False)


def test_what_ended_with_the_course_is_shared_again_only_while_it_runs():
    rules.check_may_share_again(ConsentState.ENDED, is_over=False)
    for state, is_over in ((ConsentState.ENDED, True), (WITHDRAWN, False), (GIVEN, False)):
        assert not rules.may_share_again(state, is_over=is_over)
        with refused("not_again"):
            rules.check_may_share_again(state, is_over=is_over)


def test_shared_again_it_ends_when_she_had_said_or_after_a_year():
    ahead = TODAY + DAY
    assert rules.until_again(ahead, TODAY) == ahead
    for past in (TODAY, TODAY - DAY):
        assert rules.until_again(past, TODAY) == TODAY + rules.LONGEST
