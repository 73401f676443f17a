"""Standing meetings in the browser's words, without a browser: what each page shows and keeps."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.circles.queries import cases, points
from landfast.circles.rules.kinds import Kind
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.danish import lix
from tests.factories.circles import ASKED, CASE, WHY, circle, raised, talked_about
from tests.factories.courses import started_course
from tests.factories.town import as_
from tests.web.mine.reading import visible_text


@pytest.fixture
def forum(town):
    return circle(town)


@pytest.fixture
def lived(town):
    return started_course(town)


def body(answer):
    return answer.content.decode()


def test_a_leader_makes_one_and_chooses_who_is_with(town, signed_in):
    lars = signed_in(town.lars)
    said = {
        "kind": "units", "unit": town.coordination, "name": "Udskrivning", "every_weeks": 4,
        "about": "Hvem gør hvad", "weekday": 2, "at_clock": "09:00", "minutes_long": 60,
    }  # fmt: skip
    wrong = lars.post(reverse("begin_circle"), said | {"minutes_long": 2})
    assert wrong.status_code == 422
    assert "mellem 5 og 480" in body(wrong)
    made = lars.post(reverse("begin_circle"), said)
    found = lars.get(made.url + "?q=Anna")
    assert "Tilføj Anna Afsnit fra Afsnit P3" in body(found)
    lars.post(made.url, {"person": town.anna.person_id, "unit": town.ward})
    assert "Anna Afsnit" in body(lars.get(made.url))
    assert "Udskrivning" in body(signed_in(town.anna).get(reverse("circles")))


def test_a_case_from_a_course_is_searched_and_what_was_typed_is_kept(
    town, forum, lived, signed_in
):  # fmt: skip
    karen = signed_in(town.karen)
    url = reverse("raise_course_case", args=[lived.id, forum.id])
    form = body(karen.get(url))
    assert "Jytte" in form
    assert "læser det på sin egen side" not in form, "she has no page: then she is told by somebody"
    said = {
        "raised_from": town.coordination, "text": "Jytte mister sin bolig", "question": ASKED,
        "why": WHY, "presenter": town.karen.person_id, "ground": "anonymous", "told": "talked",
        "told_on": today().isoformat(),
    }  # fmt: skip
    refused = karen.post(url, said)
    assert refused.status_code == 422
    assert "kan pege på borgeren" in body(refused)
    assert "Jytte mister sin bolig" in body(refused)
    both = body(karen.post(url, said | {"question": " ", "why": ""}))
    assert "Hvad vil du have hjælp til? – Her mangler et svar." in both
    assert "Hvorfor her? – Her mangler et svar." in both, "all of it in one round"
    untold = karen.post(url, said | {"text": CASE, "told_on": ""})
    assert "hvilken dag borgeren fik det at vide" in body(untold)
    page = karen.get(karen.post(url, said | {"text": CASE}).url)
    assert "Det handler om dette forløb" in body(page)
    anna = body(signed_in(town.anna).get(reverse("circle", args=[forum.id])))
    assert ASKED in anna
    assert "Jytte" not in anna


def test_she_reads_it_on_her_first_page_says_something_and_can_say_no(
    town, forum, lived, signed_in
):  # fmt: skip
    case = raised(forum, lived)
    forum.plans()
    jytte = signed_in(lived.citizen)
    first = body(jytte.get(reverse("my_course")))
    assert "De ved ikke, at det er dig" in first
    url = reverse("my_case", args=[lived.id, case])
    easy = body(jytte.get(url))
    assert "De bestemmer ikke noget" in easy
    assert lix(visible_text(easy, "Karen", "Koordinator", CASE, ASKED)) <= 35
    named = jytte.post(url, {"text": "Jeg hedder Jytte"})
    assert named.status_code == 422
    jytte.post(url, {"text": "Jeg vil beholde min bolig."})
    sitting = reverse("sitting", args=[forum.plans()])
    anna = signed_in(town.anna)
    seen = body(anna.get(sitting))
    assert "Jeg vil beholde min bolig." in seen
    assert "Læs den højt først" in seen
    no = reverse("refuse_my_case", args=[lived.id, case])
    assert signed_in(town.karen).post(no).status_code == 403
    assert "Du sagde nej" not in body(jytte.get(url))
    jytte.post(no)
    assert "Du sagde nej" in body(jytte.get(url))
    assert ASKED not in body(anna.get(sitting))


def test_the_summary_the_telling_and_what_came_of_it(town, forum, lived, signed_in):
    case, sitting = talked_about(forum, lived)
    assert "Boligen ryger." in body(signed_in(town.anna).get(reverse("sitting", args=[sitting])))
    karen = signed_in(town.karen)
    assert "Fortæl borgeren det" in body(karen.get(reverse("circles")))
    told = {"text": "De foreslår en pause i lejen.", "told": "talked", "told_on": today(),
            "follow_up_on": today() + timedelta(days=7)}  # fmt: skip
    assert karen.post(reverse("tell_of_case", args=[case]), told).status_code == 302
    jytte = signed_in(lived.citizen)
    assert "De foreslår en pause i lejen." in body(
        jytte.get(reverse("my_case", args=[lived.id, case]))
    )
    assert "Du kan læse, hvad de sagde" in body(jytte.get(reverse("my_course")))
    outcome = karen.post(reverse("case_outcome", args=[case]), {"text": "Hun beholdt boligen."})
    assert "Hun beholdt boligen." in body(karen.get(outcome.url))
    with as_(town.karen):
        assert cases.case(case).came_of_it


def test_units_agree_and_the_owner_answers_and_closes(town, signed_in):
    units = circle(town, Kind.UNITS)
    units.plans()
    karen, anna = signed_in(town.karen), signed_in(town.anna)
    said = {"text": "Ringer samme dag", "owner_unit": town.ward, "owner": "",
            "due_on": today() + timedelta(days=14), "follow_up": "Næste møde"}  # fmt: skip
    past = karen.post(reverse("propose_for_unit", args=[units.id]), said | {"due_on": "2020-01-01"})
    assert "Vælg en dag, der ikke er gået" in body(past)
    named = karen.post(
        reverse("propose_for_unit", args=[units.id]), said | {"text": "Ringer om Jytte Jensen"}
    )
    assert "Se på det her" in body(named)
    url = karen.post(reverse("propose_for_unit", args=[units.id]), said).url
    assert "Siger I ja?" not in body(karen.get(url))
    assert "Siger I ja?" in body(anna.get(url))
    anna.post(url, {"says": "agreed", "because": ""})
    why = anna.post(url, {"says": "not_kept", "because": ""})
    assert "Skriv kort hvorfor" in body(why)
    with clock.at(now() + timedelta(days=20)):
        assert "Over dagen" in body(signed_in(town.peter).get(reverse("circles")))
    anna.post(url, {"says": "kept", "because": ""})
    with as_(town.karen):
        assert points.carried_over(units.id) == []


def test_a_board_shows_figures_and_a_meeting_ends(town, signed_in):
    board = circle(town, Kind.BOARD)
    started_course(town)
    sitting = board.plans(now() + timedelta(minutes=5))
    lars = signed_in(town.lars)
    page = body(lars.get(reverse("sitting", args=[sitting])))
    assert "Under 5" in page
    assert "Aflys mødet" in page
    with clock.at(now() + timedelta(minutes=6)):
        asked = body(lars.get(reverse("sitting", args=[sitting])))
        for who in (town.karen, town.solveig, town.anna):
            assert f'name="was_there" value="{who.person_id}"' in asked
        url = reverse("hold_sitting", args=[sitting])
        stranger = lars.post(url, {"was_there": [str(town.bo.person_id)]})
        assert stranger.status_code >= 400
        assert "Vælg kun dem, der sidder" in body(stranger)
        there = {"was_there": [str(one.person_id) for one in (town.solveig, town.anna)]}
        long = lars.post(url, there | {"guests": "a" * 201})
        assert "Kom der andre? – " in body(long)
        assert "a" * 201 in body(long), "what was typed stays"
        came = {"guests": " Tove Tømrer,\n Fjordby Bolig "}
        assert lars.post(url, there | came).status_code == 302
        page = body(lars.get(reverse("sitting", args=[sitting])))
    assert "Mødet er holdt" in page
    assert (
        "Der var: Anna Afsnit, Solveig Sagsbehandler. Gæster: Tove Tømrer, Fjordby Bolig." in page
    )


def test_the_next_day_is_offered_with_who_is_not_at_work(town, forum, signed_in):
    lars = signed_in(town.lars)
    url = reverse("plan_sitting", args=[forum.id])
    assert "Alle er på arbejde" in body(lars.get(url))
    late = lars.post(url, {"starts_at": "2020-01-01T09:00", "place": "Rådhuset"})
    assert "ikke er gået" in body(late)
    sitting = forum.plans()
    file = lars.get(reverse("sitting_calendar", args=[sitting]))
    assert file["Content-Type"].startswith("text/calendar")
    assert b"Samarbejdsforum" not in file.content


def test_who_does_not_sit_there_finds_no_page(town, forum, lived, signed_in):
    case = raised(forum, lived)
    sitting = forum.plans()
    ulla = signed_in(town.hire("Ulla Udenfor", town.intake_elsewhere(), "coordinator"))
    for url in (
        reverse("circle", args=[forum.id]), reverse("sitting", args=[sitting]),
        reverse("circle_case", args=[case]), reverse("sum_case", args=[sitting, case]),
    ):  # fmt: skip
        assert ulla.get(url).status_code == 404
    assert signed_in(lived.citizen).get(reverse("circles")).status_code == 403


@pytest.mark.parametrize(("name", "most"), [("circles", 16), ("circle", 17)])
def test_few_queries(town, forum, lived, signed_in, name, most, django_assert_max_num_queries):
    raised(forum, lived)
    forum.plans()
    client = signed_in(town.karen)
    url = reverse(name, args=[forum.id] if name == "circle" else [])
    client.get(url)
    with django_assert_max_num_queries(most):
        client.get(url)
