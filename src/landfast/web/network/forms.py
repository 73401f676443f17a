"""Forms of the network, as the coordinator fills them in beside the citizen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.consent.rules import How, StandingNo
from landfast.network.actions import Named
from landfast.network.rules import (
    CLOSENESS_NAMES,
    SPHERE_NAMES,
    TIE_NAMES,
    Closeness,
    Sphere,
    Tie,
)
from landfast.network.rules.helped import HELPED_NAMES, Helped
from landfast.web.seen_words import SeenForm
from landfast.web.sharing.forms import ChangedField
from landfast.web.uploads import asked_file

SPHERES = [(sphere.value, _(name)) for sphere, name in SPHERE_NAMES.items()]
CLOSENESS = [(closeness.value, _(name)) for closeness, name in CLOSENESS_NAMES.items()]
TIES = [("", _("Ikke sagt")), *((tie.value, _(name)) for tie, name in TIE_NAMES.items())]
BESIDE = [(how.value, _(name)) for how, name in HELPED_NAMES.items()]

NO = "no_"
ANSWERS = [
    (How.ORALLY.value, _("Ja, sagt mundtligt")),
    (How.ON_PAPER.value, _("Ja, på papir")),
    (NO + How.ORALLY.value, _("Nej, sagt mundtligt")),
    (NO + How.ON_PAPER.value, _("Nej, på papir")),
]


class MemberForm(SeenForm):
    """What a member of the team is in for, and where she stands."""

    helps_with = forms.CharField(
        label=_("Hvad hjælper personen med?"),
        max_length=200,
        help_text=_("Én linje, som borgeren forstår. Den står på borgerens kort."),
    )
    call_when = forms.CharField(
        label=_("Hvornår skal borgeren ringe?"),
        max_length=200,
        required=False,
        help_text=_("Fx når der kommer et brev. Arbejdstiden står der i forvejen."),
    )
    mandate = forms.CharField(
        label=_("Hvad kan personen selv bestemme?"), max_length=200, required=False
    )
    sphere = forms.ChoiceField(label=_("Kreds"), choices=SPHERES)
    closeness = forms.ChoiceField(
        label=_("Hvor tæt på, som borgeren ser det?"), choices=CLOSENESS, widget=forms.RadioSelect
    )
    decides_authority = forms.BooleanField(
        label=_("Træffer afgørelser om borgeren (myndighed)"), required=False
    )

    def facts(self) -> dict[str, Any]:
        """The form as the action takes it."""
        data = self.cleaned_data
        return {
            "helps_with": data["helps_with"],
            "call_when": data["call_when"],
            "mandate": data["mandate"],
            "sphere": Sphere(data["sphere"]),
            "closeness": Closeness(data["closeness"]),
            "decides_authority": data["decides_authority"],
        }


class NewMemberForm(MemberForm):
    """A new member, on the citizen's word."""

    answer = forms.ChoiceField(
        label=_("Hvad siger borgeren til, at personen læser med?"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
        help_text=_("Et nej er helt i orden. Det ændrer ikke på hjælpen."),
    )
    file = asked_file(
        label=_("Det underskrevne papir"),
        help_text=_("Tag et billede af det, eller vælg en PDF. Kun ved et ja på papir."),
    )
    never_again = forms.BooleanField(
        label=_("Borgeren vil ikke spørges igen"), required=False,
        help_text=_("Kun ved et nej. Så spørger ingen om den person mere."),
    )  # fmt: skip
    field_order = (
        "answer", "file", "changed", "never_again", "helps_with", "call_when", "mandate", "sphere",
        "closeness",
    )  # fmt: skip

    def __init__(self, no: StandingNo | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if no:
            self.fields["changed"] = ChangedField()
            self.order_fields(self.field_order)

    @property
    def is_no(self) -> bool:
        """Did the citizen say no?"""
        return str(self.data.get("answer", "")).startswith(NO)

    def facts(self) -> dict[str, Any]:
        """A yes: who she is in for, how it was said, and what has changed since a no."""
        said = {"how": How(self.cleaned_data["answer"]), "paper": self.cleaned_data["file"]}
        return super().facts() | said | {"changed": self.cleaned_data.get("changed", "")}

    def refusal(self) -> dict[str, Any]:
        """A no: how it was said, and whether it is the last word."""
        data = self.cleaned_data
        return {
            "how": How(data["answer"].removeprefix(NO)), "never_again": data["never_again"],
            "changed": data.get("changed", ""),
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A no needs nothing but itself."""
        if self.is_no:
            for name in [name for name in self.errors if name != "answer"]:
                del self.errors[name]
            if self.cleaned_data.get("file"):
                self.add_error("file", _("Papiret hører til et ja, ikke til et nej."))
        return self.cleaned_data


class NearForm(SeenForm):
    """Somebody the citizen names."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    is_to_me = forms.CharField(label=_("Hvem er det for borgeren?"), max_length=120, required=False)
    sphere = forms.ChoiceField(label=_("Kreds"), choices=SPHERES)
    closeness = forms.ChoiceField(
        label=_("Hvor tæt på, som borgeren ser det?"), choices=CLOSENESS, widget=forms.RadioSelect
    )
    tie = forms.ChoiceField(
        label=_("Hvordan er båndet, siger borgeren?"), choices=TIES, required=False
    )
    phone = forms.CharField(label=_("Telefon"), max_length=20, required=False)
    note = forms.CharField(
        label=_("Mere, som borgeren vil have med"), max_length=300, required=False
    )

    how = forms.ChoiceField(
        label=_("Hvordan er det skrevet?"), choices=BESIDE, widget=forms.RadioSelect
    )

    def named(self) -> Named:
        """What the citizen said of somebody."""
        data = self.cleaned_data
        tie = Tie(data["tie"]) if data["tie"] else None
        return Named(
            data["name"], Sphere(data["sphere"]), Closeness(data["closeness"]), data["is_to_me"],
            tie, data["phone"], data["note"], how=Helped(data["how"]),
        )  # fmt: skip
