"""What could tell that somebody is here without showing a row: keys that clash, keys that point.

The list of them all, with the test that covers each, stands in docs/threat-model.md.
"""

import re
from uuid import uuid4

import pytest
from django.db import Error, connection, transaction

from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.town import as_

POINTS = """
select c.relname, a.attname from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
 where k.contype = 'f' and c.relrowsecurity
   and k.confrelid in ('course_course'::regclass, 'access_scope'::regclass,
                       'course_citizen'::regclass)
 order by 1, 2
"""
UNIQUE = """
select c.relname || '.' || string_agg(a.attname, ' ' order by a.attname) from pg_index x
  join pg_class c on c.oid = x.indrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = any (x.indkey::smallint[])
 where x.indisunique and not x.indisprimary and c.relrowsecurity
 group by c.relname, x.indexrelid having bool_and(a.attname not like '%%\\_id') order by 1
"""
RANDOM = {
    "access_name_ask.look", "circles_invite.uid", "course_callback.receipt", "course_mend.row",
    "course_profile.card_code", "course_referral.receipt", "learning_workshop.code",
    "login_identity.issuer subject", "login_invitation.code", "login_machine_key.digest",
    "login_passkey.credential", "login_used_token.token", "meetings_invite.uid",
    "plan_outside.code_place",
}  # fmt: skip
"""Nobody guesses these: they are made at random, or by a provider, and long."""
ABOUT_NOBODY = {
    "access_look_seal.number", "meetings_format.code", "meetings_format.code version",
    "people_organisation.cvr", "programmes_programme.code",
}  # fmt: skip
TOLD = {
    "course_citizen.cpr_mark": "that it could not be kept just now, whatever the reason",
    "people_account.username": "that the name is taken: who keeps an organisation chose it",
}
"""What a clash is told as; neither says whose it is."""


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def answer(table, column, points_to, row=None):
    """What the database says to a row that somebody writes by SQL, without the keys in it."""
    with pytest.raises(Error) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} (id, created_at, {column}) values (%s, now(), %s)"
            if has(table, "created_at")
            else f"insert into {table} (id, {column}) values (%s, %s)",
            [row or uuid4(), points_to],
        )
    return re.sub(r"[0-9a-f-]{36}", "", str(refused.value).splitlines()[0])


def has(table, column):
    return bool(
        rows(
            f"select from pg_attribute where attrelid = '{table}'::regclass"
            f" and attname = '{column}' and not attisdropped"
        )
    )


@pytest.mark.django_db
def test_a_key_that_points_at_her_is_answered_as_one_that_points_at_nobody(town):
    lived = started_course(town)
    pointing = [one for one in rows(POINTS) if has(one[0], "id")]
    assert len(pointing) > 60
    with as_(lived.citizen), connection.cursor() as cursor:
        cursor.execute("select citizen_id from course_course where id = %s", [lived.id])
        (citizen,) = cursor.fetchone()
    with as_(town.peter):
        for table, column in pointing:
            hers = citizen if column == "citizen_id" else lived.id
            assert answer(table, column, hers) == answer(table, column, uuid4()), (table, column)


@pytest.mark.django_db
def test_a_key_that_is_taken_is_answered_as_one_that_is_free(town):
    lived = started_course(town)
    wish = wished(lived)
    with as_(town.peter):
        taken = answer("plan_wish", "course_id", lived.id, wish)
        assert taken == answer("plan_wish", "course_id", uuid4())
        assert "row-level security" in taken


@pytest.mark.django_db
def test_every_other_unique_key_is_random_or_about_nobody_or_told_as_nothing():
    found = {one for (one,) in rows(UNIQUE)}
    assert found == RANDOM | ABOUT_NOBODY | set(TOLD)
