"""Who rings a citizen on the waiting list, when the one who was chosen is gone."""

from datetime import timedelta

import pytest

from landfast.access.actor import SYSTEM
from landfast.access.apart import keep_apart
from landfast.access.rules import Apart
from landfast.course.queries.assessment import decision_for_citizen
from landfast.course.queries.intake import inbox
from landfast.course.queries.meanwhile import Rings
from landfast.course.queries.oversight import unheld
from landfast.course.rules.words import Outcome
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.factories.referrals import citizen_of, decided
from tests.factories.town import as_, leaves

KAREN, DORTE = "Karen Koordinator", "Dorte Daglig"


def is_away(who):
    with as_(SYSTEM):
        people.note_leave(
            person_id=who.person_id, starts_on=today(), ends_on=today() + timedelta(days=3),
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip


def works_here_no_more(who):
    leaves(who, today() - timedelta(days=1))


def answer(town, course_id):
    with as_(citizen_of(town, course_id)):
        return decision_for_citizen(course_id)


def said(found):
    return [one.text.format(**one.values) for one in found.letter]


def test_who_was_chosen_rings_while_there(town):
    found = answer(town, decided(town, Outcome.WAITING))
    assert (found.rings.name, found.rings.in_place_of) == (KAREN, "")
    assert f"{KAREN} ringer til dig imens." in said(found)


@pytest.mark.parametrize("gone", [is_away, works_here_no_more])
def test_the_daily_lead_rings_in_the_place_of_who_is_gone_and_all_read_the_same(town, gone):
    course_id = decided(town, Outcome.WAITING)
    gone(town.karen)
    found = answer(town, course_id)
    assert (found.rings.name, found.rings.in_place_of) == (DORTE, KAREN)
    assert found.rings.phone
    assert said(found)[-2:] == [f"{KAREN} er væk.", f"{DORTE} ringer til dig imens."]
    with as_(town.dorte):
        [listed] = unheld([town.coordination])
        [row] = inbox(town.dorte).waiting
    assert (listed.cover, listed.in_place_of) == (DORTE, KAREN)
    assert (row.calls_meanwhile, row.calls_in_place_of) == (DORTE, KAREN)


def test_back_again_it_is_who_was_chosen(town):
    course_id = decided(town, Outcome.WAITING)
    is_away(town.karen)
    with as_(town.karen):
        people.come_back(person_id=town.karen.person_id)
    assert answer(town, course_id).rings.name == KAREN


def test_kept_apart_nobody_is_named_but_the_leader_who_may_know(town):
    course_id = decided(town, Outcome.WAITING)
    jytte = citizen_of(town, course_id)
    with as_(town.dorte):
        keep_apart(
            actor=town.dorte, course_id=course_id, why=Apart.COLLEAGUE, leader=town.lars.person_id
        )
    is_away(town.karen)
    with as_(jytte):
        assert decision_for_citizen(course_id).rings.name == "Lars Leder"


def test_without_a_lead_it_stays_who_was_chosen(town):
    course_id = decided(town, Outcome.WAITING)
    jytte = citizen_of(town, course_id)
    works_here_no_more(town.dorte)
    is_away(town.karen)
    with as_(jytte):
        found = decision_for_citizen(course_id)
    assert found.rings == Rings(KAREN, found.rings.phone)


def test_many_who_wait_are_asked_about_together(town, django_assert_max_num_queries):
    courses = [decided(town, Outcome.WAITING) for _ in range(3)]
    is_away(town.karen)
    with as_(town.dorte), django_assert_max_num_queries(8):
        rows = unheld([town.coordination])
    assert {row.course_id for row in rows} == set(courses)
    assert {row.cover for row in rows} == {DORTE}
