"""Minutes line by line, as one chooses what is to be covered. No database."""

from landfast.meetings.rules.lines import Line, lines


def test_every_line_with_words_can_be_covered_once_in_the_order_it_is_read():
    content = {
        "themes": [{"words": "Bolig", "said": "Bo: Hun bor alene\n\n", "solution": "Bo ringer"}],
        "reflections": [{"who": "Anna", "text": "Hun er træt"}],
        "since_last": [{"what": "Ringe", "because": "Ingen svarede"}],
        "closing": "Tak",
    }
    found = [(one.where, one.words) for one in lines("Jeg vil sove", " Kom godt hjem ", content)]
    assert found == [
        ("", "Jeg vil sove"), ("", "Kom godt hjem"), ("Bolig", "Bo: Hun bor alene"),
        ("Bolig", "Bo ringer"), ("Anna", "Hun er træt"), ("Ringe", "Ingen svarede"), ("", "Tak"),
    ]  # fmt: skip


def test_what_is_covered_whole_is_not_offered_again_and_a_line_keeps_its_number():
    assert list(lines("Først\n[udeladt 1]\nSidst", "", {})) == [
        Line("s-0", "", "Først"), Line("s-2", "", "Sidst"),
    ]  # fmt: skip
