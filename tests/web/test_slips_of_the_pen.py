"""A day that no act can be about is said at its field, whatever the form."""

from datetime import timedelta

import pytest
from django import forms

from landfast.kernel.clock import today
from landfast.web.forms import YEARS_AHEAD, YEARS_BACK, did


class OfADay(forms.Form):
    on = forms.DateField(required=False)
    at = forms.DateTimeField(required=False)
    words = forms.CharField(required=False)


def written(**typed):
    """What was written, and what is said at each field."""
    acts: list[dict[str, object]] = []
    form = OfADay(typed)
    done, _result = did(form, lambda: acts.append(form.cleaned_data))
    assert done is bool(acts)
    return acts, {name: list(said) for name, said in form.errors.items()}


@pytest.mark.parametrize("day", ["0001-01-01", "1850-06-30", "9999-12-31"])
@pytest.mark.parametrize("field", ["on", "at"])
def test_a_year_that_cannot_be_is_told_and_nothing_is_written(field, day):
    acts, said = written(**{field: day, "words": "ord"})
    assert acts == []
    assert said == {field: ["Den dag ligger for langt væk. Se årstallet efter."]}


@pytest.mark.django_db
@pytest.mark.parametrize("years", [-YEARS_BACK, -1, 0, 1, YEARS_AHEAD])
def test_what_can_be_goes_on_to_the_rooms_own_rule(years):
    day = (today().replace(day=1) + timedelta(days=3)).replace(year=today().year + years)
    acts, said = written(on=day.isoformat(), words="ord")
    assert (len(acts), said) == (1, {})


class OfNumbers(forms.Form):
    people = forms.IntegerField(min_value=2, max_value=30)
    on = forms.DateField()


@pytest.mark.parametrize("typed", ["2026-12-24", "24.12.2026", "24-12-2026", "24/12/2026"])
def test_a_day_is_read_as_people_here_write_it(typed):
    form = OfNumbers({"people": "2", "on": typed})
    assert form.is_valid()
    assert form.cleaned_data["on"].isoformat() == "2026-12-24"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1", "Skriv et tal på mindst 2."),
        ("31", "Skriv et tal på højst 30."),
        ("1e3", "Skriv et helt tal."),
        ("", "Her mangler et svar."),
    ],
)
def test_a_number_that_cannot_be_is_told_in_plain_words(typed, said):
    form = OfNumbers({"people": typed, "on": "31-02-2027"})
    assert form.errors == {"people": [said], "on": ["Skriv en dato, der findes."]}
