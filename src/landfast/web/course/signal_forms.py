"""A sign: what was seen, when, and a few words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from landfast.course.rules.signal import SIGNAL_NAMES, WORDS_MAX, SignalKind
from landfast.web.forms import choose_among
from landfast.web.labels import asked


class SignalForm(forms.Form):
    """Of the kinds that one's ground carries."""

    kind = forms.ChoiceField(
        label=_("Hvad er set?"), widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad der er set.")},
    )  # fmt: skip
    seen_on = forms.DateField(
        label=_("Hvornår?"), widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Vælg den dag, det blev set.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Et par ord, hvis det hjælper"), max_length=WORDS_MAX, required=False,
        help_text=_(
            "Kun om borgeren selv, og kun det, du selv har set eller hørt. Intet om naboer eller "
            "andre. Borgeren og teamet kan læse det, med dit navn."
        ),
    )  # fmt: skip
    only_her = asked(
        forms.BooleanField(
            label=_("Ordene handler kun om borgeren"), required=False,
            help_text=_("Kun når du har skrevet noget."),
        )
    )  # fmt: skip

    def __init__(self, *args: Any, kinds: Iterable[SignalKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(kinds) or list(SignalKind)
        choose_among(self, "kind", [(one.value, _t(SIGNAL_NAMES[one])) for one in offered])
