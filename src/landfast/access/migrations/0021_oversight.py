"""The data protection officer reads the look log of the organisation's own area, and is logged.

The area: looks by those who work in the organisation, and looks at courses that its units hold. What
is read is the log, never a record: each of these functions writes a look of its own first.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by
from landfast.access.rules import Ground, Named, Unusual, Verdict
from landfast.kernel.choices import choices

OVERSEES = definer(
    "access_oversees",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct u.organisation_id), '{}')
    from people_employment e join people_unit u on u.id = e.unit_id
   where e.person_id = (select access_actor()) and e.role = 'dpo' and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today())
$$""",
)

OVERSEEN_UNITS = definer(
    "access_overseen_units",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(id), '{}') from people_unit
   where organisation_id = any ((select access_oversees())::uuid[])
$$""",
)

IN_AREA = definer(
    "access_in_area",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from access_grant where scope_id = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))
      or exists (select from access_look where scope_id = wanted
                    and unit_id = any ((select access_overseen_units())::uuid[]))
$$""",
)

NOTE = definer(
    "access_note_oversight",
    "wanted uuid, page text",
    """returns void language sql volatile as $$
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  select uuidv7(), access_now(), wanted, e.person_id, e.unit_id, '', 'oversight', page, true
    from people_employment e
   where e.person_id = (select access_actor()) and e.role = 'dpo' and e.starts_on <= access_today()
     and (e.ends_on is null or e.ends_on >= access_today())
   order by e.starts_on desc limit 1
$$""",
)

ROWS = """
   where l.at >= since and l.at < before
     and (who is null or l.person_id = who) and (wanted is null or l.scope_id = wanted)
     and (l.unit_id = any (units)
       or l.scope_id in (select g.scope_id from access_grant g where g.unit_id = any (units)))"""

OVERSIGHT = definer(
    "access_oversight",
    "since timestamptz, before timestamptz, who uuid, wanted uuid, most int, mixed boolean,"
    " page text",
    f"""returns table (id uuid, at timestamptz, scope_id uuid, person_id uuid, unit_id uuid,
    role varchar, ground varchar, what varchar, allowed boolean)
  language plpgsql volatile as $$
declare
  units uuid[] := access_overseen_units();
begin
  if units = '{{}}' or wanted is not null and not access_in_area(wanted) then return; end if;
  perform access_note_oversight(wanted, page);
  return query
  select l.id, l.at, l.scope_id, l.person_id, l.unit_id, l.role, l.ground, l.what, l.allowed
    from access_look l {ROWS}
   order by case when mixed then random() end, l.at desc, l.id desc limit most;
end $$""",
)

# who holds the course reads it as their work; for others there should be an act near it
DAYS = definer(
    "access_oversight_days",
    "since timestamptz, before timestamptz, page text",
    f"""returns table (person_id uuid, day date, scope_id uuid, times int, at_night int,
    works boolean)
  language plpgsql volatile as $$
declare
  units uuid[] := access_overseen_units();
  who uuid := null;
  wanted uuid := null;
begin
  if units = '{{}}' then return; end if;
  perform access_note_oversight(null, page);
  return query
  select seen.person_id, seen.day, seen.scope_id, seen.times, seen.at_night,
         seen.holds or exists (
           select from access_event e
                  where e.scope_id = seen.scope_id and e.actor_id = seen.person_id
                    and e.at >= seen.day - 14 and e.at < seen.day + 15)
    from (
      select l.person_id, (l.at at time zone 'Europe/Copenhagen')::date as day, l.scope_id,
             count(*)::int as times,
             bool_or(l.role in ('coordinator', 'cover', 'deputy')) as holds,
             (count(*) filter (where extract(hour from l.at at time zone 'Europe/Copenhagen')
                                 not between 5 and 22))::int as at_night
        from access_look l {ROWS}
         and l.scope_id is not null and l.allowed and l.role <> 'citizen'
         and l.ground <> 'oversight' and l.what not like '%(liste)'
       group by 1, 2, 3) seen
   order by seen.day desc, seen.person_id, seen.scope_id;
end $$""",
)

# the citizen asks about a look at her own course; from where it was is taken from the log
ASK = definer(
    "access_ask_name",
    "wanted uuid",
    """returns int language sql volatile as $$
  with asked as (
    insert into access_name_ask
      (id, created_at, scope_id, look, looker_id, organisation_id, asked_by_id, what, looked_at,
       name, words)
    select uuidv7(), access_now(), l.scope_id, l.id, l.person_id, u.organisation_id,
           (select access_actor()), l.what, l.at, '', ''
      from access_look l join people_unit u on u.id = l.unit_id
     where l.id = wanted and l.allowed
       and exists (select from access_grant g
                    where g.scope_id = l.scope_id and g.role = 'citizen'
                      and g.person_id = (select access_actor())
                      and (g.ends_at is null or g.ends_at > access_now()))
    on conflict (look) do nothing
    returning 1)
  select count(*)::int from asked
$$""",
)

EXPIRE = definer(
    "access_expire_oversight",
    "",
    """returns int language sql volatile as $$
  with judged as (
    delete from access_look_verdict where day < access_today() - interval '61 months' returning 1),
  asked as (
    delete from access_name_ask where looked_at < access_now() - interval '61 months' returning 1)
  select (select count(*)::int from judged) + (select count(*)::int from asked)
$$""",
)

OURS = "organisation_id = any ((select access_oversees())::uuid[])"
ASKED = "asked_by_id = (select access_actor())"


def own_key():
    """The key of a row."""
    return models.UUIDField(
        default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
    )


def born():
    """When a row was written."""
    return models.DateTimeField(default=landfast.kernel.clock.now, editable=False)


def to(table, *, delete=django.db.models.deletion.PROTECT, **options):
    """A foreign key down."""
    return models.ForeignKey(on_delete=delete, related_name="+", to=table, **options)


class Migration(migrations.Migration):
    """Three tables, and what the officer may ask."""

    dependencies = (("access", "0020_no_log_no_read"),)

    operations = (
        migrations.AlterField(
            "grant", "ground", models.CharField(max_length=20, choices=choices(Ground))
        ),
        migrations.CreateModel(
            "LookVerdict",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("organisation", to("people.organisation")),
                ("looker", to("people.person")),
                ("day", models.DateField()),
                (
                    "scope",
                    to(
                        "access.scope",
                        delete=django.db.models.deletion.RESTRICT,
                        null=True,
                        blank=True,
                    ),
                ),
                ("reason", models.CharField(max_length=12, choices=choices(Unusual))),
                ("verdict", models.CharField(max_length=10, choices=choices(Verdict))),
                ("words", models.CharField(max_length=500, blank=True)),
                ("judged_by", to("people.person")),
            ],
            options={
                "db_table": "access_look_verdict",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "looker", "day", "scope", "reason"),
                        name="one_verdict_a_finding",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "NameAsk",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("scope", to("access.scope", delete=django.db.models.deletion.RESTRICT)),
                ("look", models.UUIDField(unique=True)),
                ("looker", to("people.person")),
                ("organisation", to("people.organisation")),
                ("asked_by", to("people.person")),
                ("what", models.CharField(max_length=80)),
                ("looked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True, blank=True)),
                ("answered_by", to("people.person", null=True, blank=True)),
                ("name", models.CharField(max_length=120, blank=True)),
                ("words", models.CharField(max_length=500, blank=True)),
            ],
            options={"db_table": "access_name_ask"},
        ),
        migrations.CreateModel(
            "LookNames",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("organisation", models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE, related_name="+",
                    to="people.organisation",
                )),
                ("named", models.CharField(max_length=10, choices=choices(Named))),
            ],
            options={"db_table": "access_look_names"},
        ),
        OVERSEES,
        OVERSEEN_UNITS,
        IN_AREA,
        NOTE,
        OVERSIGHT,
        DAYS,
        helper_may("access_name_ask", "select, insert, delete"),
        helper_may("access_look_verdict", "select, delete"),
        protect_by("access_look_verdict", select=OURS, insert=f"{OURS} and judged_by_id ="
                   " (select access_actor())", update=OURS),
        protect_by("access_name_ask", select=f"{ASKED} or {OURS}", update=OURS),
        protect_by("access_look_names", select="true", insert=OURS, update=OURS),
        ASK,
        EXPIRE,
    )  # fmt: skip
