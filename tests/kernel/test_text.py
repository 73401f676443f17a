"""Words in a row, as one says them."""

import pytest

from landfast.kernel.text import listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["en frist"], "en frist"),
        (["en frist", "en opfølgning"], "en frist og en opfølgning"),
        (["én", "to", "tre"], "én, to og tre"),
    ],
)
def test_words_in_a_row_are_listed_as_one_says_them(words, said):
    assert listed(words, " og ") == said
