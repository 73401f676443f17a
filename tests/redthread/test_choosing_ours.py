"""An organisation's own choice reaches the job; signs are sought with a ground and no longer."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from landfast.course.actions.observing import record_observation
from landfast.files.actions import fetch_document
from landfast.journeys.keep_rules import record_ground
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.redthread.actions import choose, withdraw_ground
from landfast.redthread.queries.choosing import grounds_of, settings_of, signs_kept
from landfast.redthread.rules.choosing import FEW
from tests.factories.files import paper, sent
from tests.factories.plan import with_team
from tests.factories.signs import grounded, saw
from tests.factories.town import as_, build_town
from tests.messages.conftest import as_jobs
from tests.own import KEPT
from tests.redthread.test_findings import looked, seen

__all__ = ["as_jobs"]


@pytest.fixture
def house(own_database):
    """A course in a municipality with an administrator; medicine is stopped, a meeting held."""
    return KEPT.stood("medicine is stopped", medicine_is_stopped)


def medicine_is_stopped():
    town = build_town()
    town.hire("Arne Admin", town.coordination, "org_admin")
    town.hire("Rita Region", town.ward, "org_admin")
    lived = with_team(town, town.bo)
    with as_(town.karen):
        for kind in ("medication_stop", "meeting"):
            record_observation(
                actor=town.karen, course_id=lived.id, kind=kind, happened_on=today(),
                source="Borgeren",
            )  # fmt: skip
    return town, lived


def stand(town, course):
    return sorted(one.code for one in seen(town.karen, course.id))


def chosen(town, actor, code, *, is_on=True, **figures):
    with as_(actor):
        choose(
            actor=actor, organisation_id=town.municipality, code=code, is_on=is_on, figures=figures
        )


def test_a_rule_that_is_turned_off_closes_what_it_found_and_every_choice_stands(house, as_jobs):
    town, course = house
    looked(as_jobs)
    assert stand(town, course) == ["RT-13"]
    chosen(town, town.arne, "RT-13", is_on=False)
    looked(as_jobs)
    assert stand(town, course) == []
    with clock.at(now() + timedelta(minutes=1)):
        chosen(town, town.arne, "RT-13")
        chosen(town, town.arne, "RT-13")
        looked(as_jobs)
    assert stand(town, course) == ["RT-13"]
    with as_(town.arne):
        told = [(row.name, row.value, row.by) for row in settings_of(town.municipality)]
    assert told == [("RT-13", 1, "Arne Admin"), ("RT-13", 0, "Arne Admin")]


def test_signs_are_asked_about_while_a_ground_stands_and_close_in_the_act(house, as_jobs):
    town, course = house
    looked(as_jobs)
    assert stand(town, course) == ["RT-13"], "without a ground no sign is looked for"
    grounded(town)
    saw(town.bo, course.id, "benefit")
    with as_(town.arne), pytest.raises(NotNow):
        record_ground(
            actor=town.arne, organisation_id=town.municipality, ground="Lov", document="Sag",
            assessed_by="Os", assessed_on=today(), paper=sent("analyse.pdf", paper()),
        )  # fmt: skip
    looked(as_jobs)
    assert stand(town, course) == ["ED-03", "ED-07", "RT-13"]
    with as_(town.arne):
        withdraw_ground(actor=town.arne, organisation_id=town.municipality)
    assert stand(town, course) == ["RT-13"], "before any job has run"
    looked(as_jobs)
    assert stand(town, course) == ["RT-13"]
    with as_(town.arne), pytest.raises(NotFound):
        withdraw_ground(actor=town.arne, organisation_id=town.municipality)
    grounded(town)
    with as_(town.arne):
        stood = [bool(row.withdrawn_at) for row in grounds_of(town.municipality)]
    assert stood == [False, True]


OURS = {
    "setting": "insert into redthread_setting (id, created_at, organisation_id, name, value,"
    " set_by_id) values (uuidv7(), now(), %(house)s, 'RT-01', 0, %(me)s)",
    "ground": "insert into redthread_signs_ground (id, created_at, organisation_id, ground,"
    " document, assessed_on, assessed_by, recorded_by_id) values (uuidv7(), now(), %(house)s,"
    " 'Lov', 'Sag', current_date, 'Os', %(me)s)",
    "document": "insert into files_document (id, created_at, organisation_id, mime, size, digest,"
    " data, added_by_id) values (uuidv7(), now(), %(house)s, '', 1, '', '', %(me)s)",
    "swapped": "update files_document set data = ''",
    "rewritten": "update redthread_signs_ground set ground = 'Andet'",
}
FIXED = ("rewritten", "swapped")


def may(actor, town, what):
    try:
        with as_(actor), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(OURS[what], {"house": town.municipality, "me": actor.person_id})
            return True
    except ProgrammingError:
        return False


def test_the_assessment_is_read_by_who_keeps_the_rules_and_each_fetch_is_told(house):
    town, _course = house
    grounded(town)
    with as_(town.arne):
        [row] = grounds_of(town.municipality)
        assert fetch_document(actor=town.arne, document_id=row.paper_id).data.startswith(b"%PDF-")
    dina = town.hire("Dina Data", town.coordination, "dpo")
    with as_(dina):
        assert fetch_document(actor=dina, document_id=row.paper_id).data.startswith(b"%PDF-")
    other = town.hire("Olga Officer", town.ward, "dpo")
    for actor in (town.karen, town.rita, town.lars, other):
        with as_(actor), pytest.raises(NotFound):
            fetch_document(actor=actor, document_id=row.paper_id)


def test_how_many_signs_go_with_the_ground_is_told_to_its_keeper_and_few_are_not_counted(house):
    town, course = house
    grounded(town)
    told = []
    for _sign in range(6):
        with as_(town.arne):
            told.append(signs_kept(town.municipality))
        saw(town.bo, course.id, "benefit")
    assert told == [0, FEW, FEW, FEW, FEW, 5]
    for actor in (town.karen, town.rita):
        with as_(actor):
            assert signs_kept(town.municipality) == 0


def test_only_the_houses_own_administrator_chooses(house):
    town, _course = house
    for actor in (town.karen, town.lars, town.rita):
        with as_(actor), pytest.raises(NotAllowed):
            choose(
                actor=actor, organisation_id=town.municipality, code="RT-01", is_on=False,
                figures={},
            )  # fmt: skip
        assert [may(actor, town, what) for what in OURS if what not in FIXED] == [False] * 3
    assert may(town.arne, town, "setting")
    assert may(town.arne, town, "ground")
    assert may(town.arne, town, "document")
    assert not any(may(town.arne, town, what) for what in FIXED), "what was recorded is fixed"
