"""The form in which it is said how a promise went."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.plan.rules.hers import WORDS_MAX
from landfast.plan.rules.words import WENT_NAMES
from landfast.web.plan.forms import OwnWordForm


class WentForm(OwnWordForm):
    """Det skete, det skete ikke, det skete på en anden måde; words only if she likes."""

    went = forms.ChoiceField(
        label=gettext_lazy("Hvordan gik det?"), choices=[],
        error_messages={"required": gettext_lazy("Vælg en af de tre.")},
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("Et par ord"), required=False, max_length=WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_citizen: bool, **kwargs: Any) -> None:
        super().__init__(*args, is_citizen=is_citizen, **kwargs)
        if not is_citizen:
            self.fields["words"].label = _("Borgerens egne ord")
        went = self.fields["went"]
        assert isinstance(went, forms.ChoiceField)  # noqa: S101 - declared above
        went.choices = [(one.value, _(name)) for one, name in WENT_NAMES.items()]
