"""Naming somebody who may read or answer for the citizen, as she does it and beside her."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landfast.consent.actions import Proxying
from landfast.consent.rules import HOW_NAMES, How
from landfast.consent.rules.proxy import LIMITS, NAME_MAX, PROXY_KINDS, REASON_MAX, Limit, ProxyKind
from landfast.kernel.clock import today
from landfast.meetings.rules import Attends
from landfast.web.forms import choose_among
from landfast.web.spoken import genitive

LONG = [("30", _("En måned")), ("90", _("3 måneder")), ("180", _("6 måneder")), ("365", _("Et år"))]
HOWS = [(how.value, _(name)) for how, name in HOW_NAMES.items() if how is not How.SELF]


class ProxyForm(forms.Form):
    """Who, what they may, why and how long."""

    name = forms.CharField(label=_("Hvem er det?"), max_length=NAME_MAX)
    limits = forms.MultipleChoiceField(
        label=_("Hvad må de?"),
        choices=[(limit.value, _(text.to_her)) for limit, text in LIMITS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De kan aldrig sige ja til at dele noget om dig. Det gør kun du."),
    )
    reason = forms.CharField(
        label=_("Hvorfor?"), max_length=REASON_MAX, help_text=_("Fx: hun hjælper mig med breve.")
    )
    days = forms.ChoiceField(
        label=_("Hvor længe?"), choices=LONG, initial="90", widget=forms.RadioSelect
    )

    def said(self) -> Proxying:
        """The form as the action takes it."""
        return Proxying(**self._said())

    def _said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "name": data["name"], "limits": [Limit(one) for one in data["limits"]],
            "reason": data["reason"], "until": today() + timedelta(days=int(data["days"])),
        }  # fmt: skip


class BesideForm(ProxyForm):
    """The same, written down by the one who sits beside her; or a guardian, from the paper."""

    kind = forms.ChoiceField(
        label=_("Er personen valgt eller værge?"), initial=ProxyKind.CHOSEN.value,
        choices=[(kind.value, _(name)) for kind, name in PROXY_KINDS.items()],
        widget=forms.RadioSelect,
    )  # fmt: skip
    how = forms.ChoiceField(label=_("Hvordan er det sagt?"), choices=HOWS, widget=forms.RadioSelect)
    evidence = forms.CharField(
        label=_("Hvor og hvornår, og hvem var med?"), max_length=300,
        help_text=_("Ligger det på papir: skriv, hvor papiret er."),
    )  # fmt: skip
    field_order = ("kind", "name", "limits", "reason", "days", "how", "evidence")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self, "limits", [(limit.value, _(text.to_others)) for limit, text in LIMITS.items()]
        )
        self.fields["limits"].help_text = _("De kan aldrig sige ja til at dele noget for borgeren.")
        self.fields["reason"].help_text = _("Borgeren kan læse det.")

    def _said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return super()._said() | {
            "kind": ProxyKind(data["kind"]), "how": How(data["how"]), "evidence": data["evidence"],
        }  # fmt: skip


TAKES_PART = [
    (Attends.IN_PERSON.value, _("%(name)s kommer selv")),
    (Attends.BY_PHONE.value, _("%(name)s er med på telefon")),
    (Attends.REPRESENTED.value, _("Jeg kommer og taler for %(name)s")),
    (Attends.OWN_WORD.value, _("Ordene herunder læses op")),
    (Attends.NOT_TODAY.value, _("Det må blive en anden dag")),
]


class AnswerForm(forms.Form):
    """How the citizen takes part, as her proxy says it: by her name, for whom it is."""

    attends = forms.ChoiceField(widget=forms.RadioSelect)
    own_word = forms.CharField(
        max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": "4"})
    )

    def __init__(self, *args: Any, called: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {"name": called}
        choose_among(self, "attends", [(code, str(text) % said) for code, text in TAKES_PART])
        self.fields["attends"].label = gettext("Hvordan er %(name)s med?") % said
        self.fields["own_word"].label = gettext("%(whose)s ord") % {"whose": genitive(called)}
