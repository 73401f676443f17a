"""What the oracle knows of parts: who reads for the citizen, guests of a meeting, deciders.

Random grants of parts beside the others: each opens its meetings, its question or the plan, for its
days, and nothing more; the oracle's other comparisons say that the rest stays closed.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from hypothesis import strategies as st

from landfast.access import actions
from landfast.access.actor import SYSTEM, Actor
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.kernel.clock import now
from landfast.meetings import actions as meetings
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from landfast.plan import models as plan
from tests.factories.meetings import load_formats
from tests.factories.plan import proposed
from tests.factories.town import as_

DECIDER = "solveig"
"""Of whom both courses' questions are asked: a grant alone does not make one the decider."""


@dataclass(frozen=True)
class Part:
    """A grant of a part as drawn."""

    course: int
    person: str
    role: CourseRole
    topic: Topic
    meeting: int
    level: Level
    first: int
    days: int | None


def parts(people_known):
    return st.builds(
        Part,
        course=st.integers(0, 1),
        person=st.sampled_from(people_known),
        role=st.sampled_from((CourseRole.PROXY, CourseRole.GUEST, CourseRole.DECIDER)),
        topic=st.sampled_from((Topic.PLAN, Topic.MEETINGS)),
        meeting=st.integers(0, 1),
        level=st.sampled_from(Level),
        first=st.integers(0, 20),
        days=st.one_of(st.none(), st.integers(0, 20)),
    )


GROUNDS = {
    CourseRole.PROXY: Ground.PROXY, CourseRole.GUEST: Ground.MEETING,
    CourseRole.DECIDER: Ground.DECISION,
}  # fmt: skip


@dataclass
class Things:
    """Two meetings and a question of each course."""

    meetings: list[list]
    questions: list


def add_things(town, lived):
    """The rows that parts are about, and a sister whom nobody employs."""
    load_formats()
    town.staff["sister"] = _private()
    things = Things([], [])
    for course in lived:
        with as_(town.karen):
            things.meetings.append(
                [
                    meetings.open_meeting(
                        actor=town.karen, course_id=course.id, format_code="M-01",
                        leader_id=town.karen.person_id,
                    )
                    for _ in range(2)
                ]
            )  # fmt: skip
        agreement = proposed(town, course, None)
        with as_(town.karen):
            row = plan.DecisionAsk(
                course_id=course.id, agreement_id=agreement, question="Må vi?", reason="Fordi",
                decider_id=getattr(town, DECIDER).person_id, asked_by_id=town.karen.person_id,
                asked_at=now(),
            )  # fmt: skip
            row.save(force_insert=True)
        things.questions.append(row.id)
    return things


def _private():
    with as_(SYSTEM):
        return Actor(people.add_person(kind=PersonKind.CITIZEN), PersonKind.CITIZEN)


def give_parts(town, lived, things, drawn, start):
    with as_(town.karen):
        for part in drawn:
            starts = start + timedelta(days=part.first)
            about = {
                CourseRole.GUEST: things.meetings[part.course][part.meeting],
                CourseRole.DECIDER: things.questions[part.course],
            }.get(part.role)
            to = actions.To(
                part.role, "oracle", person=getattr(town, part.person).person_id,
                ground=GROUNDS[part.role], topic=Topic.ONE if about else part.topic,
                level=part.level, about=about, starts_at=starts,
                ends_at=starts + timedelta(days=part.days) if part.days is not None else None,
            )  # fmt: skip
            actions.grant(town.karen, lived[part.course].id, [to])


def held(history, person, course, role, day, **more):
    """Is one let in to this part on that day? Whom nobody employs is only ever a proxy."""
    return any(
        (part.course, part.person, part.role) == (course, person, role)
        and all(getattr(part, name) == value for name, value in more.items())
        and part.first <= day
        and (part.days is None or day < part.first + part.days)
        and (person != "sister" or role is CourseRole.PROXY)
        for part in history.parts
    )


def reads_plan(history, person, course, day):
    return held(history, person, course, CourseRole.PROXY, day, topic=Topic.PLAN)


def compare_parts(town, things, history, person, day, *, whole_reads, whole_writes):
    """Meetings and questions as the database shows them, against what the grants say."""
    with as_(getattr(town, person)), connection.cursor() as cursor:
        shown = _ids(cursor, "select id from meetings_meeting")
        written = _ids(cursor, "update meetings_meeting set place = place returning id")
        asked = _ids(cursor, "select id from plan_decision_ask")
        answered = _ids(cursor, "update plan_decision_ask set because = because returning id")
    for course in (0, 1):
        for number, meeting in enumerate(things.meetings[course]):
            reads = (
                whole_reads[course]
                or held(history, person, course, CourseRole.PROXY, day, topic=Topic.MEETINGS)
                or held(history, person, course, CourseRole.GUEST, day, meeting=number)
            )
            assert (meeting in shown) == reads, (person, "reads a meeting")
            assert (meeting in written) == whole_writes[course], (person, "writes a meeting")
        decides = person == DECIDER and held(history, person, course, CourseRole.DECIDER, day)
        question = things.questions[course]
        assert (question in asked) == (whole_reads[course] or decides), (person, "a question")
        assert (question in answered) == (whole_writes[course] or decides), (person, "answers")


def _ids(cursor, sql):
    cursor.execute(sql)
    return {row[0] for row in cursor.fetchall()}
