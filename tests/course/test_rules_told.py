"""What is told of her, by whom, and what she is asked and shown. No database."""

from datetime import date, datetime, time, timedelta

import pytest

from landfast.access.rules import Situation, Topic
from landfast.course.rules import contact, correcting, lookup, signal_ground
from landfast.course.rules.history import plain_kind
from landfast.course.rules.languages import Language, check_language
from landfast.course.rules.lookup import LookupGround
from landfast.course.rules.mending import WHY_MAX, check_why
from landfast.course.rules.observation import STILL_SO, opens, so_since
from landfast.course.rules.profile import CHILDREN_MAX, check_children
from landfast.course.rules.signal import SignalKind, check_grounded
from landfast.course.rules.signal_ground import SeenAs
from landfast.course.rules.words import Precision
from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import TooMany
from landfast.people.rules import OrganisationKind
from tests.refusing import refusal_of

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def test_a_cpr_number_shows_the_birthday_until_somebody_asks_for_all_of_it():
    assert contact.masked("0707614285") == "070761-••••"
    assert contact.written("0707614285") == "070761-4285"
    assert contact.masked("") == contact.written("") == ""


def test_what_does_not_fit_is_said_and_answered_in_words_once():
    assert refusal_of(correcting.check_words, " ") == "no_words"
    assert refusal_of(correcting.check_words, "Jeg har ingen bror.") is None
    for note, is_open, code in (
        ("Rettet.", True, None), (" ", True, "no_note"), ("Rettet.", False, "corrected_already"),
    ):  # fmt: skip
        assert refusal_of(correcting.check_answer, note, is_open=is_open) == code


def test_what_is_mended_says_why_in_a_few_lines():
    assert refusal_of(check_why, "x" * WHY_MAX) is None
    assert refusal_of(check_why, "x" * (WHY_MAX + 1)) == "why_too_long"


@pytest.mark.parametrize("language", ["", *Language])
def test_an_interpreter_is_asked_for_in_a_language_of_the_list_or_not_at_all(language):
    assert refusal_of(check_language, language) is None
    assert refusal_of(check_language, "klingon") == "no_such_language"


def test_an_event_is_a_sentence_and_what_has_none_is_shown_as_it_is_called():
    assert plain_kind("course.opened") == "Forløbet blev oprettet"
    assert plain_kind("course.unheard_of") == "course.unheard_of"


REGION, TOWN = OrganisationKind.REGION, OrganisationKind.MUNICIPALITY


@pytest.mark.parametrize(
    ("posts", "grounds"),
    [
        ([(REGION, "ward_staff")], [LookupGround.ADMITTED, LookupGround.ACUTE]),
        ([(REGION, "emergency_mobile")], [LookupGround.ACUTE]),
        ([(OrganisationKind.PRACTICE, "gp")], [LookupGround.ACUTE]),
        ([(OrganisationKind.STATE, "probation")], [LookupGround.PROBATION]),
        ([(TOWN, "ward_staff"), (REGION, "probation")], []),
        ([], []),
    ],
)
def test_a_ground_belongs_to_a_role_in_its_kind_of_house(posts, grounds):
    assert lookup.grounds_of(posts) == grounds
    for ground in LookupGround:
        code = None if ground in grounds else "not_your_ground"
        assert refusal_of(lookup.check_may_name, ground, iter(posts)) == code


def test_without_a_number_there_is_nobody_to_look_for_and_who_guesses_waits():
    assert refusal_of(lookup.check_number, "") == "cpr_ten_digits"
    assert refusal_of(lookup.check_number, "0707614285") is None
    assert isinstance(lookup.too_many_lookups(), TooMany)


@pytest.mark.parametrize(
    ("kind", "precision", "ago", "so"),
    [
        ("admission", Precision.EXACT, STILL_SO, Situation.ADMITTED),
        ("contact_lost", Precision.EXACT, DAY, Situation.UNREACHABLE),
        ("admission", Precision.EXACT, STILL_SO + DAY, None),
        ("admission", Precision.MONTH, DAY, None),
        ("home_visit", Precision.EXACT, DAY, None),
    ],
)
def test_only_a_known_and_recent_day_says_that_it_is_so_now(kind, precision, ago, so):
    assert opens(kind, precision, TODAY - ago, TODAY) is so


@pytest.mark.parametrize(
    ("situation", "at", "since"),
    [
        (Situation.ADMITTED, time(14, 30), datetime(2026, 3, 2, 14, 30, tzinfo=DENMARK)),
        (Situation.ADMITTED, None, datetime(2026, 3, 2, tzinfo=DENMARK)),
        (Situation.UNREACHABLE, time(14, 30), datetime(2026, 3, 3, tzinfo=DENMARK)),
    ],
)
def test_she_is_admitted_from_the_hour_and_out_of_reach_from_the_next_day(situation, at, since):
    assert so_since(situation, TODAY, at) == since


@pytest.mark.parametrize(
    ("children", "code"),
    [(0, None), (CHILDREN_MAX, None), (-1, "children"), (CHILDREN_MAX + 1, "children")],
)
def test_children_are_counted_from_none(children, code):
    assert refusal_of(check_children, children) == code


def test_signs_are_kept_only_where_there_is_a_ground_for_it():
    assert refusal_of(check_grounded, is_grounded=True) is None
    assert refusal_of(check_grounded, is_grounded=False) == "no_ground_for_signs"


@pytest.mark.parametrize("seen_as", SeenAs)
def test_who_was_let_in_to_a_topic_records_signs_of_that_topic_only(seen_as):
    carried = signal_ground.kinds_carried(seen_as, [Topic.HOUSING])
    home = [SignalKind.HOME, SignalKind.HOMELESS]
    assert carried == (home if seen_as is SeenAs.TOPIC else list(SignalKind))
    for kind in SignalKind:
        code = None if kind in carried else "not_your_topic"
        assert refusal_of(signal_ground.check_carried, kind, seen_as, [Topic.HOUSING]) == code


def test_contact_lost_with_one_is_no_topic_of_anothers():
    assert SignalKind.LOST not in signal_ground.kinds_carried(SeenAs.TOPIC, list(Topic))
