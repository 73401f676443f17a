"""Forms of the room. Limits are those of the tables; a refusal becomes a sentence at its field."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from landfast.kernel.ids import PersonId
from landfast.meetings.rules import Answers, Reply
from landfast.meetings.rules.minutes import CANNOT_READ, SAID_MAX
from landfast.meetings.rules.preparing import Onward
from landfast.plan.rules.answering import Report
from landfast.web.forms import choose_among
from landfast.web.labels import asked
from landfast.web.languages import languages
from landfast.web.seen_words import SeenForm
from landfast.web.uploads import asked_file

TIMES = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")
PLACES = {"place": 200, "breaks": 200, "seating": 200, "speaks_first": 120}


def a_line(label: Any, limit: int, *, required: bool = False, hint: Any = "") -> forms.CharField:
    """Words in one line, up to a limit."""
    return forms.CharField(label=label, max_length=limit, required=required, help_text=hint)


def a_text(label: str | Promise, limit: int, *, hint: Any = "", rows: int = 4) -> forms.CharField:
    """Words in several lines, up to a limit."""
    field = a_line(label, limit, hint=hint)
    field.widget = forms.Textarea(attrs={"rows": rows})
    return field


class ThemeForm(forms.Form):
    """A theme in the citizen's words, tied to a wish if she likes."""

    words = a_line(
        _("Hvad skal mødet handle om?"), 500, required=True, hint=_("Med dine egne ord.")
    )
    wish_id = forms.TypedChoiceField(
        label=_("Hører det til et ønske?"), required=False, coerce=str, empty_value=None
    )

    def __init__(self, *args: Any, wishes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "wish_id", [("", _("Nej, det står for sig selv")), *wishes])


class NewThemeForm(forms.Form):
    """A theme that came up at the table."""

    words = a_line(_("Hvad skal det handle om?"), 500, required=True)


class FrameForm(SeenForm):
    """Where, when, how long, breaks, seats, who first, what not."""

    starts_at = asked(forms.DateTimeField(
        label=_("Hvornår?"), required=False, input_formats=TIMES,
        widget=forms.DateTimeInput, help_text=_("Dag og klokkeslæt."),
    ))  # fmt: skip
    place = a_line(_("Hvor?"), 200, hint=_("For eksempel hjemme hos dig selv."))
    minutes_long = forms.IntegerField(label=_("Hvor mange minutter?"), initial=60)
    breaks = a_line(_("Pauser"), 200)
    seating = a_line(_("Hvor vil du sidde?"), 200, hint=_("For eksempel tæt ved døren."))
    speaks_first = a_line(_("Hvem taler først efter dig?"), 120)
    not_to_talk_about = a_text(_("Hvad skal der ikke tales om?"), 500, rows=2)
    avoid_places = a_line(_("Hvor vil du helst ikke mødes?"), 200)
    companion = a_line(
        _("Din bisidder"), 120, hint=_("Du må tage en bisidder med. Bisidderen tæller ikke med.")
    )
    interpreter = forms.ChoiceField(
        label=_("Tolk"), required=False, choices=languages, help_text=_("Tolken tæller ikke med.")
    )
    largest = forms.IntegerField(
        label=_("Hvor mange andre kan du højst være sammen med?"), required=False
    )
    answers = forms.ChoiceField(
        label=_("Hvornår vil du svare på det, de andre siger?"),
        widget=forms.RadioSelect,
        choices=[
            (Answers.AFTER_EACH, _("Efter hver")),
            (Answers.AFTER_ROUND, _("Når alle har talt")),
            (Answers.BY_HAND, _("Når jeg rækker hånden op")),
            (Answers.NOT_TODAY, _("Jeg vil helst lytte")),
        ],
    )

    FIRST = ("starts_at", "place", "minutes_long")

    def first(self) -> list[forms.BoundField]:
        """What every meeting needs."""
        return [field for field in self.visible_fields() if field.name in self.FIRST]

    def more(self) -> list[forms.BoundField]:
        """What makes it safe; folded, so that a tired eye meets three fields and not nine."""
        return [field for field in self.visible_fields() if field.name not in self.FIRST]

    def shows_more(self) -> bool:
        """Something was chosen there, or something is wrong there: then it stands open."""
        return any(
            field.errors or field.value() for field in self.more() if field.name != "answers"
        )


class GuestForm(forms.Form):
    """One person at a time, each with a why."""

    guest = forms.ChoiceField(label=_("Hvem vil du have med?"))
    why = a_line(_("Hvorfor?"), 200, hint=_("Det ser den, der bliver inviteret."))
    citizen_said_so = forms.BooleanField(
        label=_("Borgeren har selv sagt ja til personen nu"), required=False
    )

    def __init__(
        self, *args: Any, people: list[tuple[str, str]], asks_for_yes: bool, is_citizen: bool,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        if not is_citizen:  # it is the citizen who chooses
            self.fields["guest"].label = _("Hvem vil borgeren have med?")
        if not asks_for_yes:
            del self.fields["citizen_said_so"]
        choose_among(self, "guest", [("", _("Vælg en person")), *people])


class ReasonForm(forms.Form):
    """Why; the action says whether it is needed."""

    reason = asked(a_line(_("Hvorfor?"), 300))


class ReplyForm(forms.Form):
    """An answer to an invitation."""

    reply = asked(forms.ChoiceField(
        label=_("Hvad svarer du?"), required=False, widget=forms.RadioSelect,
        choices=[
            (Reply.COMES, _("Jeg kommer")),
            (Reply.BY_PHONE, _("Jeg er med på telefon")),
            (Reply.WRITES, _("Jeg skriver et par linjer, som læses op")),
            (Reply.DECLINED, _("Jeg kan ikke")),
        ],
    ))  # fmt: skip
    written_word = asked(a_text(_("Mine linjer"), 2000, hint=_("De læses op på mødet."), rows=3))
    reply_reason = asked(a_line(_("Hvorfor ikke?"), 300, hint=_("Kort. Borgeren kan se det.")))
    substitute = asked(forms.TypedChoiceField(
        label=_("Hvem kommer i stedet?"), required=False, coerce=UUID, empty_value=None,
        help_text=_("En kollega med samme rolle. Borgeren siger ja eller nej til det."),
    ))  # fmt: skip

    def __init__(self, *args: Any, colleagues: dict[PersonId, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(person), name) for person, name in colleagues.items()]
        choose_among(self, "substitute", [("", _("Vælg en kollega")), *named])
        if not named:
            del self.fields["substitute"]


class WordForm(forms.Form):
    """Her own word, and who speaks for her."""

    own_word = a_text(
        _("Mit ord"), 4000, hint=_("Det læses op på mødet. Du kan lade det stå tomt.")
    )
    file = asked_file(
        label=_("Eller tal det ind"), accept="audio/*", capture=True,
        help_text=_("Optag på din telefon. Det bliver spillet på mødet. Højst 25 MB."),
    )  # fmt: skip
    represented_by = asked(a_line(_("Hvem taler for dig?"), 120))

    def __init__(self, *args: Any, hers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not hers:  # her voice comes from her own telephone
            del self.fields["file"]

    def said(self) -> dict[str, Any]:
        """The form as the action takes it."""
        data = self.cleaned_data
        return {
            "own_word": data["own_word"], "represented_by": data["represented_by"],
            "own_sound": data.get("file"),
        }  # fmt: skip


class SayForm(forms.Form):
    """What was said, in short; and who said it, where there is a choice."""

    seat = forms.CharField(label=_("Hvem taler?"), required=False, widget=forms.Select)
    about = forms.CharField(required=False)
    text = asked(a_text(_("Hvad blev der sagt?"), 4000, hint=_("Kort, i den talendes ord.")))

    def __init__(self, *args: Any, seats: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].widget.choices = seats
        self.has_seats = bool(seats)


class ReadForm(forms.Form):
    """A form about a text on its page: it says which words were read there."""

    read = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def shows(self, text: str) -> None:
        """Learn what its page shows now; a form that comes back is about that from then on."""
        self.initial["read"] = text
        if self.is_bound:
            self.is_valid()  # what was sent is taken in first
            sent = {name: self.data[name] for name in self.data}
            self.data = {**sent, "read": text}


class BesideForm(ReadForm):
    """What she said when they read it together."""

    note = a_text(_("Borgerens bemærkning"), 4000, hint=_("I borgerens ord. Den står i referatet."))


class ProposalForm(forms.Form):
    """What somebody could do, who, for which wish, and by when."""

    NO_WISH = "intet"

    text = a_line(_("Hvad skal der ske?"), 480, required=True, hint=_("Begynd med et udsagnsord."))
    maker = forms.ChoiceField(label=_("Hvem gør det?"), required=False)
    wish = forms.ChoiceField(label=_("Hvilket ønske er det for?"), required=False)
    due_on = asked(
        forms.DateField(label=_("Senest hvornår?"), required=False, widget=forms.DateInput)
    )
    follow_up_on = forms.DateField(
        label=_("Hvornår følger I op?"), required=False, widget=forms.DateInput
    )

    citizen_said_so = forms.BooleanField(
        label=_("Borgeren har sagt ja til, at den, der lover, må læse aftalen"), required=False,
        help_text=_("Kun for en uden login. Svaret gives på egen telefon med en kode."),
    )  # fmt: skip

    again = forms.BooleanField(label=_("Skriv det én gang til"), required=False)

    def __init__(
        self, *args: Any, makers: list[tuple[str, str]],
        without_login: Sequence[tuple[str, str]] = (), own: Sequence[tuple[str, str]] = (),
        wishes: Sequence[tuple[str, str]] = (), is_twice: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        choose_among(self, "wish", [(self.NO_WISH, _("Intet ønske")), *wishes])
        if not wishes:
            del self.fields["wish"]
        none = ("", _("Ingen har sagt ja endnu"))
        promise = [none, *makers, *without_login]
        if own:
            self.fields["maker"].help_text = _(
                "Et eget skridt er ikke en aftale. Det har ingen dato, og ingen tæller det."
            )
            promise = [*promise, (_("Eget skridt"), list(own))]  # type: ignore[list-item]
        choose_among(self, "maker", promise)
        if not is_twice:
            del self.fields["again"]
        if not without_login:
            del self.fields["citizen_said_so"]


REPORT_CHOICES = [
    (Report.KEPT.value, _("Holdt")),
    (Report.PARTLY.value, _("Delvist holdt")),
    (Report.NOT_KEPT.value, _("Ikke holdt")),
]


class ToldForm(forms.Form):
    """How it went, as its maker told it aloud."""

    report = forms.ChoiceField(label=_("Hvordan gik det?"), choices=REPORT_CHOICES)
    because = asked(a_line(_("Hvad kom i vejen?"), 1000, hint=_("En linje er nok.")))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class EndForm(forms.Form):
    """The closing round and what comes next."""

    responsibility = asked(
        a_text(
            _("Hvem har ansvaret for hvad?"),
            2000,
            hint=_("Tal det igennem højt, og skriv det kort."),
        )
    )
    closing_words = a_text(_("Afslutningsrunde: hvad tager I med jer?"), 2000)
    next_on = asked(forms.DateTimeField(
        label=_("Næste møde"), required=False, input_formats=TIMES, widget=forms.DateTimeInput,
        help_text=_("Har I ingen dag endnu, så sæt kryds herunder."),
    ))  # fmt: skip
    no_next = forms.BooleanField(label=_("Der er ikke aftalt et nyt møde"), required=False)
    no_next_reason = asked(
        a_line(_("Hvad har I så aftalt?"), 300, hint=_("Kun hvis I ikke har en dato."))
    )

    def __init__(self, *args: Any, speaks_responsibility: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not speaks_responsibility:
            del self.fields["responsibility"]

    def onward(self) -> Onward:
        """What comes next, as the action takes it; what could not be read is not there."""
        said = self.cleaned_data
        return Onward(
            said.get("next_on"), said.get("no_next", False), said.get("no_next_reason", ""),
            said.get("responsibility", ""),
        )  # fmt: skip


class MinutesForm(SeenForm):
    """The draft: what the citizen said, and three short texts per theme."""

    citizen_said = a_text(_("Det sagde borgeren"), SAID_MAX, rows=6)

    def __init__(self, *args: Any, themes: list[dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.themes = themes
        for theme in themes:
            for part, label in (
                ("said", _("Det sagde de andre, kort")), ("solution", _("Det blev I enige om")),
            ):  # fmt: skip
                field = a_text(label, 6000)
                field.initial = theme[part]
                self.fields[f"{part}_{theme['theme']}"] = field

    def texts(self) -> dict[str, dict[str, str]]:
        """The texts by theme, as the action takes them."""
        return {
            theme["theme"]: {
                part: self.cleaned_data[f"{part}_{theme['theme']}"] for part in ("said", "solution")
            }
            for theme in self.themes
        }

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Each theme with its fields, for the page."""
        return [
            (theme["words"], [self[f"{part}_{theme['theme']}"] for part in ("said", "solution")])
            for theme in self.themes
        ]


class ReflectionForm(forms.Form):
    """What a reflector heard, by her own hand."""

    text = a_text(
        _("Hvad hørte du?"), 4000, rows=5,
        hint=_("Du skriver selv. Den, der leder mødet, kan ikke rette i det."),
    )  # fmt: skip
    text.required = True
    text.error_messages["required"] = _("Skriv, hvad du hørte.")


class NoteForm(ReadForm, SeenForm):
    """The citizen's note or correction, in this window or in another."""

    note = a_text(
        _("Vil du rette eller tilføje noget?"), 4000, hint=_("Det kommer til at stå i referatet.")
    )


class PublishForm(forms.Form):
    """Who gets the minutes; and how they were offered, when she has not looked."""

    recipients = asked(
        forms.MultipleChoiceField(
            label=_("Hvem skal have referatet?"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _(CANNOT_READ)},
        )
    )
    note = asked(
        a_line(
            _("Hvordan har borgeren fået det tilbudt?"),
            300,
            hint=_("Kun hvis borgeren ikke har set det."),
        )
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self, "recipients", people)
