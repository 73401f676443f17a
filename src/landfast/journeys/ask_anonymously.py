"""Ask another sector for advice without saying whom it is about (anonym sparring, F7).

The names that may not stand in the text are the course's and its network's; the room below
knows neither.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.queries import may, require, require_post, require_staff, units_where
from landfast.access.rules import Permission
from landfast.consultation import actions, queries
from landfast.consultation.queries import ForumRow, QuestionRow
from landfast.consultation.rules import Found, find_identity, named_in
from landfast.course.queries.courses import my_courses
from landfast.course.queries.holding import holders
from landfast.course.queries.names import whose_one
from landfast.kernel.ids import CourseId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.network import queries as network
from landfast.people import queries as people

Units = list[tuple[UnitId, str]]


@dataclass(frozen=True)
class Asking:
    """What one needs to ask: where to, from which unit, and whom it is not to name."""

    forums: list[ForumRow]
    units: Units
    called: str | None


@dataclass(frozen=True)
class Thread:
    """A question as the actor may see it. `course_id` only where the course is reached."""

    question: QuestionRow
    course_id: CourseId | None
    is_mine: bool
    is_asked_of_me: bool
    may_share: bool = False
    """Can the asker, with her yes, let the forum's unit read of the course it is about?"""


@dataclass(frozen=True)
class Board:
    """What I asked, what we are asked, and the forums I keep."""

    mine: list[QuestionRow]
    ours: list[QuestionRow]
    keeps: list[tuple[UnitId, str, ForumRow | None]]


def see_board(actor: Actor) -> Board:
    """My questions and those to my units."""
    require_staff(actor)
    ours = [unit for unit, _name in queries.own_units(actor)]
    led = units_where(actor, Permission.FORUM_KEEP)
    names = {row.id: row.name for row in people.units() if row.id in set(led)}
    made = {row.unit_id: row for row in queries.forums(of=led)}
    keeps = [(unit, name, made.get(unit)) for unit, name in names.items()]
    return Board(queries.asked_by(actor), queries.asked_of(ours), keeps)


def see_asking(actor: Actor, course_id: CourseId | None) -> Asking:
    """Where one can ask. With a course, the look is logged and its names may not stand there."""
    require_staff(actor)
    called = None
    if course_id:
        open_record(actor, course_id, "Spørg uden navn")
        require(actor, Permission.ASK_OTHERS, course=course_id)
        called = whose_one(course_id).called
    units = queries.own_units(actor)
    own = {unit for unit, _name in units}
    return Asking([row for row in queries.forums() if row.unit_id not in own], units, called)


@journey
def look_over(*, actor: Actor, text: str, course_id: CourseId | None) -> list[Found]:
    """What in the text could say whom it is about, told before it is sent."""
    require_staff(actor)
    return find_identity(text, names_about(actor, course_id))


@journey
def ask(
    *, actor: Actor, forum_id: UUID, text: str, asked_from: UnitId, looked_at: Collection[str],
    course_id: CourseId | None = None,
) -> UUID:  # fmt: skip
    """Send the question, when nothing in it points at somebody."""
    return actions.ask(
        actor=actor, forum_id=forum_id, text=text, asked_from=asked_from, looked_at=looked_at,
        course_id=course_id, names=names_about(actor, course_id),
    )  # fmt: skip


@journey
def say(*, actor: Actor, question_id: UUID, text: str, looked_at: Collection[str]) -> None:
    """Answer, or say more of what one asked."""
    names = names_about(actor, queries.course_of(question_id))
    actions.say(actor=actor, question_id=question_id, text=text, names=names, looked_at=looked_at)


def see_thread(actor: Actor, question_id: UUID) -> Thread:
    """One question. Who reaches the course it is about leaves a look there."""
    require_staff(actor)
    question, course = queries.question(question_id), queries.course_of(question_id)
    if course:
        open_record(actor, course, "Spørgsmål uden navn")
    ours = {unit for unit, _name in queries.own_units(actor)}
    mine = question.asker_id == actor.person_id
    shares = mine and course is not None and may(actor, Permission.NETWORK_EDIT, course)
    return Thread(question, course, mine, question.unit_id in ours, shares)


def own_words(actor: Actor, question_id: UUID) -> str:
    """What I asked, to take it further as a referral. Others' questions do not exist."""
    question = queries.question(question_id)
    if question.asker_id != actor.person_id:
        raise NotFound
    return question.text


def see_forum(actor: Actor, unit_id: UnitId) -> tuple[str, ForumRow | None]:
    """A unit's forum, for those who may keep it: the unit's name, and the forum if there is one."""
    require_post(actor, Permission.FORUM_KEEP, unit=unit_id)
    unit = people.unit(unit_id)
    return (unit.name if unit else "", next(iter(queries.forums(of=[unit_id])), None))


def names_about(actor: Actor, course_id: CourseId | None) -> set[str]:
    """The names that a text about this course may not hold.

    Begun from the menu it says of no course: then they are those of the asker's own citizens, and
    of their people and teams as far as the asker reads them. One's own name is no secret.
    """
    if course_id is None:
        mine = my_courses(actor)
        close, team = network.names_near([row.id for row in mine])
        named = {part for words in close for part in named_in(words)}
        threads = {name for row in mine for name in (row.citizen, row.holder, row.deputy) if name}
        return (threads | team | named) - {actor.name}
    require(actor, Permission.COURSE_READ, course=course_id)
    whose, held = whose_one(course_id), holders(course_id)
    holding = {one.name for one in held.chain}
    helping = {
        row.name for former in (False, True) for row in network.members(course_id, former=former)
    }
    near = {row.name for row in network.relations(course_id)}
    return {name for name in {whose.name, whose.called} | holding | helping | near if name}
