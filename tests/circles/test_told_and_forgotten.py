"""Her own page tells her only when she can come in; only what is over is forgotten."""

from datetime import timedelta

import pytest

from landfast.circles.actions import after, hers, raising
from landfast.circles.queries import cases
from landfast.circles.rules.cases import KEPT_YEARS, CaseState, Told, is_over
from landfast.journeys import raise_case as journey
from landfast.keeping import actions as keeping
from landfast.keeping.models import Hold as Held
from landfast.keeping.rules import HoldKind
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotFound, Wrong
from landfast.login.models import Identity
from landfast.people import actions as people
from landfast.people.actions.own_password import set_password
from landfast.people.models import Account
from tests.factories.circles import circle, raised, talked_about
from tests.factories.courses import started_course
from tests.factories.keeping import case_of, officers, over
from tests.factories.logins import connects
from tests.factories.town import as_

PAST = timedelta(days=366 * KEPT_YEARS)
WORD = "fire gule kaniner ved havnen"


@pytest.fixture
def forum(town):
    return circle(town)


@pytest.fixture
def lived(town):
    return started_course(town)


def has_page(town, lived):
    with as_(town.karen):
        return cases.has_page(lived.id)


def test_her_own_page_tells_her_only_when_she_can_come_in(town, forum, lived):
    here = {"told": Told.LANDFAST, "told_on": None}
    me = lived.citizen.person_id
    with as_(lived.citizen):
        people.open_account(person_id=me, username="jytte", password=None)
    assert not has_page(town, lived)
    with pytest.raises(Wrong, match="kan ikke læse det her"):
        raised(forum, lived, **here)
    connects(lived.citizen)
    case = raised(forum, lived, **here)
    with as_(lived.citizen):
        seen = journey.see_mine(lived.citizen, lived.id, case).case
        assert (seen.told, seen.told_on) == (Told.LANDFAST, today())
        Identity.objects.update(ended_at=now())
    assert not has_page(town, lived)


def test_who_comes_in_by_a_provider_alone_has_her_page(town, lived):
    connects(lived.citizen)
    assert has_page(town, lived)


@pytest.mark.parametrize("active", [True, False])
def test_a_password_of_her_own_opens_her_page_unless_the_login_is_closed(town, lived, active):
    me = lived.citizen.person_id
    with as_(lived.citizen):
        account = Account(person_id=me, username="jytte", is_active=active)
        account.save(force_insert=True)
        set_password(account, "", WORD)
    assert has_page(town, lived) is active


def told(town, case):
    with as_(town.karen):
        journey.tell_her(
            actor=town.karen, case_id=case, text="De foreslår en pause.", told=Told.TALKED,
            told_on=today(), follow_up_on=today() + timedelta(7),
        )  # fmt: skip


def forgets():
    with clock.at(now() + PAST), as_(None):
        return after.forget()


def test_only_what_is_over_is_forgotten(town, forum, lived):
    waits, said_no, taken_back = (raised(forum, lived) for _ in range(3))
    with as_(lived.citizen):
        hers.refuse(actor=lived.citizen, course_id=lived.id, case_id=said_no)
    with as_(town.karen):
        raising.take_back_case(actor=town.karen, case_id=taken_back, course_id=lived.id)
    untold, _ = talked_about(forum, lived)
    with as_(None):
        assert after.forget() == 0
    assert forgets() == 2
    with as_(town.karen):
        assert [row.id for row in cases.about(lived.id)] == [untold, waits]
    told(town, untold)
    assert forgets() == 1
    with as_(town.karen), pytest.raises(NotFound):
        journey.see_case(town.karen, untold)


def test_what_holds_her_course_holds_the_case(town, forum, lived):
    officers(town)
    case, _ = talked_about(forum, lived)
    told(town, case)
    kept = case_of(town, over(lived))
    with as_(town.dina):
        keeping.hold(
            actor=town.dina, case_id=kept.id, kind=HoldKind.COMPLAINT, why="Klage", until=None
        )
    assert forgets() == 0
    with as_(town.dina):
        [held] = Held.objects.filter(case_id=kept.id)
        keeping.lift(actor=town.dina, hold_id=held.id)
    assert forgets() == 1


@pytest.mark.parametrize("state", CaseState)
def test_a_case_is_over_when_nothing_waits(state):
    assert is_over(state, today()) == (state is not CaseState.WAITING)
    assert is_over(state, None) == (state in {CaseState.REFUSED, CaseState.WITHDRAWN})
