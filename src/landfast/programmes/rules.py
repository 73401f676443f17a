"""Need areas, the roles they imply, and how a programme places coordination."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

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
