"""Who may employ whom: each act × each kind of actor, tried with plain SQL as the application."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.actor import SYSTEM, Actor
from landfast.access.roles import POSTS
from landfast.access.rules import Permission
from landfast.course.actions import coordinator
from landfast.kernel.clock import today
from landfast.people import actions as people
from landfast.people.rules import LeaveKind, PersonKind
from tests.factories.courses import started_course
from tests.factories.town import as_, leaves

WRITING = """
                    nobody citizen bo karen mads dorte lars vita tove olga landfast
add_organisation    .      .       .  .     .    .     .    .    .    .    +
change_organisation .      .       .  .     .    .     .    +    +    .    .
add_unit_under      .      .       .  .     .    .     .    .    +    .    +
add_unit_elsewhere  .      .       .  .     .    .     .    .    .    .    +
add_unit_at_top     .      .       .  .     .    .     .    .    .    .    +
rename_unit         .      .       .  .     .    .     .    .    +    .    .
move_unit           .      .       .  .     .    .     .    .    .    .    .
close_unit          .      .       .  .     .    .     .    .    +    .    .
add_employee        .      .       .  .     .    .     .    +    +    +    +
add_citizen         .      .       .  +     +    +     .    .    .    .    +
add_system          .      .       .  .     .    .     .    .    .    .    +
rename_employee     .      .       .  .     .    .     .    .    +    .    .
rename_citizen      .      .       .  .     .    .     .    .    .    .    .
make_citizen_staff  .      .       .  .     .    .     .    .    .    .    .
employ              .      .       .  .     .    .     .    .    .    .    +
employ_for_a_yes    .      .       .  .     .    .     .    .    +    .    +
employ_as_asked     .      .       .  .     .    .     .    .    .    .    +
employ_of_others    .      .       .  .     .    .     .    .    .    .    +
employ_citizen      .      .       .  .     .    .     .    .    .    .    .
employ_oneself      .      .       .  .     .    .     .    .    .    .    .
end_coordinator     .      .       .  .     .    +     +    .    +    .    +
end_leader          .      .       .  .     .    .     .    .    +    .    +
end_in_the_past     .      .       .  .     .    .     .    .    +    .    +
prolong             .      .       .  .     .    .     .    .    +    .    +
begin_again         .      .       .  .     .    .     .    .    .    .    +
agree_by_hand       .      .       .  .     .    .     .    .    .    .    .
promote             .      .       .  .     .    .     .    .    .    .    .
move_employment     .      .       .  .     .    .     .    .    .    .    .
forget_employment   .      .       .  .     .    .     .    .    .    .    .
add_hours           .      .       .  +     .    .     .    .    +    .    +
remove_hours        .      .       .  +     .    .     .    .    +    .    +
note_leave          .      .       .  +     +    +     +    .    +    .    +
change_leave        .      .       .  .     .    .     .    .    .    .    .
end_leave           .      .       .  +     .    .     .    .    .    .    .
forget_leave        .      .       .  .     .    .     .    .    .    .    .
open_account        .      .       .  .     .    .     .    .    +    .    +
change_account      .      .       .  .     .    .     .    .    .    .    .
read_account        .      .       .  +     .    .     .    .    .    .    .
describe_unit       .      .       .  .     .    +     +    .    +    .    .
describe_again      .      .       .  .     .    +     +    .    +    .    .
add_line            .      .       .  .     .    +     +    .    +    .    .
add_line_for_all    .      .       .  .     .    +     +    +    +    .    .
remove_line         .      .       .  .     .    +     +    .    +    .    .
change_line         .      .       .  .     .    .     .    .    .    .    .
"""
"""What is tried on the coordinators' unit and on Karen, who works there. Mads is the second of her
citizen; Dorte and Lars lead. Administrators: Vita of another unit of the same house, Tove of the
coordinators' own, Olga of another house."""

UNIT = (
    "insert into people_unit (id, organisation_id, parent_id, name, sort_key, phone,"
    " coordinates_courses, created_at)"
    " values (uuidv7(), {house}, {under}, 'X', 'x', '', false, now())"
)
PERSON = (
    "insert into people_person (id, kind, name, sort_key, profession, phone, created_at)"
    " values (uuidv7(), '{kind}', '', '', '', '', now())"
)
EMPLOY = (
    "insert into people_employment (id, person_id, unit_id, role, title, starts_on, created_at)"
    " values (uuidv7(), {who}, '{unit}', 'org_admin', '', current_date, now())"
)
ASK = (
    "insert into people_employment (id, person_id, unit_id, role, title, asked_from, asked_by_id,"
    " created_at) values (uuidv7(), '{new}', '{unit}', 'coordinator', '', current_date, {by},"
    " now())"
)
LINE = (
    "insert into directory_answer_line (id, organisation_id, unit_id, name, phone, position,"
    " weekdays, opens, closes, always)"
    " values (uuidv7(), '{house}', {unit}, 'X', '70', 0, '[]', '00:00', '00:00', true)"
)
JOB = "person_id = '{karen}' and role = 'coordinator'"
ACTS = {
    "add_organisation": "insert into people_organisation (id, name, sort_key, kind, phone,"
    " created_at) values (uuidv7(), 'X', 'x', 'region', '', now())",
    "change_organisation": "update people_organisation set name = 'X' where id = '{house}'",
    "add_unit_under": UNIT.format(house="'{house}'", under="'{unit}'"),
    "add_unit_elsewhere": UNIT.format(house="'{other}'", under="'{unit}'"),
    "add_unit_at_top": UNIT.format(house="'{house}'", under="null"),
    "rename_unit": "update people_unit set name = 'X' where id = '{unit}'",
    "move_unit": "update people_unit set parent_id = '{ward}' where id = '{unit}'",
    "close_unit": "update people_unit set closed_on = current_date where id = '{below}'",
    "add_employee": PERSON.format(kind="staff"),
    "add_citizen": PERSON.format(kind="citizen"),
    "add_system": PERSON.format(kind="system"),
    "rename_employee": "update people_person set name = 'X' where id = '{karen}'",
    "rename_citizen": "update people_person set sort_key = 'x' where id = '{citizen}'",
    "make_citizen_staff": "update people_person set kind = 'staff' where id = '{citizen}'",
    "employ": EMPLOY.format(who="'{new}'", unit="{unit}"),
    "employ_for_a_yes": ASK.replace("{by}", "access_actor()"),
    "employ_as_asked": ASK.replace("{by}", "'{dorte}'"),
    "employ_of_others": EMPLOY.format(who="'{anna}'", unit="{unit}"),
    "employ_citizen": EMPLOY.format(who="'{citizen}'", unit="{unit}"),
    "employ_oneself": EMPLOY.format(who="access_actor()", unit="{unit}"),
    "end_coordinator": f"update people_employment set ends_on = access_today() where {JOB}",
    "end_leader": "update people_employment set ends_on = access_today()"
    " where person_id = '{lars}'",
    "end_in_the_past": f"update people_employment set ends_on = access_today() - 1 where {JOB}",
    "prolong": "update people_employment set ends_on = null where person_id = '{nina}'",
    "begin_again": "update people_employment set ends_on = null where person_id = '{peter}'",
    "agree_by_hand": "update people_employment set starts_on = current_date"
    " where asked_by_id is not null",
    "promote": f"update people_employment set role = 'leader' where {JOB}",
    "move_employment": f"update people_employment set unit_id = '{{ward}}' where {JOB}",
    "forget_employment": f"delete from people_employment where {JOB}",
    "add_hours": "insert into people_working_hours (id, employment_id, weekday, opens, closes)"
    f" select uuidv7(), id, 6, '08:00', '09:00' from people_employment where {JOB}",
    "remove_hours": "delete from people_working_hours where employment_id in"
    f" (select id from people_employment where {JOB})",
    "note_leave": "insert into people_leave (id, person_id, starts_on, kind, created_at)"
    " values (uuidv7(), '{karen}', current_date, 'sudden', now())",
    "change_leave": "update people_leave set ends_on = null where person_id = '{karen}'",
    "end_leave": "update people_leave set ends_on = access_today() - 1 where person_id = '{karen}'",
    "forget_leave": "delete from people_leave where person_id = '{karen}'",
    "open_account": "insert into people_account (person_id, username, stamp, is_active, created_at)"
    " values ('{hanne}', 'hanne', uuidv7(), true, now())",
    "change_account": "update people_account set username = 'x' where person_id = '{karen}'",
    "read_account": "select from people_account where person_id = '{karen}'",
    "describe_unit": "insert into directory_unit_profile (id, unit_id, does, law, can_decide,"
    " cannot_decide, checked_on, created_at)"
    " values (uuidv7(), '{below}', 'X', '', '', '', current_date, now())",
    "describe_again": "update directory_unit_profile set does = 'X' where unit_id = '{unit}'",
    "add_line": LINE.format(house="{house}", unit="'{unit}'"),
    "add_line_for_all": LINE.format(house="{house}", unit="null"),
    "remove_line": "delete from directory_answer_line where unit_id = '{unit}'",
    "change_line": "update directory_answer_line set phone = '1' where unit_id = '{unit}'",
}


def expected() -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in WRITING.strip().splitlines()]
    return {line[0]: dict(zip(head, line[1:], strict=True)) for line in lines}


@contextmanager
def trying():
    """What is tried leaves nothing behind."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def works(sql: str) -> str:
    with trying(), connection.cursor() as cursor:
        try:
            cursor.execute(sql)
        except DatabaseError:
            return "."
        return "+" if cursor.rowcount else "."


@pytest.fixture
def lived(town):
    """The town with administrators, a citizen of Karen's, and somebody who is not employed yet."""
    for name, unit in (("Vita Vest", town.social), ("Tove Top", town.coordination),
                       ("Olga Øst", town.ward)):  # fmt: skip
        town.hire(name, unit, "org_admin")
    town.hire("Hanne Hyret", town.coordination, "case_worker")
    course = started_course(town)
    with as_(town.karen):
        coordinator.name_second(
            actor=town.karen, course_id=course.id, person_id=town.mads.person_id
        )
        people.open_account(person_id=town.karen.person_id, username="karen", password=None)
        people.note_leave(
            person_id=town.karen.person_id, starts_on=today(), ends_on=None, kind=LeaveKind.SUDDEN
        )
    with as_(SYSTEM):
        new = people.add_person(kind=PersonKind.STAFF, name="Ny Nielsen")
        below = people.add_unit(
            organisation_id=town.municipality, parent_id=town.coordination, name="Under"
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "update people_employment set ends_on = access_today() + 9 where person_id = %s",
                [town.nina.person_id],
            )
    leaves(town.peter, today() - timedelta(days=1))
    with as_(town.dorte):
        for act in ("describe_unit", "add_line"):
            sql = ACTS[act].format(below=town.coordination, unit=town.coordination,
                                   house=town.municipality)  # fmt: skip
            with connection.cursor() as cursor:
                cursor.execute(sql)
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute(ACTS["note_leave"].format(karen=town.karen.person_id))
    names = {name: actor.person_id for name, actor in town.staff.items()}
    things = {"unit": town.coordination, "ward": town.ward, "house": town.municipality,
              "other": town.region, "new": new, "below": below}  # fmt: skip
    actors = {**town.staff, "citizen": course.citizen, "landfast": SYSTEM, "nobody": None}
    return actors, {**names, **things, "citizen": course.citizen.person_id}


def test_each_actor_does_what_their_post_may_and_nothing_else(lived):
    actors, things = lived
    shown = expected()
    assert set(shown) == set(ACTS)
    for act, row in shown.items():
        for name in row:
            with as_(actors[name]):
                row[name] = works(ACTS[act].format(**things))
    assert shown == expected()


def test_posts_and_database_say_the_same(db):
    with connection.cursor() as cursor:
        for permission in (
            Permission.ORGANISATION_RUN, Permission.COURSES_OVERSEE, Permission.INTAKE_DECIDE,
        ):  # fmt: skip
            cursor.execute("select access_posts_that(%s)", [permission.name.lower()])
            may = {post for post, rights in POSTS.items() if permission in rights}
            assert set(cursor.fetchone()[0]) == may


def own(sql: str, actor: Actor) -> str:
    with as_(actor):
        return works(sql.format(me=actor.person_id))


def test_nobody_writes_their_own_employment(lived, town):
    for actor in (town.tove, town.lars, town.karen, town.bo):
        mine = "update people_employment set {} where person_id = '{{me}}'"
        assert own(mine.format("ends_on = current_date + 900"), actor) == "."
        assert own(mine.format("starts_on = starts_on - 1"), actor) == "."
        assert own("update people_person set kind = 'system' where id = '{me}'", actor) == "."


def test_a_leader_never_makes_an_employment_longer(lived, town):
    nina = f"person_id = '{town.nina.person_id}'"
    for leader in (town.dorte, town.lars):
        with as_(leader):
            for day, answer in (("+ 9", "+"), ("+ 10", "."), ("- 1", ".")):
                sql = f"update people_employment set ends_on = access_today() {day} where {nina}"
                assert works(sql) == answer


def test_a_post_that_has_ended_employs_nobody(lived, town):
    _, things = lived
    leaves(town.tove, today() - timedelta(days=1))
    with as_(town.tove):
        for act in ("employ", "rename_unit", "add_employee", "end_coordinator", "open_account"):
            assert works(ACTS[act].format(**things)) == "."


def test_every_table_that_the_application_writes_says_who_may(db):
    """No table is without policies of its own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct c.relname from pg_class c join pg_namespace n"
            " on n.oid = c.relnamespace, aclexplode(c.relacl) a"
            " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity"
            " and a.grantee = 'landfast_app'::regrole"
            " and a.privilege_type in ('INSERT', 'UPDATE', 'DELETE')"
        )
        bare = {name for (name,) in cursor.fetchall()}
    assert bare == set()
