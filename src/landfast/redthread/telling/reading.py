"""Hears events in the order they were told, and says how the course stands."""

from dataclasses import dataclass, field, replace
from datetime import date

from landfast.redthread.rules import facts as f
from landfast.redthread.rules.history import ByDay, Contacts
from landfast.redthread.rules.snapshot import Snapshot
from landfast.redthread.telling import agreed, holding, life, people, tables
from landfast.redthread.telling.needs import Needs
from landfast.redthread.telling.told import Told


@dataclass
class Reading:
    """A course while it is told."""

    children: int = 0
    largest: int | None = None
    programme: str = ""
    asks_consent: bool = False
    held: f.Held = field(default_factory=f.Held)
    closest: f.Closest = field(default_factory=f.Closest)
    needs: Needs = field(default_factory=Needs)
    contacts: Contacts = field(default_factory=Contacts)
    promises: dict[str, f.Promise] = field(default_factory=dict)
    meetings: list[f.Met] = field(default_factory=list)
    next_dates: list[f.Source] = field(default_factory=list)
    words: list[f.Word] = field(default_factory=list)
    shared: list[f.Shared] = field(default_factory=list)
    admissions: list[f.Stay] = field(default_factory=list)
    discharges: list[f.Stay] = field(default_factory=list)
    informed: list[f.Source] = field(default_factory=list)
    child_talks: list[f.Source] = field(default_factory=list)
    changes: list[f.Change] = field(default_factory=list)
    answers: list[f.Answer] = field(default_factory=list)
    demands: list[f.Demand] = field(default_factory=list)
    expected: dict[str, f.Expected] = field(default_factory=dict)
    benefits: list[f.Benefit] = field(default_factory=list)
    absences: list[f.Absent] = field(default_factory=list)
    signs: list[f.Sign] = field(default_factory=list)
    lost: list[f.Lost] = field(default_factory=list)
    phases: list[f.Phase] = field(default_factory=list)
    wishes: list[f.Wish] = field(default_factory=list)
    _seen: Snapshot | None = None
    """How it stood after what was heard last: until more is heard only the day changes."""

    def hear(self, told: Told) -> None:
        """Take in one event: every field of it has one place."""
        self._seen = None
        self.needs.hear(told)
        self.held = holding.after(self.held, told)
        self.closest = people.closest_after(self.closest, told)
        self.contacts = self.contacts.and_then(people.contacts(told))
        self.words += people.words(told)
        self.shared += people.shared(told, self.contacts[:-1])
        self.changes += people.changes(told)
        self.expected |= people.expected(told, self.expected)
        agreed.hear(self.promises, told)
        self._meet(told)
        self._live(told)

    def _meet(self, told: Told) -> None:
        self.meetings += tables.met(told, self.promises.values())
        self.next_dates += tables.next_dates(told)
        self.largest = told.number("max_size") or self.largest
        self.answers += tables.answers(told)
        self.wishes += tables.wishes(told)
        if told.data.get("demands_resolved"):
            self.demands.clear()
        self.demands += tables.demands(told)
        self.phases += tables.phases(told)

    def _live(self, told: Told) -> None:
        self.admissions += life.stays(told, "admission", self.needs.now)
        self.discharges += life.stays(told, "discharge", self.needs.now)
        self.informed += life.informed(told)
        self.child_talks += life.child_talks(told)
        self.benefits += life.benefits(told)
        self.absences += life.absences(told)
        self.signs += life.signs(told)
        self.lost += life.lost(told)

    def snapshot(self, today: date) -> Snapshot:
        """The course on a day, as the rules see it."""
        self._seen = replace(self._seen or self._stands(today), today=today)
        return self._seen

    def _stands(self, today: date) -> Snapshot:
        lists = {name: tuple(getattr(self, name)) for name in _LISTS}
        return Snapshot(
            today=today, children=self.children, largest=self.largest, programme=self.programme,
            asks_consent=self.asks_consent, held=self.held, closest=self.closest,
            needs=self.needs.open, unresolved=self.needs.left,
            promises=tuple(self.promises.values()), expected=tuple(self.expected.values()),
            contacts=self.contacts, signs=ByDay(self.signs), **lists,
        )  # fmt: skip


_LISTS = (
    "meetings", "next_dates", "words", "shared", "admissions", "discharges", "informed",
    "child_talks", "changes", "answers", "demands", "benefits", "absences", "lost", "phases",
    "wishes",
)  # fmt: skip
