"""Two people employ (decisions/0025): asked of the database with plain SQL as the application."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access.actor import SYSTEM, Actor
from landfast.access.queries import posts
from landfast.journeys import second_yes
from landfast.journeys.run_organisation import NewEmployee, hire
from landfast.kernel.clock import today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.people import actions as people
from landfast.people import keeping
from landfast.people import queries as staff
from landfast.people.rules import PersonKind
from tests.factories.town import as_


@pytest.fixture
def asked(town):
    """Tove has asked for a coordinator who may not exist; the key of the employment, and she."""
    for name, unit in (("Tove Top", town.coordination), ("Tom To", town.coordination),
                       ("Olga Øst", town.ward), ("Vita Vest", town.social)):  # fmt: skip
        town.hire(name, unit, "org_admin")
    return _ask(town)


def _ask(town, **changed):
    who = {"name": "Fie Findesikke", "phone": "", "role": "coordinator", "starts_on": today()}
    with as_(town.tove):
        employment = hire(
            actor=town.tove, unit_id=town.coordination, who=NewEmployee(**who | changed)
        )
        person = staff.desk(employment).row.person
    return employment, Actor(PersonId(person.id), PersonKind.STAFF, person.name)


def says(actor, employment, verb="agree"):
    with as_(actor), connection.cursor() as cursor:
        cursor.execute(f"select people_{verb}_employment(%s)", [employment])
        return cursor.fetchone()[0]


def reads(actor):
    with as_(actor), connection.cursor() as cursor:
        held = posts(actor)
        cursor.execute("select access_where_i_work()")
        return bool(held), cursor.fetchall()


def test_without_the_yes_nothing_follows_from_an_employment(asked, town):
    employment, fie = asked
    with_none = reads(Actor(PersonId(town.municipality), PersonKind.STAFF))
    assert reads(fie) == with_none
    assert not with_none[0]
    with as_(town.karen):
        assert staff.employments(person_id=fie.person_id) == []
        assert staff.find_staff("Fie") == []
        assert [one.waits for one in staff.desks([town.coordination])].count(True) == 1
    assert says(town.dorte, employment)
    assert reads(fie)[0]


def test_only_a_second_who_keeps_or_leads_the_unit_says_it(asked, town):
    employment, fie = asked
    for actor in (None, town.tove, fie, town.karen, town.bo, town.olga, town.vita):
        assert not says(actor, employment), actor
    for actor in (None, fie, town.karen, town.olga):
        assert not says(actor, employment, "decline"), actor
    assert says(town.tom, employment)
    assert not says(town.lars, employment), "once"
    with as_(town.lars):
        [job] = staff.employments(person_id=fie.person_id)
    assert job.starts_on == today()


def test_one_that_is_declined_or_taken_back_never_begins(asked, town):
    employment, _fie = asked
    assert says(town.tove, employment, "decline")
    assert not says(town.dorte, employment)
    other, _ = _ask(town, ends_on=today(), starts_on=today() - timedelta(days=9))
    assert says(town.lars, other)
    assert not says(town.tom, other, "decline"), "what has begun is ended, not declined"
    with as_(town.tove):
        assert keeping.waiting() == []


def test_it_begins_on_the_day_asked_for_or_today(asked, town):
    later, _ = _ask(town, name="Gry Glad", starts_on=today() + timedelta(days=30))
    assert says(town.tom, later)
    assert says(town.tom, asked[0])
    with as_(town.tom):
        assert staff.desk(later).row.starts_on == today() + timedelta(days=30)


def test_who_can_answer_is_named_and_the_others_are_refused(asked, town):
    employment, fie = asked
    with as_(town.tove):
        [one] = second_yes.see_waiting(town.tove).rows
        assert not one.may_agree
        assert set(one.seconds) == {"Dorte Daglig", "Lars Leder", "Tom To"}
        with pytest.raises(NotNow):
            second_yes.agree(actor=town.tove, employment_id=employment)
    with as_(fie):
        shown = second_yes.see_waiting(fie)
        assert [row.id for row in shown.own] == [employment]
        assert shown.rows == []
    for actor in (town.karen, town.olga, fie):
        with as_(actor), pytest.raises(NotAllowed):
            second_yes.agree(actor=actor, employment_id=employment)
    with as_(town.dorte):
        second_yes.agree(actor=town.dorte, employment_id=employment)
    with as_(town.lars), pytest.raises(NotFound):
        second_yes.decline(actor=town.lars, employment_id=employment)


def test_a_house_with_nobody_else_asks_whoever_runs_landfast(asked, town):
    with as_(SYSTEM), pytest.raises(NotNow):
        second_yes.agree_for_house(asked[0])
    with as_(SYSTEM):
        alone = people.add_unit(organisation_id=town.region, name="Lægehuset")
    ida = town.hire("Ida Alene", alone, "org_admin")
    with as_(ida):
        employment = hire(
            actor=ida, unit_id=alone, who=NewEmployee("Lis Leder", "", "leader", today())
        )
        assert second_yes.see_one(ida, employment).seconds == []
    with as_(SYSTEM):
        assert second_yes.agree_for_house(employment) == "Lis Leder"
        assert [one.id for one in second_yes.all_waiting()] == [asked[0]]
