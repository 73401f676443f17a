"""One course each: who has a new one does not begin an old one again beside it (principle 2)."""

import pytest

from landfast.course.actions import decision
from landfast.course.actions.opening import open_course
from landfast.course.queries.own import own_courses
from landfast.course.rules.intake import Proposal
from landfast.course.rules.words import Outcome
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.refusals import NotNow
from tests.factories.courses import assessed_course, some_programme, started_course
from tests.factories.town import as_
from tests.refusing import refused


@pytest.fixture
def stopped(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    return lived


def begins(town, lived):
    """What intake does with a new enquiry about somebody who was here before."""
    with as_(town.dorte):
        return open_course(
            actor=town.dorte, unit_id=town.coordination, citizen_id=lived.citizen_id,
            person_id=lived.citizen.person_id, programme_id=some_programme(),
            reason="En ny henvendelse",
        )  # fmt: skip


def test_the_old_one_does_not_begin_again_while_the_new_one_goes_on(town, stopped):
    new = begins(town, stopped)
    with as_(stopped.citizen), pytest.raises(NotNow, match="Du har et andet forløb"):
        reopen_course(actor=stopped.citizen, course_id=stopped.id)
    with as_(town.dorte), pytest.raises(NotNow) as refused:
        reopen_course(
            actor=town.dorte, course_id=stopped.id, citizen_said_so=True, said_how="I telefonen"
        )
    assert refused.value.code == "cannot_reopen", "that there is another is hers to say"
    with as_(stopped.citizen):
        assert [one.id for one in own_courses(stopped.citizen) if not one.is_over] == [new]
        stop_course(actor=stopped.citizen, course_id=new)
        reopen_course(actor=stopped.citizen, course_id=stopped.id)
        open_now = [one.id for one in own_courses(stopped.citizen) if not one.is_over]
    assert open_now == [stopped.id]


def test_no_new_one_begins_beside_one_that_goes_on(town):
    lived = started_course(town)
    with pytest.raises(NotNow, match="kunne ikke gemmes"):
        begins(town, lived)


def test_a_no_is_not_looked_at_again_beside_one_that_goes_on(town):
    said_no = assessed_course(town)
    with as_(town.karen):
        proposed = decision.propose(
            actor=town.karen, course_id=said_no.id,
            proposal=Proposal(Outcome.DECLINED, "Nej", instead="Bostøtte", appeal="Ring til os"),
        )  # fmt: skip
    with as_(town.dorte):
        decision.confirm(actor=town.dorte, course_id=said_no.id, decision_id=proposed)
    new = begins(town, said_no)
    with as_(town.dorte), refused("cannot_reopen"):
        decision.reassess(actor=town.dorte, course_id=said_no.id, reason="Nye oplysninger")
    with as_(said_no.citizen):
        stop_course(actor=said_no.citizen, course_id=new)
    with as_(town.dorte):
        decision.reassess(actor=town.dorte, course_id=said_no.id, reason="Nye oplysninger")
