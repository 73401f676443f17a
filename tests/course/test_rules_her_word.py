"""What is hers to say is written down by another only on her word."""

import pytest

from landfast.course.rules.her_word import check_her_word
from landfast.kernel.refusals import Wrong
from tests.refusing import refused


@pytest.mark.parametrize(("is_her", "said"), [(True, False), (False, True), (True, True)])
def test_she_says_it_or_whoever_writes_has_asked_her(is_her, said):
    check_her_word(is_citizen=is_her, citizen_said_so=said)


def test_without_her_word_it_is_not_written_and_the_sentence_says_what_to_ask():
    with refused("not_the_citizens_word", "citizen_said_so"):
        check_her_word(is_citizen=False, citizen_said_so=False)
    with pytest.raises(Wrong) as late:
        check_her_word(is_citizen=False, citizen_said_so=False, words="Spørg hende først.")
    assert late.value.words == "Spørg hende først."
