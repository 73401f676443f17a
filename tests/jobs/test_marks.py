"""The table of marks: each of the 59 and 34 stands once, with where it could be seen."""

from landfast.jobs.marks import Seen, marks_of, page
from tests.redthread.test_checking import CASES


def test_every_mark_stands_once_and_none_is_claimed():
    told = {
        name: marks_of((CASES / f"{name}.json").read_text("utf-8")) for name in ("jeanette", "jens")
    }
    assert [len(rows) for rows in told.values()] == [59, 34]
    for rows in told.values():
        assert len({mark.id for mark in rows}) == len(rows)
        assert {mark.seen for mark in rows} == set(Seen)
    assert "does not say that Landfast finds what the groups found" in page()
