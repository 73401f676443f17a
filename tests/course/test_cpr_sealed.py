"""A CPR number lies sealed, is met again by its mark, and follows when the keys are turned.

How it came to lie sealed is tried where earlier databases are: tests/jobs/test_upgrade.py.
"""

import pytest
from django.db import IntegrityError, connection, transaction

from landfast.course import models
from landfast.course.rules.referral import Whom
from landfast.jobs import cli
from landfast.journeys.take_referral import take_referral
from landfast.kernel import resealing
from landfast.kernel.sealed import mark, marks, opened, sealed
from tests.factories.courses import assessed_course
from tests.factories.referrals import citizen_of, referred, taken
from tests.factories.shipped import load_shipped
from tests.factories.town import as_
from tests.own import settled

CPR = "6101709999"
JYTTE = Whom("Jytte Jensen", "22334455", "610170-9999")
NEW = "en ny lang tilfældig tekst, som ingen har set før"


@pytest.fixture
def lived_town(own_database):
    load_shipped()
    return settled()


@pytest.fixture
def new_key(settings):
    """The operator puts a new key first."""
    old = list(settings.LANDFAST_SEALING_KEYS)
    settings.LANDFAST_SEALING_KEYS = [NEW, *old]
    return old


def citizen(town):
    with as_(town.dorte):
        return models.Citizen.objects.get()


def met_again(town):
    receipt = referred(town, whom=JYTTE)
    with as_(town.mads):
        return take_referral(actor=town.mads, referral_id=receipt.id).had_one


def test_it_lies_sealed_with_a_mark_and_opens_with_the_key(town):
    taken(town, whom=JYTTE)
    row = citizen(town)
    assert CPR not in row.cpr
    assert opened(row.cpr) == CPR
    assert row.cpr_mark == mark(CPR) != mark("6101709998")
    with as_(town.bo):
        told = models.Referral.objects.get()
    assert (opened(told.citizen_cpr), told.citizen_cpr_mark) == (CPR, row.cpr_mark)
    assert told.citizen_cpr != row.cpr  # the same number never looks the same twice


@pytest.mark.parametrize("change", [{"cpr": CPR}, {"cpr_mark": CPR}, {"cpr": CPR, "cpr_mark": CPR}])
def test_the_database_takes_no_plain_number(town, change):
    lived = assessed_course(town, cpr=CPR)
    with as_(lived.citizen), pytest.raises(IntegrityError, match="cpr_is_sealed"):
        with transaction.atomic():
            models.Citizen.objects.update(**change)


def test_two_citizens_with_one_number_are_impossible(town):
    assessed_course(town, cpr=CPR)
    same = models.Citizen(
        person_id=town.bo.person_id, name="B", sort_key="b", cpr=sealed(CPR), cpr_mark=mark(CPR)
    )
    with as_(town.karen), pytest.raises(IntegrityError, match="one_citizen_per_cpr"):
        with transaction.atomic():
            models.Citizen.objects.bulk_create([same])


def test_who_asks_with_other_marks_than_the_referrals_own_meets_nobody(town):
    taken(town, whom=JYTTE)
    receipt = referred(town, whom=Whom("Bent Berg", "22334466", "610171-9999"))
    with as_(town.mads), connection.cursor() as cursor:
        cursor.execute(
            "select citizen from course_citizen_of_referral(%s, %s)", [receipt.id, marks(CPR)]
        )
        assert cursor.fetchall() == []


def test_a_referral_that_is_emptied_loses_the_mark_too(town):
    receipt = referred(town, whom=JYTTE)
    with as_(town.bo):
        row = models.Referral.objects.get(id=receipt.id)
        assert row.citizen_cpr_mark
        models.Referral.objects.update(citizen_cpr="")
        assert models.Referral.objects.get(id=receipt.id).citizen_cpr_mark == ""


def test_a_citizen_is_met_again_while_keys_are_turned_and_after(
    lived_town, settings, new_key, capsys
):
    settings.LANDFAST_SEALING_KEYS = new_key
    first = taken(lived_town, whom=JYTTE)
    settings.LANDFAST_SEALING_KEYS = [NEW, *new_key]
    assert met_again(lived_town)  # her row has the old mark, the referral the new one
    assert cli.run(["keys", "rotate"]) == 0
    said = capsys.readouterr().out
    assert "course_citizen: 1 forseglet igen, 0 var det allerede." in said
    assert "course_referral: 1 forseglet igen, 1 var det allerede." in said
    settings.LANDFAST_SEALING_KEYS = [NEW]  # the old one is taken away
    assert opened(citizen(lived_town).cpr) == CPR
    assert met_again(lived_town)
    with as_(citizen_of(lived_town, first)):
        assert models.Citizen.objects.count() == 1


def test_batches_reach_all_of_it_and_a_second_turn_finds_nothing_to_do(
    lived_town, settings, new_key
):
    settings.LANDFAST_SEALING_KEYS = new_key
    for number in range(5):
        assessed_course(lived_town, f"Nr {number}", cpr=f"61017099{number:02d}")
    settings.LANDFAST_SEALING_KEYS = [NEW, *new_key]
    first, second = (
        {one.table: one for one in resealing.turn_keys("owner", batch=2)} for _ in range(2)
    )
    assert (first["course_citizen"].again, first["course_citizen"].already) == (5, 0)
    assert (second["course_citizen"].again, second["course_citizen"].already) == (0, 5)


def test_what_no_key_opens_is_told_and_left(lived_town, settings, new_key, capsys):
    taken(lived_town, whom=JYTTE)
    settings.LANDFAST_SEALING_KEYS = ["en anden nøgle"]
    before = citizen(lived_town).cpr
    assert cli.run(["keys", "rotate"]) == 1
    assert "1 i course_citizen, 1 i course_referral" in capsys.readouterr().err
    assert citizen(lived_town).cpr == before
