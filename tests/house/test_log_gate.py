"""No log, no read: every table about citizens is behind the gate, or says here why it is not."""

import pytest
from django.apps import apps

from landfast.kernel.holding import Controller
from tests.house.test_tables import rows

OPEN: dict[str, str] = {
    "access_grant": "what one reaches is found by it; it says who may read, not what",
    "access_look": "the log itself; shown on pages that have opened the course",
    "access_event": "codes and keys of what happened; the newest is asked before a list is made",
    "access_apart": "asked by the pages that open the course, and by lists before they are made",
    "access_draft": "only its writer's",
    "access_name_ask": "the citizen's own questions, and the officer's, whose reads are logged",
    "course_citizen": "its policy asks the course's, which is behind the gate",
    "course_callback": "a number to ring; there is no citizen yet",
    "consultation_question": "without a name; whose it is stands in its origin",
    "consultation_answer": "as its question",
    "circles_case": "without a name; whose it is stands in its origin",
    "files_content": "a gate of its own: only what this transaction has logged as fetched",
    "course_mend": "what was proposed to them; the pages that compare records open both",
    "course_mend_row": "nobody reads it: the database's own way back",
    "keeping_case": "the officer's lists are logged row by row; there is no record left to open",
    "keeping_change": "as its case",
    "keeping_hold": "as its case",
    "consent_emergency": "the reader's own, and what leaders and the officer review",
}
"""Tables about citizens that a page reads without a look, and the reason why it may."""

MODELS = [
    model
    for config in apps.get_app_configs()
    if config.name.startswith("landfast.")
    for model in config.get_models()
    if model.holds.is_about_citizens and model.holds.controller is not Controller.LOGIN
]
"""A login is its person's own, and says nothing of a course."""


@pytest.mark.django_db
def test_every_table_about_citizens_is_behind_the_gate_or_says_why_not():
    tables = {model._meta.db_table for model in MODELS}
    gated = {
        name for (name,) in rows("select tablename from pg_policies where policyname = 'logged'")
    }
    assert tables - gated - set(OPEN) == set(), "say why, or use logged()"
    assert set(OPEN) - tables == set(), "no such table about citizens"
    assert not set(OPEN) & gated, "behind the gate by now"


@pytest.mark.django_db
def test_the_gate_asks_the_log():
    gates = rows("select tablename, qual, permissive from pg_policies where policyname = 'logged'")
    assert all("access_opened" in qual and kind == "RESTRICTIVE" for _, qual, kind in gates)
