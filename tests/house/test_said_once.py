"""What a rule says is what the database says, where both must: asked of everything that stands."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from django.db import connection

import landfast
from landfast.circles.rules.figures import as_told
from landfast.course.rules.states import OVER
from landfast.redthread.rules.settling import LATE_PROMISE, is_resting
from landfast.redthread.rules.words import Severity

STANDS = """
select p.proname, pg_get_functiondef(p.oid) from pg_proc p
 where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
union all select tablename || '.' || policyname, concat(qual, with_check) from pg_policies
union all select viewname, definition from pg_views where schemaname = 'public'"""
LISTS = re.compile(r"\((\s*'[A-Z_]+'(?:\s*,\s*'[A-Z_]+')+\s*)\)")


@pytest.mark.django_db
def test_states_that_are_over_are_those_of_the_rule():
    """Every list in the database that names one of them names them all, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute(STANDS)
        lists = [
            (name, frozenset(re.findall(r"[A-Z_]+", found)))
            for name, text in cursor.fetchall()
            for found in LISTS.findall(text)
        ]
    lists = [(name, found) for name, found in lists if found & {one.value for one in OVER}]
    assert len(lists) > 8
    assert [(name, found) for name, found in lists if found != OVER] == []


@pytest.mark.django_db
def test_on_mandag_stands_what_is_heavy_and_what_she_says_is_not_so():
    """What rests does not, and a late promise is left to the plan, which shows it by itself."""
    today = date(2026, 3, 2)
    days = (None, *(today + timedelta(days=n) for n in (-1, 0, 1)))
    once = (None, datetime(2026, 3, 1, tzinfo=UTC))
    every = list(product(Severity, (LATE_PROMISE, "RT-01"), once, days, once))
    with connection.cursor() as cursor:
        for heavy, code, contested, snoozed, dismissed in every:
            cursor.execute(
                "select redthread_is_worth(%s, %s, %s, %s, %s, %s)",
                [heavy, code, contested, snoozed, dismissed, today],
            )
            rests = is_resting(snoozed, today, is_dismissed=dismissed is not None)
            stands = heavy is not Severity.INFO and code != LATE_PROMISE
            says = not rests and (contested is not None or stands)
            assert cursor.fetchone() == (says,), (heavy, code, contested, snoozed, dismissed)


@pytest.mark.django_db
def test_what_is_too_few_to_tell_is_what_the_rule_says():
    with connection.cursor() as cursor:
        cursor.execute("select n, circles_as_told(n) from generate_series(0, 12) n")
        assert all(told == as_told(count) for count, told in cursor.fetchall())


def test_a_number_to_ring_is_written_one_way():
    """A link with a blank in it, or with nothing, rings nobody on some telephones: `|dial`."""
    web = Path(landfast.__file__).parent / "web"
    links = [
        (path.name, link)
        for path in web.rglob("templates/**/*.html")
        for link in re.findall(r"tel:\{\{[^}]*\}\}", path.read_text("utf-8"))
    ]
    assert len(links) > 20
    assert [one for one in links if not one[1].endswith("|dial }}")] == []
