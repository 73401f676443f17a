"""Who acts, told to the database once per transaction."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access import actions, models, queries
from landfast.access.action import action
from landfast.access.looks import looking, told
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.access.session import acting
from landfast.kernel import clock
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from tests.factories.town import Town, as_, leaves


def opened_by(town: Town):
    with as_(town.karen):
        first = actions.To(CourseRole.COORDINATOR, "test", person=town.karen.person_id)
        return actions.open_scope(town.karen, [first])


def test_the_application_cannot_pass_row_level_security_by(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_user, rolsuper or rolbypassrls"
            " from pg_roles where rolname = current_user"
        )
        assert cursor.fetchone() == ("landfast_app", False)


def test_without_an_actor_no_grant_is_visible(town):
    opened_by(town)
    with acting(None):
        assert models.Grant.objects.count() == 0


def test_only_the_recipient_has_a_role_in_the_course(town):
    scope = opened_by(town)
    with as_(town.karen):
        assert queries.course_roles(town.karen, scope) == {CourseRole.COORDINATOR}
    with as_(town.bo):
        assert queries.course_roles(town.bo, scope) == frozenset()
        with pytest.raises(NotFound):
            queries.require(town.bo, Permission.COURSE_READ, course=scope)


def test_a_post_reaches_through_the_unit_tree_and_ends_with_the_grant(town):
    post = actions.to_post(town.coordination, "daily_leader", CourseRole.INTAKE, "test")
    first = actions.To(CourseRole.COORDINATOR, "test", person=town.karen.person_id)
    with as_(town.karen):
        scope = actions.open_scope(town.karen, [first, post])
    with as_(town.dorte):
        assert queries.course_roles(town.dorte, scope) == {CourseRole.INTAKE}
    with as_(town.karen):
        actions.end_grants(town.karen, course=scope, roles=frozenset({CourseRole.INTAKE}))
    with as_(town.dorte):
        assert queries.course_roles(town.dorte, scope) == frozenset()


def test_opening_a_record_writes_the_look_and_a_stranger_finds_nothing(town):
    scope = opened_by(town)
    with as_(town.karen):
        assert looking.open_record(town.karen, scope, "Forløb") is Topic.WHOLE
        assert [look.what for look in told.looks(scope)] == ["Forløb"]
    with as_(town.bo), pytest.raises(NotFound):
        looking.open_record(town.bo, scope, "Forløb")


def test_a_page_that_reads_cannot_write(town):
    with acting(town.karen, reading=True), pytest.raises(DatabaseError), transaction.atomic():
        actions.save_draft(actor=town.karen, key="x", fields={"a": "b"})


def test_nobody_can_change_the_look_log(town):
    scope = opened_by(town)
    with as_(town.karen):
        looking.open_record(town.karen, scope, "Forløb")
        with pytest.raises(DatabaseError), transaction.atomic():
            models.Look.objects.filter(scope_id=scope).update(what="andet")
        with pytest.raises(DatabaseError), transaction.atomic():
            models.Look.objects.filter(scope_id=scope).delete()


def test_an_action_that_asked_nobody_fails(town):
    @action
    def careless(*, actor):
        actions.record(actor, "test.done")

    with as_(town.karen), pytest.raises(AssertionError, match="did not ask access"):
        careless(actor=town.karen)


def test_a_refused_request_is_rolled_back_and_leaves_no_actor_behind(town):
    with acting(None):
        with acting(town.karen):
            actions.save_draft(actor=town.karen, key="x", fields={"a": "b"})
            transaction.set_rollback(True)
        with connection.cursor() as cursor:
            cursor.execute("select access_actor()")
            assert cursor.fetchone() == (None,)
    with as_(town.karen):
        assert queries.draft(town.karen, "x") == {}


def test_a_personal_grant_ends_with_the_employment(town):
    scope = opened_by(town)
    leaves(town.karen, today() - timedelta(days=1))
    with as_(town.karen):
        assert queries.course_roles(town.karen, scope) == frozenset()
        with pytest.raises(NotFound):
            looking.open_record(town.karen, scope, "Forløbet")


def test_a_stranger_writes_in_nobodys_history(town):
    scope = opened_by(town)
    with acting(None):
        actions.record(None, "numbers.expired", count=1)
        with pytest.raises(DatabaseError), transaction.atomic():
            actions.record(None, "course.forged", course=scope)


def test_a_draft_nobody_came_back_to_is_forgotten_after_thirty_days(town):
    for key, days in (("new", 29), ("old", 31)):
        with clock.at(clock.now() - timedelta(days=days)), as_(town.karen):
            actions.save_draft(actor=town.karen, key=key, fields={"text": "Hun har ringet"})
    with acting(None):
        assert actions.expire_drafts() == 1
    with as_(town.karen):
        assert queries.draft(town.karen, "new")


def test_a_look_stands_at_its_own_time_whatever_its_maker_says(town):
    scope = opened_by(town)
    long_ago = clock.now() - timedelta(days=6 * 365)
    with as_(town.karen):
        with connection.cursor() as cursor:
            cursor.execute("select access_open(%s, 'Plan', 'read')", [scope])
            cursor.execute("select access_refused(%s, 'Plan', %s)", [scope, long_ago])
        times = list(models.Look.objects.filter(scope_id=scope).values_list("at", flat=True))
    assert len(times) == 2
    assert all(clock.now() - at < timedelta(minutes=5) for at in times)


@pytest.mark.parametrize("view", ["access_my_posts_reach", "access_my_posts_parts"])
def test_a_condition_that_fails_names_no_scope_of_others(town, view):
    with as_(town.karen):
        first = actions.To(CourseRole.COORDINATOR, "test", person=town.karen.person_id)
        post = actions.to_post(town.coordination, "daily_leader", CourseRole.LEAD, "test")
        actions.open_scope(town.karen, [first, post])
    with as_(town.solveig), connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {view} where scope_id::text::int = 1")
        assert cursor.fetchone() == (0,)
