"""Forms of the course pages. Limits are the rules' own; refusals come back to their fields."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.course.rules import ending, observation, profile, statutory
from landfast.course.rules.reason import REASON_MAX
from landfast.web.labels import asked
from landfast.web.languages import languages
from landfast.web.seen_words import SeenForm


def words(label: Any, limit: int, *, required: bool = True, help_text: Any = "") -> forms.CharField:
    """A field of several lines."""
    return forms.CharField(
        label=label, max_length=limit, required=required, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class PersonChoice(forms.ChoiceField):
    """A person out of a list that the view gives."""

    def __init__(self, label: Any, *, required: bool = True, help_text: Any = "") -> None:
        super().__init__(
            label=label, required=required, help_text=help_text, widget=forms.RadioSelect,
            error_messages={
                "required": _("Vælg en person."), "invalid_choice": _("Vælg en person på listen."),
            },
        )  # fmt: skip


def in_spite_of() -> forms.Field:
    """Why it is to be this one, though there is no room, or they decide about the citizen."""
    return asked(forms.CharField(
        label=_("Hvis noget taler imod: hvorfor alligevel?"),
        max_length=REASON_MAX, required=False,
        help_text=_("Borgeren kan læse det. Kun daglig leder kan gå ud over antallet af forløb."),
    ))  # fmt: skip


class StartForm(forms.Form):
    """Who is to be the coordinator, why, and who is the second."""

    person = PersonChoice(_("Koordinator"))
    reason = forms.CharField(
        label=_("Hvorfor netop denne?"), max_length=REASON_MAX,
        help_text=_("Borgeren og jeres leder kan læse det. Skriv, så det er rart at læse."),
    )  # fmt: skip
    said_yes = forms.BooleanField(
        label=_("Den, jeg vælger, er spurgt og har sagt ja"), required=False,
    )  # fmt: skip
    override = in_spite_of()
    second = PersonChoice(
        _("Makker"), required=False,
        help_text=_("Den anden, som borgeren kender. Svarer, når koordinatoren ikke er der."),
    )  # fmt: skip


class SecondForm(forms.Form):
    """Who is the second."""

    second = PersonChoice(_("Makker"))
    met_on = forms.DateField(
        label=_("Har mødt borgeren"), required=False, help_text=_("Lad stå tomt, hvis ikke endnu."),
        widget=forms.DateInput,
    )  # fmt: skip


class HandOverForm(forms.Form):
    """To whom, why, and how long the former coordinator can read."""

    person = PersonChoice(_("Ny koordinator"))
    reason = forms.CharField(
        label=_("Hvorfor skal en anden have forløbet?"), max_length=REASON_MAX,
        help_text=_("Borgeren, den nye og jeres leder kan læse det."),
    )  # fmt: skip
    begins_on = forms.DateField(
        label=_("Fra hvilken dag?"), required=False, widget=forms.DateInput,
        help_text=_("Borgeren får besked, når den nye siger ja. Tomt felt: det skifter straks."),
    )  # fmt: skip
    override = in_spite_of()
    overlap_days = forms.IntegerField(
        initial=14, min_value=0, max_value=28, help_text=_("Derefter lukkes der helt.")
    )

    def reads_on(self, holder: str, *, is_me: bool, is_cover: bool) -> None:
        """Say whose reading goes on: the one who lays the course down. A cover reads no longer."""
        if is_cover:
            del self.fields["overlap_days"]
            return
        whose = _("Hvor mange dage kan %(name)s læse bagefter?") % {"name": holder}
        mine = _("Hvor mange dage kan du læse bagefter?")
        self.fields["overlap_days"].label = mine if is_me else whose


class AnswerForm(forms.Form):
    """A no with its reason."""

    answer = forms.CharField(
        label=_("Hvis nej: hvorfor?"), max_length=REASON_MAX, required=False,
        help_text=_("Den, der spurgte, læser det."),
    )  # fmt: skip


class PauseForm(forms.Form):
    """On which ground, and when to look again."""

    ground = forms.ChoiceField(
        label=_("Hvorfor pause?"), widget=forms.RadioSelect,
        choices=[(key.value, _(label)) for key, label in ending.PAUSE_GROUNDS.items()],
    )  # fmt: skip
    review_on = forms.DateField(
        label=_("Hvornår ser I på det igen?"), required=False, widget=forms.DateInput,
        help_text=_("Lad dagen stå, eller vælg en anden, højst otte uger frem."),
    )  # fmt: skip
    way_back = forms.CharField(
        label=_("Hvordan kommer borgeren i gang igen?"), max_length=500, required=False,
        help_text=_("For eksempel: Ring til koordinatoren når som helst."),
    )  # fmt: skip


class WindUpForm(forms.Form):
    """Why the closing begins."""

    reason = forms.CharField(
        label=_("Hvorfor begynder afslutningen nu?"), max_length=REASON_MAX,
        help_text=_("Borgeren og jeres leder kan læse det."),
    )  # fmt: skip


class CloseForm(forms.Form):
    """What was done, what was not, who carries on, and the way back."""

    done = words(_("Det blev gjort"), ending.WORDS_MAX)
    not_done = words(_("Det blev ikke gjort"), ending.WORDS_MAX, required=False)
    who_carries_on = words(_("Hvem går videre med hvad?"), ending.WORDS_MAX)
    way_back = words(
        _("Sådan kommer borgeren tilbage"), ending.WORDS_MAX,
        help_text=_("Inden for et halvt år uden ny visitation."),
    )  # fmt: skip
    final_talk_on = asked(
        forms.DateField(label=_("Den sidste samtale"), required=False, widget=forms.DateInput)
    )
    talk_declined = forms.BooleanField(
        label=_("Borgeren ville hellere være fri for en samtale"), required=False
    )


class MoveAwayForm(forms.Form):
    """Where to, and what goes along with a yes."""

    moves_to = forms.CharField(label=_("Hvor flytter borgeren hen?"), max_length=200)
    told_on = words(
        _("Det må den nye kommune få at vide"), ending.WORDS_MAX, required=False,
        help_text=_("Kun det, borgeren har sagt ja til. Lad feltet stå tomt, hvis intet."),
    )  # fmt: skip
    citizen_said_yes = forms.BooleanField(
        label=_("Borgeren har læst det og sagt ja"), required=False
    )


class ReopenForm(forms.Form):
    """On the citizen's word: that she said so, and how."""

    citizen_said_so = forms.BooleanField(label=_("Borgeren har selv sagt det"), required=False)
    said_how = asked(forms.CharField(
        label=_("Hvordan sagde borgeren det?"), max_length=ending.HOW_MAX, required=False,
        help_text=_("Borgeren kan læse det. For eksempel: Ringede i dag og vil i gang igen."),
    ))  # fmt: skip


class DeathForm(forms.Form):
    """The day."""

    died_on = forms.DateField(label=_("Dødsdagen"), widget=forms.DateInput)


class ObservationForm(forms.Form):
    """What was told about the time outside Landfast."""

    kind = forms.ChoiceField(
        label=_("Hvad handler det om?"),
        choices=[
            ("", _("Vælg")),
            *((kind, _(label)) for kind, label in observation.KINDS.items()),
        ],
    )
    happened_on = forms.DateField(label=_("Hvornår skete det?"), widget=forms.DateInput)
    precision = forms.ChoiceField(
        label=_("Hvor sikker er dagen?"),
        choices=[(key.value, _(label)) for key, label in observation.PRECISIONS.items()],
    )
    words = words(_("Hvad skete der?"), observation.WORDS_MAX, required=False)
    roles = forms.MultipleChoiceField(
        label=_("Hvem var med?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    source = forms.CharField(
        label=_("Hvem har fortalt det?"), max_length=observation.SOURCE_MAX,
        help_text=_("For eksempel borgeren selv, et brev eller søsteren."),
    )  # fmt: skip


class ProfileForm(SeenForm):
    """The citizen's own words, and how large a meeting."""

    statement = words(
        _("Med borgerens egne ord"), profile.STATEMENT_MAX, required=False,
        help_text=_("Hvad skal de andre vide? Skriv det, som det bliver sagt."),
    )  # fmt: skip
    strengths = words(_("Det kan borgeren godt lide og er god til"), profile.STRENGTHS_MAX,
                      required=False)  # fmt: skip
    worked = words(_("Det har hjulpet borgeren før"), profile.STRENGTHS_MAX, required=False)
    largest_meeting = forms.IntegerField(
        label=_("Hvor mange må der højst sidde om bordet?"), required=False,
        min_value=profile.MEETING_MIN, max_value=profile.MEETING_MAX,
        help_text=_("Borgeren regnes med."),
    )  # fmt: skip
    children = forms.IntegerField(
        label=_("Har borgeren børn under 18 år? Skriv hvor mange"), required=False,
        min_value=0, max_value=profile.CHILDREN_MAX,
        help_text=_("Så husker I at spørge, hvordan børnene har det."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Har borgeren brug for en tolk?"), required=False, choices=languages,
        help_text=_("Det står på borgerens kort, og tolken bestilles til møderne."),
    )  # fmt: skip

    def clean_children(self) -> int:
        """Nobody has said: nought."""
        return self.cleaned_data["children"] or 0


class StatutoryForm(forms.Form):
    """A role that the law places elsewhere."""

    role = forms.CharField(label=_("Rolle"), max_length=statutory.LIMITS["role"])
    holder = forms.CharField(label=_("Hvem har den?"), max_length=statutory.LIMITS["holder"])
    does = forms.CharField(
        label=_("Hvem gør hvad?"), max_length=statutory.LIMITS["does"],
        help_text=_("Én linje. For eksempel: Lægen bestemmer medicinen, koordinatoren indkalder."),
    )  # fmt: skip
