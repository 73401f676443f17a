"""Who is the coordinator? Asked by a ward's own system, for the nurse who sits at it (B5)."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator

from landfast.access.actor import SYSTEM
from landfast.access.looks.told import looks
from landfast.access.queries import events
from landfast.access.session import acting
from landfast.course.rules.lookup import PAGE, TRIES_AN_HOUR, LookupGround
from landfast.interop.lookup.described import DESCRIPTION, LARGEST, schema
from landfast.journeys import let_systems_ask as systems
from landfast.journeys.find_coordinator import find_coordinator
from landfast.journeys.run_organisation import close_login
from landfast.kernel.clock import at, now
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.kernel.sealed import marks
from landfast.login import models
from landfast.login.actions.machines import digest_of
from landfast.login.queries.machines import Said, who_asks
from landfast.login.rules.machines import ASKS_AN_HOUR
from landfast.people import actions as hiring
from landfast.people import queries as people
from landfast.people.models import Account
from landfast.people.rules import OrganisationKind
from tests.factories.emergencies import CPR, known_course
from tests.factories.systems import administrators, asked_key, known_as, system_that_asks
from tests.factories.town import WORKDAYS, as_, leaves

QUESTION = {"employee": "afs-1", "ground": "admitted", "cpr": CPR}


@pytest.fixture
def lived(town):
    return known_course(town)


@pytest.fixture
def key(town, lived):
    return system_that_asks(town)


def asks(key, status=200, **question):
    """The answer, which is as it is described."""
    answer = Client().post(
        reverse("machine_lookup"), json.dumps(QUESTION | question), "application/json",
        headers={"Authorization": f"Bearer {key}"} if key else {},
    )  # fmt: skip
    told = answer.json()
    Draft202012Validator(schema("Answer" if answer.status_code == 200 else "Problem")).validate(
        told
    )
    assert (answer.status_code, told.get("code")) == (status, told.get("code"))
    assert str(status) in DESCRIPTION["paths"][reverse("machine_lookup")]["post"]["responses"]
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    return told


def test_it_is_told_whom_to_ring_and_the_look_is_the_nurses(town, lived, key):
    told = asks(key)
    assert told["found"]
    assert told["coordinator"] == {"name": "Karen Koordinator", "phone": "20 30 40 50"}
    assert (told["is_cover"], told["front_doors"]) == (False, [])
    assert "Jytte" not in json.dumps(told)
    with as_(lived.citizen):
        [look] = [row for row in looks(lived.id) if row.what == PAGE]
        assert events(lived.id)[0].kind == "coordinator.looked_up"
    assert look.allowed
    assert look.who == "Anna Afsnit"


def test_without_a_ground_it_is_told_where_to_ring_and_nobody_is_looked_for(town, lived, key):
    told = asks(key, ground=None, status=422)
    assert told["code"] == "no_question"
    answer = Client().post(
        reverse("machine_lookup"), json.dumps({"employee": "AFS-1"}), "application/json",
        headers={"Authorization": f"Bearer {key}"},
    ).json()  # fmt: skip
    assert not answer["found"]
    assert {"Koordinatorteamet"} == {one["unit"] for one in answer["front_doors"]}
    assert asks(key, cpr="0202801234") == answer, "nobody found is told as no ground"
    with as_(lived.citizen):
        assert [row for row in looks(lived.id) if row.what == PAGE] == []


@pytest.mark.parametrize(
    ("status", "code", "asked"),
    [
        (401, "no_key", {"key": "lf_guessed"}),
        (401, "no_key", {"key": ""}),
        (403, "unknown_employee", {"employee": "somebody"}),
        (422, "not_your_ground", {"ground": "probation"}),
        (422, "no_question", {"ground": "curious"}),
        (422, "no_question", {"cpr": "12"}),
        (422, "cpr_no_such_date", {"cpr": "991399-1234"}),
        (422, "no_question", {"more": "fields"}),
    ],
)  # fmt: skip
def test_what_it_is_not_answered_for(key, status, code, asked):
    assert asks(asked.pop("key", key), status, **asked)["code"] == code


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, b"cpr=1", "application/json"), (400, b"\xff", "application/json"),
        (400, b"[" * 1500, "application/json"), (413, b" " * (LARGEST + 1), "application/json"),
        (415, b"{}", "text/plain"), (422, b"[]", "application/json"),
    ],
)  # fmt: skip
def test_what_is_no_question_breaks_nothing(key, status, body, kind):
    answer = Client().post(
        reverse("machine_lookup"), body, kind, headers={"Authorization": f"Bearer {key}"}
    )
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def test_who_guesses_numbers_waits_and_the_attempt_is_hers(town, lived, key):
    for _ in range(TRIES_AN_HOUR):
        assert not asks(key, cpr="0202801234")["found"]
    assert asks(key, 429)["code"] == "too_many_lookups"


def test_a_key_answers_as_often_an_hour_as_the_rule_says(town, lived, key):
    assert who_asks(digest_of(key), "afs-1").said is Said.KNOWN
    for _ in range(ASKS_AN_HOUR - 1):
        assert who_asks(digest_of(key), "nobody").said is Said.NOBODY
    assert asks(key, 429)["code"] == "too_many_asked"
    with at(now() + timedelta(hours=1, minutes=1)):
        assert who_asks(digest_of(key), "afs-1").said is Said.WAIT, "no stranger moves the clock"


def test_a_key_counts_from_the_second_yes_to_its_end(town, lived):
    administrators(town)
    known_as(town, "AFS-1")
    secret = asked_key(town)
    assert asks(secret, 401)
    with as_(town.olga):
        [mine] = systems.see_keys(town.olga)[0]
        assert (mine.may_agree, mine.seconds) == (False, ["Oskar Øst"])
        with pytest.raises(NotNow, match="own_key"):
            systems.agree_key(actor=town.olga, key_id=mine.row.id)
    for actor in (town.dorte, town.anna):
        with as_(actor), pytest.raises(NotFound):
            systems.agree_key(actor=actor, key_id=mine.row.id)
    with as_(town.oskar):
        systems.agree_key(actor=town.oskar, key_id=mine.row.id)
    assert asks(secret)["found"]
    with as_(town.olga):
        systems.end_key(actor=town.olga, key_id=mine.row.id)
    assert asks(secret, 401)


def test_a_system_asks_for_those_below_its_unit_while_they_work_there(town, lived, key):
    town.hire("Rita Retspsykiater", town.social, "psychiatrist")
    assert asks(key)["found"]
    leaves(town.anna, now().date() - timedelta(days=1))
    assert asks(key, 403)["code"] == "unknown_employee"
    with as_(town.olga), pytest.raises(NotAllowed):
        systems.make_key(
            actor=town.olga, unit_id=town.social, name="x", last_day=now().date()
        )  # fmt: skip


def test_whose_login_was_closed_is_asked_for_no_more(town, lived, key):
    with as_(town.anna):
        Account(person_id=town.anna.person_id, username="anna").save(force_insert=True)
    assert asks(key)["found"]
    with as_(town.olga):
        [job] = people.employments(person_id=town.anna.person_id)
        close_login(actor=town.olga, employment_id=job.id)
    assert asks(key, 403)["code"] == "unknown_employee"


def test_what_she_is_elsewhere_is_no_ground_of_the_wards_system(town, lived, key):
    with as_(town.anna):
        [ward] = people.employments(person_id=town.anna.person_id)
    with as_(SYSTEM):
        state = hiring.add_organisation(name="Staten", kind=OrganisationKind.STATE)
        office = hiring.add_unit(organisation_id=state, name="Tilsynet")
        hiring.employ(
            person_id=town.anna.person_id, unit_id=office, role="probation",
            starts_on=ward.starts_on + timedelta(days=1), hours=WORKDAYS,
        )  # fmt: skip
    assert asks(key, 422, ground="probation")["code"] == "not_your_ground"
    assert asks(key)["found"]
    with as_(town.anna):
        with connection.cursor() as cursor:
            cursor.execute(
                "select said from course_find_coordinator(%s::text[], 'probation', %s::uuid[])",
                [marks(CPR), [ward.id]],
            )
            assert cursor.fetchone() == ("nobody",)
        assert find_coordinator(actor=town.anna, cpr=CPR, ground=LookupGround.PROBATION)


def test_a_key_that_has_ended_stays_so(town, lived, key):
    with as_(town.olga):
        with pytest.raises(DatabaseError), transaction.atomic():
            models.MachineKey.objects.update(ended_at=None)
        [mine] = systems.see_keys(town.olga)[0]
        systems.end_key(actor=town.olga, key_id=mine.row.id)
        assert models.MachineKey.objects.update(ended_at=None) == 0
    asks(key, 401)


def test_an_id_is_one_employees(town, lived, key):
    town.hire("Ask Anden", town.ward, "ward_staff")
    with as_(town.olga):
        [job] = people.employments(person_id=town.ask.person_id)
        with pytest.raises(Wrong, match="known_as_taken"):
            systems.set_known_as(actor=town.olga, employment_id=job.id, known_as=" Afs-1")
    known_as(town, "")
    assert asks(key, 403)["code"] == "unknown_employee"


def test_nobody_reads_a_digest_or_says_a_yes_with_the_applications_own_sql(town, lived, key):
    for actor in (town.olga, town.anna, None):
        with acting(actor), pytest.raises(DatabaseError), transaction.atomic():
            models.MachineKey.objects.values_list("digest", flat=True).get()
        with acting(actor), pytest.raises(DatabaseError), transaction.atomic():
            models.MachineKey.objects.update(agreed_by_id=town.anna.person_id)
    for actor in (town.anna, town.karen, None):
        with acting(actor):
            assert not models.MachineKey.objects.defer("digest").exists()
            assert not models.KnownAs.objects.exists()


@pytest.mark.django_db
def test_the_description_knows_the_grounds_of_the_rule():
    described = DESCRIPTION["components"]["schemas"]["Question"]["properties"]["ground"]["enum"]
    assert described == [one.value for one in LookupGround]
    assert list(DESCRIPTION["paths"]) == [reverse("machine_lookup")]
    assert Client().get(reverse("machine_description")).json() == DESCRIPTION


@pytest.mark.parametrize("named", ["\x00", "afs-1\n", "afs\ud800"])
def test_a_name_with_signs_that_stand_in_no_text_is_no_question(key, named):
    asks(key, 422, employee=named)
