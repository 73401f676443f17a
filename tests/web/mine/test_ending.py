"""When a course has ended as planned, the citizen reads how, and how to come back."""

from datetime import timedelta

from django.urls import reverse

from landfast.access.actor import Actor
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import PersonKind
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import as_, leaves


def test_the_citizen_reads_what_was_done_and_who_carries_on(town, signed_in):
    # given a course that ended as planned
    lived = started_course(town)
    karen = signed_in(town.karen)
    for page, said in (
        ("activate_course", {}),
        ("begin_closing", {"reason": "Målene er nået"}),
        ("close_course", {"done": "Bolig", "not_done": "Gælden", "who_carries_on": "Bo kommer",
                          "way_back": "Ring til os", "talk_declined": "on"}),
    ):  # fmt: skip
        assert karen.post(reverse(page, args=[lived.id]), said).status_code == 302
    # when she opens her page, then all of it stands there, with the way back on top
    text = signed_in(lived.citizen).get("/mit/").content.decode()
    for words in ("Det nåede vi", "Gælden", "Bo kommer", "Ring til os", "Begynd igen"):
        assert words in text


def test_the_plan_of_an_ended_course_can_be_read_and_asks_for_nothing(town, signed_in):
    lived = started_course(town)
    wished(lived)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    hers = signed_in(lived.citizen)
    assert "Ring til min koordinator" not in hers.get("/mit/").content.decode()
    html = hers.get(reverse("my_plan")).content.decode().replace("\xa0", " ")
    assert "Ring til Koordinatorteamet: 70 10 20 30" in html, "whom she can ring now"
    assert "Her står planen, som den var." in html
    assert "Skriv et ønske" not in html
    assert "Ret ønsket" not in html


NOBODY, UNIT = "Ring til min koordinator", "Ring til Koordinatorteamet: 70 10 20 30"


def foot(client, path):
    html = client.get(path).content.decode().replace("\xa0", " ")
    return html.partition("<footer")[2]


def test_no_page_promises_a_coordinator_to_who_has_none(town, signed_in):
    """Also pages that know no course of hers, and those that say that something is not there."""
    lived = started_course(town)
    me = signed_in(lived.citizen)
    paths = [reverse(name) for name in ("notices", "offers", "my_sessions", "my_notes", "my_card")]
    paths += ["/mit/findes-ikke/", reverse("sharing", args=[lived.id])]
    for path in paths:
        assert NOBODY in foot(me, path), path
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    for path in paths:
        assert UNIT in foot(me, path), path
        assert NOBODY not in foot(me, path), path
    leaves(town.dorte, today() - timedelta(days=1))
    with as_(lived.citizen):  # nobody leads the unit, so nobody covers
        reopen_course(actor=lived.citizen, course_id=lived.id)
    for path in ["/mit/", *paths]:
        assert UNIT in foot(me, path), path
        assert NOBODY not in foot(me, path), path


def test_who_has_no_course_is_led_to_whom_to_ring(town, signed_in):
    with as_(town.karen):
        alone = Actor(people.add_person(kind=PersonKind.CITIZEN), PersonKind.CITIZEN)
    me = signed_in(alone)
    assert NOBODY not in foot(me, "/mit/")
    assert "Hvem kan jeg ringe til?" in foot(me, reverse("notices"))
