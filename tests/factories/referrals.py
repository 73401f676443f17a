"""Referrals and decisions for tests, made by the real actions."""

from datetime import timedelta
from uuid import UUID

from landfast.access.actor import SYSTEM, Actor
from landfast.course.actions import assessing, decision, referral
from landfast.course.queries.assessment import assessment
from landfast.course.queries.referrals import Receipt
from landfast.course.rules.intake import Answered, Proposal
from landfast.course.rules.referral import Whom
from landfast.course.rules.words import Answer, Outcome, Says, Urgency
from landfast.journeys.decide_intake import confirm_decision
from landfast.journeys.take_referral import take_referral
from landfast.kernel.clock import today
from landfast.kernel.ids import CourseId
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from tests.factories.shipped import load_shipped
from tests.factories.town import Town, as_

OUTCOMES = {
    Outcome.OFFERED: Proposal(Outcome.OFFERED, "Du har brug for, at tingene hænger sammen."),
    Outcome.DECLINED: Proposal(
        Outcome.DECLINED,
        "Du er i gang et andet sted.",
        "Din kontaktperson hjælper dig.",
        "Ring til os.",
    ),
}


def referred(town: Town, by: Actor | None = None, **changes) -> Receipt:
    """Bo refers Jytte, who has said yes."""
    told = {
        "whom": Whom("Jytte Jensen", "22 33 44 55"),
        "seen": "Hun har ikke åbnet sin post i et halvt år.",
        "needs": ["economy", "housing"],
        "says": Says.YES,
        "urgency": Urgency.THIS_WEEK,
        "unit_id": town.coordination,
    }
    actor = by or town.bo
    with as_(actor):
        return referral.refer(actor=actor, **{**told, **changes})


def unasked(town: Town, **changes) -> Receipt:
    """Bo refers Jytte, who does not know yet; Bo will ask her."""
    return referred(town, says=Says.NOT_ASKED, who_asks=town.bo.person_id, **changes)


def taken(town: Town, by: Actor | None = None, **changes) -> CourseId:
    """A referral that Mads has taken: a course under assessment."""
    load_shipped()
    receipt = referred(town, **changes)
    actor = by or town.mads
    with as_(actor):
        return take_referral(actor=actor, referral_id=receipt.id).course_id


def assessed(town: Town, **changes) -> CourseId:
    """A course whose criteria Mads has answered, all of them."""
    course_id = taken(town, **changes)
    answer_all(town.mads, course_id)
    return course_id


def answer_all(actor: Actor, course_id: UUID) -> None:
    """Answer every criterion with yes and a reason."""
    with as_(actor):
        asked = assessment(actor, course_id).criteria
        answers = [Answered(one.id, Answer.YES, "Det fortæller hun selv.") for one in asked]
        assessing.assess(actor=actor, course_id=course_id, answers=answers)


def proposal(town: Town, outcome: Outcome) -> Proposal:
    """A complete proposal of this kind."""
    if outcome is Outcome.WAITING:
        return Proposal(
            Outcome.WAITING, "Alle koordinatorer er optaget.",
            expected_on=today() + timedelta(days=30), calls_meanwhile=town.karen.person_id,
        )  # fmt: skip
    return OUTCOMES[outcome]


def proposed(town: Town, course_id: UUID, outcome: Outcome, by: Actor | None = None) -> UUID:
    """Mads proposes."""
    actor = by or town.mads
    with as_(actor):
        return decision.propose(actor=actor, course_id=course_id, proposal=proposal(town, outcome))


def decided(town: Town, outcome: Outcome, **changes) -> CourseId:
    """A course with an answer: Mads proposed, Dorte confirmed."""
    course_id = assessed(town, **changes)
    decision_id = proposed(town, course_id, outcome)
    with as_(town.dorte):
        confirm_decision(actor=town.dorte, course_id=course_id, decision_id=decision_id)
    return course_id


def some_citizen() -> Actor:
    """A citizen with a login and nothing else."""
    with as_(SYSTEM):
        return Actor(people.add_person(kind=PersonKind.CITIZEN), PersonKind.CITIZEN)


def citizen_of(town: Town, course_id: UUID) -> Actor:
    """The citizen of a course, as an actor."""
    from landfast.course.models import Course

    with as_(town.dorte):
        person = Course.objects.select_related("citizen").get(scope_id=course_id).citizen.person_id
    return Actor(person, PersonKind.CITIZEN)
