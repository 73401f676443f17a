"""Who holds a course is read in five places, three of them functions of the database: one answer.

Her card's code, the look-up and her own first page ask the database at once (decisions 34 and 39),
since nobody there may read the tables. What they answer is what the course page reads.
"""

from datetime import timedelta

import pytest

from landfast.access.actor import SYSTEM
from landfast.course.actions import card
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.course.models import Profile
from landfast.course.queries.holding import NO_DEPUTY, deputies_now, holders
from landfast.course.queries.lately import mine_lately
from landfast.course.queries.own import own_courses
from landfast.course.rules.holding import who_is_told
from landfast.course.rules.lookup import LookupGround
from landfast.journeys.find_coordinator import find_coordinator
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people import queries as people_queries
from landfast.people.rules import LeaveKind
from tests.factories.emergencies import CPR, known_course
from tests.factories.town import as_

NAMED = (
    (), (("mads", 0),), (("dorte", 0), ("mads", 0)), (("mads", 0), ("dorte", 0)),
    (("mads", 0), ("dorte", 1)), (("mads", 1),),
)  # fmt: skip
"""Who was named to cover, one after the other, and in how many days they begin."""


def named(held):
    """Who holds it, as all five know it: keys and numbers."""
    people = (held.holder, held.deputy, held.second)
    return (
        held.unit_id, held.is_cover,
        [(one.person_id, one.name, one.phone) if one else None for one in people],
    )  # fmt: skip


def has_beside(town, lived, deputies, second):
    """Mads is the second or nobody is; these are named to cover, one after the other."""
    if second:
        with as_(town.karen):
            name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    for name, ahead in deputies:
        first = today() + timedelta(days=ahead)
        with as_(town.dorte):
            name_deputy(
                actor=town.dorte, course_id=lived.id, person_id=getattr(town, name).person_id,
                starts_on=first, ends_on=first + timedelta(days=2),
            )  # fmt: skip


@pytest.mark.parametrize("is_lost", [False, True])
@pytest.mark.parametrize("second", [None, "mads"])
@pytest.mark.parametrize("deputies", NAMED)
def test_all_who_ask_are_told_the_same_people(town, deputies, second, is_lost):
    lived = known_course(town)
    has_beside(town, lived, deputies, second)
    if is_lost:
        with as_(town.dorte):
            lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    with as_(lived.citizen):
        card.make_code(actor=lived.citizen, course_id=lived.id)
        code = Profile.objects.get(course_id=lived.id).card_code
        held = holders(lived.id)
        [own] = own_courses(lived.citizen)
        listed = deputies_now([lived.id]).get(lived.id, NO_DEPUTY)
        opened = card.open_by_code(code=code)
    with as_(town.anna):
        found = find_coordinator(actor=town.anna, cpr=CPR, ground=LookupGround.ADMITTED)
    assert held.holder
    assert named(held) == named(own.held) == named(opened) == named(found.held)
    deputy = (held.deputy.name, held.deputy.until, held.deputy.person_id) if held.deputy else None
    assert deputy == (tuple(listed) if listed.person_id else None)


@pytest.mark.parametrize("is_away", [False, True])
@pytest.mark.parametrize("second", [None, "mads"])
@pytest.mark.parametrize("deputies", NAMED)
def test_monday_is_theirs_who_are_told(town, deputies, second, is_away):
    """The database says on whose Mandag a course stands; the rule says who is told of it.

    Of two who cover at once the pages name the one who was named last; both have it on Mandag.
    """
    lived = known_course(town)
    has_beside(town, lived, deputies, second)
    if is_away:
        with as_(SYSTEM):
            people.note_leave(
                person_id=town.karen.person_id, starts_on=today(), ends_on=None,
                kind=LeaveKind.SUDDEN,
            )  # fmt: skip
    with as_(lived.citizen):
        held = holders(lived.id)
        away = people_queries.away([one.person_id for one in held.chain])
    told = {one.person_id for one in who_is_told(held, away)}
    told |= {getattr(town, name).person_id for name, ahead in deputies if not ahead}
    staff = (town.karen, town.mads, town.dorte)
    assert told == {who.person_id for who in staff if stands_on_monday_of(who, lived)}


def stands_on_monday_of(who, lived) -> bool:
    with as_(who):
        mine = mine_lately().get(lived.id)
        return mine is not None and mine.is_held
