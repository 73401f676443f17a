"""Two functions that had been patched by their text: now whole; an opened emergency says it is a read."""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import EMPLOYED
from landfast.consent.rules.emergency import HOURS_MOST, TRIES_A_DAY, TRIES_AN_HOUR

OPEN = whole(
    "consent_open_emergency",
    "marks text[], as_basis text, why text, hours int, tells boolean",
    f"""returns table (said text, scope uuid) language plpgsql volatile as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here uuid;
  held record;
  given uuid := uuidv7();
  made uuid := uuidv7();
  units uuid[];
begin
  select unit_id into here from people_employment
   where person_id = me and {EMPLOYED} order by starts_on desc limit 1;
  if here is null then return query select 'nobody', null::uuid; return; end if;
  -- two tries at once are counted one after the other
  perform pg_advisory_xact_lock(hashtextextended('emergency:' || me, 0));
  if (select count(*) filter (where opened_at > moment - interval '1 hour') >= {TRIES_AN_HOUR}
          or count(*) >= {TRIES_A_DAY}
        from consent_emergency
       where person_id = me and course_id is null and opened_at > moment - interval '1 day')
  then return query select 'wait', null::uuid; return; end if;
  select k.id, k.unit_id, c.person_id into held
    from course_citizen c join course_course k on k.citizen_id = c.id
   where c.cpr_mark <> '' and c.cpr_mark = any (marks) and not access_is_apart(k.id) and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
   limit 1;
  if not found then
    insert into consent_emergency (id, created_at, person_id, unit_id, basis, reason, opened_at,
      ends_at, decision, words) values (made, moment, me, here, as_basis, why, moment, moment, '', '');
    return query select 'nobody', null::uuid; return;
  end if;
  if held.id = any (access_my_scopes('whole', 'read')) or exists (
      select from access_my_posts_reach r where r.scope_id = held.id and r.topic = 'whole') then
    return query select 'reads', null::uuid; return;
  end if;
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation)
  values (given, moment, held.id, me, '', 'emergency', 'emergency', 'whole', 'read', moment,
    moment + make_interval(hours => least(hours, {HOURS_MOST})), me, why, 'always');
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed,
    kind)
  values (uuidv7(), moment, held.id, me, here, 'emergency', 'emergency', 'Nødadgang', true, 'read');
  insert into consent_emergency (id, created_at, course_id, course_unit_id, person_id, unit_id,
    grant_id, basis, reason, opened_at, ends_at, told_at, decision, words)
  values (made, moment, held.id, held.unit_id, me, here, given, as_basis, why, moment,
    moment + make_interval(hours => least(hours, {HOURS_MOST})),
    case when tells then moment end, '', '');
  units := array[held.unit_id, here];
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), moment, 'emergency.opened', held.id, 'frame', me, 'consent_emergency', made,
    jsonb_build_object('basis', as_basis,
      'to', coalesce((select jsonb_agg(person_id) from (
  select e.person_id from people_employment e join people_unit u on u.id = e.unit_id
   where e.role = 'dpo' and {EMPLOYED}
     and u.organisation_id in (select organisation_id from people_unit where id = any (units))
  union
  select e.person_id from people_employment e
   where e.role = any (access_posts_that('courses_oversee')) and {EMPLOYED} and e.unit_id in (
     with recursive up as (
       select id, parent_id from people_unit where id = units[1]
       union select u.id, u.parent_id from people_unit u join up on up.parent_id = u.id)
     select id from up)) told), '[]'),
      'tells', case when tells then held.person_id end));
  return query select 'opened', held.id;
end $$""",
)

KEEPS_A_NO = """
create or replace function consent_share_keeps_a_no() returns trigger language plpgsql as $$
declare
  said record;
begin
  if new.how = 'self' then
    if not 'citizen' = any (access_my_roles(new.course_id)) then
      raise exception 'landfast: only the citizen says it herself';
    end if;
    return new;
  end if;
  if new.state = 'given' and new.how = 'orally' and btrim(new.waived_because) = ''
    and new.topics ?| array['health', 'psychiatry', 'substance'] then
    raise exception 'landfast: by word of mouth about health says why it is not in writing';
  end if;
  select max(round) as round, bool_or(never_again) as never_again into said from consent_share
   where course_id = new.course_id and state = 'refused' and ended_at is null
     and coalesce(person_id, unit_id, organisation_id)
           = coalesce(new.person_id, new.unit_id, new.organisation_id);
  if said.round is null or new.state = 'given' and new.how = 'on_paper' then return new; end if;
  if said.never_again or said.round > 1 or new.changed = '' then
    raise exception 'landfast: the citizen has said no and is not asked again';
  end if;
  return new;
end $$;
"""


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = (
        ("consent", "0050_law_behind_the_gate"),
        ("access", "0052_whole_functions"),
    )

    operations = (OPEN, migrations.RunSQL(KEEPS_A_NO, migrations.RunSQL.noop))
