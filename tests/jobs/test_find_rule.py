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


def test_an_english_word_finds_as_before():
    assert "`check_neutral`" in ask("neutral").stdout


def test_what_nobody_says_is_told_kindly():
    answer = ask("xylofonist")
    assert answer.returncode != 0
    assert "docs/words.md" in answer.stderr
    assert ask("").returncode != 0


def test_the_readme_and_the_makefile_show_a_word():
    assert len(ASKED_IN) >= 2
