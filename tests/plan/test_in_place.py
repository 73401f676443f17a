"""Who follows up or takes over where the one a promise names is gone: page and reminder agree."""

from datetime import timedelta
from uuid import UUID

import pytest

from landfast.access.actions import end_grants
from landfast.access.actor import SYSTEM
from landfast.course.actions import handover
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.cover import name_deputy
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.see_plan import see_agreement
from landfast.kernel import clock
from landfast.people import actions as people
from landfast.people import queries
from landfast.people.rules import LeaveKind
from landfast.plan import actions
from tests.factories.plan import complete
from tests.factories.town import as_
from tests.messages.conftest import as_jobs
from tests.plan.test_reminding import DUE, TUESDAY, lived, reminded, told

__all__ = ["as_jobs", "lived"]
FOLLOWS = DUE + timedelta(days=30)


def is_ill(town, who, ends_on=None):
    with as_(SYSTEM):
        people.note_leave(
            person_id=who.person_id, starts_on=TUESDAY.date(), ends_on=ends_on,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip


def ill(town, one):
    is_ill(town, town.karen)


def back_in_time(town, one):
    is_ill(town, town.karen, DUE.date())


def ill_with_second(town, one):
    with as_(town.karen):
        name_second(actor=town.karen, course_id=one.id, person_id=town.mads.person_id)
    is_ill(town, town.karen)


def both_ill(town, one):
    ill_with_second(town, one)
    is_ill(town, town.mads)


def covered_till(town, one, until):
    with as_(town.karen):
        name_deputy(
            actor=town.karen, course_id=one.id, person_id=town.mads.person_id,
            starts_on=TUESDAY.date(), ends_on=until,
        )  # fmt: skip
    is_ill(town, town.karen)


def covered(town, one):
    covered_till(town, one, FOLLOWS.date())


def covered_not_so_long(town, one):
    covered_till(town, one, FOLLOWS.date() - timedelta(days=1))


def handed_over(town, one):
    with as_(town.dorte):
        asked = handover.offer(
            actor=town.dorte, course_id=one.id, taker=town.mads.person_id, reason="Skift"
        )
    with as_(town.mads):
        handover.accept(actor=town.mads, handover_id=asked)


def lost(town, one):
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEFT)


def as_it_was(town, one):
    pass


LIVES = {
    as_it_was: [], back_in_time: [], ill: [], ill_with_second: ["mads"], both_ill: ["mads"],
    covered: ["mads"], covered_not_so_long: [], handed_over: ["mads"], lost: ["dorte"],
}  # fmt: skip


def shown(one, promise, at):
    """Who stands in its place, as her own page of the promise is made."""
    with clock.at(at), as_(one.citizen):
        seen = see_agreement(actor=one.citizen, course_id=one.id, agreement_id=promise)
        named = {seen.agreement.follow_up_by.id}
        instead = [who.name.split()[0].lower() for who in seen.in_place.follows]
        return instead, {who.id for who in seen.in_place.follows} or named


@pytest.mark.parametrize("lives", LIVES, ids=lambda lives: lives.__name__)
def test_the_page_names_who_is_reminded_to_follow_up_before_the_day_and_on_it(
    lived, as_jobs, lives
):
    """Karen was to. Who is away hears of it when back, and is not named."""
    town, one, promise = lived
    with clock.at(TUESDAY):
        lives(town, one)
    ahead, _ = shown(one, promise, TUESDAY)
    instead, said = shown(one, promise, FOLLOWS)
    assert ahead == instead == LIVES[lives]
    reminded(as_jobs, FOLLOWS)
    [reminder] = told(one, "plan.remind_follow_up")
    with clock.at(FOLLOWS), as_(one.citizen):
        off = {str(who) for who in queries.away(map(UUID, reminder))}
    assert {str(who) for who in said} <= reminder
    assert reminder - off <= {str(who) for who in said}


@pytest.fixture
def backed(lived):
    """Bo's promise, which Solveig takes over; Bo is ill."""
    town, one, _promise = lived
    with clock.at(TUESDAY):
        with as_(town.karen):
            made = actions.propose_agreement(
                actor=town.karen, course_id=one.id, maker=town.bo.person_id,
                backup=town.solveig.person_id,
                terms=complete(
                    town.karen, due_on=DUE.date(), follow_up_on=FOLLOWS.date(), text="Følger hende"
                ),
            )  # fmt: skip
        with as_(town.bo):
            actions.accept_agreement(actor=town.bo, agreement_id=made)
        is_ill(town, town.bo)
    return town, one, made


@pytest.mark.parametrize("gone", ["there", "left", "ill"])
def test_who_takes_over_is_named_and_reminded_while_there(backed, as_jobs, gone):
    town, one, made = backed
    with clock.at(TUESDAY):
        if gone == "ill":
            is_ill(town, town.solveig)
        if gone == "left":
            with as_(town.karen):
                end_grants(town.karen, course=one.id, person=town.solveig.person_id)
    with clock.at(TUESDAY), as_(one.citizen):
        seen = see_agreement(actor=one.citizen, course_id=one.id, agreement_id=made)
    instead = [who.id for who in seen.in_place.takes_over]
    assert instead == ([] if gone == "there" else [town.karen.person_id])
    reminded(as_jobs, DUE - timedelta(days=1))
    people_told = {str(town.karen.person_id)}
    if gone == "there":
        people_told.add(str(town.solveig.person_id))
    assert people_told in told(one, "plan.remind_before")
