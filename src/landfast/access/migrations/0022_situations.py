"""A grant by topic may hang on a situation, and may be a whole organisation's.

"If I am admitted", "if nobody can reach me for N days", "at a named meeting": a row says that it is
so, opened and closed by acts; the grant reaches only while it is so, asked at the time of each
statement. Nobody can be reached is over with the citizen's next act, whoever forgets to say so; a
meeting's is over after a day. Frame and whole hang on nothing.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect, reach
from landfast.access.rules import Level, Topic

HOLDS = definer(
    "access_situation_holds",
    "wanted uuid, what text, whereof uuid, days int",
    """returns boolean language sql stable as $$
  select what = 'always' or exists (
    select from access_situation s
     where s.scope_id = wanted and s.kind = what
       and s.starts_at <= access_now() and (s.ends_at is null or s.ends_at > access_now())
       and (what <> 'meeting'
         or s.about = whereof and s.starts_at > access_now() - interval '1 day')
       and (what <> 'unreachable'
         or s.starts_at + make_interval(days => days) <= access_now()
            and not exists (
              select from access_event e
                join access_grant g on g.scope_id = e.scope_id and g.role = 'citizen'
                                   and g.person_id = e.actor_id
               where e.scope_id = wanted and e.at > s.starts_at)))
$$""",
)
IT_HOLDS = """(situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days))"""

MY_ORGANISATIONS = definer(
    "access_where_i_work",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct u.organisation_id), '{}')
    from people_employment e join people_unit u on u.id = e.unit_id
   where e.person_id = (select access_actor()) and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today())
$$""",
)

PARTS = """
create or replace view access_my_posts_parts with (security_barrier = true) as
  select scope_id, topic, level, role, ground, unit_id from access_grant
   where unit_id is not null
     and (unit_id::text || ':' || post) = any ((select access_my_posts())::text[])
     and starts_at <= (select access_now())
     and (ends_at is null or ends_at > (select access_now()))
     and topic not in ('frame', 'whole'){more};
"""
OF_ORGANISATION = f"""
     and {IT_HOLDS}
  union all
  select scope_id, topic, level, role, ground, unit_id from access_grant
   where organisation_id is not null
     and organisation_id = any ((select access_where_i_work())::uuid[])
     and starts_at <= (select access_now())
     and (ends_at is null or ends_at > (select access_now()))
     and {IT_HOLDS}"""

# Functions that reach by a personal grant ask for its situation too. They are taken as they stand,
# so that what others have added to them stays; one that does not hold the words stops us.
ASK = r"""
do $ask$
declare
  f record;
  said text;
begin
  for f in select oid, proname from pg_proc where proname in (
      'access_my_part_scopes', 'access_my_roles', 'access_reads_topics', 'access_open') loop
    said := {change};
    if said = pg_get_functiondef(f.oid) then
      raise exception 'landfast: % does not ask when a grant begins', f.proname;
    end if;
    execute said;
  end loop;
end $ask$;
"""
BEGINS = "starts_at <= access_now()"
CHANGED = f"replace(pg_get_functiondef(f.oid), '{BEGINS}', $${IT_HOLDS} and {BEGINS}$$)"
CHANGED_BACK = f"replace(pg_get_functiondef(f.oid), $${IT_HOLDS} and {BEGINS}$$, '{BEGINS}')"

SHARED = """
create or replace function access_shared_with_me()
  returns table (scope_id uuid, topics text[], purpose text, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.scope_id, array_agg(distinct g.topic::text order by g.topic::text),
         max(g.reason), min(g.ends_at)
    from access_grant g
   where g.role = 'recipient' and {now}{situation}
     and (g.person_id = (select access_actor()) and {still_here}
       or g.unit_id is not null
          and (g.unit_id::text || ':' || g.post) = any ((select access_my_posts())::text[]){more})
   group by g.scope_id order by min(g.ends_at), g.scope_id
$$;
"""
NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
STILL_HERE = """(ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))"""
MORE_SHARED = """
       or g.organisation_id = any ((select access_where_i_work())::uuid[])"""

FRAME = reach("access_grant", "scope_id", Topic.FRAME, Level.READ)
WHOLE = reach("access_grant", "scope_id", Topic.WHOLE, Level.READ)
SEE = """
alter policy see on access_grant using (person_id = (select access_actor()){situation}
  or (role <> 'recipient' and ({frame})) or {whole});
"""
SITUATION_WRITE = migrations.RunSQL(
    """
revoke update on access_situation from landfast_app;
grant update (ends_at, closed_by_id) on access_situation to landfast_app;
create trigger only_shrinks before update on access_situation
  for each row execute function access_grant_only_shrinks();
""",
    """
drop trigger only_shrinks on access_situation;
grant update on access_situation to landfast_app;
""",
)


# rows written by other hands than the models hang on nothing (no RETURNING as with `db_default`)
ALWAYS = migrations.RunSQL(
    "alter table access_grant alter column situation set default 'always';",
    "alter table access_grant alter column situation drop default;",
)


class Migration(migrations.Migration):
    """Situations, whole organisations, and the functions that ask for both."""

    dependencies = [
        ("access", "0021_oversight"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SituationNow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("always", "always"),
                            ("admitted", "admitted"),
                            ("unreachable", "unreachable"),
                            ("meeting", "meeting"),
                        ],
                        max_length=12,
                    ),
                ),
                ("about", models.UUIDField(null=True)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "access_situation",
            },
        ),
        migrations.RemoveConstraint(
            model_name="grant",
            name="grant_names_a_person_or_a_post",
        ),
        migrations.AddField(
            model_name="grant",
            name="organisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.organisation",
            ),
        ),
        migrations.AddField(
            model_name="grant",
            name="situation",
            field=models.CharField(
                choices=[
                    ("always", "always"),
                    ("admitted", "admitted"),
                    ("unreachable", "unreachable"),
                    ("meeting", "meeting"),
                ],
                default="always",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="grant",
            name="situation_about",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="grant",
            name="situation_days",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(
                condition=models.Q(("organisation__isnull", False)),
                fields=["scope", "organisation"],
                name="grant_of_organisation",
            ),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(
                condition=models.Q(("organisation__isnull", False)),
                fields=["organisation", "scope"],
                name="grant_by_organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("organisation", None),
                        ("person__isnull", False),
                        ("post", ""),
                        ("unit", None),
                    ),
                    models.Q(
                        ("organisation", None),
                        ("person", None),
                        ("unit__isnull", False),
                        models.Q(("post", ""), _negated=True),
                    ),
                    models.Q(
                        ("organisation__isnull", False),
                        ("person", None),
                        ("post", ""),
                        ("unit", None),
                    ),
                    _connector="OR",
                ),
                name="grant_names_one_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation", None), ("situation", "always")),
                    models.Q(("topic__in", ("frame", "whole")), _negated=True),
                    _connector="OR",
                ),
                name="frame_and_whole_are_always_and_never_a_whole_organisations",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("situation__in", ("always", "admitted")),
                    models.Q(("situation", "unreachable"), ("situation_days__isnull", False)),
                    models.Q(("situation", "meeting"), ("situation_about__isnull", False)),
                    _connector="OR",
                ),
                name="grant_says_its_situation",
            ),
        ),
        migrations.AddField(
            model_name="situationnow",
            name="closed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="situationnow",
            name="opened_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="situationnow",
            name="scope",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="access.scope"
            ),
        ),
        migrations.AddConstraint(
            model_name="situationnow",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_at", None)),
                fields=("scope", "kind", "about"),
                name="a_situation_is_open_once",
                nulls_distinct=False,
            ),
        ),
        ALWAYS,
        protect("access_situation", scope="scope_id"),
        helper_may("access_situation"),
        SITUATION_WRITE,
        HOLDS,
        MY_ORGANISATIONS,
        migrations.RunSQL(PARTS.format(more=OF_ORGANISATION), PARTS.format(more="")),
        migrations.RunSQL(ASK.format(change=CHANGED), ASK.format(change=CHANGED_BACK)),
        migrations.RunSQL(
            SHARED.format(
                now=NOW, still_here=STILL_HERE, situation=f" and {IT_HOLDS}", more=MORE_SHARED
            ),
            SHARED.format(now=NOW, still_here=STILL_HERE, situation="", more=""),
        ),
        migrations.RunSQL(
            SEE.format(situation=f" and {IT_HOLDS}", frame=FRAME, whole=WHOLE),
            SEE.format(situation="", frame=FRAME, whole=WHOLE),
        ),
    ]
