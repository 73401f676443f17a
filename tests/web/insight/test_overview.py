"""The leader's pages: names of those without a coordinator, workload, many at once."""

from django.urls import reverse

from landfast.course.queries.holding import who_holds
from landfast.journeys.hand_over import Told
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from tests.factories.courses import assessed_course, started_course
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
    with django_assert_max_num_queries(16):  # eight of the page's own; session, actor, savepoint
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
        assert who_holds(lived.id).is_vacant


def test_a_leader_cannot_open_somebody_of_another_unit(town, browse):
    url = reverse("coordinator_courses", args=[town.bo.person_id])
    assert browse(town.dorte).get(url).status_code == 404
