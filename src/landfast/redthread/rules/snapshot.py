"""A course as the rules see it, on a day. The same whether rooms or a case file told it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from landfast.course.rules.words import State
from landfast.programmes.rules import NeedArea
from landfast.redthread.rules import facts as f
from landfast.redthread.rules.history import ByDay, Contacts

NOT_PROFESSIONAL = frozenset(
    {"", "citizen", "primary_care", "prehospital", "private", "housing_private", "education",
     "coordination", "work", "meeting_role", "management"}
)  # fmt: skip
"""Sectors that do not count as a sector at work (RT-01)."""
EMERGENCY_ROLES = frozenset({"police", "emergency_mobile"})
RUNS = frozenset({State.START, State.ACTIVE})
ENDED = frozenset({State.CLOSED, State.STOPPED, State.DECLINED})


@dataclass(frozen=True)
class Snapshot:
    """All that is known of a course up to `today`, in the order it was told."""

    today: date
    children: int = 0
    largest: int | None = None
    programme: str = ""
    asks_consent: bool = False
    held: f.Held = field(default_factory=f.Held)
    closest: f.Closest = field(default_factory=f.Closest)
    needs: tuple[f.Need, ...] = ()
    unresolved: tuple[f.Need, ...] = ()
    contacts: tuple[f.Contact, ...] = ()
    promises: tuple[f.Promise, ...] = ()
    meetings: tuple[f.Met, ...] = ()
    next_dates: tuple[f.Source, ...] = ()
    words: tuple[f.Word, ...] = ()
    shared: tuple[f.Shared, ...] = ()
    admissions: tuple[f.Stay, ...] = ()
    discharges: tuple[f.Stay, ...] = ()
    informed: tuple[f.Source, ...] = ()
    child_talks: tuple[f.Source, ...] = ()
    changes: tuple[f.Change, ...] = ()
    answers: tuple[f.Answer, ...] = ()
    demands: tuple[f.Demand, ...] = ()
    expected: tuple[f.Expected, ...] = ()
    benefits: tuple[f.Benefit, ...] = ()
    absences: tuple[f.Absent, ...] = ()
    signs: tuple[f.Sign, ...] = ()
    lost: tuple[f.Lost, ...] = ()
    phases: tuple[f.Phase, ...] = ()
    wishes: tuple[f.Wish, ...] = ()

    @property
    def phase(self) -> f.Phase | None:
        """Where the course is."""
        return self.phases[-1] if self.phases else None

    @property
    def is_over(self) -> bool:
        """It has ended, or she has said no: nothing more is asked of her (domain 0.1)."""
        return self.phase is not None and self.phase.to in ENDED

    @property
    def is_course(self) -> bool:
        """A course or a programme follows her; otherwise we only ask (RT-01)."""
        if self.is_over:
            return False
        return bool(self.programme) or (self.phase is not None and self.phase.to in RUNS)

    @cached_property
    def open_promises(self) -> tuple[f.Promise, ...]:
        """What is agreed and not over."""
        return tuple(one for one in self.promises if one.is_open)

    @cached_property
    def replacing(self) -> tuple[f.Promise, ...]:
        """What is agreed in the place of something that was refused or is waited for."""
        return tuple(one for one in self.promises if one.replaces is not None)

    @cached_property
    def last_met(self) -> tuple[f.Met, ...]:
        """The meetings of the last day that had one: what an earlier one lacked is past."""
        latest = max((one.source.day for one in self.meetings), default=None)
        return tuple(one for one in self.meetings if one.source.day == latest)

    @cached_property
    def contacts_by_day(self) -> Contacts:
        """The contacts, found by day and by role."""
        return Contacts.of(self.contacts)

    @cached_property
    def signs_by_day(self) -> ByDay[f.Sign]:
        """The signs, found by day."""
        return ByDay.of(self.signs)

    def days_since(self, day: date) -> int:
        """How many days ago it was."""
        return (self.today - day).days

    def is_within(self, source: f.Source, days: int) -> bool:
        """Not longer ago than so many days."""
        return self.days_since(source.day) <= days

    def sectors(self, days: int, *, on: date | None = None) -> dict[str, f.Source]:
        """The professional sectors with contact in so many days up to a day, newest source each."""
        until = on or self.today
        since = until - timedelta(days=days)
        return {
            sector: contact.source
            for contact in self.contacts_by_day.between(since, until)
            for sector in contact.sectors
            if is_professional(sector, contact.roles)
        }

    def last_contact(self, roles: Collection[str], *, since: date | None = None) -> f.Source | None:
        """The newest contact of any of these roles."""
        newest = self.contacts_by_day.newest
        there = [newest[role] for role in roles if role in newest]
        if not there:
            return None
        source, _ = max(there, key=lambda one: (one[0].day, -one[1]))
        return source if since is None or source.day >= since else None

    def has_promise(self, need: str) -> bool:
        """Something open is agreed for the need."""
        return any(need in one.needs for one in self.open_promises)

    def word_to(self, role: str, among: Collection[str]) -> f.Word | None:
        """Her last word on a role, in this company."""
        said = reversed(self._words_to.get(role, ()))
        return next((one for one in said if one.from_role is None or one.from_role in among), None)

    def has_refused(self, roles: Iterable[str]) -> f.Word | None:
        """Her no to one of these, when it is her last word to that one."""
        for role in sorted(roles):
            said = self._words_to.get(role)
            if said and said[-1].is_no:
                return said[-1]
        return None

    @cached_property
    def _words_to(self) -> Mapping[str, list[f.Word]]:
        found: dict[str, list[f.Word]] = {}
        for word in self.words:
            found.setdefault(word.to, []).append(word)
        return found

    def need(self, code: str) -> f.Need | None:
        """The need when it is in play."""
        return next((one for one in self.needs if one.need == code), None)


@lru_cache(maxsize=4096)
def is_professional(sector: str, roles: frozenset[str]) -> bool:
    """A sector at work; police alone do not make justice one (RT-01)."""
    if sector in NOT_PROFESSIONAL:
        return False
    own = {role for role in roles if f.sector_of(role) == sector}
    return not own or not own <= EMERGENCY_ROLES


def areas(codes: Iterable[str]) -> list[NeedArea]:
    """The needs that we know among codes, in the order of the table."""
    wanted = set(codes)
    return [need for need in NeedArea if need in wanted]
