"""Row-level security for the rooms' migrations: one template (performance.md §1, form V9).

    operations = [
        migrations.CreateModel(…),
        protect("plan_wish"),
    ]

Personal rights are computed once per statement (`access_my_scopes`); posts' rights are
probed per row, and only when the first test fails. Insert, update and delete have
policies of their own: with `select` alone an update hits 0 rows silently, and Django
then tries an insert.
"""

import json
import re
from collections.abc import Callable

from django.db.migrations import RunSQL

from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Topic
from landfast.access.stood import Whole

_READ_GUARD = """
create trigger refuse_write_while_reading before insert or update or delete on {table}
  for each statement execute function access_refuse_write_while_reading();
"""
_READ_GUARD_OFF = "drop trigger refuse_write_while_reading on {table};"


def reach(table: str, scope: str, topic: Topic, level: Level) -> str:
    """The condition: the actor reaches this row's scope for the topic at the level."""
    return (
        f"{scope} = any ((select access_my_scopes('{topic.value}', '{level.value}'))::uuid[])\n"
        f"  or (select true from access_my_posts_reach r where r.scope_id = {table}.{scope}\n"
        f"        and r.topic in ('{Topic.WHOLE.value}', '{topic.value}')\n"
        f"        and r.level in ('{Level.WRITE.value}', '{level.value}') limit 1)"
    )


def plays(table: str, *roles: CourseRole, scope: str = "course_id") -> str:
    """The condition: the actor is one of these to the row's scope, in person or through a post."""
    named = ", ".join(f"'{role.value}'" for role in roles)
    posts = "\n".join(
        f"  or (select true from access_my_posts_{view} r where r.scope_id = {table}.{scope}\n"
        f"        and r.role in ({named}) limit 1)"
        for view in ("reach", "parts")
    )
    return f"{scope} = any ((select access_scopes_as(array[{named}]))::uuid[])\n{posts}"


def protect(
    table: str, *, scope: str = "course_id", topic: Topic = Topic.WHOLE, delete: bool = False
) -> RunSQL:
    """A table whose rows belong to a scope: seen and written by who reaches it."""
    reads, writes = (reach(table, scope, topic, level) for level in (Level.READ, Level.WRITE))
    return protect_by(
        table, select=reads, insert=writes, update=writes, delete=writes if delete else None
    )


def share_by_topic(table: str, topics: str, *, scope: str = "course_id", also: str = "") -> RunSQL:
    """Rows of a protected table are read by topic too: `topics` is SQL for a row's topics.

    Asked only when the actor does not reach the whole, and reaches some part of the course.
    `also` is another ground that the table's policy has already.
    """
    whole = reach(table, scope, Topic.WHOLE, Level.READ) + (f"\n  or ({also})" if also else "")
    by_topic = (
        f"({scope} = any ((select access_my_part_scopes())::uuid[])\n"
        f"  or (select true from access_my_posts_parts r\n"
        f"        where r.scope_id = {table}.{scope} limit 1))\n"
        f"  and access_reads_topics({scope}, {topics})"
    )
    return RunSQL(
        f"alter policy see on {table} using ({whole}\n  or ({by_topic}));",
        f"alter policy see on {table} using ({whole});",
    )


def hers_alone(table: str, *, when: str = "true", scope: str = "course_id") -> RunSQL:
    """Rows that only the citizen reads and writes, whoever else reaches the course (B1, B8).

    `when` is a condition for which rows; the rest is as the table's other policies say.
    """
    hers = f"{scope} = any ((select access_scopes_as(array['{CourseRole.CITIZEN.value}']))::uuid[])"
    rows = hers if when == "true" else f"not ({when}) or {hers}"
    return RunSQL(
        f"create policy hers_alone on {table} as restrictive for all to landfast_app"
        f" using ({rows}) with check ({rows});",
        f"drop policy hers_alone on {table};",
    )


def let_in(table: str, who: str, rows: str, *, change: str = "") -> RunSQL:
    """Another ground to read some rows of a protected table: a part of a course, for `who`.

    A policy beside the others; `change` says which rows they may write as well.
    """
    verbs = {"select": rows} | ({"update": change} if change else {})
    sql = [
        f"create policy {verb}_by_{who} on {table} for {verb} to landfast_app "
        + _BARE_ACTOR.sub("(select access_actor())", _CLAUSES[verb].format(f"({condition})"))
        + ";"
        for verb, condition in verbs.items()
    ]
    undo = [f"drop policy {verb}_by_{who} on {table};" for verb in verbs]
    return RunSQL("\n".join(sql), "\n".join(undo))


def things(role: CourseRole) -> str:
    """The one meetings or questions that the actor is let in to, asked once per statement."""
    return f"any ((select access_my_things('{role.value}'))::uuid[])"


def read_for(topic: Topic, *, scope: str = "course_id") -> str:
    """The condition: the citizen lets the actor read this part of her course for her."""
    return f"{scope} = any ((select access_my_scopes('{topic.value}', 'read'))::uuid[])"


def logged(*tables: str, scope: str = "course_id", own: str = "") -> RunSQL:
    """No log, no read: whoever only reads sees rows of what this transaction has logged a look at.

    A gate in front of the table's other policies, which say who may; asked once per statement.
    `own` is a condition for rows that are the reader's own, to find out where they are.
    """
    gate = f"(select access_acts()) or {scope} = any ((select access_opened())::uuid[])"
    gate += f" or {own}" if own else ""
    return RunSQL(
        [f"create policy logged on {one} as restrictive for select to landfast_app"
         f" using ({gate});" for one in tables],
        [f"drop policy logged on {one};" for one in tables],
    )  # fmt: skip


def stays(scope: str = "course_id", written: str = "created_at", unless: str = "") -> str:
    """The condition: this row does not stay behind a fresh start for the one who asks."""
    known = f"{scope} = any ((select access_known_scopes())::uuid[])"
    keeps = f"{known}\n  or not access_left_behind({scope}, {written})"
    return keeps + (f"\n  or ({unless})" if unless else "")


def left_behind(
    table: str, *, scope: str = "course_id", written: str = "created_at", unless: str = ""
) -> RunSQL:
    """After a fresh start (frisk start) older rows stay behind for those who came later.

    Asked per row only where the actor is not known from before. `unless` is for whom a row never
    stays behind: the one who made a promise keeps it.
    """
    return RunSQL(
        f"create policy left_behind on {table} as restrictive for select to landfast_app"
        f" using ({stays(scope, written, unless)});",
        f"drop policy left_behind on {table};",
    )


def never_for_income(
    table: str, *, rows: str = "true", scope: str = "course_id", own: str = ""
) -> RunSQL:
    """Benefits and employment roles never see these rows (product F2): they could stop her income.

    Whoever holds the threads does, whatever else they are. `rows` says which, and is never null:
    a null hides what it does not mean. `own` is a condition for what the reader has written. The
    others are asked one thing, once per statement.
    """
    sees = f"access_holds({scope})" + (f" or {own}" if own else "")
    but = f"not ({rows}) or not (select access_decides_income()) or {sees}"
    return unseen(table, "never_for_income", but)


def unseen(table: str, name: str, but: str) -> RunSQL:
    """A gate in front of the table's other grounds: whoever reads by them sees these rows only."""
    using = f"using ({_BARE_ACTOR.sub('(select access_actor())', but)})"
    return RunSQL(
        f"create policy {name} on {table} as restrictive for select to landfast_app {using};",
        f"drop policy {name} on {table};",
    )


def protect_by(
    table: str,
    *,
    select: str,
    insert: str | None = None,
    update: str | None = None,
    delete: str | None = None,
    guard: bool = True,
) -> RunSQL:
    """A table with conditions of its own. What is None is not possible for the application."""
    asked = [("select", select), ("insert", insert), ("update", update), ("delete", delete)]
    given = [(verb, condition) for verb, condition in asked if condition]
    sql = [
        f"alter table {table} enable row level security;",
        f"grant {', '.join(verb for verb, _ in given)} on {table} to landfast_app;",
        *(_policy(table, verb, condition) for verb, condition in given),
        *([_READ_GUARD.format(table=table)] if guard else []),
    ]
    undo = [
        *([_READ_GUARD_OFF.format(table=table)] if guard else []),
        *(f"drop policy {_POLICIES[verb]} on {table};" for verb, _ in given),
        f"revoke all on {table} from landfast_app;",
        f"alter table {table} disable row level security;",
    ]
    return RunSQL("\n".join(sql), "\n".join(undo))


_POLICIES = {"select": "see", "insert": "add", "update": "change", "delete": "remove"}
_CLAUSES = {
    "select": "using ({0})",
    "insert": "with check ({0})",
    "update": "using ({0}) with check ({0})",
    "delete": "using ({0})",
}


# the signature is checked once per statement, not once per row
_BARE_ACTOR = re.compile(r"(?<!select )access_actor\(\)", re.IGNORECASE)


def _policy(table: str, verb: str, condition: str) -> str:
    clause = _CLAUSES[verb].format(_BARE_ACTOR.sub("(select access_actor())", condition))
    return f"create policy {_POLICIES[verb]} on {table} for {verb} to landfast_app {clause};"


def expose(table: str, verbs: str = "select, insert, update", *, guard: bool = True) -> RunSQL:
    """A table without a word about any citizen: everybody who is logged in may read it."""
    sql, undo = (
        f"grant {verbs} on {table} to landfast_app;",
        f"revoke all on {table} from landfast_app;",
    )
    if guard:
        sql += _READ_GUARD.format(table=table)
        undo = _READ_GUARD_OFF.format(table=table) + undo
    return RunSQL(sql, undo)


def write_by(
    table: str,
    *,
    insert: str | None = None,
    update: str | None = None,
    becomes: str | None = None,
    columns: str = "",
    delete: str | None = None,
    before: str = "select, insert, update",
) -> RunSQL:
    """A table that `expose` laid open gets its gate: all read on, those whom it names write.

    `update` asks the row as it was, `becomes` (the same unless said) as it would be, and only
    `columns` can be changed. What is None is not possible. `before` is what `expose` gave.
    """
    clauses = {"select": "using (true)"}
    if insert:
        clauses["insert"] = f"with check ({insert})"
    if update:
        clauses["update"] = f"using ({update}) with check ({becomes or update})"
    if delete:
        clauses["delete"] = f"using ({delete})"
    verbs = [f"update ({columns})" if verb == "update" else verb for verb in clauses]
    policies = "\n".join(
        f"create policy {_POLICIES[verb]} on {table} for {verb} to landfast_app "
        f"{_BARE_ACTOR.sub('(select access_actor())', clause)};"
        for verb, clause in clauses.items()
    )
    undo = "\n".join(f"drop policy {_POLICIES[verb]} on {table};" for verb in clauses)
    fresh = f"revoke all on {table} from landfast_app;\ngrant {{}} on {table} to landfast_app;\n"
    return RunSQL(
        f"alter table {table} enable row level security;\n"
        + fresh.format(", ".join(verbs)) + policies,
        f"{undo}\nalter table {table} disable row level security;\n" + fresh.format(before),
    )  # fmt: skip


def helper_may(table: str, verbs: str = "select") -> RunSQL:
    """Let the definer functions, and nobody else, reach all rows of a table for these verbs."""
    policies = "\n".join(
        f"create policy helper_{verb} on {table} for {verb} to landfast_helper "
        + {"select": "using (true)", "delete": "using (true)", "insert": "with check (true)"}.get(
            verb, "using (true) with check (true)"
        )
        + ";"
        for verb in verbs.replace(",", " ").split()
    )
    undo = "\n".join(
        f"drop policy helper_{verb} on {table};" for verb in verbs.replace(",", " ").split()
    )
    return RunSQL(
        f"grant {verbs} on {table} to landfast_helper;\n{policies}",
        f"{undo}\nrevoke all on {table} from landfast_helper;",
    )


def movable(
    table: str,
    *,
    author: str | None = None,
    goes_with: str = "",
    takes: str = "",
    cuts: str = "",
    is_told: bool = True,
) -> RunSQL:
    """Rows that the database's own function may move from one course to another (mistakes).

    `author` is who wrote it ("" when nobody stands there); a table without one has no row that can
    be moved for itself. A row goes along with what its `goes_with` columns point to, takes along
    what `takes` points to, and loses what `cuts` points to when that stays behind. What is not
    told goes along uncounted: that it is there is hers to know.
    """
    own: dict[str, object] = {
        "author": author, "with": goes_with.split(), "takes": takes.split(), "cuts": cuts.split(),
    }  # fmt: skip
    own |= {} if is_told else {"uncounted": True}
    moves = ", ".join(["course_id", *cuts.split()])
    return RunSQL(
        f"grant select, update ({moves}) on {table} to landfast_helper;\n"
        f"create policy moves_see on {table} for select to landfast_helper using (true);\n"
        f"create policy moves on {table} for update to landfast_helper"
        f" using (true) with check (true);\n"
        f"comment on policy moves on {table} is '{json.dumps(own)}';",
        # the right to select may be older, and without a policy it shows nothing
        f"drop policy moves on {table};\ndrop policy moves_see on {table};\n"
        f"revoke update ({moves}) on {table} from landfast_helper;",
    )


def erasable(*tables: str) -> RunSQL:
    """Rows of these go with their course, or with the citizen's last (keeping/0003).

    A house test asks it of every table that points, straight or by others, at a course.
    """
    return RunSQL(
        [
            f"grant select, delete on {one} to landfast_helper;\n"
            f"create policy erase_see on {one} for select to landfast_helper using (true);\n"
            f"create policy erase on {one} for delete to landfast_helper using (true);"
            for one in tables
        ],
        [f"drop policy erase on {one};\ndrop policy erase_see on {one};" for one in tables],
    )


def definer(name: str, arguments: str, body: str) -> RunSQL:
    """A function that runs as the helper role. `body` starts at `returns …`.

    >>> definer("access_x", "a uuid", "returns int language sql stable as $$ select 1 $$")
    """
    head, _, tail = body.partition(" as ")
    return RunSQL(
        f"create function {name}({arguments}) {head}\n"
        f"  security definer set search_path = public, pg_temp as {tail};\n"
        f"alter function {name} owner to landfast_helper;\n"
        f"revoke execute on function {name} from public;\n"
        f"grant execute on function {name} to landfast_app, landfast_owner;",
        f"drop function {name};",
    )


def inner(name: str, arguments: str, body: str) -> RunSQL:
    """A function that definer functions alone may call. `body` starts at `returns …`.

    It reads as the one that calls it does and believes what it is told of who acts: no session may
    call it. Whole queries in `language sql` are planned as a part of the question that asks them.
    """
    return RunSQL(
        f"create function {name}({arguments}) {body};\n"
        f"revoke execute on function {name} from public;\n"
        f"grant execute on function {name} to landfast_helper;",
        f"drop function {name};",
    )


def whole(
    name: str, arguments: str, body: str, made: Callable[[str, str, str], RunSQL] = definer
) -> RunSQL:
    """A function that stands, written anew and whole: nothing that stood is patched.

    Going back, it says what it said before (`access/stood.py`).
    """
    fresh = str(made(name, arguments, body).sql)
    return Whole(name, fresh.replace("create function", "create or replace function", 1))


def lists(
    name: str, arguments: str, courses: str, referrals: str = "", role: str = ""
) -> tuple[str, str, str]:
    """For `definer` or `whole`: find the citizens of a page, and write a look at each; how many."""
    things = f"array({referrals})" if referrals else "'{}'"
    return (
        name, arguments,
        "returns int language sql volatile as $$\n"
        f"  select access_list(array({courses}), page, {things}, '{role}')\n$$",
    )  # fmt: skip
