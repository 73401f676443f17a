"""Danish as people read it: near dates, full dates, names in order, lix."""

from datetime import date, datetime, timedelta

import pytest

from landfast.kernel import danish, english

TODAY = date(2026, 11, 25)  # a Wednesday


def at(days: int, hour: int = 10, minute: int = 0) -> datetime:
    on = TODAY + timedelta(days=days)
    return datetime(on.year, on.month, on.day, hour, minute)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "i dag"),
        (1, "i morgen"),
        (2, "i overmorgen"),
        (-1, "i går"),
        (-2, "i forgårs"),
        (3, "om tre dage"),
        (-3, "for tre dage siden"),
        (13, "om 13 dage"),
        (14, "om to uger"),
        (-20, "for to uger siden"),
        (60, "om otte uger"),
        (61, "om to måneder"),
        (-365, "for elleve måneder siden"),
        (700, "om 22 måneder"),
        (731, "om to år"),
        (-4000, "for ti år siden"),
    ],
)
def test_near_says_a_date_as_people_do(days: int, said: str) -> None:
    assert danish.near(TODAY + timedelta(days=days), TODAY) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (at(0, 14, 30), "i dag kl. 14.30"),
        (at(1), "i morgen kl. 10"),
        (at(-1, 9, 5), "i går kl. 9.05"),
        (at(3), "om tre dage"),
    ],
)
def test_near_says_the_hour_only_for_days_close_by(moment: datetime, said: str) -> None:
    assert danish.near(moment, TODAY) == said


def test_day_is_the_full_date() -> None:
    assert danish.day(date(2026, 11, 26)) == "torsdag 26. november 2026"
    assert danish.short_day(date(2026, 11, 26)) == "26. nov. 2026"
    assert danish.short_day(date(2026, 5, 1)) == "1. maj 2026"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("12345678", "12 34 56 78"),
        ("+4512345678", "+45 12 34 56 78"),
        ("12 34-5678", "12 34 56 78"),
        ("112", "112"),
        ("+46 70 123 45 67", "+46 70 123 45 67"),
    ],
)
def test_phone_is_read_in_pairs(raw: str, shown: str) -> None:
    assert danish.phone(raw).replace(danish.NO_BREAK, " ") == shown


def test_a_date_is_said_no_closer_than_it_is_known() -> None:
    assert danish.month(date(2013, 9, 2)) == "september 2013"
    seasons = [danish.season(date(2013, month, 1)) for month in (1, 4, 7, 10, 12)]
    assert seasons == [
        "vinteren 2013", "foråret 2013", "sommeren 2013", "efteråret 2013", "vinteren 2013",
    ]  # fmt: skip
    assert english.month(date(2013, 9, 2)) == "September 2013"
    assert english.season(date(2013, 9, 2)) == "autumn 2013"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("0107701234", "010770-1234"), ("010770-1234", "010770-1234"), ("", ""), ("12 ", "12")],
)
def test_cpr_stands_with_its_line_after_the_birthday(raw: str, shown: str) -> None:
    assert danish.cpr(raw) == shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Mette Holm Sørensen", "MS"), ("Åse", "Å"), ("øjvind (far) Bo", "ØB"), ("", "")],
)
def test_initials_are_first_and_last(name: str, letters: str) -> None:
    assert danish.initials(name) == letters


def test_sort_key_files_as_danish_registers_do() -> None:
    names = ["Åse", "Ærø", "Zoe", "Øster", "Aabenraa", "Anna", "Émile", "Eva", "Müller", "Mads"]
    assert sorted(names, key=danish.sort_key) == [
        "Anna", "Émile", "Eva", "Mads", "Müller", "Zoe", "Ærø", "Øster", "Aabenraa", "Åse",
    ]  # fmt: skip


def test_sort_key_knows_both_ways_of_writing_the_ring() -> None:
    assert danish.sort_key("A\u030ase")[0] == danish.sort_key("Åse")[0]
    assert danish.sort_key("Aage")[0] == danish.sort_key("Åge")[0]


def test_lix_counts_sentences_and_long_words() -> None:
    assert danish.lix("") == 0
    assert danish.lix("Du kan sige nej. Du kan sige ja.") == 4
    assert danish.lix("Koordinatoren ringer til dig.\n\nDu bestemmer selv") == round(
        7 / 2 + 200 / 7
    )


def test_lix_reads_plain_words_as_easier_than_law() -> None:
    plain = "Du har én kontaktperson. Hun ringer til dig i morgen."
    law = (
        "Kommunalbestyrelsen træffer afgørelse om iværksættelse af "
        "koordinerende foranstaltninger efter servicelovens bestemmelser."
    )
    assert danish.lix(plain) < 25
    assert danish.lix(law) > 55


def test_whose_it_is():
    whose = [danish.genitive(name) for name in ("Karen", "Jens", "Max")]
    assert whose == ["Karens", "Jens'", "Max'"]


@pytest.mark.parametrize(("days", "says"), [(0, True), (2, True), (3, False), (-9, False)])
def test_the_time_of_day_is_not_said_twice(days: int, says: bool) -> None:
    assert danish.says_clock(at(days), TODAY) is says
    assert danish.says_clock(at(days).date(), TODAY) is False
