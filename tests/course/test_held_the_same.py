"""Who holds a course is read in five places, three of them functions of the database: one answer.

Her card's code, the look-up and her own first page ask the database at once (decisions 34 and 39),
since nobody there may read the tables. What they answer is what the course page reads.
"""

from datetime import timedelta

import pytest

from landfast.course.actions import card
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.course.models import Profile
from landfast.course.queries.holding import NO_DEPUTY, deputies_now, holders
from landfast.course.queries.own import own_courses
from landfast.course.rules.lookup import LookupGround
from landfast.journeys.find_coordinator import find_coordinator
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel.clock import today
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


@pytest.mark.parametrize("is_lost", [False, True])
@pytest.mark.parametrize("second", [None, "mads"])
@pytest.mark.parametrize("deputies", NAMED)
def test_all_who_ask_are_told_the_same_people(town, deputies, second, is_lost):
    lived = known_course(town)
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
