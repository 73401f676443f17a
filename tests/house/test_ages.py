"""How fast libraries are renewed is promised in one place and checked in another: the same time."""

import importlib.util
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("ages", ROOT / "scripts" / "check_ages.py")
ages = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(ages)
RENEWED = date(2026, 11, 22)


def test_the_time_that_is_promised_is_the_time_that_is_checked():
    promised = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert "ninety days" in promised
    assert timedelta(days=90) == ages.PROMISED
    assert ages.problem(RENEWED, RENEWED + ages.PROMISED) == ""
    assert "lock.sh --upgrade" in ages.problem(RENEWED, RENEWED + timedelta(days=91))
    assert "not come yet" in ages.problem(RENEWED, RENEWED - timedelta(days=1))


def test_the_day_can_be_read():
    assert ages.renewed() >= RENEWED
