"""Invented data for the gallery of parts. Nobody here exists."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from landfast.kernel import clock
from landfast.web.parts.shapes import (
    Act,
    Card,
    Cell,
    Clock,
    Empty,
    Finding,
    Link,
    Me,
    NavItem,
    NextStep,
    Person,
    Promise,
    Reader,
    Readers,
    Ribbon,
    Sphere,
    State,
    Station,
    Table,
    Turn,
)

HERE = "#"
METTE = Person("Mette Holm", "Din koordinator", "12345678", is_coordinator=True)
KARIM = Person("Karim Aziz", "Bostøtte i Nordbyen", "23456789")
LONE = Person("Lone Bæk", "Sygeplejerske i psykiatrien", "34567890")
DORTHE = Person("Dorthe Friis", "Din mor")
ME = Person("Jonas Friis", "Det er dig")
JURIST = Person("Ane-Sofie Østergaard-Kristoffersen", "Rådgiver om bolig og økonomi", "45678901")


def everything() -> dict[str, Any]:
    """The context of the gallery."""
    today = clock.today()
    return {
        "me": Me("Jonas Friis", "Borger", HERE),
        "ring": Link("Ring til min koordinator", HERE),
        "nav": [
            NavItem("I dag", HERE, current=True),
            NavItem("Min plan", HERE),
            NavItem("Mine folk", HERE),
            NavItem("Mit samtykke", HERE),
        ],
        "help_line": Person("Landfast-hjælpen", phone="70000000"),
        "coordinator": METTE,
        "people": [KARIM, JURIST, DORTHE],
        "step": next_step(today),
        "step_by_post": posted_step(),
        "promises": promises(today),
        "ribbons": ribbons(today),
        "readers": readers(),
        "nobody_else": Readers(change=Link("Del det med nogen", HERE)),
        "findings": findings(),
        "turn": turn(),
        "spheres": spheres(),
        "empties": empties(),
        "cards": cards(),
        "table": table(today),
        "empty_table": Table("Møder", ("Møde",)),
        "clocks": [Clock(days, today + timedelta(days)) for days in (8, 1, 0, -3)],
        "states": states(),
        "form": SampleForm(),
        "wrong_form": wrong_form(),
    }


def states() -> list[State]:
    """Each kind of state with a word that goes with it."""
    return [
        State("waiting", "Venter på et ja"),
        State("open", "I gang"),
        State("due", "Tæt på fristen"),
        State("kept", "Holdt"),
        State("broken", "Ikke holdt til tiden"),
        State("ended", "Aflyst"),
    ]


def next_step(today: date) -> NextStep:
    """A meeting tomorrow."""
    tomorrow = datetime.combine(today + timedelta(1), time(10), clock.DENMARK)
    return NextStep(
        "Fortæl, hvad du vil tale om på mødet",
        Act("Skriv til mødet", HERE),
        "Du bestemmer, hvad I skal tale om. Du kan også lade være.",
        tomorrow,
    )


def posted_step() -> NextStep:
    """One that is done at once."""
    return NextStep("Karim lover at gå med dig til banken", Act("Sig ja til aftalen", HERE, "post"))


def promises(today: date) -> list[Promise]:
    """One of each state, and the citizen's own step, which has no date."""
    kinds = states()
    wish = "Jeg vil kunne sove om natten"
    return [
        Promise("Finde en tid hos lægen", LONE, kinds[0], wish, today + timedelta(6), HERE,
                Act("Svar på aftalen", HERE)),
        Promise("Søge om en anden bolig", JURIST, kinds[1], "Et sted, hvor der er ro",
                today + timedelta(18), HERE),
        Promise("Ringe til dig efter ferien", METTE, kinds[2], "", today + timedelta(1), HERE),
        Promise("Følge dig til banken", KARIM, kinds[3], "Styr på mine penge",
                today - timedelta(9)),
        Promise("Sende din medicinliste", LONE, kinds[4], wish, today - timedelta(2), HERE,
                Act("Aftal en ny dag", HERE)),
        Promise("Gå en tur om morgenen", ME, State("open", "Dit eget skridt"), wish),
    ]  # fmt: skip


def ribbons(today: date) -> list[Ribbon]:
    """In the middle, at the very start, and over before it came far."""
    names = ("Vi finder hinanden", "Vi lægger en plan", "Vi gør det sammen", "Du er videre")

    def at(now: int) -> tuple[Station, ...]:
        places = ["done" if i < now else "now" if i == now else "later" for i in range(4)]
        return tuple(Station(n, p) for n, p in zip(names, places, strict=True))  # type: ignore[arg-type]

    return [
        Ribbon(at(2), today - timedelta(24), "Vi ser på planen sammen til mødet i næste uge."),
        Ribbon(at(0), today, "Du får en koordinator."),
        Ribbon(
            (Station(names[0], "done"), *(Station(name, "never") for name in names[1:])),
            ended=today - timedelta(3),
        ),
    ]


def readers() -> Readers:
    """Two people can read it."""
    return Readers(
        (Reader("Mette Holm", "din koordinator"), Reader("Karim Aziz", "bostøtte")),
        Link("Skift, hvem der må læse", HERE),
    )


def findings() -> list[Finding]:
    """Six, so that one is folded away."""
    first = Finding(
        "To aftaler har ligget stille i tre uger",
        (Link("Søge om en anden bolig", HERE), Link("Finde en tid hos lægen", HERE)),
        "Vi viser det, når en aftale ikke er rørt i 21 dage og fristen er senere end i dag.",
        Act("Skriv til de to", HERE),
        Act("Vis igen om en uge", HERE, "post"),
        Act("Ikke vigtigt her", HERE, "post"),
    )
    second = Finding("Psykiatrien er ikke med til mødet", (Link("Mødet 3. december", HERE),))
    more = [Finding(f"Samtykket til {who} udløber snart") for who in "ABCD"]
    return [first, second, *more]


def turn() -> Turn:
    """Karim speaks; Jonas answers after him."""
    return Turn(
        KARIM,
        "Hvad har du set, siden vi var samlet sidst?",
        "Jonas svarer Karim",
        (LONE, DORTHE, METTE),
    )


def spheres() -> list[Sphere]:
    """Two rings, one empty."""
    return [
        Sphere("Tæt på", (DORTHE,)),
        Sphere("Dem, der hjælper", (METTE, KARIM, LONE)),
        Sphere("Længere væk"),
    ]


def empties() -> list[Empty]:
    """Nothing yet, and a course that has no coordinator."""
    return [
        Empty(
            "Skriv et ønske, stort eller lille. Du kan altid lave det om.",
            Act("Skriv dit første ønske", HERE),
            "arc",
            "Her skal dine ønsker stå",
        ),
        Empty(
            "Pia Lund passer på forløbet, til en ny koordinator er valgt.",
            Act("Ring til Pia Lund", "tel:12345678"),
            "no_arc",
            "Der er ingen koordinator lige nu",
        ),
    ]


def cards() -> list[Card]:
    """A link as a whole, and one with acts."""
    return [
        Card("Mit krisekort", "Det, der hjælper, når det er svært.", "Sidst rettet i går", HERE),
        Card(
            "Møde hos dig selv",
            "Torsdag kl. 10. Karim og Lone kommer.",
            state=State("open", "Aftalt"),
            acts=(Act("Foreslå en anden tid", HERE), Act("Sig nej til mødet", HERE, "post")),
        ),
    ]


def table(today: date) -> Table:
    """The day of a coordinator."""
    return Table(
        "Forløb, jeg er koordinator for",
        ("Borger", "Fase", "Frist", "Næste møde", "Aftaler"),
        (
            row("Jonas Friis", "Vi gør det sammen", Clock(1, today), today + timedelta(1), 5),
            row("Amina Yusuf", "Vi lægger en plan", Clock(8, today), today + timedelta(12), 2),
            row("Bent Ø. Lassen", "Vi finder hinanden", Clock(-3, today), today - timedelta(4), 0),
        ),
    )


def row(name: str, phase: str, left: Clock, meeting: date, count: int) -> tuple[Cell, ...]:
    """A course in the coordinator's table."""
    return (
        Cell(name, HERE),
        Cell(phase),
        Cell(clock=left),
        Cell(when=meeting),
        Cell(str(count), is_number=True),
    )


class SampleForm(forms.Form):
    """One of each kind of field."""

    what = forms.CharField(label="Hvad skal der ske?", help_text="Kort, med dine egne ord.")
    why = forms.CharField(label="Fortæl mere", widget=forms.Textarea, required=False)
    who = forms.ChoiceField(
        label="Hvem gør det?",
        choices=[("", "Vælg en person"), ("k", "Karim Aziz"), ("l", "Lone Bæk")],
    )
    due = forms.DateField(label="Senest hvornår?", widget=forms.DateInput)
    agree = forms.ChoiceField(
        label="Hvad siger du til det?",
        help_text="Du kan altid ændre dit svar.",
        widget=forms.RadioSelect,
        choices=[("ja", "Ja, det vil jeg"), ("nej", "Nej"), ("ved", "Jeg ved det ikke endnu")],
    )
    share = forms.MultipleChoiceField(
        label="Hvem må læse det?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("m", "Mette Holm, din koordinator"), ("d", "Dorthe Friis, din mor")],
    )
    remind = forms.BooleanField(label="Send mig en besked dagen før", required=False)


def wrong_form() -> SampleForm:
    """The same form, sent with nothing in it."""
    form = SampleForm({"remind": "on"}, prefix="fejl")
    form.is_valid()
    return form
