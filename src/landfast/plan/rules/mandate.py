"""What a promise costs, whether its maker may make it alone, and who pays (domain A9, RT-06)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from landfast.access.roles import CourseRole, may_in_course
from landfast.access.rules import Permission
from landfast.directory.rules.mandates import (
    AMOUNT_MAX,
    SERVICE_NAMES,
    WEEKS_MAX,
    Mandate,
    Service,
)
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan.rules.promise import ASKS, Terms
from landfast.plan.rules.words import AgreementState, MandateState

WHOLE = 100
DISPUTE_MAX = 300
AT_A_LEADER = frozenset(
    {MandateState.APPLICATION, MandateState.AWAITS_LEADER, MandateState.REFUSED}
)
"""A leader decides, or has said no."""
SOMEBODY = da("Lederen af enheden")


@dataclass(frozen=True)
class Cost:
    """What has to be granted: what it is, how much in all, for how long."""

    service: Service
    amount: int | None = None
    weeks: int | None = None

    @property
    def words(self) -> str:
        """What it is, how much and how long, as a leader reads it."""
        said = [SERVICE_NAMES[self.service]]
        if self.amount is not None:
            said.append(f"{self.amount:,}".replace(",", ".") + " kr.")
        if self.weeks is not None:
            said.append(f"{self.weeks} uger" if self.weeks > 1 else "1 uge")
        return ", ".join(said)


@dataclass(frozen=True)
class Share:
    """A unit that pays, and its part in per cent."""

    unit: UUID
    name: str
    percent: int


def covers(mandate: Mandate, cost: Cost, on: date) -> bool:
    """Does this mandate let somebody promise it alone (domain A9)?

    What is not known is not within a limit: an open amount is covered by an open mandate only.
    """
    return (
        mandate.service is cost.service
        and mandate.runs(on)
        and _fits(cost.amount, mandate.amount)
        and _fits(cost.weeks, mandate.weeks)
    )


def _fits(asked: int | None, limit: int | None) -> bool:
    return limit is None or (asked is not None and asked <= limit)


def may_promise(mandates: Iterable[Mandate], cost: Cost | None, on: date) -> bool:
    """What costs nothing is promised freely; the rest within a mandate of one's own (RT-06)."""
    return cost is None or any(covers(one, cost, on) for one in mandates)


def bound(
    terms: Terms, cost: Cost | None, mandates: Iterable[Mandate], on: date, *, decided_by: str = ""
) -> Terms:
    """Outside the mandate the wording is locked to "søger om", whatever was chosen (A9, RT-06)."""
    if may_promise(mandates, cost, on):
        return terms
    is_said = terms.mandate is not MandateState.CLEAR
    return replace(
        terms,
        mandate=terms.mandate if is_said else MandateState.AWAITS_LEADER,
        decided_by=terms.decided_by or decided_by or SOMEBODY,
    )


def granted_text(text: str) -> str:
    """A leader has said yes: the words no longer apply for it, they say it (product D4)."""
    for begins in (f"{ASKS}: ", f"{ASKS} ", f"an{ASKS} "):
        if text.casefold().startswith(begins):
            rest = text[len(begins) :]
            return rest[:1].upper() + rest[1:]
    return text


def check_cost(cost: Cost) -> None:
    """Figures that can be meant."""
    if cost.amount is not None and cost.amount not in range(AMOUNT_MAX + 1):
        raise Wrong("amount", da("Skriv beløbet i hele kroner, eller lad det stå tomt."), "amount")
    if cost.weeks is not None and cost.weeks not in range(1, WEEKS_MAX + 1):
        raise Wrong("weeks", da("Skriv antallet af uger, eller lad det stå tomt."), "weeks")


def check_shares(shares: Sequence[Share]) -> None:
    """Who pays is written whole or not at all: each unit once, together one hundred per cent."""
    if not shares:
        return
    if len({one.unit for one in shares}) < len(shares):
        raise Wrong("pays_twice", da("Den samme enhed står to gange."), "unit_1")
    if any(one.percent < 1 for one in shares) or (sum(one.percent for one in shares) != WHOLE):
        raise Wrong("not_whole", da("Delene skal give 100 procent i alt."), "percent_0")


def may_price(state: AgreementState) -> bool:
    """What it costs is said while nobody has said yes. For the button and the gate."""
    return state is AgreementState.PROPOSED


def check_may_price(state: AgreementState) -> None:
    """After a yes another price is another promise."""
    if not may_price(state):
        raise NotNow(
            "priced_too_late",
            da("Der er svaret på aftalen. Foreslå en ny, hvis den koster noget andet."),
        )


def may_send_bill(maker: UUID | None, actor: UUID, roles: frozenset[CourseRole]) -> bool:
    """For buttons; the gate is `check_may_send_bill`."""
    return maker == actor or may_in_course(roles, Permission.DECISION_ASK)


def check_may_send_bill(maker: UUID | None, actor: UUID, roles: frozenset[CourseRole]) -> None:
    """Whose promise it is sends its bill to a leader, as does who holds the threads (D4)."""
    if not may_send_bill(maker, actor, roles):
        raise NotAllowed(
            "not_your_bill",
            da("Den, der har aftalen, eller koordinatoren sender regningen til en leder."),
        )


def may_dispute(shares: Sequence[Share], *, is_disputed: bool) -> bool:
    """Can somebody disagree about the bill? For the button and the gate."""
    return bool(shares) and not is_disputed


def check_dispute(shares: Sequence[Share], why: str, interim: str, *, is_disputed: bool) -> None:
    """A quarrel over the bill climbs at once, and something holds meanwhile (issue: D4)."""
    if not may_dispute(shares, is_disputed=is_disputed):
        raise NotNow(
            "no_bill_to_dispute",
            da("Der er ikke en regning at være uenig om, eller den er sendt til en leder."),
        )
    if not why.strip() or len(why) > DISPUTE_MAX:
        raise Wrong("no_why", da("Skriv, hvad I er uenige om, med højst 300 tegn."), "why")
    if not interim.strip():
        raise Wrong(
            "no_interim", da("Skriv, hvad der gælder imens. Borgeren skal ikke vente."), "interim"
        )
