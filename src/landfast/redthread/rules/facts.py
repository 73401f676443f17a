"""What findings rest on: plain values, the same from the rooms' queries and from a case file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from landfast.people.rules import roles
from landfast.programmes.rules import NeedArea

CLOSEST = frozenset({"relative", "private_network"})
OWN = CLOSEST | {"citizen", "representative"}
"""Whose steps are their own: no promises, no dates, no reproach (domain 0.3)."""
NOT_COUNTED = frozenset({"citizen", "representative", "coordinator"})
"""Who needs no consent and fills no chair (RT-08, RT-09)."""


@dataclass(frozen=True)
class Source:
    """Where something is known from: an event by its id, its day, and the topics it lies under."""

    id: str
    day: date
    topics: frozenset[str] = field(default=frozenset(), compare=False)
    is_dated: bool = True
    """Somebody knows more than the year; from a year no days are counted (FORMAT)."""


@dataclass(frozen=True)
class Contact:
    """Somebody dealt with the matter: which roles and sectors, and whether she was there."""

    source: Source
    roles: frozenset[str]
    sectors: frozenset[str]
    meets_citizen: bool


@dataclass(frozen=True)
class Need:
    """A need in play, and since when (FORMAT, `needs_open`)."""

    need: NeedArea
    named: tuple[Source, ...]

    @property
    def since(self) -> date | None:
        """The first day that somebody knows."""
        return next((source.day for source in self.named if source.is_dated), None)


@dataclass(frozen=True)
class Promise:
    """Something agreed: who, by when, how it is followed up, and who decides it."""

    id: str
    source: Source
    owner: str | None
    due: date | None
    has_followup: bool
    is_open: bool
    is_promised: bool = False
    decided_by: str | None = None
    replaces: str | None = None
    needs: frozenset[str] = frozenset()
    has_mandate: bool = False
    is_to_be_decided: bool = False
    """The meeting put the decision on its list: an application, no promise."""
    told: Source | None = None
    """Somebody has told how it goes."""
    is_proposed: bool = False
    """Nobody has said yes to it yet: what lacks in it is asked for before the yes."""

    @property
    def binds(self) -> bool:
        """A promise that somebody is to keep: neither an own step nor a proposal."""
        return not self.is_own_step and not self.is_proposed

    @property
    def is_own_step(self) -> bool:
        """The citizen's or the closest people's own (egne skridt, domain 0.3)."""
        return self.owner in OWN


@dataclass(frozen=True)
class Met:
    """A meeting, planned or held."""

    source: Source
    format: str = ""
    present: frozenset[str] = frozenset()
    invited: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    agenda: frozenset[str] = frozenset()
    """Themes that were said to be themes; `themes` may be what was in play."""
    parked: frozenset[str] = frozenset()
    to_decide: frozenset[str] = frozenset()
    mandates: frozenset[str] = frozenset()
    is_held: bool = True
    has_next: bool = False
    decides: bool = False
    has_her_word: bool = False
    largest: int | None = None
    agreed_by_her: frozenset[str] = frozenset()
    """Whom she has said yes to herself: her own yes goes first (RT-09)."""

    @property
    def asked(self) -> frozenset[str]:
        """Everybody who was there or was invited."""
        return self.present | self.invited


@dataclass(frozen=True)
class Word:
    """The citizen's yes or no to somebody."""

    source: Source
    to: str
    is_yes: bool
    is_no: bool
    from_role: str | None = None


@dataclass(frozen=True)
class Shared:
    """Somebody came in or was told: to whom, in whose company, on a legal ground or none."""

    source: Source
    to: frozenset[str]
    among: frozenset[str]
    on_ground: bool
    says_none: bool = False
    """It was written down that there is no ground."""


@dataclass(frozen=True)
class Stay:
    """An admission or a discharge."""

    source: Source
    is_acute: bool = False
    informed: bool | None = None
    asked_consent: bool | None = None
    days: int | None = None
    met: bool | None = None
    agreed: bool = False
    needs: frozenset[str] = frozenset()
    between: bool = False
    hour: int | None = None
    number: int | None = None


@dataclass(frozen=True)
class Change:
    """Somebody took over after somebody: who, and was it handed over together."""

    source: Source
    left: str | None
    came: str | None
    handed_over: bool | None
    is_person: bool = True


@dataclass(frozen=True)
class Held:
    """How the coordination stands."""

    since: Source | None = None
    who: str = "coordinator"
    """The role of the one who is it, where it is told."""
    gone: Source | None = None
    authority: Source | None = None
    declined: Source | None = None
    claims: tuple[str, ...] = ()
    claimed: Source | None = None

    @property
    def is_held(self) -> bool:
        """Is there one, present or covered?"""
        return self.since is not None and self.gone is None


@dataclass(frozen=True)
class Answer:
    """What became of an application: refused, waiting, granted."""

    source: Source
    about: str
    outcome: str
    replacement: str = ""
    covers: bool = True
    wait_days: int | None = None
    has_interim: bool = False
    name: str = ""
    """What it is called, where `about` is a key."""


@dataclass(frozen=True)
class Demand:
    """What somebody asks of her."""

    source: Source
    by: str
    tag: str


@dataclass(frozen=True)
class Expected:
    """What each expects of a role."""

    source: Source
    role: str
    by: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Benefit:
    """A benefit stopped, lowered or threatened; or given again."""

    source: Source
    is_loss: bool
    for_no_show: bool
    about: date


@dataclass(frozen=True)
class Absent:
    """Times she did not come to somebody."""

    source: Source
    to: str
    count: int
    window: int | None
    in_a_row: bool


@dataclass(frozen=True)
class Sign:
    """Something in her life that somebody saw. Only ever a question (domain 0.5)."""

    source: Source
    kind: str
    by: frozenset[str] = frozenset()
    follow_up: bool | None = None


@dataclass(frozen=True)
class Lost:
    """Contact that was lost, or that was to be kept so often."""

    source: Source
    to: frozenset[str]
    days: int | None
    is_interval: bool = False


@dataclass(frozen=True)
class Phase:
    """The course came to a state."""

    source: Source
    to: str
    review: bool = False
    way_back: bool = False
    open_left: bool | None = None
    is_covered: bool = False


@dataclass(frozen=True)
class Wish:
    """What she wishes, and whether anybody has answered."""

    source: Source
    answered: bool | None


@dataclass(frozen=True)
class Closest:
    """How it is for the people closest to her."""

    objected: Source | None = None
    exhausted: Source | None = None
    called: Source | None = None
    times: int = 0
    may_come: bool | None = None
    """She has let one of them sit at a table; None where only her words tell."""


def sector_of(role: str) -> str:
    """The sector of a role; none for one we do not know."""
    known = roles().get(role)
    return known.sector if known else ""
