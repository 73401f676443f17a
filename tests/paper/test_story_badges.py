"""The counts of red and green marks at a mark of the story line (J6)."""

import re

import pytest

from landfast.insight.storyline.positions import ROW, WIDTH
from landfast.paper.storyline.badges import badge

HALF = 6.5
"""Half of what a count takes up, in both directions."""


def places(drawn: str) -> list[tuple[float, float]]:
    found = re.findall(r"translate\(([\d.]+) ([\d.]+)\)", drawn)
    return [(float(x), float(y)) for x, y in found]


@pytest.mark.parametrize(
    ("x", "numbers", "half_mark"), [(100, (3,), 11), (100, (3, 4), 18), (WIDTH - 5, (3,), 11)]
)
def test_counts_stand_beside_the_number_in_its_own_row_and_within_the_picture(
    x, numbers, half_mark
):
    red, green = places(badge(x, 200, numbers, {3: (2, 1)}))
    assert abs(red[0] - green[0]) >= 2 * HALF - 0.5, "neither lies over the other"
    for at, y in (red, green):
        assert abs(at - x) >= half_mark - 4, "the number of the mark can be read"
        assert abs(y - 200) + HALF <= ROW / 2 + 1, "nothing reaches into the next row"
        assert at + HALF <= WIDTH


def test_a_mark_of_many_counts_them_all_and_nothing_is_no_count():
    drawn = badge(100, 200, (3, 4), {3: (2, 0), 4: (1, 0), 5: (9, 9)})
    assert ">3<" in drawn
    assert len(places(drawn)) == 1
    assert badge(100, 200, (6,), {3: (2, 1)}) == ""
