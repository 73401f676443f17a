"""A unit's public face."""

from datetime import time
from uuid import uuid4

import pytest

from landfast.directory import actions
from landfast.directory.rules import Line
from landfast.web.directory.views import days_in_words
from tests.factories.town import as_


def test_a_unit_says_what_it_does_and_when_it_answers(town, signed_in):
    with as_(town.dorte):
        actions.describe_unit(
            actor=town.dorte, unit_id=town.coordination, does="Holder trådene sammen",
            law="Serviceloven", can_decide="Optag", cannot_decide="Ydelser",
        )  # fmt: skip
        lines = [
            Line("Teamet", "70 10 20 30", frozenset(range(5)), time(8), time(15)),
            Line("Døgnvagten", "70 70 70 70", frozenset(), time(0), time(0), always=True),
        ]
        actions.set_lines(actor=town.dorte, unit_id=town.coordination, lines=lines)
    page = signed_in(town.anna).get(f"/enheder/{town.coordination}/").content.decode()
    opens, night = "mandag til fredag kl. 8 til 15", "70\u00a070\u00a070\u00a070"
    own = 'Enhedens eget nummer: <a href="tel:70102030">70\u00a010\u00a020\u00a030</a>'
    for words in ("Holder trådene sammen", opens, night, own, "også hvis dit forløb er stoppet"):
        assert words in page


def test_a_unit_without_words_is_no_dead_end(town, signed_in):
    page = signed_in(town.anna).get(f"/enheder/{town.coordination}/").content.decode()
    assert "Ring og spørg" in page
    assert "70\u00a010\u00a020\u00a030" in page


def test_a_unit_that_is_not_there_is_not_found(town, signed_in):
    assert signed_in(town.anna).get(f"/enheder/{uuid4()}/").status_code == 404


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([0, 1, 2, 3, 4], "mandag til fredag"),
        ([5, 6], "lørdag og søndag"),
        ([0, 2, 4], "mandag, onsdag, fredag"),
        ([3], "torsdag"),
    ],
)
def test_weekdays_are_said_as_people_do(days, words):
    assert days_in_words(days) == words
