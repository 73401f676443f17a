"""Who acts is signed: the application's role can set the setting, and still be nobody else.

`access_actor()` answers only for a claim with a signature that the application's processes made for
this transaction (access/signing.py). The keys lie in a table that the helper role alone reads; the
owner writes them. Asking costs a little now, so policies ask once per statement:
`(select access_actor())`. Policies made before are rewritten here.
"""

from django.db import migrations, models

import landfast.kernel.ids
from landfast.access.protect import helper_may

CLOSED = migrations.RunSQL(
    "alter table access_actor_key enable row level security;",
    "alter table access_actor_key disable row level security;",
)

# parallel safe: the setting, the login and the transaction's time follow into parallel workers
SIGNED = """
create or replace function access_actor() returns uuid language plpgsql stable parallel safe
  security definer cost 2000 set search_path = public, pg_temp as $$
declare
  told text := current_setting('landfast.actor', true);
  said bytea;
begin
  if told is null or told = '' then return null; end if;
  said := convert_to(
    left(told, 36) || '|' || (extract(epoch from now()) * 1000000)::bigint, 'UTF8');
  if exists (
    select from access_actor_key k
     where k.login = session_user and (k.ends_at is null or k.ends_at > statement_timestamp())
       and substr(told, 37)
           = '.' || encode(sha256(k.outer_pad || sha256(k.inner_pad || said)), 'hex'))
  then return left(told, 36)::uuid;
  end if;
  return null;
end $$;
alter function access_actor() owner to landfast_helper;
revoke execute on function access_actor() from public;
grant execute on function access_actor() to landfast_app, landfast_owner;
"""

BELIEVED = """
alter function access_actor() owner to landfast_owner;
create or replace function access_actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('landfast.actor', true), '')::uuid;
alter function access_actor() security invoker cost 1 reset all;
grant execute on function access_actor() to public;
"""

ONCE = r"""
do $once$
declare
  p record;
  bare constant text := '(?<!SELECT )access_actor\(\)';
  once constant text := '(select access_actor())';
begin
  for p in select * from pg_policies where schemaname = 'public'
             and (qual ~ bare or with_check ~ bare) loop
    execute format('alter policy %I on %I', p.policyname, p.tablename)
      || coalesce(' using (' || regexp_replace(p.qual, bare, once, 'g') || ')', '')
      || coalesce(' with check (' || regexp_replace(p.with_check, bare, once, 'g') || ')', '');
  end loop;
end $once$;
"""


class Migration(migrations.Migration):
    """The keys, the check, and policies that ask once."""

    dependencies = (("access", "0007_strangers_and_drafts"),)

    operations = (
        migrations.CreateModel(
            "ActorKey",
            [
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("login", models.CharField(max_length=63)),
                ("inner_pad", models.BinaryField()),
                ("outer_pad", models.BinaryField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
            ],
            options={"db_table": "access_actor_key"},
        ),
        CLOSED,
        helper_may("access_actor_key"),
        migrations.RunSQL(SIGNED, BELIEVED),
        migrations.RunSQL(ONCE, migrations.RunSQL.noop),
    )
