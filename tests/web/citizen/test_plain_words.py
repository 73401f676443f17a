"""What a citizen reads is read by the one with least energy in the room (product, principle 7).

All pages and papers are found by walking: a new page is tried without being named here.
"""

import csv
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from landfast.kernel.danish import SENTENCE_END, WORD, lix
from landfast.web.templatetags.terms import terms_in
from tests.web.mine.reading import visible_text

DOCS = Path(__file__).resolve().parents[3] / "docs"
NAMES = (
    "Jytte", "Jensen", "Birthe", "Karen", "Koordinator", "Koordinatorteamet", "Bo", "Bostøtte",
    "Anna", "Afsnit", "Mads", "Makker", "Balder", "Hunden", "Strandby", "Kommune", "Region",
    "Social og Handicap", "home_support", "ward_staff", "coordinator",
)  # fmt: skip
END = r"(?:e?n|e?t|er|erne|ne|s)?(?!\w)"
EASY, ENOUGH, LONGEST = 35, 60, 15
EVERYDAY = {
    "aftale", "aktiv", "mål", "bolig", "tema", "borger", "afslutning", "opstart", "frist",
    "økonomi", "resume", "mentor", "opfølgning", "stedfortræder", "kig", "situation", "deling",
    "løfte", "frisk start", "et nej", "børn og familie", "det første møde", "akut møde",
    "afsluttet", "bed om navn", "henvendelse",
}  # fmt: skip
"""Terms of the glossary that are words of every day, too, or that a heading on the page says."""


INSIDE_ANOTHER = {"fundet"}
"""What looks like a term with an ending, and is a word of its own."""


def banned() -> dict[str, re.Pattern[str]]:
    """Words that are not used, each as a pattern; a star stands for any ending."""
    with (DOCS / "words-not-used.csv").open(encoding="utf-8") as file:
        words = [row["word"] for row in csv.DictReader(file)]
    return {word: pattern(word) for word in words}


def pattern(word: str) -> re.Pattern[str]:
    bare = re.escape(word.rstrip("*"))
    end = r"\w*" if word.endswith("*") else r"(?!\w)"
    capitals = 0 if word.isupper() else re.IGNORECASE
    return re.compile(rf"(?<!\w){bare}{end}", capitals)


def printed(paper: bytes) -> str:
    """The words of a paper; a line that goes on in the next is one with it."""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    joined = re.sub(r"\n(?=[a-zæøå])", " ", text)
    return visible_text(f"<main>{joined}</main>".replace("\n", "<p></p>"), *NAMES)


@pytest.fixture(scope="module")
def read(walk) -> dict[str, str]:
    """The words of each page and paper of hers."""
    pages = {name: visible_text(html, *NAMES) for name, html in walk.hers().items()}
    return pages | {name: printed(paper) for name, paper in walk.papers.items()}


def test_every_page_and_paper_is_easy_to_read(read):
    long = {name: text for name, text in read.items() if len(WORD.findall(text)) >= ENOUGH}
    assert len(read) > 130
    assert sum("after a mistake" in name for name in read) > 10
    assert len(long) > 80
    assert {name: lix(text) for name, text in long.items() if lix(text) > EASY} == {}


def test_no_sentence_is_longer_than_fifteen_words(read):
    long = {
        (name, said.strip())
        for name, text in read.items()
        for said in SENTENCE_END.split(text)
        if len(WORD.findall(said)) > LONGEST
    }
    assert sorted(long) == []


def test_no_page_speaks_the_offices_tongue(read):
    found = {
        (name, word) for word, one in banned().items() for name, text in read.items()
        if one.search(text)
    }  # fmt: skip
    assert sorted(found) == []


def test_each_term_of_the_field_is_explained_on_the_page_that_uses_it(walk, read):
    with (DOCS / "glossary.csv").open(encoding="utf-8") as file:
        terms = {row["da"].partition(" (")[0].lower() for row in csv.DictReader(file)} - EVERYDAY
    field = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))}){END}", re.IGNORECASE)
    silent = {
        (name, said.lower())
        for name, html in walk.hers().items()
        for said in field.findall(read[name])
        if said.lower() not in INSIDE_ANOTHER
        and not any(said.lower().startswith(one.word) for one in terms_in(html))
    }
    assert sorted(silent) == []


def test_a_hard_word_is_found_in_what_is_written_not_in_the_markup():
    assert [one.word for one in terms_in('<p class="referat">Referatet er klar.</p>')] == [
        "referat"
    ]
    assert terms_in('<a href="/referat/">Læs</a><textarea>referat</textarea>') == []
    assert [one.word for one in terms_in("<p>Koordinatorteamet ringer</p>")] == ["koordinatorteam"]
