"""Early signs (H1): something somebody saw, by kind. Only ever a question to her (domain 0.5)."""

from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

WORDS_MAX = 300
LASTS = timedelta(days=90)
"""What nobody has followed up in three months is forgotten: nobody is watched (D; domain E5)."""


class SignalKind(StrEnum):
    """What was seen. No complaints of neighbours, no absences of another's (domain 0.5)."""

    SUICIDE = "suicide"
    VERY_UNWELL = "possible_psychosis"
    TURNED_AWAY = "turned_away"
    LOST = "contact_lost"
    MEDICINE = "medication_stop"
    SUBSTANCE = "substance"
    NEGLECT = "self_neglect"
    HOME = "eviction_notice"
    HOMELESS = "homelessness"
    INCOME = "benefit"
    DROPOUT = "dropout"
    SICK_LEAVE = "long_sick_leave"
    CHILDREN = "child_contact_decline"
    CARER = "loss_of_carer"
    WORRY = "relative_concern"
    EMERGENCY = "emergency_contact"


SIGNAL_NAMES: dict[SignalKind, str] = {
    SignalKind.SUICIDE: da("Taler om ikke at ville leve"),
    SignalKind.VERY_UNWELL: da("Har det meget svært, hører eller ser noget, sover ikke"),
    SignalKind.TURNED_AWAY: da("Søgte hjælp akut og gik hjem uden en plan"),
    SignalKind.LOST: da("Kontakten er tabt"),
    SignalKind.MEDICINE: da("Er holdt op med sin medicin"),
    SignalKind.SUBSTANCE: da("Mere alkohol eller flere stoffer"),
    SignalKind.NEGLECT: da("Hverdagen er svær at holde: mad, hjem eller sig selv"),
    SignalKind.HOME: da("Kan miste sin bolig"),
    SignalKind.HOMELESS: da("Har ingen bolig"),
    SignalKind.INCOME: da("Penge er stoppet, sat ned eller i fare"),
    SignalKind.DROPOUT: da("Er stoppet på sin uddannelse"),
    SignalKind.SICK_LEAVE: da("Syg fra job i otte uger eller mere"),
    SignalKind.CHILDREN: da("Ser mindre til sine børn"),
    SignalKind.CARER: da("En, der bar hverdagen, kan ikke mere"),
    SignalKind.WORRY: da("En, der står borgeren nær, er bekymret"),
    SignalKind.EMERGENCY: da("Kontakt med politi eller ambulance"),
}
ACUTE = frozenset({SignalKind.SUICIDE, SignalKind.VERY_UNWELL})
"""Never only a notice: a person rings now (domain E5)."""


def check_signal(kind: str, on: date | None, words: str, today: date) -> tuple[SignalKind, date]:
    """A sign has a kind from the list, and a day of the last three months."""
    if kind not in set(SignalKind):
        raise Wrong("unknown_kind", da("Vælg, hvad der er set."), "kind")
    if on is None or on > today:
        raise Wrong("not_yet", da("Vælg den dag, det blev set."), "seen_on")
    if on <= today - LASTS:
        raise Wrong(
            "too_old", da("Det er for længe siden. Skriv det som noget, der er sket."), "seen_on"
        )
    if len(words) > WORDS_MAX:
        raise Wrong("too_long", da("Skriv højst 300 tegn."), "words")
    return SignalKind(kind), on


def check_only_her(words: str, *, only_her: bool) -> None:
    """What is written in a sign is about her alone, and its writer says so (H1, domain 0.5).

    The list of kinds has no complaint of a neighbour; free words could bring one in. No machine can
    tell whether they do, so that the one who writes is asked.
    """
    if words.strip() and not only_her:
        raise Wrong(
            "words_of_others",
            da("Handler ordene kun om borgeren? Sæt hak, eller slet det om andre."),
            "only_her",
        )


def check_grounded(*, is_grounded: bool) -> None:
    """Signs are kept only where the organisation has a ground and an assessment (domain 0.5)."""
    if not is_grounded:
        raise NotNow(
            "no_ground_for_signs",
            da("Her samles der ikke tegn. Tal med borgeren, eller skriv, hvad der er sket."),
        )
