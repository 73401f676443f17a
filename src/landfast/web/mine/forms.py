"""Forms of the citizen's own pages: few fields, plain words."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.network.actions import Named
from landfast.network.rules import (
    CLOSENESS_NAMES,
    KIND_NAMES,
    SPHERE_NAMES,
    TIE_NAMES,
    Closeness,
    Kind,
    Sphere,
    Tie,
)
from landfast.programmes.rules import NEED_NAMES
from landfast.web.forms import choose_among
from landfast.web.languages import languages
from landfast.web.seen_words import SeenForm

AREAS = [(area.value, _(name)) for area, name in NEED_NAMES.items()]
SPHERES = [(sphere.value, _(name)) for sphere, name in SPHERE_NAMES.items()]
CLOSENESS = [(closeness.value, _(name)) for closeness, name in CLOSENESS_NAMES.items()]
KINDS = [(kind.value, _(name)) for kind, name in KIND_NAMES.items()]
TIES = [("", _("Det siger jeg ikke")), *((tie.value, _(name)) for tie, name in TIE_NAMES.items())]


class PlaceForm(forms.Form):
    """Where somebody stands on my map."""

    sphere = forms.ChoiceField(label=_("Hvor hører personen til?"), choices=SPHERES)
    closeness = forms.ChoiceField(
        label=_("Hvor tæt er I på hinanden?"), choices=CLOSENESS, widget=forms.RadioSelect
    )

    def place(self) -> tuple[Sphere, Closeness]:
        """The sphere and the closeness that were chosen."""
        data = self.cleaned_data
        return Sphere(data["sphere"]), Closeness(data["closeness"])


class RelationForm(PlaceForm, SeenForm):
    """Somebody I name."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    is_to_me = forms.CharField(
        label=_("Hvem er det for dig?"),
        max_length=120,
        required=False,
        help_text=_("Skriv det med dine ord. Det kan også være et dyr eller et sted."),
    )
    kind = forms.ChoiceField(label=_("Hvad er det?"), choices=KINDS, required=False)
    tie = forms.ChoiceField(label=_("Hvordan er det mellem jer?"), choices=TIES, required=False)
    only_mine = forms.BooleanField(
        label=_("Kun for mig"), required=False,
        help_text=_("Ingen andre ser, at det står her. Heller ikke din koordinator."),
    )  # fmt: skip
    phone = forms.CharField(
        label=_("Telefon"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    field_order = (
        "name", "is_to_me", "kind", "sphere", "closeness", "tie", "phone", "only_mine",
    )  # fmt: skip

    def __init__(self, *args: Any, shown: bool = False, note: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.note = note
        if shown:  # the others have seen it already
            del self.fields["only_mine"]

    def named(self) -> Named:
        """What the citizen said of somebody; what others noted with her stays."""
        sphere, closeness = self.place()
        data = self.cleaned_data
        return Named(
            data["name"], sphere, closeness, is_to_me=data["is_to_me"], phone=data["phone"],
            tie=Tie(data["tie"]) if data["tie"] else None, note=self.note,
            kind=Kind(data["kind"] or Kind.PERSON), only_mine=data.get("only_mine", False),
        )  # fmt: skip


class StatementForm(SeenForm):
    """What I want those around the table to know."""

    statement = forms.CharField(
        label=_("Det vil jeg gerne have, at I ved om mig"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": "6"}),
    )
    strengths = forms.CharField(
        label=_("Det er jeg god til"), max_length=2000, required=False, widget=forms.Textarea
    )
    worked = forms.CharField(
        label=_("Det har hjulpet før"), max_length=2000, required=False, widget=forms.Textarea
    )
    largest_meeting = forms.IntegerField(
        label=_("Hvor mange kan du rumme til et møde?"),
        min_value=2,
        max_value=30,
        required=False,
        help_text=_("Tæl dig selv med. Du kan altid ændre det."),
    )
    children = forms.IntegerField(
        label=_("Har du børn under 18 år? Skriv hvor mange"), required=False,
        min_value=0, max_value=20,
        help_text=_("Så spørger vi dig også, hvordan de har det."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Har du brug for en tolk?"), required=False, choices=languages,
        help_text=_("Det står på dit kort, og tolken bestilles til dine møder."),
    )  # fmt: skip

    def clean_children(self) -> int:
        """Nobody has said: nought."""
        return self.cleaned_data["children"] or 0


class PauseForm(forms.Form):
    """Until when the course rests: a day is proposed, and she need not answer."""

    review_on = forms.DateField(
        label=_("Hvornår skal vi tale sammen igen?"), required=False,
        help_text=_(
            "Du kan lade dagen stå. Du kan vælge en anden, højst otte uger frem. "
            "Du kan komme i gang før, når du vil."
        ),
    )  # fmt: skip


class WishForm(forms.Form):
    """A wish, a hope or a dream in my own words."""

    words = forms.CharField(
        label=_("Hvad ønsker du dig?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "4"}),
        help_text=_("Skriv det, som du vil sige det. Et par ord er nok."),
    )
    area = forms.ChoiceField(label=_("Hvad handler det om?"), choices=AREAS)


class ChangeWishForm(SeenForm):
    """Other words for a wish, and a number if I like."""

    words = forms.CharField(
        label=_("Dit ønske"), max_length=2000, widget=forms.Textarea(attrs={"rows": "4"})
    )
    rating = forms.TypedChoiceField(
        label=_("Hvor tæt på er det?"),
        choices=[("", _("Intet tal")), *((str(n), str(n)) for n in range(11))],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("0 er langt væk. 10 er helt i mål. Du behøver ikke svare."),
    )
    seen_rating = forms.TypedChoiceField(
        choices=[("", ""), *((str(n), str(n)) for n in range(11))], coerce=int, empty_value=None,
        required=False, widget=forms.HiddenInput,
    )  # fmt: skip


class StepForm(forms.Form):
    """Something I would like to do myself."""

    text = forms.CharField(
        label=_("Hvad vil du gerne prøve?"),
        max_length=500,
        help_text=_("Det er ikke et løfte. Ingen holder øje med det."),
    )
    wish_id = forms.ChoiceField(label=_("Hører det til et ønske?"), required=False)

    def __init__(self, *args: Any, wishes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "wish_id", [("", _("Nej")), *wishes])

    def wish(self) -> UUID | None:
        """The wish it belongs to, if any."""
        said = self.cleaned_data["wish_id"]
        return UUID(said) if said else None
