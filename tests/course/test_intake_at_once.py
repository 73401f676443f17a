"""Two of intake act in the same second: one wins, the other is told."""

import pytest

from landfast.course import models
from landfast.course.actions import decision, referral
from landfast.course.rules.referral import Whom
from landfast.course.rules.words import Outcome
from landfast.journeys.take_referral import take_referral
from landfast.kernel.refusals import NotFound, NotNow
from tests.course.test_one_coordinator import acting_as, at_once
from tests.factories.referrals import assessed, proposed, referred, unasked
from tests.factories.shipped import load_shipped
from tests.factories.town import as_, build_town
from tests.own import KEPT


@pytest.fixture
def town(own_database):
    return KEPT.stood("a town with programmes", shipped_town)


def shipped_town():
    load_shipped()
    return build_town()


def told(met) -> list[str]:
    """What those met who did not win."""
    assert sum(one is None for one in met) == 1, met
    return [type(one).__name__ for one in met if one is not None]


def take(actor, receipt):
    return acting_as(actor, lambda: take_referral(actor=actor, referral_id=receipt.id))


def test_two_take_the_same_referral(town):
    receipt = referred(town)
    assert told(at_once(take(town.karen, receipt), take(town.mads, receipt))) == ["NotNow"]
    with as_(town.dorte):
        assert models.Course.objects.count() == models.Citizen.objects.count() == 1


def test_two_referrals_of_one_citizen_meet_the_same_person(town):
    whom = Whom("Jytte Jensen", "22334455", "610170-9999")
    first, second = referred(town, whom=whom), referred(town, by=town.anna, whom=whom)
    met = at_once(take(town.karen, first), take(town.mads, second))
    assert met == [None, None]
    with as_(town.dorte):
        assert models.Course.objects.count() == models.Citizen.objects.count() == 1


def test_two_confirm_the_same_decision(town):
    course_id = assessed(town)
    decision_id = proposed(town, course_id, Outcome.DECLINED)

    def confirm(actor):
        return acting_as(
            actor,
            lambda: decision.confirm(actor=actor, course_id=course_id, decision_id=decision_id),
        )

    [word] = told(at_once(confirm(town.karen), confirm(town.dorte)))
    assert word in {NotNow.__name__, NotFound.__name__}  # her access may have ended with the no


def test_two_propose(town):
    course_id = assessed(town)

    def propose(actor):
        return lambda: proposed(town, course_id, Outcome.OFFERED, by=actor)

    assert told(at_once(propose(town.karen), propose(town.mads))) == ["NotNow"]


def test_a_yes_and_a_no_are_brought_at_once(town):
    receipt = unasked(town)

    def bring(actor, verb):
        return acting_as(actor, lambda: verb(actor=actor, referral_id=receipt.id))

    met = at_once(bring(town.bo, referral.note_no), bring(town.karen, referral.note_yes))
    assert told(met)[0] in {NotNow.__name__, NotFound.__name__}
