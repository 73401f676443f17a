"""The plan's rows as the parts are given them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from landfast.access.queries import Reader
from landfast.access.roles import CourseRole
from landfast.kernel.ids import PersonId
from landfast.paper.words import area_name, in_place
from landfast.people.rules import role_name
from landfast.plan.queries import AgreementRow, ChangeRow, StepRow, Watched, Who, WishRow
from landfast.plan.rules.words import WENT_NAMES, Standing
from landfast.plan.rules.words import Act as Did
from landfast.web.pages import to
from landfast.web.parts import shapes
from landfast.web.parts.shapes import Act, Person, Promise, Readers
from landfast.web.plan.words import ACTS, WRITTEN_DOWN, standing_word, state_of
from landfast.web.role_words import role_in_words
from landfast.web.spoken import named


@dataclass(frozen=True)
class Voice:
    """Who looks, and what the citizen is called to them."""

    me: PersonId
    citizen: str
    is_citizen: bool = False
    whose: PersonId | None = None
    """The citizen whose plan it is, where it is asked who wrote a wish."""

    def name(self, who: Who) -> str:
        """A person by name; oneself as "Dig"."""
        if who.id == self.me:
            return _("Dig")
        return who.name or self.citizen

    def now(self, named: Who | None, instead: Iterable[Who]) -> str:
        """Who does it: the one who was named, or who does it in their place. Empty for nobody."""
        return in_place(self.name(named), map(self.name, instead)) if named else ""

    def written(self, who: Who) -> str:
        """Whose pen a wish came from: her own, or somebody's who wrote down what she said.

        What another citizen wrote stood in the wrong course, until a mistake was mended.
        """
        if who.is_citizen and self.whose not in {None, who.id}:
            return _("kom hertil, da en fejl blev rettet")
        if self.is_citizen and who.id == self.me:
            return _("skrevet af dig")
        if not who.name:
            return _("skrevet af %(who)s") % {"who": self.citizen}
        if who.id == self.me:
            return _("skrevet ned af dig")
        return _("skrevet ned af %(who)s") % {"who": who.name}

    def subject(self, who: Who) -> str:
        """A person as the one who does something; oneself as "Du"."""
        return _("Du") if who.id == self.me else self.name(who)


def readers_of(rows: Iterable[Reader], called: str, *, to_citizen: bool = False) -> Readers:
    """Who can read what is written in the course, each once, with the role in words."""
    seen: dict[tuple[str, str], shapes.Reader] = {}
    for row in rows:
        if row.role is CourseRole.CITIZEN:
            name, role = called, ""
        else:
            name, role = row.name, role_in_words(row.role, to_citizen=to_citizen)
        seen.setdefault((name, role), shapes.Reader(name, role))
    return Readers(tuple(seen.values()))


def maker_of(row: AgreementRow, voice: Voice) -> Person:
    """The one person who makes the promise, or that nobody has taken it yet."""
    if row.maker:
        phone = "" if row.maker.id == voice.me else row.maker.phone  # nobody rings herself
        return Person(voice.name(row.maker), row.maker.profession, phone)
    if row.maker_role:
        return Person(named(role_name(row.maker_role)), _("Fortalt udefra"))
    return Person(_("Hele teamet er spurgt"), _("Ingen har sagt ja endnu"), is_nobody=True)


def agreement_url(row: AgreementRow | Watched) -> str:
    """The agreement's own page."""
    return to("agreement", row.course_id, row.id)


def hers_said(row: AgreementRow, citizen: str, *, to_citizen: bool) -> str:
    """How it went, as she says: nothing where she has said nothing."""
    if row.hers is None:
        return ""
    what = _(WENT_NAMES[row.hers])
    if to_citizen:
        return _("Du har sagt: %(what)s") % {"what": what}
    return _("%(name)s har sagt: %(what)s") % {"name": citizen, "what": what}


def promise(
    row: AgreementRow, today: date, voice: Voice, act: Act | None = None, *, alone: bool = True
) -> Promise:
    """An agreement as a promise card; under its wish (not alone) the wish is not said again."""
    return Promise(
        what=row.text,
        who=maker_of(row, voice),
        state=state_of(row, today),
        wish=row.wish if alone else "",
        problem=row.practical_problem,
        due=row.due_on,
        url=agreement_url(row),
        act=act,
        is_until=row.is_interim,
        hers=hers_said(row, voice.citizen, to_citizen=voice.is_citizen),
    )


@dataclass(frozen=True)
class StepShown:
    """An own step and the states it can be put in."""

    row: StepRow
    who: str
    url: str


@dataclass(frozen=True)
class WishShown:
    """A wish as the pages show it."""

    row: WishRow
    area: str
    standing: str
    is_goal: bool
    written: str
    open: tuple[Promise, ...]
    over: tuple[Promise, ...]
    steps: tuple[StepShown, ...]
    is_first: bool = False
    is_last: bool = False

    @property
    def step_groups(self) -> list["StepGroup"]:
        """The steps under the name of the one who would like to take them."""
        return step_groups(self.steps)


@dataclass(frozen=True)
class StepGroup:
    """Steps of one person: the citizen's own, or those of somebody close to her."""

    heading: str
    steps: tuple[StepShown, ...]


def step_groups(steps: Iterable[StepShown]) -> list[StepGroup]:
    """Her own steps first, then those of others: nobody's steps stand as somebody else's."""
    found: dict[str, list[StepShown]] = {"": []}
    for step in steps:
        found.setdefault(step.row.whose, []).append(step)
    return [
        StepGroup(
            _("%(whose)s vil gerne") % {"whose": whose} if whose else _("Egne skridt"), tuple(rows)
        )
        for whose, rows in found.items()
        if rows
    ]


def is_history(row: AgreementRow) -> bool:
    """Finished agreements are folded as history (lessons 17)."""
    return not row.is_open and row.state not in {"partly", "broken"}


def split(
    rows: Iterable[AgreementRow], today: date, voice: Voice
) -> tuple[tuple[Promise, ...], tuple[Promise, ...]]:
    """Promises that ask for something, and those that are history."""
    ordered = list(rows)
    living = [row for row in ordered if not is_history(row)]
    over = [row for row in ordered if is_history(row)]
    return (
        tuple(promise(row, today, voice, alone=False) for row in living),
        tuple(promise(row, today, voice, alone=False) for row in over),
    )


def step_shown(row: StepRow, course_id: object, voice: Voice) -> StepShown:
    """An own step."""
    return StepShown(row, row.whose or voice.citizen, to("set_step", course_id, row.id))


def wish_shown(
    row: WishRow, today: date, voice: Voice, *, first: bool = False, last: bool = False
) -> WishShown:
    """A wish with its promises and own steps."""
    living, over = split(row.agreements, today, voice)
    return WishShown(
        row, area_name(row.area, to_citizen=voice.is_citizen),
        standing_word(row.standing, to_citizen=voice.is_citizen),
        row.standing is Standing.GOAL,
        voice.written(row.written_by), living, over,
        tuple(step_shown(step, row.course_id, voice) for step in row.steps), first, last,
    )  # fmt: skip


def wishes_shown(rows: Iterable[WishRow], today: date, voice: Voice) -> list[WishShown]:
    """Wishes in the citizen's order; the first and the last know that they are."""
    ordered = list(rows)
    return [
        wish_shown(row, today, voice, first=index == 0, last=index == len(ordered) - 1)
        for index, row in enumerate(ordered)
    ]


@dataclass(frozen=True)
class Line:
    """One line of an agreement's history."""

    change: ChangeRow
    who: str
    did: str
    is_yes: bool


def lines(history: Iterable[ChangeRow], voice: Voice) -> list[Line]:
    """The history as sentences."""
    return [
        Line(row, voice.subject(row.actor), _did(row), row.act is Did.ACCEPT) for row in history
    ]


def _did(row: ChangeRow) -> str:
    if not row.told_aloud:
        return str(ACTS[row.act])
    if row.act in WRITTEN_DOWN:
        return str(WRITTEN_DOWN[row.act])
    return f"{ACTS[row.act]} – " + _("som den, der har aftalen, sagde det på mødet")
