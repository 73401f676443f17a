"""The leader's pages: names of those without a coordinator, workload, many at once."""

import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from landfast.access.actor import SYSTEM
from landfast.course.queries.holding import answers_now, holders
from landfast.course.rules.ending import ClosingFacts
from landfast.course.rules.words import Outcome
from landfast.journeys.close_course import begin_closing, close_course
from landfast.journeys.hand_over import Told
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.reopen_course import reopen_course
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK
from landfast.people import actions as people
from landfast.people import queries as people_queries
from landfast.people.rules import LeaveKind, PersonKind
from tests.factories.courses import assessed_course, started_course
from tests.factories.referrals import decided
from tests.factories.town import as_


def test_the_overview_names_those_without_a_coordinator(town, browse):
    started_course(town, "Anna Ask")
    lived = started_course(town, "Bent Berg", by=town.mads)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.mads.person_id, loss=Loss.LEAVE)
    text = browse(town.dorte).get(reverse("overview")).content.decode()
    assert "Bent Berg er uden koordinator." in text
    assert "Dorte Daglig" in text
    assert "2 åbne forløb i dine enheder" in text
    assert "Anna Ask" not in text
    page = browse(town.dorte).get(reverse("course", args=[lived.id])).content.decode()
    assert "Ledig: der er ingen koordinator lige nu" in page
    assert "lf-mark-missing" in page


def test_who_has_nobody_comes_before_who_is_rung_meanwhile(town, browse):
    decided(town, Outcome.WAITING)
    lived = started_course(town, "Bent Berg")
    with as_(town.karen):
        begin_closing(actor=town.karen, course_id=lived.id, reason="Det går")
        close_course(
            actor=town.karen, course_id=lived.id,
            facts=ClosingFacts("Bolig", "", "Bo", "Ring", talk_declined=True),
        )  # fmt: skip
    with as_(lived.citizen):
        reopen_course(actor=lived.citizen, course_id=lived.id)
    for leader, rings in (
        (town.dorte, f"{town.karen.name} ringer imens"),
        (town.lars, "En kollega ringer imens"),
    ):
        text = browse(leader).get(reverse("overview")).content.decode()
        assert "2 borgere er uden koordinator. Ingen dækker for Bent Berg." in text
        assert rings in text
        assert text.count("Ingen endnu") == 1


def test_only_leaders_have_an_overview(town, browse):
    assert browse(town.karen).get(reverse("overview")).status_code == 403
    assert browse(town.lars).get(reverse("overview")).status_code == 200


def test_the_overview_asks_the_same_few_questions_for_any_number(
    town, browse, django_assert_max_num_queries
):
    for n in range(6):
        started_course(town, f"Borger {n}", by=(town.karen, town.mads, town.nina)[n % 3])
    assessed_course(town)
    client = browse(town.dorte)
    with django_assert_max_num_queries(17):  # eight of the page's own; session, actor, savepoint
        client.get(reverse("overview"))


def test_many_are_handed_over_and_each_result_is_told(town, browse):
    first, second = started_course(town, "Anna Ask"), started_course(town, "Bent Berg")
    client = browse(town.dorte)
    url = reverse("coordinator_courses", args=[town.karen.person_id])
    assert "Anna Ask" in client.get(url).content.decode()
    none = client.post(url, {"person": town.mads.person_id, "reason": "Barsel"})
    assert none.status_code == 422
    sent = client.post(
        url,
        {"courses": [first.id, second.id], "person": town.mads.person_id, "reason": "Barsel"},
    )
    text = sent.content.decode()
    assert text.count("state-kept") == 2
    assert "Anna Ask: Mads Makker er spurgt" in text


def test_what_was_typed_stays_for_those_nobody_was_asked_about(town, browse, monkeypatch):
    first, second = started_course(town, "Anna Ask"), started_course(town, "Bent Berg")
    told = [Told(first.id, "Anna Ask"), Told(second.id, "Bent Berg", "Mads Makker har ikke plads.")]
    monkeypatch.setattr("landfast.web.insight.views.offer_many", lambda **_: told)
    url = reverse("coordinator_courses", args=[town.karen.person_id])
    sent = browse(town.dorte).post(
        url,
        {"courses": [first.id, second.id], "person": town.mads.person_id, "reason": "Barsel"},
    )
    text = sent.content.decode()
    assert 'value="Barsel"' in text
    assert f'value="{second.id}" checked' in text
    assert f'value="{first.id}" checked' not in text


@pytest.mark.parametrize(
    ("at", "karen"),
    [
        (datetime(2026, 11, 25, 10, tzinfo=DENMARK), "På arbejde"),
        (datetime(2026, 11, 25, 19, tzinfo=DENMARK), "Har fri nu"),
        (datetime(2026, 11, 28, 10, tzinfo=DENMARK), "Har fri nu"),
    ],
)
def test_who_is_there_and_who_answers_are_one_truth(town, browse, at, karen):
    with clock.at(at):
        lived = started_course(town)
        with as_(town.dorte):
            people.note_leave(
                person_id=town.nina.person_id, starts_on=at.date(), ends_on=None,
                kind=LeaveKind.PLANNED,
            )  # fmt: skip
            answers = answers_now(holders(lived.id), at)
        said = _there(browse(town.dorte).get(reverse("overview")).content.decode())
    assert said["Karen Koordinator"] == karen
    assert said["Nina Ny"] == "Væk"
    is_there = answers is not None and answers.name == "Karen Koordinator"
    assert is_there is (karen == "På arbejde")


def test_without_noted_hours_nobody_is_said_to_be_there(town, browse):
    started_course(town)
    with as_(town.mads):
        [job] = people_queries.employments(person_id=town.mads.person_id)
        [desk] = [
            one for one in people_queries.desks([job.unit_id]) if one.row.person.id == job.person.id
        ]
        people.set_hours(employment_id=desk.id, hours=[])
    said = _there(browse(town.dorte).get(reverse("overview")).content.decode())
    assert said["Mads Makker"] == "Ingen arbejdstid skrevet"


def _there(page):
    """Who is where, by the words of the table."""
    rows = re.findall(r'<tr><th scope="row"><a [^>]*>([^<]+)</a></th>(.*?)</tr>', page)
    return {name: re.sub(r".*</svg>|</span></td>$", "", cells) for name, cells in rows}


def test_one_who_is_away_is_not_offered(town, browse):
    started_course(town)
    url = reverse("coordinator_courses", args=[town.karen.person_id])
    assert "Mads Makker (har" in browse(town.dorte).get(url).content.decode()
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.mads.person_id, loss=Loss.LEAVE)
    assert "Mads Makker (har" not in browse(town.dorte).get(url).content.decode()


def test_a_lost_coordinator_is_covered_by_one_page(town, browse):
    lived = started_course(town)
    client = browse(town.dorte)
    url = reverse("lose_coordinator", args=[town.karen.person_id])
    assert client.get(url).status_code == 200
    assert client.post(url, {"loss": "leave"}).status_code == 302
    with as_(lived.citizen):
        assert holders(lived.id).is_cover


def test_who_covers_and_has_no_number_gets_no_button_that_rings_nobody(town, browse):
    lived = started_course(town)
    with as_(SYSTEM):
        else_ = people.add_person(kind=PersonKind.STAFF, name="Else Daglig")
        people.employ(
            person_id=else_, unit_id=town.coordination, role="daily_leader",
            starts_on=clock.today(),
        )  # fmt: skip
    with as_(town.dorte):
        people.note_leave(
            person_id=town.dorte.person_id, starts_on=clock.today(), ends_on=None,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    with as_(town.lars):
        lose_coordinator(actor=town.lars, person_id=town.karen.person_id, loss=Loss.LEAVE)
    page = browse(town.lars).get(reverse("course", args=[lived.id])).content.decode()
    assert "Else Daglig dækker, til der er en ny." in page
    assert 'href="tel:"' not in page


def test_a_last_day_away_that_has_gone_is_told_at_its_field(town, browse):
    lived = started_course(town)
    url = reverse("lose_coordinator", args=[town.karen.person_id])
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    answer = browse(town.dorte).post(url, {"loss": "leave", "ends_on": yesterday})
    assert answer.status_code == 422
    assert 'aria-describedby="id_ends_on_helptext id_ends_on_error"' in answer.content.decode()
    with as_(lived.citizen):
        assert not holders(lived.id).is_cover


def test_a_leader_cannot_open_somebody_of_another_unit(town, browse):
    url = reverse("coordinator_courses", args=[town.bo.person_id])
    assert browse(town.dorte).get(url).status_code == 404


def test_one_s_own_page_has_no_button_for_being_away_oneself(town, browse):
    started_course(town)
    with as_(SYSTEM):
        people.employ(
            person_id=town.karen.person_id, unit_id=town.coordination, role="daily_leader",
            starts_on=clock.today(),
        )  # fmt: skip
    address = reverse("coordinator_courses", args=[town.karen.person_id])
    ways = [
        reverse(name, args=[town.karen.person_id]) for name in ("lose_coordinator", "cover_absence")
    ]
    hers, another = (browse(one).get(address).content.decode() for one in (town.karen, town.dorte))
    assert all(way in another and way not in hers for way in ways)
