"""The yes to sharing: as the citizen gives it, and as it is written down beside her."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from landfast.access.rules import ALWAYS, TOPIC_NAMES, Situation, Topic, When
from landfast.consent.actions import Yes
from landfast.consent.rules import (
    HOW_NAMES,
    TOPIC_WORDS,
    WAITS,
    How,
    StandingNo,
    TopicWord,
    may_ask,
)
from landfast.kernel.clock import today
from landfast.kernel.text import da
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.uploads import asked_file

TOPICS = [(topic.value, _(name)) for topic, name in TOPIC_NAMES.items()]
LONG = [("90", _("3 måneder")), ("180", _("6 måneder")), ("365", _("Et år"))]
WORDS = [(word.value, _(name)) for word, name in TOPIC_WORDS.items()]
FRESH_TEXT = da(
    "Du kan lade det gamle ligge. De nye, der kommer til, ser kun det, der er skrevet efter dagen. "
    "De ser ikke gamle ønsker, aftaler og referater. De, der var med før, kan stadig læse det. "
    "Du kan altid selv læse det hele. Du kan lave det om."
)
Meetings = Sequence[tuple[UUID, str]]
UNREACHABLE = {
    3: _("Kun hvis ingen har haft kontakt i tre dage"),
    7: _("Kun hvis ingen har haft kontakt i en uge"),
    14: _("Kun hvis ingen har haft kontakt i to uger"),
}
HOWS = [(how.value, _(name)) for how, name in HOW_NAMES.items() if how is not How.SELF]
ON_PAPER = [(how, name) for how, name in HOWS if how == How.ON_PAPER]


class ShareForm(forms.Form):
    """What I share, why, and for how long."""

    topics = forms.MultipleChoiceField(
        label=_("Hvad må de læse om?"),
        choices=TOPICS,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "De ser ønsker, aftaler og referater om det valgte, og hvad der er sket. Ikke andet."
        ),
    )
    purpose = forms.CharField(
        label=_("Hvad skal de bruge det til?"), max_length=300, help_text=_("Fx: finde en bolig.")
    )
    when = forms.ChoiceField(label=_("Hvornår?"), initial="always", widget=forms.RadioSelect)
    days = forms.ChoiceField(
        label=_("Hvor længe?"), choices=LONG, initial="90", widget=forms.RadioSelect
    )

    def __init__(
        self, meetings: Meetings, kept_back: Collection[Topic], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose_among(
            self,
            "topics",
            [(value, name) for value, name in TOPICS if Topic(value) not in kept_back],
        )
        self.whens = {"always": ALWAYS, "admitted": When(Situation.ADMITTED)}
        names: list[tuple[str, Any]] = [
            ("always", _("Altid")),
            ("admitted", _("Kun ved indlæggelse")),
        ]
        for days in WAITS:
            self.whens[f"unreachable-{days}"] = When(Situation.UNREACHABLE, days)
            names.append((f"unreachable-{days}", UNREACHABLE[days]))
        for meeting, label in meetings:
            self.whens[f"meeting-{meeting}"] = When(Situation.MEETING, about=meeting)
            names.append((f"meeting-{meeting}", label))
        choose_among(self, "when", names)

    def yes(self) -> Yes:
        """The form as the action takes it."""
        return Yes(**self._said())

    def _said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "topics": [Topic(one) for one in data["topics"]],
            "purpose": data["purpose"],
            "until": today() + timedelta(days=int(data["days"])),
            "when": self.whens[data["when"]],
        }


class ChangedField(forms.CharField):
    """Asked of who asks again after a no."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Hvad er ændret, siden borgeren sagde nej?"), max_length=300, required=False,
            help_text=_("Der spørges kun igen, hvis noget er ændret, og kun den ene gang."),
        )  # fmt: skip


class NoForm(forms.Form):
    """A no; it may be the last word."""

    never_again = forms.BooleanField(label=_("Spørg mig ikke igen"), required=False)

    def __init__(self, no: StandingNo | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if no:
            self.fields["changed"] = ChangedField()


class WordsForm(forms.Form):
    """A word on each topic, all on one page."""

    def __init__(self, now: Mapping[Topic, TopicWord], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        for topic, name in TOPIC_NAMES.items():
            self.fields[topic.value] = forms.ChoiceField(
                label=_(name), choices=WORDS, widget=forms.RadioSelect,
                initial=now.get(topic, TopicWord.KNOWN).value,
            )  # fmt: skip

    def changed_words(self) -> dict[Topic, TopicWord]:
        """Those that say something new."""
        said = {Topic(name): TopicWord(word) for name, word in self.cleaned_data.items() if word}
        return {
            topic: word
            for topic, word in said.items()
            if self.now.get(topic, TopicWord.KNOWN) is not word
        }


class SinceForm(forms.Form):
    """A day since when something is so."""

    since = forms.DateField(
        label=_("Siden hvornår?"), widget=forms.DateInput(attrs={"type": "date"})
    )


class BesideForm(ShareForm):
    """The same, written down for the citizen by the one who sits beside her."""

    def __init__(
        self, meetings: Meetings, kept_back: Collection[Topic], no: StandingNo | None,
        *args: Any, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(meetings, kept_back, *args, **kwargs)
        if not may_ask(no):  # what she signs herself nobody asked her for
            del self.fields["waived_because"]
            self.fields["how"] = forms.ChoiceField(
                label=_("Hvordan har borgeren sagt ja?"), choices=ON_PAPER,
                initial=How.ON_PAPER.value, widget=forms.RadioSelect,
            )  # fmt: skip
        elif no:
            self.fields["changed"] = ChangedField()

    how = forms.ChoiceField(
        label=_("Hvordan har borgeren sagt ja?"), choices=HOWS, widget=forms.RadioSelect
    )
    evidence = forms.CharField(
        label=_("Hvor og hvornår, og hvem var med?"),
        max_length=300,
        help_text=_("Ligger det på papir: skriv, hvor papiret er."),
    )
    file = asked_file(
        label=_("Det underskrevne papir"),
        help_text=_("Tag et billede af det, eller vælg en PDF. Kun når der er et papir."),
    )
    waived_because = asked(
        forms.CharField(
            label=_("Fraveget skriftlighed, fordi"),
            max_length=300,
            required=False,
            help_text=_("Kun når et ja om helbred er sagt mundtligt."),
        )
    )

    def _said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return super()._said() | {
            "how": How(data["how"]), "evidence": data["evidence"],
            "paper": data["file"], "waived_because": data.get("waived_because", ""),
            "changed": data.get("changed", ""),
        }  # fmt: skip
