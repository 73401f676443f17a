"""Andre planer: listed with whose they are, and what does not fit is shown with both sources.

(What is read as text has no names of days.)
"""

import re

import pytest
from django.urls import reverse

from landfast.plan.actions import elsewhere as actions
from landfast.plan.queries.elsewhere import other_plans
from tests.factories.plan import with_team
from tests.factories.town import as_
from tests.web.mine.reading import visible_text


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def text(response):
    return re.sub(r"\s+", " ", visible_text(response.content.decode()))


def at(name, lived, *more):
    return reverse(name, args=[lived.id, *more])


JOB = {"kind": "my_plan", "owner": "Jobcentret, Grete", "phone": "70 11 22 33",
       "review_on": "2030-02-01"}  # fmt: skip
WARD = {"kind": "discharge", "owner": "Afsnit P2", "parties": "Afsnit P2, kommunen, Bo"}


def noted(client, lived, **said):
    assert client.post(at("note_plan", lived), said).status_code == 302
    with as_(lived.citizen):
        return other_plans(lived.id).running[-1].id


def demanded(client, lived, plan, **said):
    return client.post(at("note_demand", lived, plan), said)


def test_two_plans_that_want_her_on_the_same_morning_are_shown_with_both_sources(
    town, lived, signed_in
):
    karen, bo = signed_in(town.karen), signed_in(town.bo)
    job = noted(karen, lived, **JOB)
    ward = noted(bo, lived, **WARD)
    asked = {"kind": "come", "words": "Samtale", "weekday": "0", "begins": "10:00"}
    assert demanded(karen, lived, job, **asked).status_code == 302
    assert "To krav passer ikke sammen" not in text(karen.get(at("other_plans", lived)))
    asked |= {"words": "Medicin", "begins": "09:30", "ends": "10:30"}
    assert demanded(bo, lived, ward, **asked).status_code == 302
    shown = text(karen.get(at("other_plans", lived)))
    for words in (
        "To krav passer ikke sammen", "De er på samme tid.",
        "Møde op: Samtale (hver kl. 10)", "Min plan fra jobcentret, Jobcentret, Grete",
        "Møde op: Medicin (hver kl. 9.30–10.30)", "Udskrivningsaftale, Afsnit P2",
        "Foreslå en aftale", "Psykiatriloven § 13 a", "Afsnit P2, kommunen, Bo",
    ):  # fmt: skip
        assert words in shown
    hers = text(signed_in(lived.citizen).get(at("other_plans", lived)))
    assert "Det er ikke dig, der skal løse det." in hers
    assert "Foreslå en aftale" not in hers


def test_what_is_over_is_asked_no_more(town, lived, signed_in):
    karen = signed_in(town.karen)
    plan = noted(karen, lived, **JOB)
    demanded(karen, lived, plan, kind="rest", words="Hvile")
    with as_(lived.citizen):
        [row] = other_plans(lived.id).running
    assert karen.post(at("end_demand", lived, row.demands[0].id)).status_code == 302
    assert karen.post(at("end_demand", lived, row.demands[0].id)).status_code == 404
    assert "Hvile" not in text(karen.get(at("other_plans", lived)))
    assert karen.post(at("end_plan", lived, plan)).status_code == 302
    assert "Planer, der er slut" in text(karen.get(at("other_plans", lived)))
    assert karen.get(at("correct_plan", lived, plan)).status_code == 404


def test_what_stands_is_put_right(town, lived, signed_in):
    karen = signed_in(town.karen)
    plan = noted(karen, lived, **JOB)
    page = karen.get(at("correct_plan", lived, plan)).content.decode()
    assert 'value="Jobcentret, Grete"' in page
    changed = JOB | {"owner": "Jobcentret, Hans"}
    assert karen.post(at("correct_plan", lived, plan), changed).status_code == 302
    assert "Jobcentret, Hans" in text(karen.get(at("other_plans", lived)))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (WARD | {"parties": ""}, "Skriv, hvem den er aftalt mellem."),
        (JOB | {"owner": " "}, "Skriv, hvem der har lavet planen."),
        (JOB | {"starts_on": "2030-03-01", "ends_on": "2030-02-01"}, "slutter, før den begynder"),
        (WARD | {"kind": "coordination"}, "Skriv, hvornår borgeren blev spurgt."),
        (JOB | {"review_on": "31-02-2030"}, "Skriv datoen som dag, måned og år"),
    ],
)
def test_bad_input_is_answered_at_the_field_and_nothing_is_lost(
    town, lived, signed_in, said, words
):
    answer = signed_in(town.karen).post(at("note_plan", lived), said)
    assert answer.status_code == 422
    assert words in text(answer)
    assert said["owner"] in answer.content.decode()
    with as_(lived.citizen):
        assert not other_plans(lived.id).running


def test_only_the_team_and_she_read_and_write_them(town, lived, signed_in):
    plan = noted(signed_in(town.karen), lived, **JOB)
    stranger = signed_in(town.vibeke)
    assert stranger.get(at("other_plans", lived)).status_code == 404
    assert demanded(stranger, lived, plan, kind="rest", words="Hvile").status_code == 404
    assert demanded(signed_in(lived.citizen), lived, plan, kind="rest", words="Hvile").status_code
    with as_(lived.citizen):
        [row] = other_plans(lived.id).running
        assert [one.words for one in row.demands] == ["Hvile"]
        actions.end_plan(actor=lived.citizen, course_id=lived.id, plan_id=plan)


def test_the_page_costs_few_queries(town, lived, signed_in, django_assert_max_num_queries):
    karen = signed_in(town.karen)
    for _ in range(3):
        plan = noted(karen, lived, **JOB)
        demanded(karen, lived, plan, kind="come", words="Samtale")
    karen.get(at("other_plans", lived))
    with django_assert_max_num_queries(16):
        karen.get(at("other_plans", lived))
