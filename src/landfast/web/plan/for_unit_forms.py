"""Forms of a unit's promise: for which unit, who keeps it, and why not."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.kernel.ids import PersonId
from landfast.plan.rules.promise import NOTE_MAX
from landfast.web.plan.forms import FollowUpForm


class ForUnitForm(FollowUpForm):
    """For which unit, and what the proposal left open."""

    unit = forms.TypedChoiceField(label=gettext_lazy("Hvilken enhed siger ja?"), coerce=UUID)
    field_order = ("unit", "due_on", "follow_up_by", "follow_up_on", "follow_up_how")

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        field.choices = units


class KeeperForm(forms.Form):
    """Who of the team is asked to keep it."""

    person = forms.TypedChoiceField(label=gettext_lazy("Hvem skal holde aftalen?"), coerce=UUID)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people_: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        field.choices = people_ or [("", _("Ingen endnu"))]
        if not people_:
            field.help_text = _(
                "Ingen fra enheden er med i teamet. Ring til koordinatoren, så en kan komme med."
            )


class HandBackForm(forms.Form):
    """Why not, and who of the unit could instead."""

    why = forms.CharField(
        label=gettext_lazy("Hvorfor ikke?"), max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": gettext_lazy("Skriv kort hvorfor, så lederen kan finde en anden.")
        },
    )  # fmt: skip
    instead = forms.TypedChoiceField(
        label=gettext_lazy("Hvem kan i stedet?"), coerce=lambda value: PersonId(UUID(value)),
        required=False, empty_value=None,
        help_text=gettext_lazy("Lederen spørger selv. Du siger ikke ja for en anden."),
    )  # fmt: skip
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people_: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["instead"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("Lederen finder en anden")), *people_]
