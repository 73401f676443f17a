"""Mine folk: who, for what, since when, what they can decide, when they are there (B2)."""

from datetime import time

import pytest

from landfast.course.actions.coordinator import name_second
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import today
from landfast.network import actions as network
from landfast.network.rules import Closeness, Sphere
from landfast.people.rules import Hours
from landfast.web.mine.helpers_present import hours_in_words
from landfast.web.spoken import as_known
from tests.factories.courses import started_course
from tests.factories.lived import lived_course
from tests.factories.network import in_the_team
from tests.factories.plan import wished
from tests.factories.town import as_


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ([(0, 8, 15), (1, 8, 15), (2, 8, 15)], "mandag til onsdag kl. 8 til 15"),
        ([(4, 8, 12), (0, 8, 15), (1, 8, 15)],
         "mandag og tirsdag kl. 8 til 15, fredag kl. 8 til 12"),
    ],
)  # fmt: skip
def test_hours_are_said_as_people_say_them(hours, said):
    rows = [Hours(weekday, time(opens), time(closes)) for weekday, opens, closes in hours]
    assert hours_in_words(rows) == said


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [(range(7), "døgnet rundt"), ([5, 6], "lørdag og søndag hele døgnet")],
)
def test_who_is_always_there_is_not_said_to_go_home_at_midnight(weekdays, said):
    rows = [Hours(weekday, time(0), time(23, 59)) for weekday in weekdays]
    assert hours_in_words(rows) == said


def test_each_helper_says_what_for_since_when_and_when_to_ring(town, signed_in):
    lived = started_course(town)
    bo = in_the_team(lived, town.bo, by=town.karen)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        network.change_member(
            actor=town.karen, course_id=lived.id, member_id=bo, helps_with="Hjælper med posten",
            mandate="to timer om ugen", call_when="når der kommer et brev",
            sphere=Sphere.SOCIAL, closeness=Closeness.NEAR,
        )  # fmt: skip
    html = signed_in(lived.citizen).get("/mit/folk/").content.decode()
    for words in (
        "Hjælper med posten", f"Med siden {as_known(today(), 'month')}.",
        "Kan selv sige ja til: to timer om ugen.", "Ring til mig: når der kommer et brev.",
        "Ellers ring til Mads",
    ):  # fmt: skip
        assert words in html


def test_those_who_helped_are_not_said_to_help_after_the_end(town, signed_in):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    html = signed_in(lived.citizen).get("/mit/folk/").content.decode()
    assert "Dem, der hjalp mig" in html
    assert "Dem, der hjælper mig" not in html
    assert "Er der mandag" not in html
    assert ". Kan ikke læse med." in html


def test_who_is_good_to_have_stands_folded_with_its_reason(town, signed_in):
    lived = started_course(town)
    wished(lived)
    in_the_team(lived, town.bo, by=town.karen)
    html = signed_in(lived.citizen).get("/mit/folk/").content.decode()
    assert "Se, hvem der også kunne være med" in html
    assert "De kan tit hjælpe med netop det." in html


def test_mine_folk_takes_few_queries(town, signed_in, django_assert_max_num_queries):
    me = signed_in(lived_course(town).citizen)
    me.get("/mit/folk/")
    with django_assert_max_num_queries(30):
        me.get("/mit/folk/")
