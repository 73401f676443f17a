"""Pages of the data protection officer, and the citizen's question for a name."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access import models
from landfast.access.actions import To, grant
from landfast.access.looks import overseeing
from landfast.access.looks.looking import open_record
from landfast.access.looks.oversight import questions
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, LookKind, Named, Unusual
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.web.oversight import present
from landfast.web.oversight.present import NOBODY
from tests.factories.courses import started_course
from tests.factories.signs import grounded
from tests.factories.town import as_


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def officer(town, signed_in):
    return signed_in(town.hire("Didde Databeskytter", town.social, "dpo"))


@pytest.fixture
def lived(town):
    """Jytte's course; Karen, and Dorte who leads the unit, have looked."""
    town.hire("Jens Jensen", town.coordination, "coordinator")
    lived = started_course(town)
    with as_(town.karen):
        grant(town.karen, lived.id, [To(CourseRole.SECOND, "Makker", person=town.jens.person_id)])
    for somebody, page in ((town.karen, "Planen"), (town.dorte, "Forløb"), (town.jens, "Planen")):
        with as_(somebody):
            open_record(somebody, lived.id, page)
    return lived


def test_every_ground_and_kind_of_look_has_words_for_the_officer():
    assert set(present.GROUNDS) == set(Ground)
    assert set(present.KINDS) == set(LookKind)
    assert set(present.REASONS) == set(Unusual)


def test_a_search_by_citizen_and_by_employee(town, lived, officer):
    page = text_of(officer.get(reverse("oversight"), {"borger": "jytte", "medarbejder": "karen"}))
    assert "Karen Koordinator" in page
    assert "Jytte Jensen" in page
    assert "Dorte Daglig" not in page
    assert "Er i teamet" in page
    assert re.search(r"\d{4} kl\. \d", page)


def test_several_of_a_name_are_offered_and_nobody_is_said(town, lived, officer):
    started_course(town, "Jytte Berg")
    page = text_of(officer.get(reverse("oversight"), {"borger": "jytte"}))
    assert "Hvem mener du?" in page
    assert f"forloeb={lived.id}" in page
    assert "Ingen med det navn" in text_of(officer.get(reverse("oversight"), {"borger": "Xerxes"}))
    found = officer.get(reverse("oversight"), {"borger": "jytte", "forloeb": str(lived.id)})
    assert "Dorte Daglig" in text_of(found)


def test_days_that_are_none_are_refused_in_the_form(officer):
    response = officer.get(reverse("oversight"), {"fra": "i går"})
    assert response.status_code == 422
    assert "lf-table" not in text_of(response)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"til": "9999-12-31"}, "ligger for langt væk"),
        ({"til": "0001-01-05"}, "ligger for langt væk"),
        ({"fra": "9999-12-31"}, "ligger for langt væk"),
        ({"fra": "2026-02-02", "til": "2026-02-01"}, "kommer efter den første"),
    ],
)  # fmt: skip
def test_days_in_which_nobody_looked_are_told_at_their_field(officer, days, said):
    response = officer.get(reverse("oversight"), days)
    assert (response.status_code, said in text_of(response)) == (422, True)
    for name in ("oversight_csv", "oversight_json"):
        assert officer.get(reverse(name), days).status_code == 422


def test_a_sample_and_the_files(town, lived, officer):
    page = text_of(officer.get(reverse("oversight"), {"tilfaeldige": "1"}))
    assert "Dorte Daglig" in page
    data = json.loads(officer.get(reverse("oversight_json"), {"borger": "jytte"}).content)
    assert {"Karen Koordinator", "Dorte Daglig"} <= {one["person"] for one in data["looks"]}
    sheet = officer.get(reverse("oversight_csv"), {"borger": "jytte"})
    assert sheet["Content-Disposition"] == 'attachment; filename="log.csv"'
    assert "Karen Koordinator" in sheet.content.decode()
    with as_(lived.citizen):
        assert models.Look.objects.filter(what="Udtræk af loggen", scope_id=lived.id).count() == 2


@pytest.mark.parametrize(
    "name", ["oversight", "unusual_looks", "name_questions", "look_naming", "officer_grounds"]
)
def test_who_may_not_oversee_sees_none_of_it(town, signed_in, name):
    assert signed_in(town.lars).get(reverse(name)).status_code == 403


def test_the_officer_fetches_the_assessment_behind_a_ground(town, lived, officer):
    assert "Der er ingen hjemmel" in text_of(officer.get(reverse("officer_grounds")))
    grounded(town)
    page = text_of(officer.get(reverse("officer_grounds")))
    assert "Hjemlen står" in page
    [fetch] = re.findall(r'action="([^"]*konsekvensanalyse[^"]*)"', page)
    got = officer.post(fetch)
    assert (got.status_code, got.content[:5]) == (200, b"%PDF-")


def test_an_unusual_look_is_judged_in_words(town, lived, officer):
    page = text_of(officer.get(reverse("unusual_looks")))
    assert "Har samme efternavn som borgeren." in page
    address = reverse(
        "judge_look",
        args=[town.jens.person_id, today().isoformat(), Unusual.SAME_NAME.value, lived.id],
    )
    assert address in page
    refused = officer.post(address, {"verdict": "follow_up", "words": ""})
    assert refused.status_code == 422
    assert "Skriv, hvad der skal følges op på." in text_of(refused)
    done = officer.post(address, {"verdict": "follow_up", "words": "Spørg Jens"}, follow=True)
    assert "Der skal følges op" in text_of(done)
    assert "Spørg Jens" in text_of(done)


def test_what_is_not_on_the_list_cannot_be_judged(town, lived, officer):
    for day, reason in ((today().isoformat(), "many"), ("2026-99-99", "many"), ("x", "y")):
        address = reverse("judge_look", args=[town.jens.person_id, day, reason, NOBODY])
        assert officer.post(address, {"verdict": "fine"}).status_code == 404


def test_the_citizen_asks_for_a_name_in_one_touch_and_reads_the_answer(
    town, lived, officer, signed_in
):
    mine = signed_in(lived.citizen)
    page = text_of(mine.get(reverse("my_say")))
    assert "Karen Koordinator" in page
    assert "Koordinatorteamet (leder)" in page
    assert "Dorte Daglig</strong> så" not in page
    [asked] = re.findall(r'action="([^"]*/hvem/[^"]*)"', page)
    assert "Du får svar her" in text_of(mine.post(asked, follow=True))
    waiting = text_of(officer.get(reverse("name_questions")))
    assert "Dorte Daglig" in waiting
    with as_(lived.citizen):
        [question] = questions(course=lived.id)
    answer = reverse("answer_name", args=[question.id])
    assert officer.post(answer, {"gives": "no", "words": ""}).status_code == 422
    assert "Nu er der svar" not in text_of(mine.get(reverse("my_course")))
    assert "når den samme kigger igen" in text_of(officer.get(answer))
    officer.post(answer, {"gives": "yes", "words": "Hun leder enheden."})
    assert "Nu er der svar" in text_of(mine.get(reverse("my_course")))
    page = text_of(mine.get(reverse("my_say")))
    assert re.search(
        r"Du bad om navnet på den, der så siden »Forløb« [^<]*\. Det var Dorte Daglig\. Hun", page
    )
    assert page.count("Det var Dorte Daglig") == 1
    assert "Nu er der svar" not in text_of(mine.get(reverse("my_course"))), "she has read it"
    assert officer.get(answer).status_code == 404


@pytest.mark.parametrize("gives", [True, False])
def test_a_name_once_given_stands_by_the_next_look_too(town, lived, signed_in, gives):
    didde = town.hire("Didde Databeskytter", town.social, "dpo")
    with as_(lived.citizen):
        look = models.Look.objects.get(scope_id=lived.id, person_id=town.dorte.person_id)
        overseeing.ask_name(actor=lived.citizen, course_id=lived.id, look_id=look.id)
        [question] = questions(course=lived.id)
    with as_(didde):
        overseeing.answer_name(
            actor=didde, question_id=question.id, gives=gives, words="Hun leder enheden."
        )
    with clock.at(clock.now() + timedelta(hours=3)):
        with as_(town.dorte):
            open_record(town.dorte, lived.id, "Planen")
        mine = signed_in(lived.citizen)
        page = text_of(mine.get(reverse("my_say")))
        assert ("Dorte Daglig (leder)</strong> så siden »Planen«" in page) is gives
        assert ("/hvem/" in page) is not gives, "who was told no may ask about another look"
        told = json.loads(mine.get(reverse("my_record_file", args=[lived.id])).content)
    [log] = [table for table in told["tables"] if table["table"] == "access_look"]
    who = {row["person"] for row in log["rows"] if row["role"] == "lead"}
    assert who == ({str(town.dorte.person_id)} if gives else {None})


def test_the_organisation_sets_whose_names_are_shown(town, lived, officer, signed_in):
    mine = signed_in(lived.citizen)
    officer.post(reverse("look_naming"), {"named": "all"})
    assert "<strong>Dorte Daglig</strong> så" in text_of(mine.get(reverse("my_say")))
    officer.post(reverse("look_naming"), {"named": "nobody"})
    assert "<strong>Karen Koordinator</strong> så" not in text_of(mine.get(reverse("my_say")))


def test_the_file_of_everything_about_me_follows_the_setting(town, lived, signed_in):
    town.hire("Didde Databeskytter", town.social, "dpo")
    with as_(town.didde):
        overseeing.show_names(actor=town.didde, named=Named.NOBODY)
    data = signed_in(lived.citizen).get(reverse("my_record_file", args=[lived.id])).json()
    [log] = [one for one in data["tables"] if one["table"] == "access_look"]
    others = [row for row in log["rows"] if row["role"] != "citizen"]
    assert others
    assert {row["person"] for row in others} == {None}
