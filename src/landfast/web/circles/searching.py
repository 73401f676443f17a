"""Forms whose words are searched before they are saved: what may point at somebody is ticked."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from landfast.consultation.rules import Found
from landfast.web.consultation.forms import looked_at
from landfast.web.forms import choose_among


class SearchedForm(forms.Form):
    """A form that asks about what was found in it."""

    looked_at = forms.MultipleChoiceField(
        label=_("Jeg har set på det. Det kan ikke pege på nogen:"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, found: Collection[Found] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*(name for name in self.fields if name != "looked_at"), "looked_at"])
        choices = looked_at(list(found))
        if choices:
            choose_among(self, "looked_at", choices)
        else:
            del self.fields["looked_at"]

    def looked(self) -> list[str]:
        """The codes of what the writer answers for."""
        return list(self.cleaned_data.get("looked_at", []))


def typed(request: HttpRequest, *names: str) -> list[str]:
    """What stands in these fields as they were sent."""
    return [request.POST.get(name, "") for name in names]
