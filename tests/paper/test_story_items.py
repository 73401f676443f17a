"""A line of the story's list in words (D7)."""

from datetime import date

import pytest

from landfast.insight.storyline import Flag
from landfast.insight.storyline.numbering import Line
from landfast.paper.storyline.items import item

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("about", "needs", "until", "hers", "ours"),
    [
        ((), (), None, "", ""),
        (("Ringe",), (), None, "Det handler om »Ringe«.", "Det handler om »Ringe«."),
        (
            ("Ringe", "Skrive"), (), None,
            "Det handler om »Ringe« og »Skrive«.", "Det handler om »Ringe« og »Skrive«.",
        ),
        ((), ("Bolig",), None, "Det handler om Bolig.", ""),
        (
            (), ("Bolig",), DAY, "Det handler om Bolig. Det var sådan til 30. nov. 2026.",
            "Det var sådan til 30. nov. 2026.",
        ),
    ],
)  # fmt: skip
def test_what_was_found_says_which_promise_and_to_her_which_part_of_life(
    about, needs, until, hers, ours
):
    found = Flag(
        "f", DAY, "Ingen hjælper.", "Vi ser på det.", {"need": list(needs)} if needs else {},
        until, about,
    )  # fmt: skip
    assert item(Line(1, found), to_citizen=True).words == hers
    assert item(Line(1, found), to_citizen=False).words == ours
