"""What happened outside Landfast, as it was told. Nothing told is refused for what it says."""

from datetime import date, datetime, time, timedelta

from landfast.access.rules import Situation
from landfast.course.rules.words import Precision
from landfast.kernel.clock import DENMARK
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

OLDEST = timedelta(days=120 * 365)

KINDS: dict[str, str] = {
    "admission": da("Indlæggelse"),
    "admission_refused": da("Afvist ved indlæggelse"),
    "agreement_status": da("Aftale, der er fortalt om"),
    "attach": da("Ny kontakt"),
    "benefit_application": da("Ansøgning om ydelse"),
    "benefit_change": da("Ydelse ændret eller stoppet"),
    "consent": da("Samtykke, der er fortalt om"),
    "contact_change": da("Skift af kontaktperson"),
    "contact_lost": da("Kontakten er tabt"),
    "context": da("Baggrund"),
    "decision": da("Afgørelse"),
    "demand": da("Krav til borgeren"),
    "discharge": da("Udskrivning"),
    "education_dropout": da("Stoppet i uddannelse"),
    "home_visit": da("Hjemmebesøg"),
    "housing_change": da("Ny bolig"),
    "info_shared": da("Oplysninger delt"),
    "medication_stop": da("Stoppet med medicin"),
    "meeting": da("Møde uden for Landfast"),
    "no_show": da("Et møde blev ikke til noget"),
    "outcome": da("Hvordan det gik"),
    "referral": da("Henvisning"),
    "screening": da("Undersøgelse"),
    "signal": da("Noget, der gjorde nogen bekymret"),
    "state_change": da("Forløbet skiftede fase"),
    "substance_use": da("Alkohol eller stoffer"),
    "wish": da("Ønske"),
    "other": da("Andet"),
}
"""Kinds of observations (cases/FORMAT.md), in words."""

PRECISIONS: dict[Precision, str] = {
    Precision.EXACT: da("Den dag"),
    Precision.MONTH: da("Den måned"),
    Precision.SEASON: da("Den årstid"),
    Precision.YEAR: da("Det år"),
}

WORDS_MAX = 4000
SOURCE_MAX = 200


def check_observation(kind: str, happened_on: date, words: str, source: str, today: date) -> None:
    """An observation has a kind, a day that has been, and a source (issue: Observations)."""
    if kind not in KINDS:
        raise Wrong("unknown_kind", da("Vælg, hvad det handler om."), "kind")
    if happened_on > today:
        raise Wrong(
            "not_yet", da("Dagen ligger efter i dag. Skriv det, når det er sket."), "happened_on"
        )
    if happened_on < today - OLDEST:
        raise Wrong("too_old", da("Dagen er for længe siden. Se årstallet efter."), "happened_on")
    if not source.strip():
        raise Wrong(
            "no_source", da("Skriv, hvem der har fortalt det, eller hvor det står."), "source"
        )
    if len(source) > SOURCE_MAX:
        raise Wrong("source_too_long", da("Skriv højst 200 tegn."), "source")
    if len(words) > WORDS_MAX:
        raise Wrong("too_long", da("Skriv højst 4000 tegn."), "words")


OPENS: dict[str, Situation] = {
    "admission": Situation.ADMITTED, "contact_lost": Situation.UNREACHABLE,
}  # fmt: skip
CLOSES: dict[str, Situation] = {"discharge": Situation.ADMITTED}
"""Kinds that say that something is so with the citizen now, or is so no more."""
STILL_SO = timedelta(days=90)
"""An older one, told now, opens nothing by itself: somebody says that it is so still (D)."""


def opens(kind: str, precision: Precision, happened_on: date, today: date) -> Situation | None:
    """What is so since this was told: only a known day, and not long ago, opens anything."""
    if precision is not Precision.EXACT or today - happened_on > STILL_SO:
        return None
    return OPENS.get(kind)


def so_since(situation: Situation, day: date, at: time | None = None) -> datetime:
    """An admission counts from its hour; "nobody can reach her" from the day after the last."""
    if situation is Situation.UNREACHABLE:
        return datetime.combine(day + timedelta(days=1), time.min, DENMARK)
    return datetime.combine(day, at or time.min, DENMARK)


ABSENCE = "no_show"
"""She did not come: seen by who wrote it, by her, and by those who hold the threads."""
NEVER_BY_TOPIC = ("contact_lost", ABSENCE, "screening", "signal")
"""What happened with one actor is not shown to another, nor how she seemed (domain 0.5)."""

OF_HEALTH = ("admission", "admission_refused", "discharge", "medication_stop", "substance_use")
"""Tells of her health whatever it was told about: who is let in to her money alone reads none of it
(moment 10; D)."""
