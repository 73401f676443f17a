"""How much a course has room for, and how large one file may be. No database."""

import pytest

from landfast.files import rules
from tests.refusing import refusal_of


@pytest.mark.parametrize(
    ("files", "size", "code"),
    [
        (rules.MOST_FILES - 1, rules.MOST_BYTES, None),
        (rules.MOST_FILES, 0, "no_room"),
        (0, rules.MOST_BYTES + 1, "no_room"),
    ],
)
def test_a_course_has_room_for_so_many_files_and_so_many_bytes(files, size, code):
    assert refusal_of(rules.check_room, files, size) == code


def test_a_paper_a_picture_and_a_name_have_an_end():
    assert refusal_of(rules.check_pages, rules.PAGES) is None
    assert refusal_of(rules.check_pages, rules.PAGES + 1) == "too_many_pages"
    assert refusal_of(rules.check_points, rules.POINTS, 1) is None
    assert refusal_of(rules.check_points, rules.POINTS, 2) == "picture_too_large"
    assert refusal_of(rules.check_title, "x" * rules.TITLE_MAX) is None


def test_how_large_a_picture_may_be_is_said_in_millions_of_points():
    assert rules.too_many_points().values == {"most": 50}
