"""The coordinator's Monday page: whom to call first, what waits for me, my courses (moment 7)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import listing_records
from landfast.circles.queries.cases import CaseRow, open_ends
from landfast.consent.emergencies import EmergencyRow, in_courses
from landfast.course.queries.ended import EndedMine, asking_ended_mine
from landfast.course.queries.gone_on import GoneTo, gone_on
from landfast.course.queries.names import WhoseCourse, asking_whose
from landfast.insight.asks import Asked
from landfast.insight.calling import NOT_KEPT, Reason
from landfast.insight.folding import Group
from landfast.insight.monday_courses import Mine, counted
from landfast.insight.monday_facts import Due, Facts, gathered
from landfast.insight.monday_sent import Sent, sent_of
from landfast.insight.monday_shown import Shown, shown_of
from landfast.kernel.clock import now
from landfast.kernel.reading import Question, together
from landfast.meetings.queries.around import Invites, Near
from landfast.messages.queries import ToSay, said_at, to_say
from landfast.plan.queries.offers import NOTHING, Offers, asking_offers
from landfast.plan.queries.said import Said, asking_said, said_of
from landfast.redthread.queries import Standing, asking_findings

PAGE = "Mandag (liste)"
EMERGENCY_TOLD = timedelta(days=7)
"""How long Mandag says that a course was read in an emergency; its own page says it for longer."""


@dataclass(frozen=True)
class Call:
    """One line: whom to call, why, and what was said last."""

    course: WhoseCourse
    reason: Reason
    more: int
    said: Said | None
    met: Near | None
    for_holder: bool


@dataclass(frozen=True)
class Waiting:
    """Something that only I can do."""

    due: Due
    course: WhoseCourse
    said: Said | None


@dataclass(frozen=True)
class Ask:
    """Something that a course asks of who holds it, or is to hold it."""

    asked: Asked
    course: WhoseCourse
    said: Said | None


@dataclass(frozen=True)
class Meets:
    """A meeting today or tomorrow in a course whose threads I hold."""

    course: WhoseCourse
    meeting: Near


@dataclass(frozen=True)
class Monday:
    """What a coordinator meets on a Monday at 08:05."""

    calls: list[Call]
    waits: list[Waiting | Ask]
    """What courses ask of me, and the courses that I am asked to take over, come first."""
    ended: list[EndedMine]
    """What I held until somebody else ended it: I am told that it did, and whom to ask."""
    meets: list[Meets]
    to_say: list[tuple[WhoseCourse, ToSay]]
    """Whom no channel reaches: one line a person, however much is new (decision 86)."""
    was_said: tuple[UUID, UUID] | None
    """The course in which I have just noted something as said, and what takes it back."""
    invites: list[tuple[WhoseCourse, Invites]]
    """Meetings ahead whose invitations did not arrive, or met with another time."""
    worth: list[tuple[WhoseCourse, Standing]]
    """What is worth a look, the heaviest first."""
    said: dict[UUID, Said]
    """What the agreements on the page say."""
    courses: list[Mine]
    second: list[WhoseCourse]
    folded: dict[Group, int]
    """How many more there are of each, counted and not read."""
    holds: int
    is_second: int
    today: date
    offers: Offers
    """Whom one touch would ask about the first to call, where it is a promise that was not kept."""
    sent: Sent | None
    """What one touch has just asked."""
    emergencies: list[tuple[WhoseCourse, EmergencyRow]]
    """What others have read of my citizens in an emergency in the last days (F4)."""
    cases: list[CaseRow]
    """Cases without a name that I raised: tell her what was said, or look again (S000 §2.3)."""
    gone_to: list[GoneTo]
    """Where I hold no course: who has those that went on while I was gone."""


def monday(
    actor: Actor, opened: Collection[Group] = (), asked: tuple[UUID, UUID] | None = None,
    said_in: tuple[UUID, UUID] | None = None,
) -> Monday:  # fmt: skip
    """Whom to call first, what waits for me, which courses are mine.

    What is shown whole is logged before it is read (`monday_shown`); `opened` are the groups of
    which everything is shown, `asked` the course and the agreement about which one touch has just
    asked somebody; `said_in` the course and the batch that one touch has just noted as said.
    """
    facts = gathered(all_open=Group.COURSES in opened)
    shown = shown_of(facts, opened)
    also = {asked[0]} & facts.held if asked else set()
    read = _read(actor, facts, shown, shown.course_ids | also | facts.in_emergency)
    names, said, worth = read.names, read.said, read.worth
    ahead = facts.around.ahead
    return Monday(
        [_call(facts, names, said, one) for one in shown.calls if one[0].course_id in names],
        [_waits(names, said, one) for one in shown.waits if one.course_id in names],
        read.ended,
        [Meets(names[key], ahead[key]) for key in shown.meets if key in names],
        _to_say(names, shown), said_in if said_in and said_at(*said_in) else None,
        [(names[one.course_id], one) for one in shown.invites if one.course_id in names],
        worth, said,
        counted(facts, names, shown.courses), [names[key] for key in names if key in shown.second],
        shown.folded, len(facts.held), len(facts.mine_as_second), facts.today,
        read.offers, sent_of(actor, names, asked) if asked and also else None,
        _emergencies(actor, facts, names),
        open_ends(actor.person_id, facts.today) if facts.has_cases else [],
        [] if facts.held else gone_on(actor),
    )  # fmt: skip


class _Read(NamedTuple):
    """What is read of the courses that are shown, once they are logged."""

    names: dict[UUID, WhoseCourse]
    worth: list[tuple[WhoseCourse, Standing]]
    said: dict[UUID, Said]
    ended: list[EndedMine]
    offers: Offers


def _read(actor: Actor, facts: Facts, shown: Shown, courses: set[UUID]) -> _Read:
    """Log, names, words, what ended, and whom one touch would ask: sent together, the log first.

    Each is asked only when there is something. Words that a finding is about wait for the finding.
    """
    words = set(shown.agreements)
    _logged, names, found, said, ended, offers = together(
        listing_records(actor, courses, PAGE) if courses else None,
        asking_whose(courses) if courses else None,
        asking_findings({one.course_id for one in shown.worth}) if shown.worth else None,
        asking_said(words) if words and not shown.worth else None,
        asking_ended_mine(actor, PAGE, facts.ended) if facts.ended else None,
        _offers(actor, shown),
    )
    names = dict(names or {})
    keys = {one.id for one in shown.worth}
    worth = [(names[row.course_id], row) for row in found or [] if row.id in keys]
    if shown.worth:
        said = said_of(words.union(*(row.agreements for _whose, row in worth)))
    return _Read(names, worth, said or {}, ended or [], offers or NOTHING)


def _to_say(names: dict[UUID, WhoseCourse], shown: Shown) -> list[tuple[WhoseCourse, ToSay]]:
    """Asked only where there is something: what it is about is read after the log."""
    courses = names.keys() & set(shown.unreached)
    found = to_say(courses) if courses else []
    place = {key: number for number, key in enumerate(shown.unreached)}
    found.sort(key=lambda one: place[one.course_id])
    return [(names[one.course_id], one) for one in found]


def _emergencies(
    actor: Actor, facts: Facts, names: dict[UUID, WhoseCourse]
) -> list[tuple[WhoseCourse, EmergencyRow]]:
    """Read only where there is one."""
    opened = in_courses(actor, facts.in_emergency, now() - EMERGENCY_TOLD)
    return [(names[one.course_id], one) for one in opened if one.course_id in names]


def _offers(actor: Actor, shown: Shown) -> Question[Offers] | None:
    """Asked of the first line only, since it alone has the buttons."""
    first = shown.calls[0][0] if shown.calls else None
    if first is None or first.agreement is None or first.why not in NOT_KEPT:
        return None
    return asking_offers(first.agreement.id, never=actor.person_id)


def _call(
    facts: Facts,
    names: dict[UUID, WhoseCourse],
    said: dict[UUID, Said],
    found: tuple[Reason, int],
) -> Call:
    why, more = found
    key = why.course_id
    words = said.get(why.agreement.id) if why.agreement else None
    return Call(names[key], why, more, words, facts.around.met.get(key), facts.for_holder(key))


def _waits(
    names: dict[UUID, WhoseCourse],
    said: dict[UUID, Said],
    one: Asked | Due,
) -> Waiting | Ask:
    course = names[one.course_id]
    words = said.get(one.agreement_id) if one.agreement_id else None
    if isinstance(one, Due):
        return Waiting(one, course, words)
    return Ask(one, course, words)
