"""Somebody who may read or answer for the citizen (partsrepræsentant, værge): limits as data."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.access.rules import Level, Topic
from landfast.consent.rules.words import How
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

NAME_MAX = 120
REASON_MAX = 300
LONGEST = timedelta(days=366)


class ProxyKind(StrEnum):
    """Chosen by the citizen, or appointed by the authorities."""

    CHOSEN = "chosen"
    GUARDIAN = "guardian"


PROXY_KINDS: dict[ProxyKind, str] = {
    ProxyKind.CHOSEN: da("Valgt af borgeren"),
    ProxyKind.GUARDIAN: da("Værge, udpeget af Familieretshuset"),
}


class Limit(StrEnum):
    """What a proxy may. What does not stand here is the citizen's alone: her yes and her no too."""

    READ_PLAN = "read_plan"
    READ_MEETINGS = "read_meetings"
    ANSWER_MEETINGS = "answer_meetings"


@dataclass(frozen=True)
class LimitText:
    """A limit as people read it, and what it reaches."""

    to_her: str
    to_others: str
    topic: Topic
    level: Level
    by_name: str = ""
    """As its reader is told it, who knows whom it is about; else as it is told to others."""

    @property
    def to_reader(self) -> str:
        """A sentence with room for her name, or without."""
        return self.by_name or self.to_others


LIMITS: dict[Limit, LimitText] = {
    Limit.READ_PLAN: LimitText(
        da("Læse min plan: ønsker, skridt og aftaler"),
        da("Læse planen: ønsker, skridt og aftaler"), Topic.PLAN, Level.READ,
    ),
    Limit.READ_MEETINGS: LimitText(
        da("Læse om mine møder, og referater der er sendt ud"),
        da("Læse om møder, og referater der er sendt ud"), Topic.MEETINGS, Level.READ,
    ),
    Limit.ANSWER_MEETINGS: LimitText(
        da("Svare for mig, når der er møde"),
        da("Svare for borgeren, når der er møde"), Topic.MEETINGS, Level.WRITE,
        da("Svare for %(name)s, når der er møde"),
    ),
}  # fmt: skip


def reaches(limits: Collection[Limit]) -> dict[Topic, Level]:
    """What these limits open: each topic once, as far as the widest limit says."""
    found: dict[Topic, Level] = {}
    for limit in Limit:
        if limit in limits:
            found[LIMITS[limit].topic] = LIMITS[limit].level
    return found


def check_proxy(name: str, limits: Collection[Limit], reason: str) -> None:
    """A proxy has a name, one limit at least, and a reason that the citizen can read (F2)."""
    if not name.strip() or len(name) > NAME_MAX:
        raise Wrong("proxy_without_name", da("Skriv personens navn, med højst 120 tegn."), "name")
    if not limits:
        raise Wrong("proxy_without_limits", da("Vælg mindst én ting."), "limits")
    if not reason.strip() or len(reason) > REASON_MAX:
        raise Wrong("proxy_without_reason", da("Skriv hvorfor, med højst 300 tegn."), "reason")


def check_proxy_until(until: date, today: date) -> None:
    """It has an end, at most a year ahead: then somebody asks her again (D)."""
    if not today < until <= today + LONGEST:
        raise Wrong(
            "proxy_within_a_year", da("Vælg en dato fra i morgen og højst et år frem."), "until"
        )


def check_proxy_said(kind: ProxyKind, how: How, evidence: str) -> None:
    """A guardian is noted by others from the paper; what they write down says where it is seen.

    The citizen chooses her own by her login (forvaltningsloven § 8); a guardian is appointed, and
    that she does not say herself (værgemålsloven § 5).
    """
    if kind is ProxyKind.GUARDIAN and how is not How.ON_PAPER:
        raise Wrong(
            "guardian_on_paper", da("En værge er udpeget på papir. Skriv, hvor papiret er."), "how"
        )
    if how is not How.SELF and not evidence.strip():
        raise Wrong(
            "no_evidence", da("Skriv, hvor og hvornår borgeren sagde det, og hvem der var med."),
            "evidence",
        )  # fmt: skip


def check_proxy_while_open(*, is_over: bool) -> None:
    """Nobody is let in when the course is over."""
    if is_over:
        raise NotNow("course_is_over", da("Forløbet er slut, så ingen kan få lov at læse mere."))


def check_may_be_named_again(*, reads_now: bool) -> None:
    """The same person is let in anew when what they had is over, by the login they have (F2)."""
    if reads_now:
        raise NotNow(
            "reads_now",
            da("Personen må læse nu. Stop det først, hvis der skal vælges noget andet."),
        )


def may_step_back(kind: ProxyKind) -> bool:
    """Whom she chose may stop by themselves; a guardian is appointed, and not by her (D)."""
    return kind is ProxyKind.CHOSEN


def check_may_step_back(kind: ProxyKind) -> None:
    """The same rule for the act (værgemålsloven § 5)."""
    if not may_step_back(kind):
        raise NotNow(
            "guardian_stays", da("En værge stopper hos Familieretshuset. Ring til koordinatoren.")
        )


def check_proxy_runs(*, runs: bool) -> None:
    """What has ended cannot be ended again."""
    if not runs:
        raise NotNow("nothing_to_stop", da("Det er allerede stoppet."))
