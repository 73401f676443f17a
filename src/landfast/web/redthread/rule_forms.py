"""A rule on or off with its figures, and the ground for asking about signs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from landfast.redthread.rules.choosing import DOCUMENT_MAX, GROUND_MAX, WHO_MAX
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.rules.measures import MEASURES, uses
from landfast.redthread.rules.rule import Rule
from landfast.web.uploads import UploadField

ON, OFF = "1", "0"


class RuleForm(forms.Form):
    """Whether a rule looks, and from when."""

    is_on = forms.ChoiceField(
        label=_("Skal reglen se efter?"), widget=forms.RadioSelect,
        choices=[(ON, _("Ja")), (OFF, _("Nej"))],
        error_messages={"required": _("Vælg ja eller nej.")},
    )  # fmt: skip

    def __init__(self, *args: Any, rule: Rule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = uses(rule.code)
        for name in self.names:
            measure = MEASURES[name]
            said = {"usual": getattr(SHIPPED, name), "low": measure.least, "high": measure.most}
            self.fields[name] = forms.IntegerField(
                label=_t(measure.text), min_value=measure.least, max_value=measure.most,
                help_text=_t("Sendt med Landfast: %(usual)s. Fra %(low)s til %(high)s.") % said,
                error_messages={"required": _t("Skriv et tal.")},
            )  # fmt: skip

    def figures(self) -> dict[str, int]:
        """The figures as they were typed."""
        return {name: self.cleaned_data[name] for name in self.names}


class GroundForm(forms.Form):
    """The law, the assessment, its day, and who made it."""

    ground = forms.CharField(
        label=_("Hvilken lov giver jer ret til det?"), max_length=GROUND_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Et samtykke er ikke nok, når I er myndighed. Skriv lov og paragraf."),
        error_messages={"required": _("Skriv loven.")},
    )  # fmt: skip
    document = forms.CharField(
        label=_("Hvad hedder den i jeres arkiv?"), max_length=DOCUMENT_MAX,
        help_text=_("Dokumentets navn og nummer."),
        error_messages={"required": _("Skriv navn eller nummer.")},
    )  # fmt: skip
    file = UploadField(
        label=_("Konsekvensanalysen"),
        error_messages={"required": _("Vælg konsekvensanalysen som PDF eller billede.")},
        help_text=_(
            "PDF eller billede, højst 15 MB. Den hentes af dem, der passer reglerne, og af jeres "
            "databeskyttelsesrådgiver."
        ),
    )  # fmt: skip
    assessed_on = forms.DateField(
        label=_("Hvornår er den lavet?"), widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Skriv den dag, vurderingen er lavet.")},
    )  # fmt: skip
    assessed_by = forms.CharField(
        label=_("Hvem har lavet den, og hvem er spurgt?"), max_length=WHO_MAX,
        help_text=_("For eksempel ledergruppen og jeres databeskyttelsesrådgiver."),
        error_messages={"required": _("Skriv hvem.")},
    )  # fmt: skip

    def told(self) -> dict[str, Any]:
        """As the journey takes it."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        return said | {"paper": self.cleaned_data["file"]}
