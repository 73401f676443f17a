"""Who comes back after more than a month is no stranger: welcome back, and what was agreed."""

from datetime import timedelta

import pytest

from landfast.course.actions.coordinator import appoint_first
from landfast.course.actions.opening import open_course
from landfast.course.queries.own import own_courses
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import activate_course
from landfast.journeys.start_course import start_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.clock import now
from landfast.plan.actions import report_agreement
from landfast.plan.rules.answering import Report
from tests.factories.courses import some_programme, started_course
from tests.factories.plan import accepted, join, with_team
from tests.factories.town import as_

NOTHING = "Vi har ikke aftalt noget endnu."
WELCOME = "Velkommen. Du bestemmer"


@pytest.fixture
def was_here(town):
    """One promise was kept, one still to be done when she stopped; it is forty days since."""
    lived = with_team(town, town.bo)
    kept = accepted(town, lived, town.bo, text="Fylder køleskabet op")
    accepted(town, lived, town.bo, text="Ringer til banken")
    with as_(town.bo):
        report_agreement(actor=town.bo, agreement_id=kept, report=Report.KEPT)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    with clock.at(now() + timedelta(days=40)):
        with as_(lived.citizen):
            assert not reopen_course(actor=lived.citizen, course_id=lived.id)
        yield lived


def begun(town, lived):
    with as_(town.dorte):
        start_course(said_yes=True,
            actor=town.dorte, course_id=lived.id, person_id=town.karen.person_id,
            reason="Var koordinator før",
        )  # fmt: skip


def first_page(client):
    return client.get("/mit/").content.decode()


def test_she_is_met_as_somebody_who_was_here(town, was_here, signed_in):
    me = signed_in(was_here.citizen)
    waits = first_page(me)
    assert "Velkommen tilbage. Vi finder en koordinator til dig." in waits
    assert "Fylder køleskabet op" in waits.partition("Det aftalte vi før")[2]
    begun(town, was_here)
    page = first_page(me)
    assert "Velkommen tilbage. Vi går videre" in page
    assert WELCOME not in page


def test_what_was_kept_stands_first_and_nothing_is_said_not_to_be_agreed(town, was_here, signed_in):
    begun(town, was_here)
    me = signed_in(was_here.citizen)
    page = first_page(me)
    assert NOTHING not in page
    before = page.partition("Det aftalte vi før")[2]
    kept, lapsed = before.index("Fylder køleskabet op"), before.index("Ringer til banken")
    assert kept < lapsed
    assert "Holdt" in before[:lapsed]
    join(town, was_here, town.bo)
    accepted(town, was_here, town.bo, text="Følger med til lægen")
    both = first_page(me)
    assert both.index("Følger med til lægen") < both.index("Det aftalte vi før")


def test_when_the_meetings_run_the_old_promises_are_folded(town, was_here, signed_in):
    begun(town, was_here)
    with as_(town.karen):
        activate_course(actor=town.karen, course_id=was_here.id)
    page = first_page(signed_in(was_here.citizen))
    assert "Det aftalte vi før" not in page
    assert NOTHING not in page
    assert "Vis 2 afsluttede aftaler" in page


def test_after_some_weeks_she_is_greeted_no_more_and_never_as_new(town, was_here, signed_in):
    begun(town, was_here)
    with clock.at(now() + timedelta(days=30)):
        page = first_page(signed_in(was_here.citizen))
        assert "Vi er i gang igen. Du bestemmer farten." in page
        assert "Velkommen" not in page


def test_a_new_course_after_an_earlier_one_says_welcome_back(town, was_here, signed_in):
    with as_(was_here.citizen):
        stop_course(actor=was_here.citizen, course_id=was_here.id)
    with as_(town.dorte):
        again = open_course(
            actor=town.dorte, unit_id=town.coordination, citizen_id=was_here.citizen_id,
            person_id=was_here.citizen.person_id, programme_id=some_programme(),
            reason="En ny henvendelse",
        )  # fmt: skip
        appoint_first(
            actor=town.dorte, course_id=again, person_id=town.karen.person_id,
            reason="Kender borgeren",
        )  # fmt: skip
    me = signed_in(was_here.citizen)
    page = first_page(me)
    assert "Velkommen tilbage. Du bestemmer, hvad der er vigtigt nu." in page
    assert "Mine andre forløb" in page
    with as_(was_here.citizen):
        [new] = [one for one in own_courses(was_here.citizen) if not one.is_over]
    assert new.id == again
    old = me.get(f"/mit/?forloeb={was_here.id}").content.decode()
    assert "Du har et nyt forløb." in old
    assert "Begynd igen" not in old, "one course each"


def test_who_is_here_for_the_first_time_is_welcome(town, signed_in):
    page = first_page(signed_in(started_course(town).citizen))
    assert WELCOME in page
    assert NOTHING in page


def test_where_all_is_kept_nothing_is_said_never_to_have_been_agreed(town, signed_in):
    lived = with_team(town, town.bo)
    kept = accepted(town, lived, town.bo, text="Fylder køleskabet op")
    with as_(town.bo):
        report_agreement(actor=town.bo, agreement_id=kept, report=Report.KEPT)
    page = first_page(signed_in(lived.citizen))
    assert NOTHING not in page
    assert "Vi har ikke aftalt noget nyt endnu." in page
    assert "Fylder køleskabet op" in page
