"""A referral that is kept apart vanishes for all of intake but the daily lead and one by name."""

import pytest
from django.db import connection

from landfast.access.apart import keep_apart
from landfast.access.apart_rows import kept_apart
from landfast.access.looks.looking import look_at_referral
from landfast.access.rules import Apart
from landfast.course import models
from landfast.course.actions import referral
from landfast.course.queries import intake
from landfast.course.queries.logged_names import find_citizen
from landfast.course.rules.referral import Whom
from landfast.journeys.take_referral import take_referral
from landfast.kernel.sealed import opened
from tests.factories.emergencies import known_course
from tests.factories.referrals import referred
from tests.factories.shipped import load_shipped
from tests.factories.town import as_
from tests.refusing import refused

STAFF = ("bo", "karen", "mads", "nina", "dorte", "lars", "vibeke")


def seen_by(town, sent=None):
    """Who sees a referral: with all its rows and with the list's own words."""
    seen = []
    for name in STAFF:
        with as_(getattr(town, name)):
            if models.Referral.objects.filter(**({"id": sent.id} if sent else {})).exists():
                seen.append(name)
    return seen


def keep(actor, sent, *, why=Apart.COLLEAGUE, known_to=None):
    with as_(actor):
        referral.keep_apart(
            actor=actor, referral_id=sent.id, why=why,
            known_to=known_to.person_id if known_to else None,
        )  # fmt: skip


def test_who_sends_it_keeps_it_apart_from_the_first_second(town):
    sent = referred(town, apart=Apart.COLLEAGUE)
    assert seen_by(town, sent) == ["bo", "dorte"]
    with as_(town.karen):
        assert intake.inbox(town.karen).new == []
    with as_(town.dorte):
        assert [row.id for row in intake.inbox(town.dorte).new] == [sent.id]


def test_intake_keeps_it_apart_and_names_who_takes_care_of_it(town):
    sent = referred(town)
    keep(town.karen, sent, known_to=town.mads)
    assert seen_by(town, sent) == ["bo", "mads", "dorte"]
    with refused("not_found"):
        keep(town.karen, sent, known_to=town.karen)
    keep(town.mads, sent, why=None)
    assert {"karen", "mads"} <= set(seen_by(town, sent))


@pytest.mark.parametrize("outsider", ["lars", "vibeke"])
def test_nobody_else_keeps_it_apart_and_only_intake_is_named(town, outsider):
    sent = referred(town)
    with refused("not_found"):
        keep(getattr(town, outsider), sent)
    with refused("not_found"):
        keep(town.karen, sent, known_to=town.bo)


def test_who_sent_it_does_not_open_it_again(town):
    sent = referred(town, apart=Apart.PROTECTED)
    with refused("not_found"):
        keep(town.bo, sent, why=None)


def test_neither_list_nor_look_nor_function_tells_of_it(town):
    load_shipped()
    town.hire("Didde Databeskytter", town.social, "dpo")
    sent = referred(town)
    with as_(town.karen):
        look_at_referral(town.karen, sent.id, "Henvendelsen")
    with as_(town.didde):
        assert find_citizen("jytte") == {sent.id: "Jytte Jensen"}
    keep(town.dorte, sent)
    with as_(town.didde):
        assert find_citizen("jytte") == {}
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute("select count(*) from course_citizen_of_referral(%s, '{}')", [sent.id])
        assert cursor.fetchone() == (0,)
        cursor.execute("update course_referral set apart = '' where id = %s", [sent.id])
        assert cursor.rowcount == 0
        cursor.execute("select count(*) from access_look where about = %s", [sent.id])
        assert cursor.fetchone() == (0,)
    with as_(town.mads), refused("not_found"):
        take_referral(actor=town.mads, referral_id=sent.id)


def test_the_course_it_leads_to_is_apart_too(town):
    load_shipped()
    sent = referred(town)
    keep(town.karen, sent, known_to=town.mads)
    with as_(town.mads):
        course = take_referral(actor=town.mads, referral_id=sent.id).course_id
    seen = []
    for name in STAFF:
        with as_(getattr(town, name)):
            if models.Course.objects.filter(scope_id=course).exists():
                seen.append(name)
    assert seen == ["mads", "dorte"]
    assert seen_by(town, sent) == ["bo", "mads", "dorte"]
    with as_(town.dorte):
        assert kept_apart(course).leader == "Dorte Daglig"
        assert [row.course_id for row in intake.inbox(town.dorte).assessing] == [course]


def test_intake_keeps_a_course_apart_while_it_assesses(town):
    load_shipped()
    sent = referred(town)
    with as_(town.mads):
        course = take_referral(actor=town.mads, referral_id=sent.id).course_id
        keep_apart(actor=town.mads, course_id=course, why=Apart.KNOWN, leader=town.dorte.person_id)
    with as_(town.karen):
        assert not models.Course.objects.exists()
    with as_(town.mads):
        assert models.Course.objects.exists()


def test_a_new_referral_of_one_who_is_apart_is_the_daily_leads(town):
    lived = known_course(town)
    with as_(town.karen):
        keep_apart(
            actor=town.karen, course_id=lived.id, why=Apart.COLLEAGUE,
            leader=town.dorte.person_id,
        )  # fmt: skip
    with as_(lived.citizen):
        known = models.Citizen.objects.get().cpr
    sent = referred(town, whom=Whom("Jytte Jensen", "22334455", opened(known)))
    assert seen_by(town, sent) == ["bo", "dorte"]
