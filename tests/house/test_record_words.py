"""What stands about a citizen can be read by her: no table and no field is left without words."""

import pytest

from landfast.access.records import about_citizens, shown_fields
from landfast.web.mine.record_words import LABELS, ONLY_IN_THE_FILE, TITLES

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
