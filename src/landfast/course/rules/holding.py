"""Who holds a course, who acts and answers for it now, who is told, and who covers.

One place for the rule of cover: a course has exactly one who holds it, the coordinator, or the
daily lead who covers when she is lost (principle 2). Beside them stand the deputy, for an agreed
time, and the second whom the citizen has met (domain 0.8). Who reads them: `queries/holding.py`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from landfast.kernel.ids import PersonId, UnitId


class Why(StrEnum):
    """As what somebody answers."""

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    SECOND = "second"
    LINE = "line"


@dataclass(frozen=True)
class Holder:
    """Somebody who can be called about the course."""

    person_id: PersonId
    name: str
    profession: str
    phone: str
    until: date | None = None
    since: datetime | None = None
    has_face: bool = False
    """Has she put a picture of herself there?"""
    because: str = ""
    """Why the coordinator was chosen; nothing of a cover or a hand-over: others' reasons."""
    in_spite_of: str = ""
    """Why it is them though something spoke against it."""
    is_away: bool = False
    """On leave today; known where her citizen reads it (`queries/own.py`)."""


@dataclass(frozen=True)
class Holders:
    """The people who hold a course: who has it, who covers for a time, and the second."""

    unit_id: UnitId
    holder: Holder | None
    """The coordinator, or who covers while there is none."""
    is_cover: bool
    """Is it vacant, and the holder the cover of it (vakant, dækket af)?"""
    deputy: Holder | None
    second: Holder | None

    @property
    def acts(self) -> Holder | None:
        """Who does today what the coordinator does: the deputy in the agreed time, else who has it.

        The main responsibility does not move (domain A3 STEDFORTRÆDENDE_KOORDINATOR).
        """
        return self.deputy or self.holder

    @property
    def cover_until(self) -> date | None:
        """The last day of the cover; None where there is a coordinator."""
        return self.holder.until if self.holder and self.is_cover else None

    @property
    def beside(self) -> Holder | None:
        """The second, where that is somebody else than who covers: they stand once."""
        covers = self.deputy and self.second and self.deputy.person_id == self.second.person_id
        return None if covers else self.second

    @property
    def chain(self) -> list[Holder]:
        """All of them, each once: it is the second who covers most often."""
        found = (self.holder, self.deputy, self.beside)
        return [one for one in found if one]

    @property
    def is_alone(self) -> bool:
        """Is everybody who holds it away, and nobody there who covers (moment 8)?"""
        return bool(self.chain) and all(one.is_away for one in self.chain)

    @property
    def turns(self) -> list[tuple[Why, Holder]]:
        """Who is asked for, in turn."""
        people = (self.holder, self.deputy, self.second)
        return [(why, one) for why, one in zip(Why, people, strict=False) if one]


@dataclass(frozen=True)
class Answers:
    """Somebody, or a line, that picks up now."""

    why: Why
    name: str
    phone: str


def who_answers(turns: Iterable[Answers]) -> Answers | None:
    """The coordinator if at work, else the deputy, the second, the line (product B5, domain 0.8).

    Nobody is sent to a number that is not answered: who is not there is not in `turns`, and who has
    no number cannot pick up.
    """
    return next((one for one in turns if one.phone), None)


def who_covers(
    leads: Sequence[PersonId],
    *,
    actor: PersonId | None = None,
    away: Collection[PersonId] = (),
    gone: PersonId | None = None,
) -> PersonId | None:
    """A course that nobody holds is covered by who acts, when that is a daily lead (principle 2).

    Else by the first lead who is at work; else the first. Never by `gone`, who is lost and perhaps
    a daily lead too. None when no lead is left.
    """
    left = [lead for lead in leads if lead != gone]
    if actor in left:
        return actor
    return next((lead for lead in left if lead not in away), next(iter(left), None))


def who_rings(
    chosen: PersonId, leads: Sequence[PersonId], *, is_there: bool, away: Collection[PersonId]
) -> PersonId:
    """Who was chosen rings a citizen on the waiting list; where that one is gone, a daily lead.

    The same lead who covers what nobody holds. Without one it stays who was chosen (product A2).
    """
    return chosen if is_there else who_covers(leads, away=away, gone=chosen) or chosen


def who_deputises(second: PersonId | None, *, actor: PersonId, there: Collection[UUID]) -> PersonId:
    """Who is away is covered by the second whom the citizen has met, when at work; else who acts.

    Moment 8, domain 0.8. `there`: who of the seconds is employed and not away.
    """
    return second if second and second in there else actor


def is_covered(deputy: PersonId | None, away: Collection[PersonId]) -> bool:
    """One who covers and is away too covers nothing (moment 8)."""
    return deputy is not None and deputy not in away


def who_is_told(held: Holders, away: Collection[PersonId]) -> list[Holder]:
    """What waits in a course is told to who has it and who covers; of one away, to the second too.

    The second covers without an act (domain 0.8). `plan_remind` asks the same of the grants.
    """
    is_away = held.holder is not None and held.holder.person_id in away
    told = (held.holder, held.deputy, held.beside if is_away else None)
    return [one for one in told if one]


def is_there(named: PersonId, *, team: Collection[PersonId], away: Collection[PersonId]) -> bool:
    """Whoever was named for something does it while in the team and not away."""
    return named in team and named not in away


def in_place_of(named: PersonId, *, held: Holders, away: Collection[PersonId]) -> list[Holder]:
    """Where who was named has left or is away, it is theirs who are told of it and are at work.

    Else whoever is told. Nobody where the one who was named is the only one who holds the course.
    """
    told = [one for one in who_is_told(held, away) if one.person_id != named]
    return [one for one in told if one.person_id not in away] or told
