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
