"""Who may promise what alone (mandat), and who decides the rest (domain A9, product D4)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

AMOUNT_MAX = 10_000_000
WEEKS_MAX = 520
HOURS_MAX = 80
ANSWER_WITHIN = 16
"""Business hours to a decision: two business days (domain A9, D)."""
LEADERS = ("daily_leader", "leader")
"""The posts that decide when nobody is named, in this order: the nearest first."""


class Service(StrEnum):
    """What has to be granted (domain A9, service_types)."""

    DAILY = "daily"
    HOME = "home"
    TREATMENT = "treatment"
    WORK = "work"
    MONEY = "money"
    AIDS = "aids"
    OTHER = "other"


SERVICE_NAMES: dict[Service, str] = {
    Service.DAILY: da("Støtte i hverdagen"),
    Service.HOME: da("Et sted at bo"),
    Service.TREATMENT: da("Behandling"),
    Service.WORK: da("Arbejde, aktivitet eller uddannelse"),
    Service.MONEY: da("Penge til en udgift"),
    Service.AIDS: da("Hjælpemidler og transport"),
    Service.OTHER: da("Noget andet, der skal bevilges"),
}


@dataclass(frozen=True)
class Mandate:
    """What a role in a unit may promise alone: what, how much, for how long, and in which time.

    Without an amount or a length there is no limit to it.
    """

    unit: UUID
    role: str
    service: Service
    amount: int | None
    weeks: int | None
    first: date
    last: date | None = None

    def runs(self, on: date) -> bool:
        """Does it hold on this day?"""
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True)
class Decider:
    """Who decides beyond the mandates, in whose stead, and how soon (business hours)."""

    person: UUID
    deputy: UUID | None
    hours: int = ANSWER_WITHIN


@dataclass(frozen=True)
class Choice:
    """Who is to be asked, and for whom when that one is away."""

    person: UUID
    stands_in_for: UUID | None
    hours: int
    level: int
    """How far up the chain: nought is the nearest."""


def check_mandate(mandate: Mandate, roles: Collection[str]) -> None:
    """A mandate names a role, and its limits are figures that can be meant (domain A9)."""
    if mandate.role not in roles:
        raise Wrong("no_role", da("Vælg, hvem mandatet gælder for."), "role")
    if mandate.amount is not None and mandate.amount not in range(AMOUNT_MAX + 1):
        raise Wrong("amount", da("Skriv beløbet i hele kroner, eller lad det stå tomt."), "amount")
    if mandate.weeks is not None and mandate.weeks not in range(1, WEEKS_MAX + 1):
        raise Wrong("weeks", da("Skriv antallet af uger, eller lad det stå tomt."), "weeks")
    if mandate.last and mandate.last < mandate.first:
        raise Wrong("backwards", da("Sidste dag ligger før første dag."), "last")


def check_deciders(deciders: Sequence[Decider], staff: Collection[UUID]) -> None:
    """Deciders are employees, each once, and nobody is her own deputy (product D4)."""
    persons = [one.person for one in deciders]
    if len(set(persons)) < len(persons):
        raise Wrong("twice", da("Den samme står to gange. Vælg en anden, eller tøm feltet."))
    for one in deciders:
        if one.person not in staff or (one.deputy and one.deputy not in staff):
            raise Wrong("not_staff", da("Vælg en, der er ansat."))
        if one.deputy == one.person:
            raise Wrong("own_deputy", da("Ingen kan være sin egen afløser. Vælg en anden."))
        if one.hours not in range(1, HOURS_MAX + 1):
            raise Wrong("hours", da("Skriv, hvor mange arbejdstimer der er til et svar: 1 til 80."))


def whom_to_ask(
    chain: Sequence[Decider], there: Collection[UUID], *, above: int = 0, never: UUID | None = None
) -> Choice | None:
    """The nearest in the chain who is at work, from this level up; the deputy of who is away.

    `there` are those who are employed and not on leave; `never` is who asks (product D4: a named
    decision maker, a deputy).
    """
    for level, one in enumerate(chain):
        if level < above:
            continue
        if one.person in there and one.person != never:
            return Choice(one.person, None, one.hours, level)
        if one.deputy and one.deputy in there and one.deputy != never:
            return Choice(one.deputy, one.person, one.hours, level)
    return None
