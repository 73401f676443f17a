"""The five states of what is kept, the years and days between them, and who may turn them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.kernel.business_days import add_business_days, is_business_day
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.people.rules import OrganisationKind


class KeepState(StrEnum):
    """Where a course stands, from running to gone (standards §8, Arkivloven)."""

    ACTIVE = "active"
    CLOSED = "closed"
    BLOCKED = "blocked"
    DELIVERED = "delivered"
    DELETED = "deleted"


class Kind(StrEnum):
    """What kind of record it is: a course that ran, or one that never came to be."""

    COURSE = "course"
    DECLINED = "declined"


class HoldKind(StrEnum):
    """Why nothing may be blocked or deleted yet."""

    COMPLAINT = "complaint"
    INSIGHT = "insight"
    COURT = "court"
    SUPERVISION = "supervision"


class ToldHow(StrEnum):
    """How somebody without a login was told of the day."""

    LETTER = "letter"
    SPOKEN = "spoken"


TOLD_NAMES: dict[ToldHow, str] = {
    ToldHow.LETTER: da("Der er sendt et brev"),
    ToldHow.SPOKEN: da("Vi har talt sammen"),
}
STATE_NAMES: dict[KeepState, str] = {
    KeepState.ACTIVE: da("I gang"),
    KeepState.CLOSED: da("Afsluttet"),
    KeepState.BLOCKED: da("Blokeret"),
    KeepState.DELIVERED: da("Afleveret"),
    KeepState.DELETED: da("Slettet"),
}
KIND_NAMES: dict[Kind, str] = {
    Kind.COURSE: da("Forløb"),
    Kind.DECLINED: da("Ikke tilbudt et forløb"),
}
HOLD_NAMES: dict[HoldKind, str] = {
    HoldKind.COMPLAINT: da("En klage er i gang"),
    HoldKind.INSIGHT: da("En aktindsigt er i gang"),
    HoldKind.COURT: da("En retssag eller erstatning er i gang"),
    HoldKind.SUPERVISION: da("Et tilsyn er i gang"),
}

NEXT: dict[KeepState, frozenset[KeepState]] = {
    KeepState.ACTIVE: frozenset({KeepState.CLOSED}),
    KeepState.CLOSED: frozenset({KeepState.ACTIVE, KeepState.BLOCKED}),
    KeepState.BLOCKED: frozenset({KeepState.CLOSED, KeepState.DELIVERED}),
    KeepState.DELIVERED: frozenset({KeepState.BLOCKED, KeepState.DELETED}),
    KeepState.DELETED: frozenset(),
}
"""One step forward or one back at a time; from deleted there is no way."""

BACK: dict[KeepState, KeepState] = {
    KeepState.BLOCKED: KeepState.CLOSED, KeepState.DELIVERED: KeepState.BLOCKED,
}  # fmt: skip
"""What the records officer takes back. From closed the course itself is opened again (A5)."""

WORDS_MAX = 500
RECEIPT_MAX = 80
YEARS = range(1, 101)
WAIT_DAYS = 90
"""From delivery, or from blocking where nothing is delivered, to deletion (D)."""
WAIT = range(30, 731)
AHEAD = timedelta(days=90)
"""What is due so soon stands in the report."""
LONGEST_BACK = timedelta(days=5 * 366)


@dataclass(frozen=True)
class Rule:
    """How long one kind of record is kept at one kind of organisation, and by what right."""

    years: int
    delivers: bool
    source: str
    wait_days: int = WAIT_DAYS


_CASE = da(
    "Sagens år og fem år til, til krav er forældet. Aflevering efter arkivloven, "
    "til Rigsarkivet har sagt, hvad der må kasseres."
)
_JOURNAL = da("Ti år efter det sidste, der er skrevet: autorisationsloven § 25.")
_OWN = da("Fem år, til krav er forældet. Private afleverer ikke efter arkivloven.")

DEFAULTS: dict[tuple[OrganisationKind, Kind], Rule] = {
    (OrganisationKind.MUNICIPALITY, Kind.COURSE): Rule(5, True, _CASE),
    (OrganisationKind.MUNICIPALITY, Kind.DECLINED): Rule(5, True, _CASE),
    (OrganisationKind.REGION, Kind.COURSE): Rule(10, True, _JOURNAL),
    (OrganisationKind.REGION, Kind.DECLINED): Rule(5, True, _CASE),
    (OrganisationKind.STATE, Kind.COURSE): Rule(5, True, _CASE),
    (OrganisationKind.STATE, Kind.DECLINED): Rule(5, True, _CASE),
    (OrganisationKind.PRACTICE, Kind.COURSE): Rule(10, False, _JOURNAL),
    (OrganisationKind.PRACTICE, Kind.DECLINED): Rule(5, False, _OWN),
    (OrganisationKind.VOLUNTARY, Kind.COURSE): Rule(5, False, _OWN),
    (OrganisationKind.VOLUNTARY, Kind.DECLINED): Rule(5, False, _OWN),
}
"""The shipped rules; an organisation writes its own beside its approved plan (decisions/0021)."""


def block_on(closed_on: date, years: int) -> date:
    """A record's age is counted from the end of the year it was closed in (kassationsår).

    Ombudsmanden FOB 2008.399: from the year a case ended, never the year it began.
    """
    return date(closed_on.year + years + 1, 1, 1)


def delete_on(released_on: date, wait_days: int) -> date:
    """Deletion waits, and falls on a business day: somebody answers the telephone that day (D)."""
    day = released_on + timedelta(days=wait_days)
    return day if is_business_day(day) else add_business_days(day, 1)


def may_step(before: KeepState, after: KeepState) -> bool:
    """A state is never skipped, forward or back (standards §8, Arkivloven)."""
    return after in NEXT[before]


def check_rule(years: int, wait_days: int, source: str) -> None:
    """An organisation's own years have a source that can be looked up: its approved plan."""
    if years not in YEARS:
        raise Wrong("years", da("Skriv et antal år fra 1 til 100."), "years")
    if wait_days not in WAIT:
        raise Wrong("wait_days", da("Skriv et antal dage fra 30 til 730."), "wait_days")
    if not source.strip():
        raise Wrong("no_source", da("Skriv, hvor reglen står."), "source")


def check_reason(why: str) -> None:
    """Whoever turns a state says why (lov om offentlighed; D)."""
    if not why.strip():
        raise Wrong("why", da("Skriv hvorfor."), "why")


def check_back(state: KeepState, until: date | None, today: date) -> None:
    """Only what is blocked or delivered is taken back; a course comes back till a day ahead."""
    if state not in BACK:
        raise NotNow("not_to_take_back", da("Det kan ikke tages tilbage, som det står nu."))
    if state is KeepState.BLOCKED:
        _check_ahead(until, today)


def check_postpone(state: KeepState, until: date, today: date) -> None:
    """A course that is closed can be blocked later than the rule says, five years at most (D)."""
    if state is not KeepState.CLOSED:
        raise NotNow("not_closed", da("Kun et afsluttet forløb kan udsættes."))
    _check_ahead(until, today)


def _check_ahead(until: date | None, today: date) -> None:
    if until is None or not today < until <= today + LONGEST_BACK:
        raise Wrong("until", da("Vælg en dag inden for de næste fem år."), "until")


def check_until(until: date | None, today: date) -> None:
    """What holds a course ends on a day that is not over, or when somebody says so."""
    if until is not None and until < today:
        raise Wrong("until", da("Vælg en dag, der ikke er forbi, eller ingen dag."), "until")


def check_told(on: date, today: date) -> None:
    """She has been told on a day that has been; who has no login reads it nowhere (GDPR art. 12).

    The day of deletion is told in time to ask for a copy, or to say that something still runs.
    """
    if not today - AHEAD <= on <= today:
        raise Wrong("told_on", da("Vælg i dag eller en dag, der har været."), "on")


def check_receipt(receipt: str) -> None:
    """An archive answers a delivery with a number: without it nothing is delivered."""
    if not receipt.strip():
        raise Wrong("no_receipt", da("Skriv arkivets kvitteringsnummer."), "receipt")


def check_second_eyes(first: object, second: object, written: str, repeated: str) -> None:
    """A delivery is confirmed by somebody else, who reads the number on their own (to par øjne)."""
    if first == second:
        raise NotNow("same_eyes", da("En anden end den, der skrev nummeret, skal bekræfte."))
    if written.strip() != repeated.strip():
        raise Wrong("other_receipt", da("Det er ikke det nummer, der blev skrevet."), "receipt")
