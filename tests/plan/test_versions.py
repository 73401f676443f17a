"""The plan on a day, from its history, and what came between two days."""

from datetime import date
from uuid import UUID

from landfast.plan.rules.versions import Changed, Difference, Stood, compare, on_day
from landfast.plan.rules.words import AgreementState as S

KEY = UUID(int=1)
MONDAY, TUESDAY, FRIDAY, LATER = (date(2026, 3, day) for day in (2, 3, 6, 20))


NOW = Stood(KEY, "Ringer torsdag", S.KEPT, LATER)
HISTORY = [
    Changed(MONDAY, S.PROPOSED), Changed(TUESDAY, S.PROPOSED, "Ringer onsdag", FRIDAY),
    Changed(TUESDAY, S.ACCEPTED), Changed(LATER, S.KEPT),
]  # fmt: skip


def test_an_agreement_stood_as_the_next_change_tells():
    assert on_day(NOW, HISTORY, date(2026, 3, 1)) is None
    assert on_day(NOW, HISTORY, MONDAY) == Stood(KEY, "Ringer onsdag", S.PROPOSED, FRIDAY)
    assert on_day(NOW, HISTORY, TUESDAY) == Stood(KEY, "Ringer torsdag", S.ACCEPTED, LATER)
    assert on_day(NOW, HISTORY, FRIDAY) == Stood(KEY, "Ringer torsdag", S.ACCEPTED, LATER)
    assert on_day(NOW, HISTORY, LATER) == NOW


def test_two_days_differ_in_words_day_and_state():
    then = on_day(NOW, HISTORY, MONDAY)
    found = compare({KEY: then}, [on_day(NOW, HISTORY, FRIDAY)])
    assert [one.what for one in found] == [Difference.COUNTS, Difference.WORDS, Difference.DAY]
    assert found[1].before.text == "Ringer onsdag"


def test_what_was_not_there_came_and_what_did_not_change_is_not_said():
    proposed = Stood(KEY, "Ringer", S.PROPOSED, None)
    assert [one.what for one in compare({}, [proposed])] == [Difference.CAME]
    assert [one.what for one in compare({}, [NOW])] == [Difference.COUNTS]
    assert compare({KEY: NOW}, [NOW]) == []
    broken = Stood(KEY, "Ringer torsdag", S.BROKEN, LATER)
    assert [one.what for one in compare({KEY: NOW}, [broken])] == [Difference.STATE]
