"""The network map as a drawing: everybody inside their own ring and slice, nobody on another."""

from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.web.parts.rings import BOUNDS, MIDDLE, RADII, Placed, draw, initials, short

NAMES = [(f"s{n}", f"Kreds {n}") for n in range(7)]
PEOPLE = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 6)), max_size=14)


def placed(spots):
    return [Placed(str(n), f"En {n}", "", *spot, "person") for n, spot in enumerate(spots)]


def where(node):
    """How far out, and at which angle, as the script reads it."""
    dx, dy = (node.x - MIDDLE[0]) / RADII[0], (node.y - MIDDLE[1]) / RADII[1]
    return hypot(dx, dy), atan2(dy, dx)


@given(PEOPLE)
def test_whoever_is_let_go_where_they_are_drawn_stays_there(spots):
    drawn = draw(placed(spots), NAMES)
    for node in drawn.nodes:
        out, angle = where(node)
        inner = (0, *BOUNDS)[node.who.ring]
        assert inner - 0.02 <= out <= BOUNDS[node.who.ring] + 0.02
        own = drawn.slices[node.who.slice]
        start, end = float(own.start), float(own.end)
        turned = start + (angle - start) % (2 * pi)
        assert turned <= end + 0.03 or turned >= start + 2 * pi - 0.03


@given(PEOPLE)
def test_the_slices_are_the_whole_circle_and_everybody_is_drawn_once(spots):
    drawn = draw(placed(spots), NAMES)
    assert sorted(node.who.key for node in drawn.nodes) == sorted(map(str, range(len(spots))))
    assert float(drawn.slices[-1].end) - float(drawn.slices[0].start) == pytest.approx(
        2 * pi, abs=0.001
    )


def test_a_name_is_written_as_there_is_room_for_it():
    assert (short("Min søster Birthe"), initials("Min søster Birthe")) == ("Søster", "SB")
    assert short("Karen Koordinator") == "Karen"
    assert short("Min mor") == "Mor"
    assert short("Bostøttemedarbejderen") == "Bostøttem…"
    assert (short("Mig"), initials("mor")) == ("Mig", "M")
