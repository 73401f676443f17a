"""Each protected table × each kind of actor × each verb, as one table to read.

`.` nothing; `r` reads rows of the course; `a` reads and adds; `c` reads and changes; `w` reads,
adds and changes; `d` all of it, and removes; `+` adds, and reads none of it. A row is added as a
copy of one of the course, written by who adds it. What an act asks besides stands in the act.

Turns are a draft between the citizen and those who lead, minutes that were not shown yet are those
who lead's; what is older than a fresh start stays behind in an emergency too. Who takes the minutes
of one meeting sees its notes and drafts besides: tests/meetings/test_taking.py. A guest sees
herself at the table, and the others' own lines by a function: tests/meetings/test_guests.py. The
rows were made by the real actions (matrix_world.py).
"""

import json
from functools import cache
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.looks.looking import open_record
from landfast.access.session import acting
from landfast.course.queries.names import whose
from landfast.course.queries.own import own_courses
from tests.access.matrix_world import ACTORS, ELSEWHERE, lived_through
from tests.factories.town import as_

MATRIX = """
                        cit kar mad nin bo  vig dor lar sol pet vib oth ida pro gue dec yrs jon non
access_grant            c   c   c   c   r   r   c   c   r   .   .   .   r   r   r   c   r   r   .
access_situation        w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
access_fresh_start      w   r   r   r   r   .   .   .   .   .   .   .   r   .   .   .   r   .   .
access_look             r   r   r   r   r   .   .   .   .   .   .   .   r   .   .   .   .   .   .
access_event            a   a   a   a   a   a   a   a   +   +   +   +   a   +   +   +   a   +   .
course_citizen          w   w   w   w   w   w   w   w   +   +   +   +   a   +   +   +   w   +   .
course_course           w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_coordinatorship  w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_deputyship       w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_handover         w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_change_wish      w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_correction       w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
course_mend             .   r   .   .   .   .   r   r   .   .   .   .   .   .   .   .   .   .   .
course_mend_note        r   r   r   r   r   .   .   .   .   .   .   .   r   .   .   .   r   .   .
course_mend_reader      .   c   r   r   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
course_observation      w   w   w   w   w   .   .   .   .   .   .   .   .   .   .   .   w   .   .
course_signal           r   a   a   a   a   .   .   .   .   .   .   .   .   .   .   .   +   .   .
course_profile          w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
course_energy           w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   +   .   .
course_second           w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_state_change     w   w   w   w   w   w   w   w   .   .   .   .   r   .   .   .   w   .   .
course_statutory_role   w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
consent_consent         w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
consent_share           w   c   c   c   c   .   .   .   .   .   .   .   r   .   .   .   c   .   .
consent_topic           w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
consent_by_law          w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
consent_proxy           w   w   w   w   w   .   .   .   .   .   .   .   r   r   .   .   w   .   .
consent_emergency       r   r   r   r   r   .   r   r   .   .   .   .   r   .   .   .   r   .   .
network_member          w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
network_relation        w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
network_standing        w   w   w   w   w   .   .   .   .   .   .   .   .   .   .   .   w   .   .
network_unwell          w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
network_own_note        d   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
network_seat            w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
consultation_origin     r   a   r   r   r   .   .   .   .   .   .   .   r   .   .   .   r   .   .
circles_origin          r   a   r   r   r   .   .   .   .   .   .   .   r   .   .   .   r   .   .
plan_wish               w   w   w   w   w   .   .   .   r   r   .   .   r   r   .   .   w   .   .
plan_wish_rating        w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
plan_own_step           w   w   w   w   w   .   .   .   .   .   .   .   r   r   .   .   w   .   .
plan_agreement          w   w   w   w   w   .   .   .   .   .   .   .   r   r   .   .   w   .   .
plan_agreement_change   w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
files_file              w   a   a   a   a   .   .   .   r   r   .   .   r   .   .   .   a   .   .
plan_other_plan         w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
plan_demand             w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
plan_decision_ask       w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   c   w   .   .
plan_outside            w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
plan_cost               w   w   w   w   w   .   .   .   .   .   .   .   r   .   .   .   w   .   .
meetings_meeting        w   w   w   w   w   .   .   .   .   .   .   .   r   r   r   .   w   .   .
meetings_coming         w   w   w   w   w   .   .   .   .   .   .   .   r   r   r   .   +   .   .
meetings_theme          d   d   d   d   d   .   .   .   .   .   .   .   r   r   r   .   d   .   .
meetings_participant    d   d   d   d   d   .   .   .   .   .   .   .   r   .   .   .   d   .   .
meetings_invite         w   w   w   w   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
meetings_turn           d   d   d   d   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
meetings_minutes        +   w   w   w   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
"""

FRAME = ("course_course", "course_citizen", "course_coordinatorship", "course_second")


def expected() -> dict[str, str]:
    lines = [line.split() for line in MATRIX.strip().splitlines()[1:]]
    return {line[0]: "".join(line[1:]) for line in lines}


@pytest.fixture
def lived(town):
    return lived_through(town)


SHARED_KEYS = {"course_course"}
"""Its key is a scope's, which there must be."""
AS_NEW = {"plan_agreement": {"state": "proposed", "accepted_at": None}}
"""As a row begins, where the database knows how it goes on."""
WRITERS = ("_by_id", "actor_id")
OF_SCOPE = ("access_grant", "access_look", "access_situation", "access_fresh_start",
            "access_event", "files_file")  # fmt: skip
KEYS = {"course_course": "id", "course_mend": "target_id", **dict.fromkeys(OF_SCOPE, "scope_id")}
CITIZEN = "(select id from course_course where citizen_id = course_citizen.id limit 1)"


def of_course(table: str) -> str:
    return f"{CITIZEN if table == 'course_citizen' else KEYS.get(table, 'course_id')} = %s"


def rows(table: str, course: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table} where {of_course(table)}", [course])
        return int(cursor.fetchone()[0])


def reaches(sql: str, values: list[Any]) -> bool:
    """Does it touch a row? A refusal, by whatever guard, is a no; nothing of it stays.

    A constraint is asked after the policies: where one is in the way (it names its table, a trigger
    does not), they had said yes.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            transaction.set_rollback(True)
            return bool(cursor.rowcount)
    except DatabaseError as refusal:
        cause: Any = refusal.__cause__
        return str(cause.sqlstate).startswith("23") and cause.diag.table_name is not None


COLUMNS = """
select quote_ident(attname) from pg_attribute
 where attrelid = %s::regclass and attnum > 0 and not attisdropped and attgenerated = ''
   and has_column_privilege(attrelid, attnum, %s) order by attnum
"""


@cache
def columns(table: str, verb: str) -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table, verb])
        return tuple(name for (name,) in cursor.fetchall())


def adds(table: str, row: str | None, me: Any) -> bool:
    """A copy of one of the course's rows, with a key of its own, as written by who adds it."""
    names = columns(table, "insert")
    if row is None or not names:
        return False
    mine = {name: str(me) for name in names if name.endswith(WRITERS)} if me else {}
    kept = json.loads(row)
    fresh: dict[str, Any] = {name: value for name, value in mine.items() if kept.get(name)}
    if "id" in kept and table not in SHARED_KEYS:
        fresh["id"] = str(uuid4())
    fresh |= AS_NEW.get(table, {})
    some = ", ".join(names)
    return reaches(
        f"insert into {table} ({some}) select {some}"
        f" from jsonb_populate_record(null::{table}, %s::jsonb || %s::jsonb)",
        [row, json.dumps(fresh)],
    )


def changes(table: str, course: Any) -> bool:
    """Some row of the course: where a guard refuses them together, each is tried alone."""
    for one in columns(table, "update")[:1]:
        sql = f"update {table} set {one} = {one} where {of_course(table)}"
        if reaches(sql, [course]):
            return True
        with connection.cursor() as cursor:
            cursor.execute(f"select ctid from {table} where {of_course(table)}", [course])
            alone = [row for (row,) in cursor.fetchall()]
        return any(reaches(f"{sql} and ctid = %s::tid", [course, row]) for row in alone)
    return False


def removes(table: str, course: Any) -> bool:
    return reaches(f"delete from {table} where {of_course(table)}", [course])


LETTERS = {"": ".", "r": "r", "ra": "a", "rc": "c", "rac": "w", "racd": "d", "a": "+"}


def letter(table: str, course: Any, row: str | None, actor: Any) -> str:
    said = "r" if rows(table, course) else ""
    said += "a" if adds(table, row, actor and actor.person_id) else ""
    said += "c" if changes(table, course) else ""
    return LETTERS[said + ("d" if removes(table, course) else "")]


def one_row(table: str, course: Any, actors: Any) -> str | None:
    """A row of the course as JSON, from whoever reads it."""
    for name in ("karen", "citizen"):
        with as_(actors[name]), connection.cursor() as cursor:
            cursor.execute(
                f"select to_jsonb(t)::text from {table} t where {of_course(table)} limit 1".replace(
                    "course_citizen.id", "t.id"
                ),
                [course],
            )
            if found := cursor.fetchone():
                return str(found[0])
    return None


def test_the_matrix_of_tables_actors_and_verbs(lived):
    met, actors = lived
    with as_(actors["karen"]):
        open_record(actors["karen"], met.lived.id, "Forløb")
    tables = list(expected())
    kept = {table: one_row(table, met.lived.id, actors) for table in tables}
    assert [table for table, row in kept.items() if row is None] == []
    shown = dict.fromkeys(tables, "")
    for name in ACTORS:
        with as_(actors[name]):
            for table in tables:
                shown[table] += letter(table, met.lived.id, kept[table], actors[name])
    assert shown == expected()


def test_the_frame_in_one_question_is_the_frame_of_its_tables(lived):
    """Course, citizen and holders ask their policies; `course_frame` asks once (decision 34)."""
    met, actors = lived
    for name in ACTORS:
        for reading in (False, True):
            with acting(actors[name], reading=reading):
                shown = {rows(table, met.lived.id) > 0 for table in FRAME}
                assert shown == {met.lived.id in whose([met.lived.id])}, (name, reading)
                own = {one.id for one in own_courses(actors[name])}
                assert (met.lived.id in own) == (name == "citizen"), (name, reading)


@pytest.mark.django_db
def test_every_protected_table_stands_in_the_matrix_or_says_where_it_is_tried():
    with connection.cursor() as cursor:
        cursor.execute("select distinct tablename from pg_policies where schemaname = 'public'")
        protected = {name for (name,) in cursor.fetchall()}
    assert protected - set(expected()) - set(ELSEWHERE) == set()
    assert set(expected()) | set(ELSEWHERE) <= protected


READ_BY_ALL = ("all read", "a bare key", "no citizen in it", "the same")


def test_nobody_changes_or_removes_anything_and_reads_of_no_citizen(lived):
    """The tables that stand elsewhere, too: rows are there, and who acts is what is missing."""
    open_ = {name for name, why in ELSEWHERE.items() if why.startswith(READ_BY_ALL)}
    with as_(None), connection.cursor() as cursor:
        for table in sorted({*expected(), *ELSEWHERE}):
            if columns(table, "select") and table not in open_:
                cursor.execute(f"select count(*) from {table}")
                assert cursor.fetchone() == (0,), table
            one = columns(table, "update")[:1]
            assert not any(reaches(f"update {table} set {it} = {it}", []) for it in one), table
            assert not reaches(f"delete from {table}", []), table
