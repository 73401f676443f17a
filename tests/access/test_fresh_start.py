"""A fresh start in the database: what is older stays behind for those who come after."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import Error, transaction
from django.db.models import F

from landfast.access import actions as access
from landfast.access import models
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.access.situations import fresh_since
from landfast.consent import actions as consent
from landfast.consent.actions import Outside
from landfast.consent.rules import How
from landfast.course.actions import coordinator
from landfast.course.actions.observing import record_observation
from landfast.course.queries.observations import observations
from landfast.course.queries.referrals import needs_told
from landfast.course.rules.words import Outcome
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, Wrong
from landfast.plan import actions as plan
from landfast.plan import queries as plans
from landfast.programmes.rules import NeedArea
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.plan import accepted, with_team
from tests.factories.referrals import citizen_of, decided
from tests.factories.town import as_

DAY = timedelta(days=1)


def write(town, lived, words):
    with as_(lived.citizen):
        plan.add_wish(actor=lived.citizen, course_id=lived.id, area=NeedArea.HOUSING, words=words)
    with as_(town.karen):
        record_observation(
            actor=town.karen, course_id=lived.id, kind="housing_change", happened_on=today(),
            source="P3", words=words, needs=["housing"],
        )  # fmt: skip


def join(lived, actor):
    with as_(lived.citizen):
        consent.allow(
            actor=lived.citizen, course_id=lived.id, recipient=actor.person_id,
            purpose="Hjælper", how=How.SELF,
        )  # fmt: skip


def let_in(lived, unit, post, topic=Topic.HOUSING):
    """Those who hold a post in a unit read about housing, or the whole."""
    to = access.To(
        CourseRole.RECIPIENT, "Bolig", unit=unit, post=post, ground=Ground.CONSENT,
        topic=topic, level=Level.READ,
    )  # fmt: skip
    with as_(lived.citizen):
        access.grant(lived.citizen, lived.id, [to])


def reads(actor, lived):
    with as_(actor):
        wishes = {row.words for row in plans.wishes_of(lived.id)}
        assert wishes == {row.words for row in observations(lived.id)}
        return wishes


@pytest.fixture
def lived(town):
    """Bo is in the team, Solveig may read about housing; a line; Anna and the ward come after."""
    with clock.at(now() - 30 * DAY):
        lived = started_course(town)
        write(town, lived, "Gammelt")
        join(lived, town.bo)
        said_yes(lived, Outside(person=town.solveig.person_id))
    with clock.at(now() - 20 * DAY):
        write(town, lived, "Nyt")
        join(lived, town.anna)
        said_yes(lived, Outside(unit=town.ward))
    with as_(lived.citizen):
        since = today() - 25 * DAY
        consent.start_fresh(actor=lived.citizen, course_id=lived.id, since=since)
    return lived


def test_who_came_after_the_line_reads_what_is_newer(town, lived):
    both = {"Gammelt", "Nyt"}
    for actor in (lived.citizen, town.karen, town.bo, town.solveig):
        assert reads(actor, lived) == both, actor.name
    assert reads(town.anna, lived) == {"Nyt"}
    assert reads(town.peter, lived) == {"Nyt"}, "the ward was let in after the line"


def test_what_was_told_when_she_was_referred_stays_behind_too(town):
    with clock.at(now() - 30 * DAY):
        course = decided(town, Outcome.OFFERED)
        with as_(town.dorte):
            coordinator.appoint_first(
                actor=town.dorte, course_id=course, person_id=town.karen.person_id,
                reason="Kender hende",
            )  # fmt: skip
        lived = SimpleNamespace(id=course, citizen=citizen_of(town, course))
        join(lived, town.solveig)
    join(lived, town.anna)
    join(lived, town.bo)
    with as_(lived.citizen):
        consent.start_fresh(actor=lived.citizen, course_id=course, since=today() - 25 * DAY)
    for actor in (lived.citizen, town.karen, town.solveig):
        with as_(actor):
            assert needs_told(course), actor.name
    with as_(town.bo):
        assert needs_told(course), "she wrote it herself"
    with as_(town.anna):
        assert needs_told(course) == []


def test_let_in_by_topic_before_and_into_the_team_after_is_new_to_the_whole(town, lived):
    join(lived, town.solveig)
    assert reads(town.solveig, lived) == {"Nyt"}


def test_a_post_knows_what_it_was_let_in_to_and_not_what_another_post_of_its_unit_was(town):
    with clock.at(now() - 30 * DAY):
        lived = started_course(town)
        write(town, lived, "Gammelt")
        let_in(lived, town.ward, "ward_staff")
        let_in(lived, town.social, "any")
    with as_(lived.citizen):
        consent.start_fresh(actor=lived.citizen, course_id=lived.id, since=today() - 25 * DAY)
    let_in(lived, town.ward, "psychiatrist")
    for actor, there in ((town.anna, 1), (town.peter, 0), (town.vibeke, 1)):
        with as_(actor):
            assert len(plans.wishes_of(lived.id)) == there, actor.name


def test_a_post_that_reached_the_whole_before_the_line_knows_it_still(town):
    with clock.at(now() - 30 * DAY):
        lived = started_course(town)
        write(town, lived, "Gammelt")
        let_in(lived, town.ward, "ward_staff", Topic.WHOLE)
    with as_(lived.citizen):
        consent.start_fresh(actor=lived.citizen, course_id=lived.id, since=today() - 25 * DAY)
    let_in(lived, town.ward, "psychiatrist", Topic.WHOLE)
    assert reads(town.anna, lived) == {"Gammelt"}
    assert reads(town.peter, lived) == set()


def test_she_lifts_it_and_draws_another_line(town, lived):
    me = lived.citizen
    with as_(me):
        assert fresh_since(lived.id)
        consent.lift_fresh_start(actor=me, course_id=lived.id)
    assert reads(town.anna, lived) == {"Gammelt", "Nyt"}
    with as_(me):
        consent.start_fresh(actor=me, course_id=lived.id, since=today())
        consent.start_fresh(actor=me, course_id=lived.id, since=today())
    assert reads(town.anna, lived) == {"Gammelt", "Nyt"}, "she was there before this line"
    join(lived, town.vibeke)
    assert reads(town.vibeke, lived) == set()


def test_nobody_else_draws_the_line_or_lifts_it(town, lived):
    with as_(town.karen):
        with pytest.raises(NotAllowed):
            consent.start_fresh(actor=town.karen, course_id=lived.id, since=today())
        with pytest.raises(NotAllowed):
            consent.lift_fresh_start(actor=town.karen, course_id=lived.id)
        assert models.FreshStart.objects.filter(lifted_at=None).update(lifted_at=now()) == 0
        with pytest.raises(Error, match="row-level security"), transaction.atomic():
            access.start_fresh(town.karen, lived.id, now())


@pytest.mark.parametrize("days", [1, 200 * 365])
def test_the_line_is_at_a_day_that_has_been(lived, days):
    day = today() + DAY if days == 1 else today() - timedelta(days=45_000)
    with as_(lived.citizen), pytest.raises(Wrong):
        consent.start_fresh(actor=lived.citizen, course_id=lived.id, since=day)


def test_who_made_a_promise_keeps_it_and_its_history_follows_the_agreement(town):
    lived = with_team(town, town.bo)
    write(town, lived, "Gammelt")
    made = accepted(town, lived, town.bo)
    with as_(lived.citizen):
        consent.start_fresh(actor=lived.citizen, course_id=lived.id, since=today())
        models.Grant.objects.filter(person_id=town.bo.person_id).update(ends_at=F("starts_at"))
    join(lived, town.bo)
    join(lived, town.anna)
    for actor, sees in ((town.bo, 1), (town.anna, 0)):
        with as_(actor):
            assert len([row for row in plans.open_agreements(lived.id) if row.id == made]) == sees
