"""The grounds in law on which somebody may read, each with what it demands (standards §8)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

REASON_MAX = 300


class Basis(StrEnum):
    """A ground in law (hjemmel), by its code."""

    CONSENT_RSL11A = "CONSENT_RSL11A"
    EXC_RSL11C = "EXC_RSL11C"
    NOTICE_RSL12C = "NOTICE_RSL12C"
    FVL28 = "FVL28"
    SUL41 = "SUL41"
    SUL42A = "SUL42A"
    SUL43 = "SUL43"
    PSL13C = "PSL13C"
    RPL115 = "RPL115"
    EMERGENCY = "EMERGENCY"


class Told(StrEnum):
    """When the citizen is told: the same moment, or as soon as it is over."""

    AT_ONCE = "at_once"
    AFTERWARDS = "afterwards"


@dataclass(frozen=True)
class LegalBasis:
    """What a ground says, and what it demands."""

    name: str
    """In plain Danish, as the citizen reads it."""
    law: str
    text: str
    """When it holds, for whoever chooses it."""
    needs_consent: bool
    longest: timedelta
    """How long one who reads on it may read at most, without asking again."""
    told: Told
    emergency_hours: int = 0
    """How long it opens a course to somebody without any other ground; 0: it does not."""
    is_offered: bool = True


LEGAL_BASES: dict[Basis, LegalBasis] = {
    Basis.CONSENT_RSL11A: LegalBasis(
        da("Borgeren har sagt ja"), da("Retssikkerhedsloven § 11 a"),
        da("Borgeren har sagt ja til, hvad der hentes, hvorfra, og til hvilken sag."),
        needs_consent=True, longest=timedelta(days=365), told=Told.AT_ONCE,
    ),
    Basis.EXC_RSL11C: LegalBasis(
        da("Myndigheden må hente det uden et ja"), da("Retssikkerhedsloven § 11 c"),
        da("Kun i de sager, loven nævner, og kun det, der er nødvendigt for at afgøre sagen."),
        needs_consent=False, longest=timedelta(days=30), told=Told.AT_ONCE,
    ),
    Basis.NOTICE_RSL12C: LegalBasis(
        da("Sygehuset giver kommunen besked"), da("Retssikkerhedsloven § 12 c"),
        da("Besked om indlæggelse og udskrivning, når kommunen skal kunne handle på den."),
        needs_consent=False, longest=timedelta(days=14), told=Told.AT_ONCE,
    ),
    Basis.FVL28: LegalBasis(
        da("Myndigheder deler det, de skal bruge"), da("Forvaltningsloven § 28"),
        da("Når en anden myndighed skal bruge det i sin egen sag, og kun det, der er brug for."),
        needs_consent=False, longest=timedelta(days=30), told=Told.AT_ONCE,
    ),
    Basis.SUL41: LegalBasis(
        da("Behandling, der er i gang"), da("Sundhedsloven § 41"),
        da("Når behandlingen kræver det nu, eller borgeren ikke selv kan tage vare på det."),
        needs_consent=False, longest=timedelta(days=30), told=Told.AT_ONCE, emergency_hours=8,
    ),
    Basis.SUL42A: LegalBasis(
        da("Opslag til en behandling, der er i gang"), da("Sundhedsloven § 42 a"),
        da("Når du behandler borgeren nu, og opslaget er nødvendigt. Borgeren kan have sagt nej."),
        needs_consent=False, longest=timedelta(days=7), told=Told.AT_ONCE, emergency_hours=8,
    ),
    Basis.SUL43: LegalBasis(
        da("Et vigtigt hensyn til borgeren eller andre"), da("Sundhedsloven § 43, stk. 2"),
        da("Når hensynet klart vejer tungere end tavshed. Borgeren får det at vide bagefter."),
        needs_consent=False, longest=timedelta(days=7), told=Told.AFTERWARDS, emergency_hours=4,
    ),
    Basis.PSL13C: LegalBasis(
        da("Aftale eller plan efter en udskrivning"), da("Psykiatriloven § 13 c"),
        da("Kun for dem, der er med i aftalen eller planen, og kun det, den kræver."),
        needs_consent=False, longest=timedelta(days=180), told=Told.AT_ONCE,
    ),
    Basis.RPL115: LegalBasis(
        da("Politi, sociale myndigheder og psykiatri taler sammen"), da("Retsplejeloven § 115"),
        da("Når det er nødvendigt for at hjælpe. Aldrig til at efterforske noget strafbart."),
        needs_consent=False, longest=timedelta(days=30), told=Told.AFTERWARDS, is_offered=False,
    ),
    Basis.EMERGENCY: LegalBasis(
        da("Fare for liv eller helbred lige nu"),
        da("Databeskyttelsesforordningen art. 6, stk. 1, d, og art. 9, stk. 2, c"),
        da("Når nogen kan dø eller komme alvorligt til skade, og du skal vide noget nu."),
        needs_consent=False, longest=timedelta(hours=8), told=Told.AT_ONCE, emergency_hours=8,
    ),
}  # fmt: skip
"""Every ground that standards §8 names. Police and psychiatry (§ 115) is not offered: it wants a
case of its own kind, with its own people and its own log."""


def bases_without_consent() -> dict[Basis, LegalBasis]:
    """The grounds on which a coordinator lets a named employee read, without a yes."""
    return {
        code: one
        for code, one in LEGAL_BASES.items()
        if one.is_offered and not one.needs_consent and code is not Basis.EMERGENCY
    }


def check_by_law(basis: Basis, reason: str, until: date, today: date) -> None:
    """Without a consent somebody reads on a named ground, for a reason, no longer than it lasts."""
    if basis not in bases_without_consent():
        raise Wrong("no_ground_without_a_yes", da("Vælg en grund, der gælder uden et ja."), "basis")
    if not reason.strip() or len(reason) > REASON_MAX:
        raise Wrong(
            "say_why_by_law", da("Skriv hvorfor, med højst 300 tegn. Borgeren kan læse det."),
            "reason",
        )  # fmt: skip
    longest = LEGAL_BASES[basis].longest
    if not today < until <= today + longest:
        raise Wrong(
            "longer_than_the_ground",
            da("Vælg en kortere tid. Den grund gælder højst i {days} dage ad gangen."),
            "days", days=longest.days,
        )  # fmt: skip


def emergency_bases() -> dict[Basis, LegalBasis]:
    """The grounds that open a course in an emergency, the plainest first (F4)."""
    found = {code: one for code, one in LEGAL_BASES.items() if one.emergency_hours}
    return {Basis.EMERGENCY: found.pop(Basis.EMERGENCY), **found}
