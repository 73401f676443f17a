"""What waits for who holds courses is said by each room, of its own tables and those below."""

import re

import pytest

from tests.house.test_tables import MODELS, ORDER, rows

pytestmark = pytest.mark.django_db
TABLES = {model._meta.db_table: model._meta.app_label for model in MODELS}
ASK = {"course", "consent", "network", "plan", "meetings", "circles"}
"""The rooms in which something waits or is done."""


def functions():
    """Each function's name, and the rooms whose tables it reads."""
    found = rows(
        "select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace"
        " and proname ~ '_(waits|done)_for_holder$'"
    )
    return {
        name: {TABLES[word] for word in re.findall(r"\w+", body) if word in TABLES}
        for name, body in found
    }


def test_a_room_says_what_waits_in_it_and_reads_no_room_above_or_beside():
    asked = {name: read for name, read in functions().items() if name.split("_")[0] in ASK}
    assert {name.split("_")[0] for name in asked} == ASK
    for name, read in asked.items():
        own = ORDER.index(name.split("_")[0])
        assert {room for room in read if ORDER.index(room) > own} == set(), name


def test_the_question_joins_them_and_reads_none_of_what_they_say():
    read = functions()["redthread_waits_for_holder"]
    assert read & ASK == {"course"}, "course: who its citizen is, and no more"


def test_no_session_may_ask_a_room_past_the_question():
    open_to_all = rows(
        "select proname from pg_proc where proname ~ '_(waits|done)_for_holder$'"
        " and has_function_privilege('landfast_app', oid, 'execute')"
    )
    assert open_to_all == [("redthread_waits_for_holder",)]
