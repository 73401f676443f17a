"""Forms of referring: short, and without a field for what nobody should write."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.access.rules import APART_NAMES, Apart
from landfast.course.rules.contact import cpr_number
from landfast.course.rules.referral import SAYS_NAMES, URGENCY_NAMES, Whom
from landfast.course.rules.words import Says, Urgency
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId, new_id
from landfast.programmes.rules import NEED_NAMES
from landfast.web.course.sending import CHOOSE, ToUnit, mended, phone_field
from landfast.web.labels import asked

NEEDS = [(area.value, _(name)) for area, name in NEED_NAMES.items()]
URGENCIES = [(urgency.value, _(name)) for urgency, name in URGENCY_NAMES.items()]
APARTS = [("", _("Nej")), *((one.value, _(name)) for one, name in APART_NAMES.items())]
SAYS = [(says.value, _(name)) for says, name in SAYS_NAMES.items()]


class ReferForm(ToUnit):
    """An employee tells whom it is about and what they see."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = forms.CharField(
        label=_("Borgerens navn"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = phone_field(_("Borgerens telefon"))
    cpr = forms.CharField(
        label=_("CPR-nummer"),
        max_length=11,
        required=False,
        help_text=_(
            "Kun hvis du har det. Så finder vi borgeren, hvis der er et forløb i forvejen."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    seen = forms.CharField(
        label=_("Hvad ser du?"),
        max_length=4000,
        help_text=_(
            "Et par linjer med det, du selv har set og hørt. Borgeren kommer til at læse det."
        ),
        widget=forms.Textarea(attrs={"rows": "5"}),
    )
    needs = forms.MultipleChoiceField(
        label=_("Hvor er der brug for hjælp?"),
        choices=NEEDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    says = forms.ChoiceField(
        label=_("Hvad siger borgeren til det?"), choices=SAYS, widget=forms.RadioSelect
    )
    says_words = forms.CharField(
        label=_("Borgerens egne ord"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": "2"}),
    )  # fmt: skip
    who_asks = asked(
        forms.ChoiceField(
            label=_("Hvem spørger borgeren?"),
            required=False,
            help_text=_(
                "Kun hvis borgeren ikke er spurgt. "
                "Uden et ja inden 30 dage sletter vi det, du har skrevet."
            ),
        )
    )
    urgency = forms.ChoiceField(
        label=_("Hvor meget haster det?"), choices=URGENCIES, widget=forms.RadioSelect
    )

    apart = forms.ChoiceField(
        label=_("Skal henvendelsen holdes adskilt?"), required=False, choices=APARTS,
        help_text=_("Så er det kun enhedens daglige leder, der ser den."),
    )  # fmt: skip

    def __init__(self, *args: Any, askers: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["who_asks"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [CHOOSE, *askers]

    def clean_cpr(self) -> str:
        """Ten digits that begin with a date, or nothing."""
        return mended(lambda: cpr_number(self.cleaned_data["cpr"], today()))

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        asks = data["who_asks"]
        return {
            "unit_id": self.unit_id(),
            "whom": Whom(data["name"], data["phone"], data["cpr"]),
            "seen": data["seen"],
            "needs": data["needs"],
            "says": Says(data["says"]),
            "says_words": data["says_words"],
            "who_asks": PersonId(UUID(asks)) if asks else None,
            "urgency": Urgency(data["urgency"]),
            "referral_id": data["key"],
            "apart": Apart(data["apart"]) if data["apart"] else None,
        }


class ReferSelfForm(ToUnit):
    """The citizen asks for a course. Her words are optional."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = forms.CharField(
        label=_("Dit navn"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = phone_field(_("Dit telefonnummer"), complete="tel")
    needs = forms.MultipleChoiceField(
        label=_("Hvad vil du gerne have hjælp til?"),
        choices=NEEDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wants = forms.CharField(
        label=_("Er der noget, vi skal vide?"),
        max_length=4000,
        required=False,
        help_text=_("Du behøver ikke skrive noget. Vi ringer og hører det fra dig."),
        widget=forms.Textarea(attrs={"rows": "4"}),
    )
    urgency = forms.ChoiceField(
        label=_("Hvornår skal vi ringe?"), choices=URGENCIES, widget=forms.RadioSelect
    )
    field_order = ("unit", "name", "phone", "urgency", "needs", "wants")

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            "unit_id": self.unit_id(),
            "name": data["name"],
            "phone": data["phone"],
            "wants": data["wants"],
            "needs": data["needs"],
            "urgency": Urgency(data["urgency"]),
            "referral_id": data["key"],
        }


class AskedForm(forms.Form):
    """What the citizen answered when somebody asked."""

    answer = forms.ChoiceField(
        label=_("Hvad svarede borgeren?"),
        choices=[
            (Says.YES.value, _("Ja, ring gerne til mig")),
            (Says.NO.value, _("Nej tak")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Borgerens egne ord"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )  # fmt: skip
