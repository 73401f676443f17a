"""What looks like one citizen, and what is said when it cannot be mended."""

from datetime import date

import pytest

from landfast.course.rules.mending import (
    CLASHES,
    SAID,
    check_clashes,
    check_said,
    check_why,
    may_be_one,
)
from tests.refusing import refused

BORN = date(1970, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Jytte Jensen", "22334455", None), ("jytte jensen", "22334455", None), True),
        (("Jytte Jensen", "", BORN), ("Jytte Jensen", "", BORN), True),
        (("Jytte Jensen", "", None), ("Jytte Jensen", "", None), False),
        (("Jytte Jensen", "", None), ("Jytte Jensen", "22334455", BORN), False),
        (("Jytte Jensen", "22334455", None), ("Yrsa Yde", "22334455", None), False),
        (("Jytte Jensen", "22334455", BORN), ("Jytte Yde", "22334455", BORN), True),
    ],
)
def test_two_who_may_be_one(one, other, alike):
    assert may_be_one(one, other) is alike
    assert may_be_one(other, one) is alike


def test_what_the_database_says_no_to_is_said_in_words():
    check_said("")
    check_clashes([])
    for code in SAID | CLASHES:
        with refused(f"mend_{code}"):
            check_said(code)
    for code in CLASHES:
        with refused(f"mend_{code}"):
            check_clashes([code])


def test_why_is_owed_and_short():
    check_why("Hun har selv sagt det")
    with refused("why_mend"):
        check_why("  ")
    with refused("why_too_long"):
        check_why("x" * 501)
