"""`make rule Q=…` finds by the Danish word, as the README and the Makefile themselves ask."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = shutil.which("make")
ASKED_IN = re.findall(
    r"make rule Q=(\S+?)[`\s]",
    (ROOT / "README.md").read_text("utf-8") + (ROOT / "Makefile").read_text("utf-8"),
)


def ask(word):
    return subprocess.run(
        [str(MAKE), "rule", f"Q={word}"], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("word", sorted({*ASKED_IN, "aftalt", "aftaler", "Samtykke", "forrang"}))
def test_a_danish_word_finds_its_rules(word):
    answer = ask(word)
    assert answer.returncode == 0, answer.stderr
    assert "| `" in answer.stdout
    assert "src/landfast/" in answer.stdout


def test_the_word_of_the_code_is_told_and_the_rule_found():
    told = ask("aftale").stdout
    assert "aftale: agreement" in told
    assert "`check_may_accept`" in told


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        ("referat", "check_publish"), ("henvendelse", "expires_on"), ("sletning", "delete_on"),
        ("ferie", "check_available"), ("dækning", "check_period"), ("to par øjne", "check_second"),
        ("iagttagelse", "check_observation"),
    ],
)  # fmt: skip
def test_what_a_newcomer_asks_first_is_found(asked, rule):
    """An everyday word, or the end of a longer one, leads to a rule and not to texts only."""
    assert f"| `{rule}" in ask(asked).stdout


def test_an_english_word_finds_as_before():
    assert "`check_neutral`" in ask("neutral").stdout


def test_a_function_of_the_database_is_found_with_its_line():
    [line] = [one for one in ask("take_up").stdout.splitlines() if "course_take_up" in one]
    place, _, rest = line.partition(" ")
    path, _, number = place.partition(":")
    assert rest == "function course_take_up"
    there = (ROOT / path).read_text("utf-8").splitlines()[int(number) - 1]
    assert there.startswith("CREATE OR REPLACE FUNCTION public.course_take_up(")


def test_policies_are_found_by_their_table():
    assert "policies of plan_agreement\n" in ask("aftale").stdout


@pytest.mark.parametrize(
    ("words", "says_it"),
    [
        ("begynd igen", "src/landfast/course/rules/states.py"),
        ("nødadgang", "src/landfast/web/emergency/present.py"),
        ("Forløbet går videre, hvor det var", "src/landfast/web/course/endings.py"),
    ],
)
def test_words_of_a_screen_lead_to_what_says_them(words, says_it):
    answer = ask(words)
    assert answer.returncode == 0, answer.stderr
    assert says_it in answer.stdout.partition("On the screen")[2]


def test_the_button_stands_before_the_sentence_that_names_it():
    told = ask("begynd igen").stdout.partition("On the screen\n")[2]
    assert told.startswith("»Begynd igen« ")


def test_what_nobody_says_is_told_kindly():
    answer = ask("xylofonist")
    assert answer.returncode != 0
    assert "docs/words.md" in answer.stderr
    assert ask("").returncode != 0


def test_the_readme_and_the_makefile_show_a_word():
    assert len(ASKED_IN) >= 2
