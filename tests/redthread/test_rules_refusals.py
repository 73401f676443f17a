"""What is refused about findings and their choosing: the sentence, and the field it stands at."""

from datetime import date, timedelta

import pytest

from landfast.kernel.refusals import NotNow, Refusal, Wrong
from landfast.redthread.rules.choosing import check_figure, check_ground
from landfast.redthread.rules.measures import MEASURES
from landfast.redthread.rules.settling import LONGEST, check_reason, check_snooze, check_stands

DAY = date(2026, 3, 2)
LEAST, MOST = MEASURES["wait"].least, MEASURES["wait"].most


@pytest.mark.parametrize(
    ("asked", "kind", "code", "sentence", "field"),
    [
        (lambda: check_snooze(None, DAY),
         Wrong, "no_day", "Vælg den dag, du vil se på det igen.", "until"),
        (lambda: check_snooze(DAY, DAY),
         Wrong, "day_is_past", "Vælg en dag, der kommer.", "until"),
        (lambda: check_snooze(DAY + LONGEST + timedelta(days=1), DAY),
         Wrong, "day_is_far", "Vælg en dag inden for tre måneder.", "until"),
        (lambda: check_reason(" "),
         Wrong, "no_reason", "Skriv kort hvorfor. De andre kan læse det.", "because"),
        (lambda: check_reason("", "why"),
         Wrong, "no_reason", "Skriv kort hvorfor. De andre kan læse det.", "why"),
        (lambda: check_reason("x" * 501, "why"),
         Wrong, "too_long", "Skriv højst 500 tegn.", "why"),
        (lambda: check_stands(is_closed=True),
         NotNow, "finding_is_over", "Det er ikke sådan længere. Der er ikke mere at gøre.", None),
        (lambda: check_figure("wait", LEAST - 1),
         Wrong, "figure_out_of_range", f"Skriv et tal fra {LEAST} til {MOST}.", "wait"),
        (lambda: check_ground("", "Sag 1", "DPO", DAY, DAY),
         Wrong, "not_told", "Skriv det. Uden det kan reglerne ikke slås til.", "ground"),
        (lambda: check_ground("x" * 501, "Sag 1", "DPO", DAY, DAY),
         Wrong, "too_long", "Det er for langt. Skriv det kortere.", "ground"),
        (lambda: check_ground("Lov", "x" * 301, "DPO", DAY, DAY),
         Wrong, "too_long", "Det er for langt. Skriv det kortere.", "document"),
        (lambda: check_ground("Lov", "Sag 1", "x" * 201, DAY, DAY),
         Wrong, "too_long", "Det er for langt. Skriv det kortere.", "assessed_by"),
        (lambda: check_ground("Lov", "Sag 1", "DPO", None, DAY),
         Wrong, "no_day", "Skriv den dag, vurderingen er lavet.", "assessed_on"),
        (lambda: check_ground("Lov", "Sag 1", "DPO", DAY + timedelta(days=1), DAY),
         Wrong, "no_day", "Skriv den dag, vurderingen er lavet.", "assessed_on"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_wrong_and_where(asked, kind, code, sentence, field):
    with pytest.raises(Refusal) as refused:
        asked()
    said = refused.value
    assert (type(said), said.code, said.sentence, said.field) == (kind, code, sentence, field)


def test_a_ground_of_today_and_as_long_as_may_be_is_taken():
    assert check_ground("x" * 500, "x" * 300, "x" * 200, DAY, DAY) == DAY
