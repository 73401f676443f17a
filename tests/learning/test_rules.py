"""What is taken out of a copy before a person reads it, and what she is asked to look at (J6)."""

import pytest

from landfast.kernel.refusals import NotNow, Wrong
from landfast.learning.rules.anonymising import MAYBE_NAME, MAYBE_RARE, masked, named_anew
from landfast.learning.rules.masking import without_names
from landfast.learning.rules.workshop import check_open, check_study, normal_code


@pytest.mark.parametrize(
    ("words", "gone", "left"),
    [
        ("Jyttes mor ringede", "Jyttes", "[navn] mor ringede"),
        ("Mødtes den 3. marts 2025", "3. marts 2025", "Mødtes den [dag]"),
        ("Født 010190-1234", "010190-1234", "Født [tal]"),
        ("Ring 12 34 56 78 i dag", "12 34 56 78", "Ring [tal] i dag"),
        ("Bor på Strandvej 12 nu", "Strandvej 12", "Bor på [sted] nu"),
        ("Skriv til a@b.dk", "a@b.dk", "Skriv til [adresse]"),
        ("Flyttede i 2019 til 4500 Nykøbing", "2019", "Flyttede i [dag] til [sted]"),
    ],
)
def test_names_days_numbers_and_places_are_taken_out_and_told(words, gone, left):
    found = masked(words, ["Jytte Jensen"])
    assert found.words == left
    assert gone in found.taken


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Anne-Marie ringede", "[navn] ringede"),
        ("Det siger Bo altid", "Det siger [navn] altid"),
        ("Vitamin K hjalp", "Vitamin K hjalp"),
    ],
)
def test_the_longest_name_goes_first_and_a_letter_alone_is_none(words, left):
    assert masked(words, ["Anne Lund", "Anne-Marie K Holm", "Bo Berg"]).words == left


def test_a_name_in_capitals_is_the_same_name():
    found = masked("JYTTE JENSEN og JENSENS mor. OPUS og IDA var med", ["Jytte Jensen"])
    assert found.words == "[navn] [navn] og [navn] mor. OPUS og IDA var med"
    assert found.look_at == (("IDA", MAYBE_NAME),)


@pytest.mark.parametrize(
    ("words", "read", "found"),
    [
        ("Holm og hans mor", "", ["Holm"]),
        ("HOLMS mor ringer", "", ["HOLMS"]),
        ("Ida kom, og Ida gik", "", ["Ida"]),
        ("20 99 28 48, 010190-1234, a@b.dk", "", ["a@b.dk", "010190-1234", "20 99 28 48"]),
        ("En mand med små børn i 2019 i Bolig 3", "", []),
        ("Ida kom med Ole", "Ida kom", ["Ole"]),
        ("Bent kom", "Benthe kom ikke", ["Bent"]),
        ("OPUS skrev", "", []),
    ],
)  # fmt: skip
def test_who_somebody_is_does_not_come_in_after_the_reading(words, read, found):
    assert named_anew(words, read, ["Xerxes Holm"]) == found


def test_an_abbreviation_and_what_everybody_has_are_not_pointed_at():
    assert masked("Hun kom i DBT, og det talte Kommunen med SKP om.", []).look_at == ()


def test_what_may_be_a_name_or_make_somebody_known_is_pointed_at():
    found = masked("Hun ringede til Birthe. Politiet kom. OPUS var med.", [])
    assert found.look_at == (("Birthe", MAYBE_NAME), ("Politiet", MAYBE_RARE))
    assert masked("Flyttede hjem. Sygeplejersken var der.", []).look_at == ()
    heads = masked("Birthe nåede det ikke. Fjodor var med.", []).look_at
    assert heads == (("Birthe", MAYBE_NAME), ("Fjodor", MAYBE_NAME))


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Her slap Birthe tråden", "Her slap [navn] tråden"),
        ("Birthes mor ringede. Jens kom ikke", "[navn] mor ringede. [navn] kom ikke"),
        ("Ingen fulgte op. OPUS var med", "Ingen fulgte op. OPUS var med"),
        ("Flere boede i Nakskov", "Flere boede i [navn]"),
        ("Hun kom i DBT, og Region og Kommunen", "Hun kom i DBT, og Region og Kommunen"),
        ("Ring 12 34 56 78", "Ring [tal]"),
        ("JENS var med i OPUS", "[navn] var med i OPUS"),
        ("Én holdt\nAlle vidste", "Én holdt\nAlle vidste"),
        ("Fjodor ringede. Zubeida og Xerxes kom", "[navn] ringede. [navn] og [navn] kom"),
        ("Lægen ringede. Mor kom. SKP var der", "Lægen ringede. Mor kom. SKP var der"),
        ("Afslag var givet. Netværksmøde blev holdt", "Afslag var givet. Netværksmøde blev holdt"),
    ],
)
def test_what_groups_write_is_kept_without_names(said, left):
    assert without_names(said) == left
    assert without_names(left) == left, "masked twice is masked once"


def test_a_copy_is_kept_only_when_a_person_has_read_it():
    assert check_study(" En ung ", ["x"], is_read=True) == "En ung"
    for title, lines, is_read in (("", ["x"], True), ("T", [], True), ("T", ["x"], False)):
        with pytest.raises(Wrong):
            check_study(title, lines, is_read=is_read)


def test_a_closed_workshop_takes_no_more_and_a_code_is_read_as_it_was_meant():
    check_open(is_closed=False)
    with pytest.raises(NotNow):
        check_open(is_closed=True)
    assert normal_code(" bcdf-gh23 ") == "BCDFGH23"
