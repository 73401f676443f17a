"""A withdrawal works at once: in a transaction that reads already, and before a page leaves."""

import threading

from django.db import connections

from landfast.access import queries as access
from landfast.access.rules import Situation, Topic, When
from landfast.consent import actions
from landfast.consent.actions import Outside
from landfast.consent.rules import How, TopicWord
from landfast.kernel.clock import today
from landfast.plan import queries as plans
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import as_
from tests.own import settled


def elsewhere(actor, verb):
    """Done and committed on a connection of its own, while ours has its transaction open."""

    def run():
        try:
            with as_(actor):
                verb()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()


def reads(actor, lived):
    wishes = plans.wishes_of(lived.id)
    assert bool(wishes) == bool(access.course_roles(actor, lived.id))
    return bool(wishes)


def test_a_running_transaction_reads_nothing_after_the_withdrawal(own_database):
    town = settled()
    lived = started_course(town)
    wished(lived)
    me = {"actor": lived.citizen, "course_id": lived.id}
    share = said_yes(lived, Outside(person=town.solveig.person_id))
    said_yes(lived, Outside(unit=town.ward), when=When(Situation.ADMITTED))
    with as_(lived.citizen):
        actions.allow(**me, recipient=town.bo.person_id, purpose="Hjælper", how=How.SELF)
        actions.say_so(**me, kind=Situation.ADMITTED, since=today())
    for actor, taken_back in (
        (town.solveig, lambda: actions.stop_share(**me, share_id=share)),
        (town.anna, lambda: actions.say_so_no_more(**me, kind=Situation.ADMITTED)),
        (town.bo, lambda: actions.withdraw(**me, recipient=town.bo.person_id)),
    ):
        with as_(actor):
            assert reads(actor, lived), actor.name
            elsewhere(lived.citizen, taken_back)
            assert not reads(actor, lived), actor.name


def test_a_topic_that_is_kept_back_leaves_a_running_transaction(own_database):
    town = settled()
    lived = started_course(town)
    wished(lived)
    said_yes(lived, Outside(person=town.solveig.person_id), Topic.HOUSING, Topic.WORK)
    me = {"actor": lived.citizen, "course_id": lived.id}
    with as_(town.solveig):
        assert plans.wishes_of(lived.id)
        elsewhere(
            lived.citizen,
            lambda: actions.say_of_topic(**me, topic=Topic.HOUSING, word=TopicWord.CLOSED),
        )
        assert plans.wishes_of(lived.id) == []
        assert [row.topics for row in access.shared_with(town.solveig)] == [(Topic.WORK,)]
