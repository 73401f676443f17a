"""What somebody wants to see of the story line; what nobody knows shows all."""

from django import forms
from django.utils.translation import gettext_lazy

from landfast.insight.storyline import Kind, Lane
from landfast.paper.storyline import Asks
from landfast.paper.storyline.words import kind_name, lane_name


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


def story_form(data: object, lanes: tuple[Lane, ...], *, to_citizen: bool) -> StoryForm:
    """The form with the lanes that this course has."""
    form = StoryForm(data)  # type: ignore[arg-type]
    every = ("", gettext_lazy("Alt"))
    form.fields["bane"].choices = [  # type: ignore[attr-defined]
        every, *((one.value, lane_name(one, to_citizen=to_citizen)) for one in lanes)
    ]  # fmt: skip
    form.fields["slags"].choices = [  # type: ignore[attr-defined]
        every, *((one.value, kind_name(one, to_citizen=to_citizen)) for one in Kind)
    ]  # fmt: skip
    return form
