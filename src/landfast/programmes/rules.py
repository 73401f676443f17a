"""Need areas, the roles they imply, and how a programme places coordination."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da


class NeedArea(StrEnum):
    """Areas of life in which help may be needed (domain F1, `need_roles.json`)."""

    HOUSING = "housing"
    ECONOMY = "economy"
    WORK_EDU = "work_edu"
    SUBSTANCE = "substance"
    PSYCHIATRY = "psychiatry"
    SOMATIC = "somatic"
    FAMILY = "family"
    CRIME = "crime"
    DAILY_LIVING = "daily_living"
    NETWORK = "network"


NEED_NAMES: dict[NeedArea, str] = {
    NeedArea.HOUSING: da("Bolig"),
    NeedArea.ECONOMY: da("Penge"),
    NeedArea.WORK_EDU: da("Job og uddannelse"),
    NeedArea.SUBSTANCE: da("Alkohol og stoffer"),
    NeedArea.PSYCHIATRY: da("Hvordan jeg har det"),
    NeedArea.SOMATIC: da("Min krop og mit helbred"),
    NeedArea.FAMILY: da("Børn og familie"),
    NeedArea.CRIME: da("Politi og straf"),
    NeedArea.DAILY_LIVING: da("Min hverdag"),
    NeedArea.NETWORK: da("Venner og fritid"),
}
"""The areas in words that a citizen would use; professionals see the same."""


DEFAULT_PROGRAMME = "samarbejdsmodellen"
"""The programme a referral leads to when nobody says otherwise (S004)."""


class CoordinationModel(StrEnum):
    """Where coordination is placed (S000 §3.1, domain A11)."""

    NEUTRAL = "neutral"
    CASE_WORKER = "case_worker"
    INTAKE_OFFICE = "intake_office"
    PROVIDER = "provider"


def allows_authority(model: CoordinationModel) -> bool:
    """May the coordinator decide authority matters in the course? Only where the model says so."""
    return model in {CoordinationModel.CASE_WORKER, CoordinationModel.INTAKE_OFFICE}


@dataclass(frozen=True)
class NeedRoles:
    """Which roles an open need implies: at least one of `any_of`; `should` to think of."""

    need: NeedArea
    any_of: frozenset[str]
    should: frozenset[str]


@lru_cache(maxsize=1)
def need_roles() -> dict[NeedArea, NeedRoles]:
    """The table of domain F1 by need area."""
    rows = json.loads((files(__package__) / "data/need_roles.json").read_text("utf-8"))
    return {
        NeedArea(row["need"]): NeedRoles(
            NeedArea(row["need"]), frozenset(row["any_of"]), frozenset(row["should"])
        )
        for row in rows
    }


FUNCTION_MAX = 80
WHY_MAX = 300


def check_precedence(function: str, reason: str, decided_on: date, today: date) -> None:
    """The leader group writes which functions hand over: name, date, why (S004 §6.3; 0.7)."""
    _check_words(function, FUNCTION_MAX, "function", da("Skriv, hvilken funktion det er."))
    check_why(reason)
    if decided_on > today:
        raise Wrong(
            "decided_ahead", da("Dagen er ikke kommet endnu. Skriv den, når det er besluttet."),
            "decided_on",
        )  # fmt: skip


def check_why(reason: str) -> None:
    """What is put on the list or taken off has a reason that others can read (S004 §6.3)."""
    _check_words(reason, WHY_MAX, "reason", da("Skriv kort hvorfor."))


def check_not_statutory(function: str, statutory: tuple[str, ...]) -> None:
    """A statutory role goes on: no course takes it over (lovbestemt rolle, fortsætter; 0.7)."""
    said = _plain(function)
    if any(_plain(role.split(" (", 1)[0]) in said for role in statutory):
        raise Wrong(
            "statutory_goes_on",
            da("Den rolle står i loven og fortsætter. Et forløb kan ikke overtage den."),
            "function",
        )


def check_not_listed(function: str, listed: list[str]) -> None:
    """A function stands on the list once (D)."""
    if _plain(function) in {_plain(one) for one in listed}:
        raise Wrong("listed_already", da("Den står allerede på listen."), "function")


def check_still_listed(removed_on: date | None) -> None:
    """Taken off once; the second of two who do it is told (D)."""
    if removed_on:
        raise NotNow("removed_already", da("En anden har taget den af listen imens."))


def _check_words(words: str, limit: int, field: str, missing: str) -> None:
    if not words.strip():
        raise Wrong("nothing_said", missing, field)
    if len(words) > limit:
        raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), field)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
