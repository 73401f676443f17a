"""How much a course has room for, and how large one file may be. No database."""

import pytest

from landfast.files import rules
from landfast.files.rules import LARGEST, Family, Kind, Upload
from landfast.kernel.refusals import Wrong
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


PDF, OGG = b"%PDF-1.7", b"OggS"


@pytest.mark.parametrize(
    ("kind", "upload", "code"),
    [
        (Kind.PAPER, Upload("brev.pdf", LARGEST[Family.PAPER], PDF), None),
        (Kind.PAPER, Upload("brev.pdf", LARGEST[Family.PAPER] + 1, PDF), "file_too_large"),
        (Kind.WORD, Upload("ord.ogg", LARGEST[Family.SOUND], OGG), None),
        (Kind.WORD, Upload("ord.ogg", LARGEST[Family.SOUND] + 1, OGG), "file_too_large"),
        (Kind.PAPER, Upload("brev.jpg", 8, PDF), "file_name_lies"),
        (Kind.PAPER, Upload("brev", 8, PDF), None),
        (Kind.PAPER, Upload(".jpg", 8, PDF), None),
    ],
)
def test_a_file_is_as_large_as_its_kind_and_its_name_does_not_lie(kind, upload, code):
    assert refusal_of(rules.check_upload, kind, upload) == code


def test_who_sends_what_is_not_taken_is_told_what_is():
    for kind, upload, takes in (
        (Kind.WORD, Upload("brev.pdf", 8, PDF), "lydfil"),
        (Kind.PAPER, Upload("ord.ogg", 4, OGG), "PDF"),
    ):
        with pytest.raises(Wrong, match=takes):
            rules.check_upload(kind, upload)


def test_how_large_a_picture_may_be_is_said_in_millions_of_points():
    assert rules.too_many_points().values == {"most": 50}
