"""The same proposal twice, and what may be taken back at the table."""

from uuid import UUID

import pytest

from landfast.kernel.refusals import NotFound
from landfast.meetings.rules import minutes, proposing
from landfast.meetings.rules.proposing import Asked
from tests.refusing import refused

BO, ANNA = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("text", "maker", "twice"),
    [
        ("Ringer til udlejer", BO, True),
        (" ringer  til Udlejer. ", BO, True),
        ("Ringer til udlejer", None, True),
        ("Ringer til udlejer", ANNA, False),
        ("Ringer til banken", BO, False),
    ],
)
def test_the_same_words_to_two_makers_are_two_promises(text, maker, twice):
    standing = [Asked("Ringer til udlejer", BO)]
    assert proposing.stands_already(Asked(text, maker), standing) is twice
    proposing.check_not_twice(Asked(text, maker), standing, again=True)
    if twice:
        with refused("stands_already"):
            proposing.check_not_twice(Asked(text, maker), standing, again=False)
    else:
        proposing.check_not_twice(Asked(text, maker), standing, again=False)


def test_a_proposal_that_nobody_has_is_the_same_whoever_is_asked_now():
    assert proposing.stands_already(Asked("Ringer", BO), [Asked("Ringer", None)]) is True
    assert proposing.stands_already(Asked("Ringer", BO), []) is False


def test_who_leads_takes_back_what_was_proposed_here_and_nothing_else():
    proposing.check_of_meeting(BO, [BO])
    with pytest.raises(NotFound):
        proposing.check_of_meeting(ANNA, [BO])


def text_of(words, citizen):
    return minutes.ThemeText(UUID(int=3), words, citizen, "", "", "")


def test_her_words_stand_under_their_theme():
    sleep, money = text_of("At sove", "Jeg sover ikke"), text_of("Penge", "Jeg er bange")
    quiet = text_of("Mad", "")
    assert minutes.her_words("", [sleep, quiet]) == "At sove:\nJeg sover ikke"
    assert minutes.her_words("", [sleep, quiet, money]) == (
        "At sove:\nJeg sover ikke\n\nPenge:\nJeg er bange"
    )
    assert minutes.her_words("Hilsen", [sleep]) == "Hilsen\n\nAt sove:\nJeg sover ikke"
    assert minutes.her_words("Hilsen", [quiet]) == "Hilsen"
    assert minutes.her_words("", []) == ""
    asks = text_of("Hvem ringer jeg til?", "Ingen")
    assert minutes.her_words("", [asks, money]).startswith("Hvem ringer jeg til?\nIngen\n\nPenge:")
