"""What is taken back while a page is made does not leave: not as page, not as paper."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.models import Event
from landfast.access.rules import Topic
from landfast.consent import actions, queries
from landfast.consent.actions import Outside
from landfast.consent.rules import How, TopicWord
from landfast.kernel import clock
from landfast.web.course import views as courses
from landfast.web.insight import monday_views as monday
from landfast.web.meetings import papers
from landfast.web.mine import handing_views
from landfast.web.sharing import views
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.emergencies import numbered
from tests.factories.plan import wished
from tests.factories.town import as_, leaves

WISH = "Jeg vil have et sted at bo"


@pytest.fixture
def lived(town):
    course = started_course(town)
    wished(course, WISH)
    return course


def after_making(monkeypatch, module, name, verb, citizen):
    """The page is made; then, before it leaves, the citizen does this."""
    make = getattr(module, name)

    def made(*args, **kwargs):
        page = make(*args, **kwargs)
        with as_(citizen):
            verb()
        return page

    monkeypatch.setattr(module, name, made)


def stop(lived):
    for row in queries.shares(lived.id):
        actions.stop_share(actor=lived.citizen, course_id=lived.id, share_id=row.id)


def close(lived):
    actions.say_of_topic(
        actor=lived.citizen, course_id=lived.id, topic=Topic.HOUSING, word=TopicWord.CLOSED
    )


@pytest.mark.parametrize("verb", [stop, close])
def test_a_page_that_was_made_does_not_leave(town, lived, signed_in, monkeypatch, verb):
    said_yes(lived, Outside(person=town.solveig.person_id), Topic.HOUSING, Topic.WORK)
    solveig = signed_in(town.solveig)
    assert WISH in solveig.get(f"/delt/{lived.id}/").content.decode()
    after_making(monkeypatch, views, "page", lambda: verb(lived), lived.citizen)
    answer = solveig.get(f"/delt/{lived.id}/")
    assert answer.status_code == 404
    assert WISH not in answer.content.decode()


def test_a_page_across_courses_does_not_leave(town, lived, signed_in, monkeypatch):
    me = {"actor": lived.citizen, "course_id": lived.id, "recipient": town.bo.person_id}
    with as_(lived.citizen):
        actions.allow(**me, purpose="Hjælper", how=How.SELF)
    bo, address = signed_in(town.bo), reverse("my_citizens")
    assert str(lived.id) in bo.get(address).content.decode()
    after_making(monkeypatch, courses, "page", lambda: actions.withdraw(**me), lived.citizen)
    answer = bo.get(address)
    assert answer.status_code == 409
    assert "Åbn den igen" in answer.content.decode()
    assert str(lived.id) not in answer.content.decode()


def test_her_monday_does_not_leave_when_she_has_stopped_meanwhile(
    town, lived, signed_in, monkeypatch
):
    karen, address = signed_in(town.karen), reverse("monday")
    assert karen.get(address).status_code == 200
    yesterday = clock.today() - timedelta(days=1)
    after_making(monkeypatch, monday, "page", lambda: leaves(town.karen, yesterday), lived.citizen)
    assert karen.get(address).status_code == 409


def test_a_paper_that_was_made_does_not_leave(town, lived, signed_in, monkeypatch):
    me = {"actor": lived.citizen, "course_id": lived.id, "recipient": town.bo.person_id}
    with as_(lived.citizen):
        actions.allow(**me, purpose="Hjælper", how=How.SELF)
    bo, sheet = signed_in(town.bo), f"/forloeb/{lived.id}/plan.pdf"
    assert bo.get(sheet)["Content-Type"] == "application/pdf"
    after_making(
        monkeypatch, papers, "render_plan_sheet", lambda: actions.withdraw(**me), lived.citizen
    )
    answer = bo.get(sheet)
    assert answer.status_code == 404
    assert b"%PDF" not in answer.content


def test_a_number_that_was_asked_for_does_not_leave(town, lived, signed_in, monkeypatch):
    """What answers a form is asked about once more too."""
    with as_(town.karen):
        numbered(lived.citizen_id)
    me = {"actor": lived.citizen, "course_id": lived.id, "recipient": town.bo.person_id}
    with as_(lived.citizen):
        actions.allow(**me, purpose="Hjælper", how=How.SELF)
    bo, asking = signed_in(town.bo), f"/forloeb/{lived.id}/cpr/"
    assert "010170-1234" in bo.post(asking).content.decode()
    after_making(monkeypatch, courses, "page", lambda: actions.withdraw(**me), lived.citizen)
    answer = bo.post(asking)
    assert answer.status_code == 404
    assert "1234" not in answer.content.decode()


def test_an_export_that_was_made_does_not_leave(town, lived, signed_in, monkeypatch):
    """The whole record as a book: whoever holds the course no longer hands nothing out."""
    karen, address = signed_in(town.karen), reverse("hand_out_record", args=[lived.id])
    assert karen.post(address, {"reason": ""})["Content-Type"] == "application/pdf"
    yesterday = clock.today() - timedelta(days=1)
    after_making(
        monkeypatch, handing_views, "render", lambda: leaves(town.karen, yesterday), lived.citizen
    )
    answer = karen.post(address, {"reason": ""})
    assert answer.status_code == 404
    assert b"%PDF" not in answer.content
    with as_(lived.citizen):
        assert Event.objects.filter(kind="record.handed_out").count() == 1


def test_the_team_is_opened_by_who_shows_again_who_they_are(town, lived, signed_in, settings):
    """A yes to a member of the team asks too; taking back never does."""
    me, person = signed_in(lived.citizen), town.bo.person_id
    settings.LANDFAST_STEP_UP_MINUTES = 0
    answer = me.post(f"/mit/{lived.id}/luk-op/{person}/", {"purpose": "Hjælper"})
    assert answer["Location"].startswith("/log-ind/igen/")
    with as_(lived.citizen):
        assert queries.allowed(lived.id) == frozenset()
