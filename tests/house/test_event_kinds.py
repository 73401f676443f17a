"""A kind of event says who never reads it before it can be left, and the database says the same."""

import re

import pytest

from landfast.access.kinds import KEPT_FROM_INCOME, OPEN
from landfast.course.rules.observation import NEVER_BY_TOPIC
from tests.house.test_record_words import MADE_OF, left_in_the_sources
from tests.house.test_tables import rows


def test_every_kind_of_event_says_whether_it_is_kept_from_who_decides_about_her_income():
    kinds, _begin = left_in_the_sources()
    left = kinds | {first + code for first, codes in MADE_OF.items() for code in codes}
    assert left - OPEN - KEPT_FROM_INCOME == set(), "say it in access/kinds.py"
    assert (OPEN | KEPT_FROM_INCOME) - left == set(), "kinds that are gone"
    assert set() == OPEN & KEPT_FROM_INCOME


@pytest.mark.django_db
def test_the_policy_of_the_event_log_is_what_the_kinds_say():
    [(condition,)] = rows(
        "select qual from pg_policies"
        " where tablename = 'access_event' and policyname = 'never_for_income'"
    )
    quoted = set(re.findall(r"'([a-z_.]+)'", condition))
    by_kind = {word for word in quoted if "." in word}
    assert by_kind == KEPT_FROM_INCOME, "a migration of access says it to the database"
    assert set(NEVER_BY_TOPIC) <= quoted, "and of what was observed, by its code"
    assert quoted - by_kind - set(NEVER_BY_TOPIC) == {"observed"}
