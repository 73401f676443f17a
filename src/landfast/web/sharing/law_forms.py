"""A named employee reads on a ground in law: which, what about, why, how long."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landfast.access.rules import TOPIC_NAMES, Topic
from landfast.consent.actions import Lawful
from landfast.consent.rules import Basis, bases_without_consent
from landfast.consent.rules.legal_basis import REASON_MAX
from landfast.kernel.clock import today
from landfast.web.forms import choose_among

HOW_LONG = [
    ("7", _("En uge")), ("14", _("To uger")), ("30", _("En måned")), ("90", _("3 måneder")),
    ("180", _("6 måneder")),
]  # fmt: skip


class ByLawForm(forms.Form):
    """What the law lets one employee read without a yes."""

    basis = forms.ChoiceField(label=_("Grund i loven"), widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label=_("Hvad må de læse om?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Kun det, der er nødvendigt."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Hvorfor er det nødvendigt?"), max_length=REASON_MAX,
        help_text=_("Borgeren får besked og kan læse det."),
        widget=forms.Textarea(attrs={"rows": "3"}),
    )  # fmt: skip
    days = forms.ChoiceField(
        label=_("Hvor længe?"), choices=HOW_LONG, initial="7", widget=forms.RadioSelect
    )

    def __init__(self, kept_back: Collection[Topic], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self,
            "topics",
            [
                (topic.value, gettext(name))
                for topic, name in TOPIC_NAMES.items()
                if topic not in kept_back
            ],
        )
        choose_among(
            self,
            "basis",
            [
                (code.value, f"{gettext(one.name)} ({gettext(one.law)})")
                for code, one in bases_without_consent().items()
            ],
        )

    def on(self) -> Lawful:
        """The form as the action takes it."""
        data = self.cleaned_data
        return Lawful(
            Basis(data["basis"]), [Topic(one) for one in data["topics"]], data["reason"],
            today() + timedelta(days=int(data["days"])),
        )  # fmt: skip
