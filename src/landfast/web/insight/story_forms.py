"""What somebody wants to see of the story line; what nobody knows shows all."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from landfast.insight.storyline import Kind, Lane
from landfast.paper.storyline import Asks
from landfast.paper.storyline.words import kind_name, lane_name
from landfast.web.forms import choose_among


class StoryForm(forms.Form):
    """A time, one lane, one kind."""

    tid = forms.CharField(required=False)
    bane = forms.ChoiceField(label=gettext_lazy("Hos hvem"), required=False)
    slags = forms.ChoiceField(label=gettext_lazy("Hvad"), required=False)

    def asks(self) -> Asks:
        """What was asked for; a field that does not fit is left out, the others count."""
        self.is_valid()
        known = self.cleaned_data
        lane, kind = known.get("bane"), known.get("slags")
        return Asks(
            known.get("tid", ""), Lane(lane) if lane else None, Kind(kind) if kind else None
        )


def story_form(data: Any, lanes: tuple[Lane, ...], *, to_citizen: bool) -> StoryForm:
    """The form with the lanes that this course has."""
    form = StoryForm(data)
    every = ("", gettext_lazy("Alt"))
    choose_among(form, "bane", [
        every, *((one.value, lane_name(one, to_citizen=to_citizen)) for one in lanes)
    ])  # fmt: skip
    choose_among(form, "slags", [
        every, *((one.value, kind_name(one, to_citizen=to_citizen)) for one in Kind)
    ])  # fmt: skip
    return form
