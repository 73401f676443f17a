"""Forms of cases without a name: raising one, her own word, telling her, what came of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from landfast.circles.actions.raising import Telling
from landfast.circles.rules.cases import (
    GROUND_NAMES,
    LINE_MAX,
    TEXT_MAX,
    TOLD_NAMES,
    WORD_MAX,
    Comes,
    Ground,
    Told,
)
from landfast.circles.rules.kinds import Kind
from landfast.journeys.raise_case import Raising
from landfast.kernel.ids import PersonId
from landfast.web.circles.forms import day, lines, one_of
from landfast.web.circles.searching import SearchedForm
from landfast.web.forms import choose_among
from landfast.web.labels import asked


class ToldForm(SearchedForm):
    """How she was told, and when."""

    told = forms.ChoiceField(label=_("Hvordan ved borgeren det?"), widget=forms.RadioSelect)
    told_on = day(
        _("Hvilken dag fik borgeren det at vide?"),
        help_text=_("Kan stå tomt, når borgeren læser det på sin egen side."),
    )

    def __init__(self, *args: Any, has_page: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "told", [
            (told.value, _now(name)) for told, name in TOLD_NAMES.items()
            if has_page or told is not Told.LANDFAST
        ])  # fmt: skip
        if not has_page:
            self.fields["told_on"].help_text = ""


class CaseForm(ToldForm):
    """A case: what, the question, why here, on which ground, and that she knows."""

    raised_from = forms.ChoiceField(label=_("Fra hvilken enhed?"))
    text = lines(
        _("Fortæl om sagen, uden navn"), TEXT_MAX, rows=6,
        help_text=_("Ingen navne, datoer, steder eller tal, der kan pege på nogen."),
    )  # fmt: skip
    question = lines(_("Hvad vil du have hjælp til?"), LINE_MAX, rows=2)
    why = lines(_("Hvorfor her?"), LINE_MAX, rows=2)
    presenter = forms.ChoiceField(label=_("Hvem lægger sagen frem?"))
    ground = forms.ChoiceField(
        label=_("Hvad giver lov til at tale om det?"), widget=forms.RadioSelect,
        initial=Ground.ANONYMOUS.value,
        choices=[(one.value, name) for one, name in GROUND_NAMES.items()],
        help_text=_("Navnet skrives aldrig her, heller ikke med et ja."),
    )  # fmt: skip
    ground_words = asked(lines(
        _("Hvornår sagde borgeren ja, eller hvilken lov?"), LINE_MAX, rows=2, required=False,
        help_text=_("Kan stå tomt, når ingen kan vide, hvem det er."),
    ))  # fmt: skip

    def __init__(self, *args: Any, raising: Raising, me: PersonId, **kwargs: Any) -> None:
        super().__init__(*args, has_page=raising.has_page, **kwargs)
        self.order_fields(
            ["raised_from", "text", "question", "why", "looked_at", "presenter", "ground",
             "ground_words", "told", "told_on"]
        )  # fmt: skip
        one_of(self, "raised_from", raising.units)
        choose_among(
            self, "ground", [(one.value, _now(name)) for one, name in GROUND_NAMES.items()]
        )
        choose_among(self, "presenter", [
            (str(me), _now("Jeg gør det selv")),
            *((str(row.person_id), f"{row.person}, {row.unit}")
              for row in raising.seats if row.person_id != me),
        ])  # fmt: skip

    def telling(self) -> Telling:
        """As the action takes it."""
        said = self.cleaned_data
        return Telling(
            said["text"], said["question"], said["why"], Ground(said["ground"]),
            said["ground_words"], Told(said["told"]), said["told_on"],
            PersonId(UUID(said["presenter"])),
        )  # fmt: skip


class WordForm(SearchedForm):
    """Her sentence, and at an analysis whether she comes."""

    comes = forms.ChoiceField(
        label=_("Vil du selv være med?"), widget=forms.RadioSelect, required=False,
        choices=[(Comes.YES.value, _("Ja")), (Comes.NO.value, _("Nej"))],
    )  # fmt: skip
    text = lines(
        _("Skriv en sætning til dem"),
        WORD_MAX,
        help_text=_("De læser den højt. Skriv ikke dit navn. Så ved de ikke, hvem du er."),
    )

    def __init__(self, *args: Any, kind: Kind, for_her: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind is Kind.ANALYSIS:
            self.fields["text"] = asked(self.fields["text"])
            self.fields["text"].required = False
        else:
            del self.fields["comes"]
        if for_her:
            self.fields["text"].label = _("Borgerens egen sætning")
            self.fields["text"].help_text = _("Skriv det, borgeren siger. Ikke navnet.")
            if "comes" in self.fields:
                self.fields["comes"].label = _("Vil borgeren selv være med?")

    def said(self) -> dict[str, Any]:
        """As the journey takes it."""
        comes = self.cleaned_data.get("comes")
        return {
            "text": self.cleaned_data["text"], "looked_at": self.looked(),
            "comes": Comes(comes) if comes else None,
        }  # fmt: skip


class ComesForm(forms.Form):
    """Whether she comes, noted beside the sentence that she wrote herself."""

    comes = forms.TypedChoiceField(
        label=_("Vil borgeren selv være med?"), widget=forms.RadioSelect, coerce=Comes,
        choices=[(Comes.YES.value, _("Ja")), (Comes.NO.value, _("Nej"))],
    )  # fmt: skip


class TellForm(ToldForm):
    """What she is told afterwards, and when somebody looks again."""

    text = lines(
        _("Det får borgeren at vide"),
        TEXT_MAX,
        rows=5,
        help_text=_("Korte ord. Hvad hørte de, og hvad foreslår de? Skriv uden navne."),
    )
    follow_up_on = day(_("Hvilken dag ser du på, hvad der kom ud af det?"))

    field_order = ("text", "looked_at", "told", "told_on", "follow_up_on")

    def said(self) -> dict[str, Any]:
        """As the journey takes it."""
        said = self.cleaned_data
        return {
            "text": said["text"], "told": Told(said["told"]), "told_on": said["told_on"],
            "follow_up_on": said["follow_up_on"], "looked_at": self.looked(),
        }  # fmt: skip


class OutcomeForm(SearchedForm):
    """What came of it."""

    text = lines(
        _("Hvad kom der ud af det?"), TEXT_MAX, rows=5, help_text=_("Borgeren kan læse det.")
    )
