"""Every table says what it holds, is protected when it is about citizens, and points downward."""

import pytest
from django.apps import apps
from django.db import connection

ORDER = [
    *("people", "access", "login", "files", "programmes", "directory"),
    *("course", "keeping", "consent", "network", "plan", "meetings", "notices", "consultation"),
    "circles",
    "learning",
    "redthread",
]
BESIDE = {("programmes", "directory"), ("directory", "programmes")}

ROOMS = [config for config in apps.get_app_configs() if config.name.startswith("landfast.")]
MODELS = [model for config in ROOMS for model in config.get_models()]


def columns(model):
    return [field.name for field in model._meta.get_fields() if getattr(field, "concrete", False)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_every_field_is_classified_once(model):
    named = model.holds.fields()
    assert sorted(named) == sorted(set(named)), "a field stands in two classes"
    assert sorted(named) == sorted(columns(model))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_what_lies_sealed_is_a_field_and_every_cpr_number_does(model):
    sealed = set(model.holds.sealed.split())
    assert sealed <= set(model.holds.fields())
    numbers = {name for name in columns(model) if name.endswith("cpr")}
    assert numbers <= sealed
    assert {f"{name}_mark" for name in numbers} <= set(columns(model))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_every_table_about_citizens_says_who_answers_for_it_and_no_other_does(model):
    assert bool(model.holds.controller) == model.holds.is_about_citizens


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.db_table)
def test_foreign_keys_point_downward(model):
    own = model._meta.app_label
    for field in model._meta.get_fields():
        if not getattr(field, "concrete", False) or not field.is_relation:
            continue
        other = field.related_model._meta.app_label
        assert ORDER.index(other) <= ORDER.index(own), f"{field} points up to {other}"
        assert (own, other) not in BESIDE, f"{field} points beside to {other}"


def rows(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


@pytest.mark.django_db
def test_every_table_about_citizens_has_row_level_security_with_policies():
    protected = dict(
        rows(
            "select c.relname, c.relrowsecurity from pg_class c join pg_namespace n"
            " on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')"
        )
    )
    policies = {name for (name,) in rows("select distinct tablename from pg_policies")}
    bare = [
        model._meta.db_table
        for model in MODELS
        if model.holds.is_about_citizens
        and not (protected[model._meta.db_table] and model._meta.db_table in policies)
    ]
    assert bare == []


@pytest.mark.django_db
def test_the_application_has_no_right_that_row_level_security_does_not_stop():
    held = rows(
        "select table_name, privilege_type from information_schema.role_table_grants"
        " where grantee in ('landfast_app', 'landfast_jobs', 'PUBLIC') and table_schema = 'public'"
        " and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')"
    )
    assert held == []


@pytest.mark.django_db
def test_no_view_shows_more_than_its_reader_may_see():
    views = {name for (name,) in rows("select viewname from pg_views where schemaname = 'public'")}
    allowed = {"access_my_posts_reach", "access_my_posts_parts"}  # filtered by the actor inside
    assert views <= allowed
    assert rows("select matviewname from pg_matviews") == []


@pytest.mark.django_db
def test_definer_functions_belong_to_the_helper_and_fix_their_search_path():
    wrong = rows(
        "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
        " join pg_roles r on r.oid = p.proowner where n.nspname = 'public' and p.prosecdef"
        " and (r.rolname <> 'landfast_helper' or p.proconfig is null"
        "      or not exists (select from unnest(p.proconfig) c where c like 'search_path=%%'))"
    )
    assert wrong == []


@pytest.mark.django_db
def test_the_tables_of_a_plan_ask_what_posts_reach_in_functions_only():
    """Each statement would make it ready, run or not: `lighter.lighten` (decision 23)."""
    often_read = [
        "plan_wish", "plan_own_step", "plan_agreement", "plan_agreement_change",
        "meetings_meeting", "meetings_minutes", "course_observation", "network_member",
        "consent_emergency", "redthread_finding",
    ]  # fmt: skip
    asked = dict(
        rows(
            "select tablename, string_agg(qual, ' ') from pg_policies"
            " where cmd = 'SELECT' and tablename = any (%s) group by tablename",
            [often_read],
        )
    )
    assert set(asked) == set(often_read)
    assert [table for table, said in asked.items() if "access_my_posts_" in said] == []
