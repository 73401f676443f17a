"""What each part in `templates/parts/` is given. Finished data: a template asks nothing.

Plain Python. Every attribute has a value, so that a strict template never meets
an undefined name. Dates may be `date` or an aware `datetime`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

SOON = 2  # business days left when a clock is shown as due
StateKind = Literal["kept", "due", "broken", "waiting", "open", "ended"]


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go: shown as a link."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do: verb and object. A "post" becomes a form of its own."""

    label: str
    url: str
    method: Literal["get", "post"] = "get"
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Several answers to one question: one form, a button each as (value, label).

    `first` leads to a page instead; `beside` is a button that is sent to another address.
    """

    url: str
    name: str
    values: tuple[tuple[str, str], ...]
    first: Link | None = None
    beside: Link | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NavItem:
    """A place in the navigation of the page."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, and how to leave."""

    name: str
    role: str = ""
    sign_out_url: str = ""
    access_url: str = ""
    whose: str = ""
    """The key that the browser knows its owner's words by."""
    copy_url: str = ""
    """A citizen's: what she may keep on her own telephone."""
    vanish_url: str = ""
    """Where she leaves at a touch, if she has chosen so."""


@dataclass(frozen=True, slots=True)
class State:
    """A state as a word; the kind gives its shape and colour.

    kept: held · due: soon · broken: past its date · waiting: for someone's yes ·
    open: runs as it should · ended: over, without blame.
    """

    kind: StateKind
    word: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person in one line. The coordinator's line has the arc."""

    name: str
    role: str = ""
    phone: str = ""
    photo_url: str = ""
    url: str = ""
    is_coordinator: bool = False
    is_nobody: bool = False
    """Nobody has taken it yet: `name` says so, and there are no letters to make of it."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The rest of a group of a page, behind a link that opens it in place."""

    at: str
    """The id of the group on the page."""
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise (aftale): what, for which wish, who, by when, how it stands, one next act.

    A citizen's own step is one too, but without `due`: no date, no reproach.
    """

    what: str
    who: Person
    state: State
    wish: str = ""
    due: date | None = None
    url: str = ""
    act: Act | None = None
    problem: str = ""
    is_until: bool = False
    """It holds until something else is decided; the date is the last it can hold to."""
    hers: str = ""
    """How it went, as she says."""
    asks: Choices | None = None
    """She is asked how it went."""


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A citizen's own step: no date, no count; all its words are good."""

    text: str
    word: str
    named: str
    """The step where its choices are named aloud."""
    choices: Choices
    helped_by: str = ""
    """Who wrote it down beside her."""


@dataclass(frozen=True, slots=True)
class CodeSaid:
    """A code to say aloud, to whom, and where it is typed: shown once."""

    code: str
    name: str
    where: str
    at_meeting: bool


@dataclass(frozen=True, slots=True)
class Station:
    """A phase of the course on the ribbon."""

    name: str
    place: Literal["done", "now", "later", "never"]


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The course in its phases: where we are, since when, what comes next; or when it ended."""

    stations: tuple[Station, ...]
    since: date | None = None
    next: str = ""
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who can read it: a name or a group, with the role in plain words."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Readers:
    """Who can read what is written here. None: only the writer. `change` leads to consent.

    `about` is the name of the citizen, when somebody else writes of her.
    """

    people: tuple[Reader, ...] = ()
    change: Link | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """An explained finding: a sentence, its facts, its rule, what could be done."""

    sentence: str
    facts: tuple[Link, ...] = ()
    rule: str = ""
    act: Act | None = None
    snooze: Act | None = None
    dismiss: Act | None = None
    weight: str = ""
    """How much it matters, in words; a question to ask has no weight."""
    contest: str = ""
    """What the citizen says to it."""
    is_mine: bool = False
    """Read by the citizen: what she says to it are her own words."""
    answer: str = ""
    """Where it rests or is over: what she is answered, or what came of it."""
    danger: bool = False
    """It may be about life: the numbers to ring stand with it, wherever it is read."""
    about: str = ""
    """The part of life it is about, where no fact of it has a page of hers."""
    each: "tuple[Finding, ...]" = ()
    """Several that say the same: the sentence once, and below it what each is about."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing on the page that needs me now."""

    sentence: str
    act: Act
    why: str = ""
    when: date | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment in the meeting: who speaks to what, who answers, who waits.

    `together`: the speaker is the whole table, which has no face.
    """

    speaker: Person
    question: str
    answer: str = ""
    waiting: tuple[Person, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class Sphere:
    """A ring of the network, as a list: near people first."""

    name: str
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing here yet: a sentence that says what to do. `mark`: shown above it."""

    sentence: str
    act: Act | None = None
    mark: Literal["", "arc", "no_arc"] = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """Business days left of a deadline; below zero: past it."""

    days_left: int
    deadline: date
    what: str = ""

    @property
    def kind(self) -> StateKind:
        """Past: broken. Soon: due. Else open."""
        if self.days_left < 0:
            return "broken"
        return "due" if self.days_left <= SOON else "open"

    @property
    def days_over(self) -> int:
        """Business days past the deadline."""
        return max(0, -self.days_left)


@dataclass(frozen=True, slots=True)
class Card:
    """A short text with a heading; all of it is one link when `url` is given."""

    heading: str
    text: str = ""
    over: str = ""
    url: str = ""
    state: State | None = None
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: a text, a link, a state, a date or a clock."""

    text: str = ""
    url: str = ""
    state: State | None = None
    when: date | None = None
    clock: Clock | None = None
    act: Act | None = None
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that becomes cards on a narrow screen. The first cell of a row names it.

    `empty` stands in its place when there are no rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    hide_caption: bool = False
    empty: Empty | None = None

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Each column's heading, and whether numbers stand under it."""
        first = self.rows[0] if self.rows else ()
        return [(name, cell.is_number) for name, cell in zip(self.columns, first, strict=False)]
