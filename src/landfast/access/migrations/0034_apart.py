"""A course that is kept apart: posts, units and organisations reach it no more, named people do.

Keeping apart ends the grants to posts and gives a named leader one of their own, in one function;
lifting gives the unit's leaders theirs again. While it stands no grant to a post comes into being:
whatever opens the course to a unit leaves nothing.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by, reach
from landfast.access.rules import Apart, Level, Topic
from landfast.kernel.choices import choices

HERE = "e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())"
HOLDS_IT = """exists (select from unnest(access_my_roles(wanted)) mine
    where mine in ('coordinator', 'cover', 'deputy', 'second'))"""

IS_APART = definer(
    "access_is_apart",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from access_apart where scope_id = wanted and lifted_at is null)
$$""",
)

# the leader leads a unit that the course belongs to, or one above it
KEEP = definer(
    "access_keep_apart",
    "wanted uuid, because text, named uuid",
    f"""returns boolean language plpgsql volatile as $$
declare
  ended uuid[];
begin
  if not {HOLDS_IT} or access_is_apart(wanted) or not exists (
    with recursive up as (
      select u.id, u.parent_id from people_unit u join access_grant g on g.unit_id = u.id
       where g.scope_id = wanted and g.role = 'lead'
      union select u.id, u.parent_id from people_unit u join up on up.parent_id = u.id)
    select from people_employment e
     where e.person_id = named and e.role in ('daily_leader', 'leader') and {HERE}
       and e.unit_id in (select id from up))
  then return false; end if;
  with closing as (
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = wanted and person_id is null
       and (ends_at is null or ends_at > access_now())
    returning id)
  select coalesce(array_agg(id), '{{}}') into ended from closing;
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  values (uuidv7(), access_now(), wanted, named, '', 'lead', 'team', 'frame', 'write',
    access_now(), access_actor(), 'Leder med navn', 'always');
  insert into access_apart (id, created_at, scope_id, why, leader_id, set_by_id, since, closed)
  values (uuidv7(), access_now(), wanted, because, named, access_actor(), access_now(),
    to_jsonb(ended));
  return true;
end $$""",
)

LIFT = definer(
    "access_lift_apart",
    "wanted uuid",
    f"""returns boolean language plpgsql volatile as $$
declare
  stands access_apart;
begin
  if not {HOLDS_IT} then return false; end if;
  update access_apart set lifted_at = access_now()
   where scope_id = wanted and lifted_at is null returning * into stands;
  if not found then return false; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = wanted and person_id = stands.leader_id and role = 'lead'
     and (ends_at is null or ends_at > access_now());
  insert into access_grant (id, created_at, scope_id, unit_id, post, role, ground, topic, level,
    starts_at, given_by_id, reason, situation)
  select uuidv7(), access_now(), scope_id, unit_id, post, role, ground, topic, level, access_now(),
         access_actor(), reason, 'always'
    from access_grant
   where role = 'lead' and id in (
     select value::uuid from jsonb_array_elements_text(stands.closed));
  return true;
end $$""",
)

NO_POSTS = migrations.RunSQL(
    """
create function access_no_posts_apart() returns trigger language plpgsql as $$
begin
  if new.person_id is null and access_is_apart(new.scope_id) then return null; end if;
  return new;
end $$;
create trigger no_posts_apart before insert on access_grant
  for each row execute function access_no_posts_apart();
""",
    """
drop trigger no_posts_apart on access_grant;
drop function access_no_posts_apart;
""",
)

TO_PERSON = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+"}


class Migration(migrations.Migration):
    """One table, three functions and a trigger."""

    dependencies = (
        ("access", "0033_by_law"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.CreateModel(
            "KeptApart",
            [
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("why", models.CharField(max_length=12, choices=choices(Apart))),
                ("since", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("closed", models.JSONField(default=list)),
                ("leader", models.ForeignKey(to="people.person", **TO_PERSON)),
                ("set_by", models.ForeignKey(to="people.person", **TO_PERSON)),
                (
                    "scope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+",
                        to="access.scope",
                    ),
                ),
            ],
            options={
                "db_table": "access_apart",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)), fields=("scope",),
                        name="kept_apart_once",
                    )
                ],
            },
        ),
        helper_may("access_apart", "select, insert, update"),
        protect_by(
            "access_apart", select=reach("access_apart", "scope_id", Topic.FRAME, Level.READ)
        ),
        IS_APART,
        KEEP,
        LIFT,
        NO_POSTS,
    )  # fmt: skip
