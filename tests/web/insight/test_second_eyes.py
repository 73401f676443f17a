"""A proposal waits on the Monday of those who can be its second pair of eyes."""

from django.urls import reverse

from landfast.course.actions import decision
from landfast.course.rules.words import Outcome
from landfast.insight.asks import Asks
from landfast.insight.monday import Ask
from landfast.insight.monday import monday as read_monday
from tests.factories.referrals import assessed, proposed
from tests.factories.town import as_


def waits(person):
    with as_(person):
        asks = [one.asked for one in read_monday(person).waits if isinstance(one, Ask)]
    return [one for one in asks if one.what is Asks.SECOND_EYES]


def test_it_stands_there_with_one_touch_to_the_decision_until_it_is_confirmed(town, signed_in):
    course_id = assessed(town)
    decision_id = proposed(town, course_id, Outcome.OFFERED)
    assert waits(town.mads) == [], "who proposed it is not its second"
    for other in (town.karen, town.dorte):
        [row] = waits(other)
        assert (row.course_id, row.about, row.who) == (course_id, decision_id, "Mads Makker")
    page = signed_in(town.karen).get(reverse("monday")).content.decode()
    assert "Mads Makker har foreslået et svar på henvendelsen." in page
    assert f'href="{reverse("assess", args=[course_id])}"' in page
    for outside in (town.bo, town.lars, town.vibeke):
        assert waits(outside) == []
    with as_(town.dorte):
        decision.confirm(actor=town.dorte, course_id=course_id, decision_id=decision_id)
    assert waits(town.karen) == []
