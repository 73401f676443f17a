"""What stands about a citizen can be read by her: no table and no field is left without words."""

import ast
import re
from pathlib import Path

import pytest

from landfast import course
from landfast.access.records import about_citizens, shown_fields
from landfast.consent.rules import ConsentState
from landfast.course.rules.changing import ChangeState
from landfast.course.rules.words import Ending, Outcome, State
from landfast.plan.rules.words import Act
from landfast.web.mine.record_events import HAPPENED, NOT_OF_A_COURSE
from landfast.web.mine.record_said import SAID
from landfast.web.mine.record_titles import TITLES
from landfast.web.mine.record_words import LABELS
from tests.house.only_in_the_file import ONLY_IN_THE_FILE

SOURCE = Path(course.__file__).parents[1]

UNLINKED = {"course_callback"}
"""A caller's own number, before anybody is known; forgotten after fourteen days."""
MODELS = [model for model in about_citizens() if model._meta.db_table not in UNLINKED]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_every_field_about_people_has_its_words_or_stands_in_the_file_only(model):
    table = model._meta.db_table
    assert table in TITLES
    about = set(f"{model.holds.personal} {model.holds.sensitive}".split())
    about |= set(model.holds.organisation.split())
    spoken, silent = set(LABELS[table]), set(ONLY_IN_THE_FILE.get(table, "").split())
    assert spoken & silent == set()
    assert about - spoken - silent == set()
    assert (spoken | silent) - set(shown_fields(model)) == set(), "words for what is not there"


def test_no_words_for_tables_that_are_gone():
    known = {model._meta.db_table for model in MODELS}
    assert set(TITLES) == set(LABELS)
    assert set(TITLES) - known == set()
    assert set(ONLY_IN_THE_FILE) - known == set()


MADE_OF = {
    "change.": {state.value for state in ChangeState},
    "consent.": {state.value for state in ConsentState},
    "course.ended.": {ending.value for ending in Ending},
    "course.moved.": {state.name.lower() for state in State},
    "intake.decided.": {outcome.value for outcome in Outcome},
    "plan.agreement_": {act.value for act in Act},
}
"""Kinds whose end is a code of these: each code must have its sentence."""


LEFT_BY_FUNCTIONS = (
    "card",
    "circle",
    "coordinator",
    "emergency",
    "keeping",
    "mistake",
    "plan",
    "meeting",
)
"""Rooms of events that SQL writes too, so that nothing of it can stand without the event."""


def left_in_the_sources() -> tuple[set[str], set[str]]:
    """Every kind of event that an action or a journey leaves, and how the made ones begin."""
    kinds, begin = set(), set()
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
                continue
            if call.func.id != "record" or len(call.args) < 2 or "casefile" in path.parts:
                continue
            match call.args[1]:
                case ast.Constant(value=str(kind)):
                    kinds.add(kind)
                case ast.JoinedStr(values=[ast.Constant(value=str(first)), *_]):
                    begin.add(first)
                case other:
                    pytest.fail(f"{path}: {ast.unparse(other)} cannot be read as a kind of event")
    by_sql = written_by_the_database()
    made = {kind for kind in by_sql if kind.endswith("_")}
    return kinds | (by_sql - made), begin | made


def written_by_the_database() -> set[str]:
    """Kinds that a function of the database leaves with what it does."""
    found = re.compile(rf"'((?:{'|'.join(LEFT_BY_FUNCTIONS)})\.[a-z_]+)'")
    return {
        kind
        for path in SOURCE.glob("*/migrations/*.py")
        for kind in found.findall(path.read_text("utf-8"))
    }


def test_every_event_of_a_course_says_what_happened():
    kinds, begin = left_in_the_sources()
    assert begin == set(MADE_OF)
    made = {first + code for first, codes in MADE_OF.items() for code in codes}
    assert len(kinds) > 100
    assert (kinds | made) - set(HAPPENED) - NOT_OF_A_COURSE == set(), "without words"
    assert (set(HAPPENED) | NOT_OF_A_COURSE) - kinds - made == set(), "words for what is gone"
    assert set(HAPPENED) & NOT_OF_A_COURSE == set()


def test_what_is_said_in_other_words_is_shown():
    assert {(table, field) for table, field in SAID if field not in LABELS[table]} == set()
