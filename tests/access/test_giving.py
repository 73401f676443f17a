"""Giving access is a right of its own: what each role can do to grants, tried in the database."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access import actions, models
from landfast.access.actions import To
from landfast.access.roles import COURSE_ROLES, GIVES, CourseRole
from landfast.access.rules import Ground, Level, Permission
from landfast.kernel.clock import now
from tests.factories.town import as_

GIVING = """
                    coordinator second deputy former_coordinator taker professional intake citizen lead
citizen             .           .      .      .                  .     +            .      .       .
coordinator         +           +      +      +                  +     +            .      .       .
cover               +           +      +      +                  +     +            .      .       .
deputy              +           +      +      +                  +     +            .      .       .
second              +           +      +      +                  +     +            .      .       .
former_coordinator  .           .      .      .                  .     .            .      .       .
taker               .           .      .      .                  .     .            .      .       .
professional        .           .      .      .                  .     .            .      .       .
intake              +           +      .      .                  .     .            +      .       .
lead                +           +      +      +                  +     .            +      .       .
nobody              .           .      .      .                  .     .            .      .       .
"""  # noqa: E501 - one row a line
"""Who gives, and what they try to make somebody new. All of them hold the frame with write."""

ENDING = """
                    coordinator second professional intake citizen lead
citizen             +           +      +            +      .       .
coordinator         +           +      +            +      .       .
cover               +           +      +            +      .       .
deputy              +           +      +            +      .       .
second              +           +      +            +      .       .
former_coordinator  .           .      .            .      .       .
taker               +           +      .            .      .       .
professional        .           .      .            .      .       .
intake              +           +      +            +      .       .
lead                +           +      +            +      .       .
nobody              .           .      .            .      .       .
"""


def table(text):
    head, *lines = [line.split() for line in text.strip().splitlines()]
    return {line[0]: dict(zip(head, line[1:], strict=True)) for line in lines}


def scope_with(town, role, *others):
    """A scope in which Bo is this, and only this; Anna is each of the others."""
    first = [To(CourseRole(name), "test", person=town.anna.person_id) for name in others]
    if role != "nobody":
        first.append(To(CourseRole(role), "test", person=town.bo.person_id))
    first.append(To(CourseRole.PROFESSIONAL, "test", person=town.mads.person_id))
    with as_(town.karen):
        return actions.open_scope(town.karen, first)


def can(verb) -> bool:
    try:
        with transaction.atomic():
            return bool(verb())
    except DatabaseError:
        return False


def sign(answer: bool) -> str:
    return "+" if answer else "."


def update(scope, role, assignment="ends_at = statement_timestamp()", who=None):
    with connection.cursor() as cursor:
        cursor.execute(
            f"update access_grant set {assignment} where scope_id = %s and role = %s"
            " and person_id is distinct from %s",
            [scope, role, who],
        )
        return cursor.rowcount


def test_each_role_gives_what_it_may_and_nothing_else(town):
    shown = table(GIVING)
    for giver, row in shown.items():
        scope = scope_with(town, giver)
        for given in row:
            to = To(CourseRole(given), "test", person=town.nina.person_id)
            with as_(town.bo):
                row[given] = sign(can(lambda: actions.grant(town.bo, scope, [to])))  # noqa: B023
    assert shown == table(GIVING)


def test_each_role_ends_what_it_may_and_nothing_else(town):
    shown = table(ENDING)
    for ender, row in shown.items():
        for ended in row:
            scope = scope_with(town, ender, ended)
            with as_(town.bo):
                row[ended] = sign(can(lambda: update(scope, ended, who=town.bo.person_id)))  # noqa: B023
    assert shown == table(ENDING)


def test_roles_and_database_say_the_same(db):
    with connection.cursor() as cursor:
        for role in CourseRole:
            cursor.execute("select access_gives(%s)", [role.value])
            assert frozenset(cursor.fetchone()[0]) == GIVES.get(role, frozenset())
            assert (Permission.GIVE_ACCESS in COURSE_ROLES[role].may) == (role in GIVES)


def test_whoever_is_asked_takes_the_course_for_themselves_only(town):
    scope = scope_with(town, "taker", "coordinator")
    former = To(
        CourseRole.FORMER_COORDINATOR, "Overdragelse", person=town.anna.person_id, level=Level.READ
    )
    mine = To(CourseRole.COORDINATOR, "Ja", person=town.bo.person_id)
    with as_(town.bo):
        assert can(lambda: actions.grant(town.bo, scope, [former]))
        assert can(lambda: actions.grant(town.bo, scope, [mine]))


def test_a_grant_is_given_in_ones_own_name(town):
    scope = scope_with(town, "coordinator")
    with as_(town.bo):
        row = models.Grant(
            scope_id=scope, person_id=town.nina.person_id, role=CourseRole.SECOND,
            ground=Ground.TEAM, topic="whole", level="read", starts_at=now(),
            given_by_id=town.karen.person_id, reason="test",
        )  # fmt: skip
        assert not can(lambda: models.Grant.objects.bulk_create([row]))


@pytest.mark.parametrize(
    "assignment",
    [
        "ends_at = null", "ends_at = ends_at + interval '1 day'", "topic = 'whole'",
        "level = 'write'", "role = 'coordinator'", "starts_at = starts_at - interval '1 day'",
        "person_id = given_by_id", "scope_id = scope_id", "given_by_id = given_by_id",
    ],
)  # fmt: skip
def test_a_grant_only_gets_shorter(town, assignment):
    scope = scope_with(town, "coordinator")
    ends = now() + timedelta(days=3)
    second = To(CourseRole.SECOND, "test", person=town.nina.person_id, ends_at=ends)
    with as_(town.bo):
        actions.grant(town.bo, scope, [second])
        assert can(lambda: update(scope, "second", "ends_at = ends_at - interval '1 day'"))
        assert not can(lambda: update(scope, "second", assignment))


@pytest.mark.parametrize("role", [*CourseRole, "nobody"])
def test_nobody_deletes_a_grant(town, role):
    scope = scope_with(town, role)
    with as_(town.bo):
        assert not can(lambda: models.Grant.objects.filter(scope_id=scope).delete()[0])
