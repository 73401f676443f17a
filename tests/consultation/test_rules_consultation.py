"""What in a text could say whom it is about (F7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.consultation.rules import (
    Kind,
    check_anonymous,
    check_not_own,
    check_takes_questions,
    find_identity,
)
from landfast.kernel.refusals import NotNow, Wrong

NAMES = ["Jytte Åse Holm", "Bo Bostøtte", "Per Knudsen"]


def kinds(text, names=NAMES):
    return [one.kind for one in find_identity(text, names)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hun har 070761-4285 på kortet", Kind.CPR),
        ("Hun har 0707614285 på kortet", Kind.CPR),
        ("Ring på 20 30 40 50 i morgen", Kind.PHONE),
        ("Ring på +4520304050 i morgen", Kind.PHONE),
        ("Skriv til jytte.holm@eksempel.dk", Kind.MAIL),
        ("Han bor på nørregade 14 b i stuen", Kind.ADDRESS),
        ("Han bor i 9990 Skagen nu", Kind.ADDRESS),
        ("Hun er født den 7. juli 1961", Kind.BIRTH),
        ("Hun er født i 1961", Kind.BIRTH),
        ("Han har fødselsdag 24/12", Kind.BIRTH),
        ("Hun er født i maj 90, og bor alene", Kind.BIRTH),
        ("Hun er født i maj", Kind.BIRTH),
        ("Hun er født d. 3.4.90", Kind.BIRTH),
        ("Hun er født nittenhundrede og halvfems", Kind.BIRTH),
        ("En kvinde, f. 3/4-90, vil bo alene", Kind.BIRTH),
        ("En kvinde (f. 1990)", Kind.BIRTH),
        ("En kvinde f. april 1990", Kind.BIRTH),
        ("En kvinde f. d. 3. april 1990", Kind.BIRTH),
        ("En kvinde, årgang 1990, vil bo alene", Kind.BIRTH),
        ("En kvinde årg. 90", Kind.BIRTH),
        ("Fødselsår: 1990", Kind.BIRTH),
        ("Hun fylder 36 den 3. april", Kind.BIRTH),
        ("Hun flyttede i april 1990", Kind.DATE),
        ("Hun har 03 04 90 - 1234", Kind.CPR),
        ("Hun har 03.04.90-1234", Kind.CPR),
        ("Hun har 030490 – 1234", Kind.CPR),
        ("Ring på 2030 4050", Kind.PHONE),
        ("Ring på 203 04 050", Kind.PHONE),
        ("Ring på 20.30.40.50", Kind.PHONE),
        ("Ring på 20-30-40-50", Kind.PHONE),
        ("Ring på (+45) 20 304 050", Kind.PHONE),
        ("Ring på 0045 20304050", Kind.PHONE),
        ("Ring på 2 0 3 0 4 0 5 0", Kind.PHONE),
        ("Han bor på Nørregade nr. 14", Kind.ADDRESS),
        ("Han bor på Nørregade14B", Kind.ADDRESS),
        ("Han bor på Nørregade  14, 2. tv.", Kind.ADDRESS),
        ("Han bor i 9990Skagen nu", Kind.ADDRESS),
        ("Han bor i DK-9990 Skagen nu", Kind.ADDRESS),
        ("Han bor i 99 90, Skagen nu", Kind.ADDRESS),
        ("Han har postnr. 9990", Kind.ADDRESS),
        ("Det er jytte, der ringer", Kind.NAME),
        ("Det er Jyttes bror", Kind.NAME),
        ("Hendes Aase-navn er AASE", Kind.NAME),
        ("Det siger Bo", Kind.NAME),
        ("En kvinde på 58 år", Kind.AGE),
        ("En 58-årig kvinde", Kind.AGE),
        ("Det skete den 3. maj", Kind.DATE),
        ("Det skete 03.05.2026", Kind.DATE),
        ("Hun kom fra Aalborg i går", Kind.PROPER),
        ("Hun er tvilling", Kind.RARE),
        ("Hun har fået firlinger", Kind.RARE),
        ("Han var med til VM i skak", Kind.RARE),
        ("Han er blevet transplanteret", Kind.RARE),
        ("Sagen stod i avisen", Kind.RARE),
    ],
)
def test_what_points_at_somebody_is_found(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "En kvinde i 50’erne vil bo et sted, hvor hun kan sove. Hvem kan hjælpe hende?",
        "Hun har en SKP og venter på DBT. I kan måske hjælpe?",
        "Han har per telefon sagt, at han gerne vil bo alene.",
        "Hun har F20 og F.eks. angst. Det kostede 12.500.000 kr. for 30 borgere.",
        "Hun er født til at lede. En god årgang af medarbejdere.",
        "Kan De råde os? Hun drikker 10 øl om dagen, og det har hun gjort i 3 måneder.",
        "",
    ],
)
def test_a_case_without_a_person_in_it_is_left_alone(text):
    assert find_identity(text, NAMES) == []


@given(
    st.sampled_from([part for name in NAMES for part in name.split()]),
    st.sampled_from(["", "s"]),
    st.sampled_from(["Jeg kender {} godt.", "{} ringede.", "Det var ({})!", "Med {}, som sagt"]),
)
def test_no_known_name_leaves_whatever_stands_around_it(name, genitive, sentence):
    text = sentence.format(name + genitive)
    assert any(one.must_go for one in find_identity(text, NAMES))
    with pytest.raises(Wrong, match="pege på borgeren"):
        check_anonymous(text, NAMES, [one.code for one in find_identity(text, NAMES)])


@given(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99), st.integers(0, 9999),
       st.sampled_from(["", "-", " "]))  # fmt: skip
def test_no_cpr_number_leaves_however_it_is_written(day, month, year, serial, between):
    text = f"Det er {day:02}{month:02}{year:02}{between}{serial:04}, sagde han"
    assert any(one.must_go for one in find_identity(text))


@given(st.text(max_size=200), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_can_be_searched_and_nothing_found_overlaps(text, names):
    found = find_identity(text, names)
    ends = [one.at + len(one.words) for one in found]
    assert all(text[one.at :].startswith(one.words) for one in found)
    assert all(end <= later.at for end, later in zip(ends, found[1:], strict=False))


def test_what_could_point_must_be_looked_at_and_what_points_must_go():
    text = "En kvinde fra Aalborg på 58 år"
    with pytest.raises(Wrong, match="Se på det her") as refusal:
        check_anonymous(text, NAMES, ["proper:aalborg"])
    assert "58 år" in refusal.value.sentence
    assert "Aalborg" not in refusal.value.sentence
    check_anonymous(text, NAMES, ["proper:aalborg", "age:58 år"])


def test_one_asks_another_sector_and_only_a_forum_that_takes_questions():
    with pytest.raises(Wrong, match="din egen enhed"):
        check_not_own(["a", "b"], "b")
    check_not_own(["a"], "b")
    with pytest.raises(NotNow):
        check_takes_questions(is_open=False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring til Jytte+4520304050", ["Jytte", "+4520304050"]),
        ("Ring på 20304050Solveig", ["20304050", "Solveig"]),
        ("En kvinde fra Aalborg på 58 år, født i 1961", ["Aalborg", "58 år", "født i 1961"]),
    ],
)
def test_all_that_points_is_found_however_close_it_stands(text, found):
    assert [one.words for one in find_identity(text, NAMES)] == found


def test_what_was_found_is_shown_where_it_stands():
    text = "Ring på 20 30 40 50 i morgen"
    [one] = find_identity(text)
    assert text[one.at : one.at + len(one.words)] == "20 30 40 50"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det er holm, der ringer", [Kind.NAME]),
        ("Vi følger plan K nu", []),
        ("Det står i ICD-10 og i DSM-IV", []),
        ("Hun kom fra VEJLE i går", []),
        ("Hun kom fra AALBORG i går", [Kind.PROPER]),
        ("Hun kom fra Vejle i går", [Kind.PROPER]),
    ],
)
def test_a_letter_and_an_abbreviation_are_no_names(text, found):
    assert kinds(text, ["Jytte K Holm"]) == found
