"""A case as rules and replay see it. Frozen: a story that was told is not rewritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any

from landfast.course.rules.words import Precision
from landfast.redthread.casefile.problems import Problem


class ConsentStatus(StrEnum):
    """What the citizen said (FORMAT, `consents[]`)."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True)
class When:
    """A date, perhaps a time, and how exactly it is known."""

    day: date
    at: time | None
    precision: Precision


@dataclass(frozen=True)
class CaseCitizen:
    """Whose story it is. An alias, never a name."""

    alias: str
    age: int | None = None
    children_under_18: int = 0
    wishes: tuple[str, ...] = ()
    max_meeting_size: int | None = None


@dataclass(frozen=True)
class CaseAgreement:
    """Something that was agreed, as it was told. A later event with the same id updates it."""

    id: str
    text: str
    owner_role: str | None
    due: date | None
    followup: str
    status: str
    decision_by: str | None
    replaces: str | None
    goal: str | None
    needs: tuple[str, ...]


@dataclass(frozen=True)
class CaseConsent:
    """A yes or a no to one role."""

    to: str
    status: ConsentStatus
    from_role: str | None = None


@dataclass(frozen=True)
class CaseEvent:
    """Something that happened. `title` and `words` are the story's words, not input to rules."""

    id: str
    line: int
    when: When
    type: str
    title: str
    words: str
    involved: tuple[str, ...]
    sectors: tuple[str, ...]
    needs_open: tuple[str, ...]
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def agreements(self) -> tuple[CaseAgreement, ...]:
        """What was agreed, or changed in an agreement, at this event."""
        return tuple(_agreement(row) for row in self.data.get("agreements") or ())

    @property
    def consents(self) -> tuple[CaseConsent, ...]:
        """What the citizen said yes and no to. A status that nobody knows is not acted on."""
        known = set(ConsentStatus)
        return tuple(
            CaseConsent(row["to"], ConsentStatus(row["status"]), row.get("from"))
            for row in self.data.get("consents") or ()
            if row["status"] in known
        )

    def roles(self, name: str) -> tuple[str, ...]:
        """The roles in a data field such as `attendees`."""
        return tuple(self.data.get(name) or ())


@dataclass(frozen=True)
class Case:
    """One citizen's story."""

    id: str
    file: str
    citizen: CaseCitizen
    source: str
    programme: str
    consent_tracking: bool
    events: tuple[CaseEvent, ...]
    warnings: tuple[Problem, ...] = ()
    dating_note: str = ""

    @property
    def fields(self) -> int:
        """How many data fields the events carry: each must be found again."""
        return sum(len(event.data) for event in self.events)


def _agreement(row: Mapping[str, Any]) -> CaseAgreement:
    due = row.get("due")
    return CaseAgreement(
        id=row["id"],
        text=row.get("text_da") or "",
        owner_role=row.get("owner_role"),
        due=date.fromisoformat(due[:10]) if due else None,
        followup=_followup(row.get("followup")),
        status=row.get("status") or "",
        decision_by=row.get("decision_by"),
        replaces=row.get("replaces"),
        goal=row.get("goal"),
        needs=tuple(row.get("needs") or ()),
    )


def _followup(said: Any) -> str:
    """`{who, when, how}` or a text, in one line."""
    if isinstance(said, Mapping):
        return ", ".join(str(said[key]) for key in ("who", "when", "how") if said.get(key))
    return said or ""
