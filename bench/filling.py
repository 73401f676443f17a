"""The rows of a bench database: what the real actions leave, made by sets.

Rows of one course are not written side by side: agreement 1 of every course comes before
agreement 2 of any, as in real life, so that reading one course touches as many pages.
"""

from dataclasses import dataclass, field

COURSES_A_UNIT = 200
K = 12  # coordinators a unit, about 17 courses each
COURSES_A_PROFESSIONAL = 40
MEMBERS, WISHES, AGREEMENTS, STEPS, RELATIONS, MEETINGS = 8, 5, 20, 4, 6, 4
EVENTS, LOOKS = 30, 20

RUNS = "('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING')"

BASE = """
drop schema if exists bench cascade;
create schema bench;
create function bench.bid(kind text, i bigint) returns uuid language sql immutable parallel safe
  return (lpad(to_hex(1735689600000 + i), 12, '0') || overlay(
    overlay(left(md5(kind || i), 20) placing '7' from 1) placing '8' from 5))::uuid;
create function bench.dice(i bigint, salt int, sides int) returns int language sql immutable
  parallel safe return (hashint8extended(i, salt) & 2147483647)::int % sides;

create table bench.size as select
  {courses} as courses,
  greatest(1, {courses} / {courses_a_unit}) as units,
  greatest({members}, {courses} * {members} / {courses_a_professional}) as professionals;

create table bench.course as
select i, bench.bid('course', i) as id, bench.bid('citizen', i) as citizen,
       bench.bid('person', i) as person, i % units as u, bench.bid('unit', i % units) as unit,
       bench.bid('lead', i % units) as lead,
       bench.bid('coordinator', i % units * {k} + i / units % {k}) as coordinator,
       bench.bid('coordinator', i % units * {k} + (i / units + 1) % {k}) as second,
       now() - make_interval(days => 60 + bench.dice(i, 1, 600)) as since,
       case when d < 8 then 'VISITATION' when d < 12 then 'VENTELISTE' when d < 20 then 'OPSTART'
            when d < 80 then 'AKTIV' when d < 85 then 'BERO' when d < 90 then 'AFSLUTNING'
            else 'AFSLUTTET' end as state,
       d >= 12 as began, d >= 12 and d < 90 as runs
  from bench.size, generate_series(0, courses - 1) i, lateral (select bench.dice(i, 0, 100) d) x;
alter table bench.course add primary key (i);

create table bench.member as
select c.i, m, c.id as course, bench.bid('member', m * 100000000::bigint + c.i) as id,
       bench.bid('grant-member', m * 100000000::bigint + c.i) as grant_id,
       bench.bid('professional', (c.i + m * (professionals / {members})) % professionals)
         as person,
       c.runs, c.since, c.coordinator
  from bench.size, generate_series(0, {members} - 1) m, bench.course c where c.began
 order by m, c.i;
analyze bench.course, bench.member;
"""


@dataclass
class Fill:
    """Rows of one table: where from, and the expression of each column that matters."""

    table: str
    source: str
    columns: dict[str, str] = field(default_factory=dict)


def base(courses: int) -> str:
    """The invented town's plan, from which all rows follow."""
    return BASE.format(
        courses=courses, courses_a_unit=COURSES_A_UNIT, members=MEMBERS, k=K,
        courses_a_professional=COURSES_A_PROFESSIONAL,
    )  # fmt: skip


def bid(kind: str, number: str = "i") -> str:
    """The key of the n-th row of a kind."""
    return f"bench.bid('{kind}', {number})"


def each(count: int, source: str = "bench.course c") -> str:
    """So many rows for each course, the first of all before the second of any."""
    return f"generate_series(0, {count} - 1) n, {source}"


def nth(kind: str) -> str:
    """The key of the n-th row of its kind in course i."""
    return bid(kind, "n * 100000000::bigint + c.i")
