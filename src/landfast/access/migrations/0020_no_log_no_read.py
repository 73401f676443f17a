"""No log, no read: a page that reads sees of a course's record what this transaction has logged.

Whether a transaction reads or acts is part of the signed claim: a request that reads cannot say
that it acts. What acts leaves an event instead (`record`), and the actions' own rules ask first.
"""

from django.db import migrations

from landfast.access.protect import definer

NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
STILL_HERE = """(ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))"""

# a dot acts, a colon reads; which one is signed with the rest
CLAIM = """
create or replace function access_actor() returns uuid language plpgsql stable parallel safe
  security definer cost 2000 set search_path = public, pg_temp as $$
declare
  told text := current_setting('landfast.actor', true);
  said bytea;
begin
  if told is null or told = '' then return null; end if;
  said := convert_to(
    left(told, 36) || '|' || (extract(epoch from now()) * 1000000)::bigint{reads}, 'UTF8');
  if exists (
    select from access_actor_key k
     where k.login = session_user and (k.ends_at is null or k.ends_at > statement_timestamp())
       and substr(told, 37)
           = {sign} || encode(sha256(k.outer_pad || sha256(k.inner_pad || said)), 'hex'))
  then return left(told, 36)::uuid;
  end if;
  return null;
end $$;
"""
BOTH = CLAIM.format(
    reads="\n      || case substr(told, 37, 1) when ':' then '|reads' else '' end",
    sign="case substr(told, 37, 1) when ':' then ':' else '.' end",
)
DOT = CLAIM.format(reads="", sign="'.'")

ACTS = migrations.RunSQL(
    """
create function access_acts() returns boolean language sql stable parallel safe
  return substr(current_setting('landfast.actor', true), 37, 1) is distinct from ':';

-- when this transaction began, by the clock that looks stand at
create function access_began() returns timestamptz language sql stable parallel safe
  return least(access_now(), now());

-- what was opened is said in a setting that every request begins without, and believed of rows in
-- the log only (access_opened)
create function access_note_opened() returns trigger language plpgsql as $$
begin
  if new.scope_id is not null and new.allowed
     and left(current_setting('landfast.actor', true), 36) = new.person_id::text then
    perform set_config('landfast.opened',
      coalesce(nullif(current_setting('landfast.opened', true), '') || ',', '') || new.scope_id,
      true);
  end if;
  return null;
end $$;
create trigger opened after insert on access_look
  for each row execute function access_note_opened();
grant execute on function access_began to landfast_helper;
""",
    """
drop trigger opened on access_look;
drop function access_note_opened;
drop function access_began;
drop function access_acts;
""",
)

OPENED = definer(
    "access_opened",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct scope_id), '{}') from access_look
   where person_id = (select access_actor()) and at >= (select access_began())
     and allowed and scope_id = any (
       string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[])
$$""",
)

UNIT = """(select unit_id from people_employment where person_id = (select access_actor())
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1)"""

# a row for each citizen who stands on the list; of whom somebody reads without a grant of their
# own (an agreement of one who has left), the ground is the agreement
LIST = definer(
    "access_list",
    "wanted uuid[], page text",
    f"""returns int language sql volatile as $$
  with held as (
    select distinct on (scope_id) scope_id, role, ground from (
      select scope_id, role, ground, topic from access_grant
       where scope_id = any (wanted) and person_id = (select access_actor())
         and {NOW} and {STILL_HERE}
      union all
      select scope_id, role, ground, topic from access_my_posts_reach
       where scope_id = any (wanted)
      union all
      select scope_id, role, ground, topic from access_my_posts_parts
       where scope_id = any (wanted)
    ) grants order by scope_id, (topic = 'whole') desc
  ), told as (
    insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
    select uuidv7(), access_now(), s.id, (select access_actor()), {UNIT},
           coalesce(h.role, ''), coalesce(h.ground, ''), page, true
      from access_scope s left join held h on h.scope_id = s.id
     where s.id = any (wanted) and (select access_actor()) is not null
    returning 1)
  select count(*)::int from told
$$""",
)

# a refused attempt says from where, as the others do
REFUSED = """
create or replace function access_refused(wanted uuid, page text, seen_at timestamptz)
  returns void language sql volatile
  security definer set search_path = public, pg_temp as $$
  insert into access_look (id, at, scope_id, person_id{column}, role, ground, what, allowed)
  select uuidv7(), access_now(), (select id from access_scope where id = wanted),
    (select access_actor()){unit}, '', '', page, false
   where (select access_actor()) is not null
$$;
"""


class Migration(migrations.Migration):
    """The claim, what this transaction has opened, and rows for lists."""

    dependencies = (("access", "0019_sealed_looks"),)

    operations = (
        migrations.RunSQL(BOTH, DOT),
        ACTS,
        OPENED,
        LIST,
        migrations.RunSQL(
            REFUSED.format(column=", unit_id", unit=f", {UNIT}"), REFUSED.format(column="", unit="")
        ),
    )
