"""Frisk start on the page, and what somebody outside the team reads besides wishes."""

from landfast.access.situations import fresh_since
from landfast.consent import actions as consent
from landfast.consent.rules import How
from landfast.course.actions.observing import record_observation
from landfast.kernel.clock import now, today
from landfast.kernel.danish import lix
from landfast.meetings import actions as meetings
from landfast.meetings.models import Minutes, Theme
from landfast.web.sharing.forms import FRESH_TEXT
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting
from tests.factories.plan import accepted, wished, with_team
from tests.factories.town import as_

EASY = 35


def at(lived, *rest):
    return "/".join([f"/forloeb/{lived.id}/deling", *map(str, rest), ""])


def test_she_draws_the_line_in_two_touches_and_lifts_it_in_one(town, signed_in):
    lived = started_course(town)
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    assert "Begynd på en frisk" in me.get(at(lived)).content.decode()
    assert "lade det gamle ligge" in me.get(at(lived, "frisk-start")).content.decode()
    assert me.post(at(lived, "frisk-start"), {"since": "2999-01-01"}).status_code == 422
    me.post(at(lived, "frisk-start"), {"since": today().isoformat()})
    assert "Lad de nye læse det gamle" in me.get(at(lived, "frisk-start")).content.decode()
    assert "begyndt på en frisk" in karen.get(at(lived)).content.decode()
    assert karen.post(at(lived, "frisk-start", "slut")).status_code == 403
    me.post(at(lived, "frisk-start", "slut"))
    with as_(lived.citizen):
        assert fresh_since(lived.id) is None


def test_what_a_fresh_start_does_is_easy_to_read():
    assert lix(FRESH_TEXT) <= EASY


def test_a_newcomer_opens_every_page_of_a_course_with_a_line(town, signed_in):
    lived = with_team(town, town.bo)
    wished(lived, "Det gamle ønske")
    accepted(town, lived, town.bo)
    with as_(lived.citizen):
        consent.start_fresh(actor=lived.citizen, course_id=lived.id, since=today())
        consent.allow(
            actor=lived.citizen, course_id=lived.id, recipient=town.vibeke.person_id,
            purpose="Hjælper", how=How.SELF,
        )  # fmt: skip
    vibeke, karen = signed_in(town.vibeke), signed_in(town.karen)
    for page in ("", "plan/", "netvaerk/", "moeder/"):
        answer = vibeke.get(f"/forloeb/{lived.id}/{page}")
        assert answer.status_code == 200, page
        assert "Det gamle ønske" not in answer.content.decode()
    assert "Det gamle ønske" in karen.get(f"/forloeb/{lived.id}/plan/").content.decode()


def test_what_happened_is_read_by_topic_but_no_sign_of_how_she_is(town, signed_in):
    lived = started_course(town)
    with as_(town.karen):
        for kind, needs, words in (
            ("housing_change", ["housing"], "Fik en lejlighed"),
            ("no_show", ["housing"], "Kom ikke til mødet"),
            ("decision", ["housing", "economy"], "Boligstøtte"),
            ("context", [], "Baggrunden"),
        ):
            record_observation(
                actor=town.karen, course_id=lived.id, kind=kind, happened_on=today(),
                source="P3", words=words, needs=needs,
            )  # fmt: skip
    said_yes(lived, consent.Outside(person=town.solveig.person_id))
    page = signed_in(town.solveig).get(f"/delt/{lived.id}/").content.decode()
    assert "Fik en lejlighed" in page
    for other in ("Kom ikke til mødet", "Boligstøtte", "Baggrunden"):
        assert other not in page


def test_minutes_are_read_when_every_theme_is_about_what_was_shared(town, signed_in):
    met = held_meeting(town)
    with as_(town.karen):
        minutes = meetings.make_minutes(actor=town.karen, meeting_id=met.id)
        Theme.objects.filter(meeting_id=met.id).update(need="housing")
    said_yes(met.lived, consent.Outside(person=town.solveig.person_id))
    solveig = signed_in(town.solveig)

    def reads():
        with as_(town.solveig):
            shown = Minutes.objects.filter(course_id=met.course_id).exists()
        page = solveig.get(f"/delt/{met.course_id}/").content.decode()
        assert ("Referater" in page) == shown
        return shown

    assert not reads(), "a draft is nobody's outside"
    with as_(town.karen):
        Minutes.objects.filter(id=minutes).update(state="published", published_at=now())
    assert reads()
    with as_(town.karen):
        first = Theme.objects.filter(meeting_id=met.id).order_by("position").first()
        Theme.objects.filter(id=first.id).update(need="")
    assert not reads(), "a theme about no area makes them the team's alone"
