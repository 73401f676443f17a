"""Reading on a ground in law, without a consent: who gives it, how long, what of, and who hears."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from landfast.access import models as access
from landfast.access.queries import events, shared_with
from landfast.access.rules import Ground, Topic
from landfast.consent import actions, law_grants, models
from landfast.consent.actions import Lawful
from landfast.consent.rules import LEGAL_BASES, Basis, TopicWord, bases_without_consent
from landfast.course.actions import ending
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.messages.rules import Happened, told
from landfast.plan import models as plans
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.plan import wished
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def lived(town):
    course = started_course(town)
    wished(course)
    return course


def gives(town, lived, *, by=None, basis=Basis.FVL28, days=14, topics=(Topic.HOUSING,), why="Sag"):
    actor = by or town.karen
    with as_(actor):
        return actions.read_by_law(
            actor=actor, course_id=lived.id, to=town.bo.person_id,
            on=Lawful(basis, topics, why, today() + timedelta(days=days)),
        )  # fmt: skip


def reads(town, lived):
    with as_(town.bo):
        return plans.Wish.objects.filter(course_id=lived.id).exists()


def test_the_employee_reads_the_topic_for_so_long_and_the_citizen_is_told(town, lived):
    assert not reads(town, lived)
    gives(town, lived)
    assert reads(town, lived)
    with as_(town.bo):
        [row] = shared_with(town.bo)
        assert (row.topics, row.purpose) == ((Topic.HOUSING,), "Sag")
    with as_(lived.citizen):
        [one] = law_grants.by_law(lived.id)
        assert (one.who, one.basis, one.given_by) == (
            "Bo Bostøtte", Basis.FVL28, "Karen Koordinator",
        )  # fmt: skip
        [event] = events(lived.id, ["consent.read_by_law"])
        grant = access.Grant.objects.get(person_id=town.bo.person_id)
    assert grant.ground == Ground.LAW
    happened = Happened(
        event.kind, event.at, town.karen.person_id, event.facts, lived.citizen.person_id
    )
    assert told(happened, event.at) == {town.bo.person_id, lived.citizen.person_id}
    with clock.at(now() + timedelta(days=16)):
        assert not reads(town, lived)


def test_another_topic_stays_closed(town, lived):
    gives(town, lived, topics=[Topic.ECONOMY])
    assert not reads(town, lived)


@pytest.mark.parametrize("basis", bases_without_consent())
def test_no_longer_than_the_ground_says(town, lived, basis):
    most = LEGAL_BASES[basis].longest.days
    gives(town, lived, basis=basis, days=most)
    with refused("longer_than_the_ground", "days"):
        gives(town, lived, basis=basis, days=most + 1)


@pytest.mark.parametrize("basis", [Basis.SUL42A, Basis.FVL28])
def test_the_database_holds_to_the_length_too(town, lived, basis):
    days = LEGAL_BASES[basis].longest.days
    with as_(town.karen), pytest.raises(DatabaseError), transaction.atomic():
        models.ByLaw(
            course_id=lived.id, person_id=town.bo.person_id, basis=basis, topics=["housing"],
            reason="x", given_by_id=town.karen.person_id, given_at=now(), grants=[],
            ends_at=now() + timedelta(days=days + 3),
        ).save(force_insert=True)  # fmt: skip


@pytest.mark.parametrize("basis", [Basis.CONSENT_RSL11A, Basis.RPL115, Basis.EMERGENCY])
def test_a_consent_an_emergency_and_the_police_have_ways_of_their_own(town, lived, basis):
    with refused("no_ground_without_a_yes", "basis"):
        gives(town, lived, basis=basis, days=1)


def test_a_reason_and_a_topic_are_said(town, lived):
    with refused("say_why_by_law", "reason"):
        gives(town, lived, why=" ")
    with refused("no_topic"):
        gives(town, lived, topics=[])


def test_what_she_keeps_back_stays_back(town, lived):
    with as_(lived.citizen):
        actions.say_of_topic(
            actor=lived.citizen, course_id=lived.id, topic=Topic.HOUSING, word=TopicWord.CLOSED
        )
    with refused("kept_back", "topics"):
        gives(town, lived)


def test_only_who_holds_the_threads_gives_and_ends_it(town, lived):
    in_the_team(lived, town.anna, by=town.karen)
    for other in (lived.citizen, town.anna, town.lars):
        with refused("not_your_role"):
            gives(town, lived, by=other)
    with refused("not_found"):
        gives(town, lived, by=town.vibeke)
    key = gives(town, lived)
    with as_(lived.citizen), refused("not_your_role"):
        actions.end_by_law(actor=lived.citizen, course_id=lived.id, by_law_id=key)
    with as_(town.karen):
        actions.end_by_law(actor=town.karen, course_id=lived.id, by_law_id=key)
    assert not reads(town, lived)
    with as_(town.karen), refused("not_found"):
        actions.end_by_law(actor=town.karen, course_id=lived.id, by_law_id=key)


def test_it_ends_with_the_course(town, lived):
    gives(town, lived)
    with as_(lived.citizen):
        ending.stop(actor=lived.citizen, course_id=lived.id)
    assert not reads(town, lived)


def test_what_she_keeps_back_afterwards_is_read_by_law_no_more(town, lived):
    """Decision 17: what she keeps back stays back, whichever of the two was first."""
    gives(town, lived, topics=(Topic.HEALTH, Topic.HOUSING))
    assert reads(town, lived)
    for topic, left in ((Topic.HOUSING, [(Topic.HEALTH,)]), (Topic.HEALTH, [])):
        with as_(lived.citizen):
            actions.say_of_topic(
                actor=lived.citizen, course_id=lived.id, topic=topic, word=TopicWord.MYSELF
            )
        assert not reads(town, lived)
        with as_(town.bo):
            assert [row.topics for row in shared_with(town.bo)] == left
        with as_(lived.citizen):
            assert [row.topics for row in law_grants.by_law(lived.id)] == left
