"""Whatever points at a course, or hangs on a citizen, goes with it: no new table is forgotten.

A table that fails here wants `access.protect.erasable` in its migration; a key to a person or a key
without a foreign key says below what becomes of it.
"""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import UUIDField

ROOMS = [config for config in apps.get_app_configs() if config.name.startswith("landfast.")]
MODELS = [model for config in ROOMS for model in config.get_models()]

BELOW = """
with recursive below as (
  select 'access_scope'::regclass as place
  union
  select c.conrelid::regclass from pg_constraint c join below b on c.confrelid = b.place
   where c.contype = 'f' and c.conparentid = 0)
select place::text from below where place not in (
  'keeping_case'::regclass, 'keeping_change'::regclass, 'keeping_hold'::regclass,
  'keeping_erasure'::regclass)"""
TO_PERSON = """
select conrelid::regclass::text from pg_constraint
 where contype = 'f' and conparentid = 0 and confrelid = 'people_person'::regclass"""
MAY = "select has_table_privilege('landfast_helper', %s, %s)"
HELPERS = """
select count(*) from pg_policies where tablename = %s and 'landfast_helper' = any (roles)
   and cmd = %s and qual = 'true'"""

OWN = {
    "access_draft", "access_event", "access_look", "login_identity", "login_invitation",
    "login_one_time_code", "login_passkey", "login_recovery_code", "login_reset", "login_sitting",
    "login_way_out",
    "notices_channel", "notices_delivery", "notices_device", "people_account",
}  # fmt: skip
"""What hangs on a citizen herself, and goes with her (keeping/0003)."""
MORE = {
    "people_employment", "people_leave", "people_organisation", "consultation_forum",
    "directory_decider",
    "consultation_question", "consultation_answer", "course_callback", "keeping_years",
    "circles_circle", "circles_seat", "circles_theme", "circles_agreement", "circles_case",
    "circles_invite",
    "keeping_case", "keeping_change", "keeping_hold", "files_face", "people_way_back",
    "people_calendar", "people_busy", "login_machine_key", "meetings_plan_run", "redthread_setting",
    "redthread_signs_ground", "files_document", "learning_study", "learning_workshop",
}  # fmt: skip
"""Whoever stands here is more than a citizen of one course: their key stays."""

LOOSE = {
    "access_grant.situation_about": "goes with the grant",
    "access_grant.about": "goes with the grant",
    "course_profile.card_code": "goes with the profile",
    "course_mend.row": "goes with the mend; what lies here goes as itself",
    "course_mend_row.row": "goes with the mend",
    "access_situation.about": "goes with the situation",
    "access_look.about": "goes with the look",
    "access_name_ask.look": "goes with the question",
    "access_event.object_id": "goes with the event; beside a course it is sought by this key",
    "consent_share.meeting": "goes with the share",
    "consent_proxy.place": "goes with who reads for her; the place is in a room above",
    "plan_outside.code_meeting": "goes with the question",
    "notices_delivery.sent_as": "goes with the delivery; what the carrier knows it by",
    "notices_device.sitting": "goes with the session: a trigger",
    "people_account.stamp": "goes with the account; a key of nothing",
}
"""Keys without a foreign key, and what becomes of them."""


def asked(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def may(table, verb):
    """Has the helper the right, and a policy that shows it every row?"""
    secured = asked("select relrowsecurity from pg_class where oid = %s::regclass", table) == [True]
    seen = asked(HELPERS, table, verb.upper())[0] or asked(HELPERS, table, "ALL")[0]
    return asked(MAY, table, verb) == [True] and (bool(seen) or not secured)


@pytest.mark.django_db
def test_every_table_that_points_at_a_course_can_be_emptied_of_it():
    below = asked(BELOW)
    assert {"plan_agreement_change", "meetings_turn", "notices_delivery"} <= set(below)
    owned_by_the_helper = {"access_look"}
    left = [one for one in below if not (may(one, "select") and may(one, "delete"))]
    assert set(left) - owned_by_the_helper == set()


@pytest.mark.django_db
def test_every_key_to_a_person_goes_with_her_or_says_that_she_is_more():
    to_person = set(asked(TO_PERSON))
    assert to_person - set(asked(BELOW)) - OWN - MORE - {"course_citizen"} == set()
    assert {one for one in to_person if not may(one, "select")} - {"access_look"} == set()
    assert [one for one in OWN - {"access_look"} if not may(one, "delete")] == []


def test_every_key_without_a_foreign_key_says_what_becomes_of_it():
    loose = {
        f"{model._meta.db_table}.{field.column}"
        for model in MODELS
        for field in model._meta.concrete_fields
        if isinstance(field, UUIDField) and not field.primary_key
    }
    assert loose == set(LOOSE)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_what_is_about_citizens_is_reached_from_a_course_or_forgotten_by_a_rule_of_its_own(model):
    alone = {"course_callback", "consultation_question", "consultation_answer", "course_citizen"}
    alone |= {"circles_case"}
    alone |= {"course_mend", "course_mend_row"}  # of two courses: found by their keys
    if not model.holds.is_about_citizens or model._meta.db_table in alone | OWN:
        return
    names = {field.name for field in model._meta.concrete_fields}
    assert names & {"course", "scope"} or model.holds.through
