"""Two records of one citizen are joined: one course stays, the other is left as an empty shell.

Who read the one that goes reads nothing more by it; nobody is given anything but the citizen, who
reads what stays behind: who looked, what happened. What each side would bring is told in numbers to
whoever is to decide, who may reach no more than the frame.
"""

from django.db import migrations

from landfast.access.protect import definer

OVER = "('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')"
NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"

CLASHES = definer(
    "course_mend_clashes",
    "source uuid, target uuid",
    f"""returns text[] language plpgsql stable as $$
declare
  goes record;
  stays record;
  found text[] := '{{}}';
begin
  if not course_may_mend(source, target) then return array['not_yours']; end if;
  select k.state, k.citizen_id, c.cpr_mark, c.person_id,
         exists (select from people_account a where a.person_id = c.person_id and a.is_active) as comes
    into goes from course_course k join course_citizen c on c.id = k.citizen_id where k.id = source;
  select k.state, k.citizen_id, c.cpr_mark, c.person_id,
         exists (select from people_account a where a.person_id = c.person_id and a.is_active) as comes
    into stays from course_course k join course_citizen c on c.id = k.citizen_id where k.id = target;
  if goes.citizen_id = stays.citizen_id then return array['same_citizen']; end if;
  if goes.comes and stays.comes then found := found || 'both_log_in'::text;
  elsif goes.comes then found := found || 'login_goes'::text; end if;
  if goes.cpr_mark <> '' and stays.cpr_mark <> '' then found := found || 'numbers_differ'::text; end if;
  if access_is_apart(source) and not access_is_apart(target) then
    found := found || 'apart_goes'::text;
  end if;
  if exists (select from course_handover where course_id = source and state = 'offered') then
    found := found || 'offer_waits'::text;
  end if;
  if exists (select from access_grant where scope_id = source and role = 'emergency' and {NOW}) then
    found := found || 'emergency_now'::text;
  end if;
  if stays.state in {OVER} and goes.state not in {OVER} then found := found || 'stays_is_over'::text; end if;
  return found;
end $$""",
)

# how much each side would bring, and what is said of it; never what it says
WEIGHS = definer(
    "course_mend_weighs",
    "one uuid, other uuid",
    """returns table (place text, here int, there int) language plpgsql stable as $$
declare
  at_place text;
begin
  if not course_may_mend(one, other) then return; end if;
  for at_place in select k from jsonb_object_keys(course_movable()) k order by k loop
    return query execute format('select %1$L::text, (select count(*)::int from %1$I where course_id = $1),'
      ' (select count(*)::int from %1$I where course_id = $2)', at_place) using one, other;
  end loop;
end $$""",
)

# the citizen reads what stayed behind on what was joined with hers
JOINED = definer(
    "course_joined_to",
    "wanted uuid",
    """returns uuid[] language sql stable as $$
  with recursive joined as (
    select source_id from course_mend where target_id = wanted and kind = 'merge' and state = 'done'
    union select m.source_id from course_mend m join joined j on m.target_id = j.source_id
     where m.kind = 'merge' and m.state = 'done')
  select coalesce(array_agg(source_id), '{}') from joined
   where 'citizen' = any (access_my_roles(source_id))
$$""",
)

CARRY_OUT_MERGE = definer(
    "course_carry_out_merge",
    "wanted uuid",
    f"""returns text language plpgsql volatile as $$
declare
  m course_mend;
  goes course_citizen;
  stays course_citizen;
  clashes text[];
  one record;
  made uuid;
  me constant uuid := access_actor();
begin
  select * into m from course_mend
   where id = wanted and kind = 'merge' and state = 'proposed' for update;
  if not found then return 'gone'; end if;
  if not course_may_mend(m.source_id, m.target_id) then return 'not_yours'; end if;
  if m.proposed_by_id = me then return 'two_pairs_of_eyes'; end if;
  -- nobody moves either course meanwhile
  perform from course_course where id in (m.source_id, m.target_id) order by id for update;
  clashes := course_mend_clashes(m.source_id, m.target_id);
  if clashes <> '{{}}' then return clashes[1]; end if;
  select c.* into goes from course_citizen c join course_course k on k.citizen_id = c.id
   where k.id = m.source_id;
  select c.* into stays from course_citizen c join course_course k on k.citizen_id = c.id
   where k.id = m.target_id;
  -- the rooms above hold their own to the stricter word when they see that it is done
  update course_mend set state = 'done', done_by_id = me, done_at = access_now() where id = wanted;
  if exists (select from course_course where id = m.source_id and state not in {OVER}) then
    perform course_join_rows(wanted, m.source_id, m.target_id);
    perform course_leave_shell(wanted, m.source_id, m.target_id);
  end if;
  perform course_join_citizens(wanted, goes, stays);
  insert into course_mend_note (id, created_at, course_id, mend_id, side, thing, read_by,
    by_other_citizen)
  values (uuidv7(), access_now(), m.target_id, wanted, 'joined', '', '[]', false),
    (uuidv7(), access_now(), m.source_id, wanted, 'joined', '', '[]', false);
  perform course_mend_say('mistake.joined', m.target_id, 'frame', wanted, '{{}}');
  perform course_mend_say('mistake.joined', m.source_id, 'frame', wanted, '{{}}');
  return '';
end $$""",
)

INNER = migrations.RunSQL(
    """
create function course_join_rows(wanted uuid, source uuid, target uuid) returns void
language plpgsql as $$
declare
  at_place text;
  one uuid;
begin
  for at_place in select k from jsonb_object_keys(course_movable()) k order by k loop
    for one in execute format('select id from %I where course_id = $1 order by id', at_place)
      using source
    loop
      perform course_mend_move(wanted, at_place, one, target);
    end loop;
  end loop;
  if exists (select from course_profile where course_id = source) then
    perform course_mend_move(wanted, 'course_profile', source, target);
  end if;
  if not course_mend_cohere(wanted, false) then
    raise exception 'landfast: what was joined points back';
  end if;
end $$;

-- nobody but the citizen reaches it any more; its own history stays
create function course_leave_shell(wanted uuid, source uuid, target uuid) returns void
language plpgsql as $$
declare
  one record;
  line timestamptz;
  made uuid := uuidv7();
begin
  for one in select id from course_coordinatorship where course_id = source and ended_at is null loop
    perform course_mend_set(wanted, 'course_coordinatorship', one.id, 'ended_at',
      to_jsonb(greatest(access_now(), (select starts_at from course_coordinatorship c
                                        where c.id = one.id))));
  end loop;
  insert into course_state_change (id, created_at, course_id, before, after, at, actor_id, reason,
    facts)
  select uuidv7(), access_now(), source, state, 'AFSLUTTET', access_now(), access_actor(),
         'Ført sammen med borgerens andet forløb', '{}' from course_course where id = source;
  perform course_mend_set(wanted, 'course_course', source, 'state', to_jsonb('AFSLUTTET'::text));
  perform course_mend_set(wanted, 'course_course', source, 'state_since', to_jsonb(access_now()));
  perform course_mend_set(wanted, 'course_course', source, 'ending', to_jsonb('joined'::text));
  for one in select id, starts_at from access_grant
              where scope_id = source and role <> 'citizen'
                and (ends_at is null or ends_at > access_now()) loop
    perform course_mend_set(wanted, 'access_grant', one.id, 'ends_at',
      to_jsonb(greatest(one.starts_at, access_now())));
  end loop;
  -- the later of two fresh starts stands: what she left behind on one side stays behind
  select since into line from access_fresh_start where scope_id = source and lifted_at is null;
  if line is not null and not exists (select from access_fresh_start
       where scope_id = target and lifted_at is null and since >= line) then
    for one in select id from access_fresh_start where scope_id = target and lifted_at is null loop
      perform course_mend_set(wanted, 'access_fresh_start', one.id, 'lifted_at',
        to_jsonb(access_now()));
    end loop;
    insert into access_fresh_start (id, created_at, scope_id, since, set_by_id)
    select made, access_now(), target, since, set_by_id from access_fresh_start
     where scope_id = source and lifted_at is null;
    perform course_mend_trace(wanted, 'access_fresh_start', made, '', null, null);
  end if;
end $$;

-- one citizen: her courses, her number, and what one record knew and the other did not
create function course_join_citizens(wanted uuid, goes course_citizen, stays course_citizen)
returns void language plpgsql as $$
declare
  one record;
  made uuid;
begin
  for one in select id from course_course where citizen_id = goes.id order by id loop
    perform course_mend_set(wanted, 'course_course', one.id, 'citizen_id', to_jsonb(stays.id));
    made := uuidv7();
    insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
      starts_at, given_by_id, reason, situation)
    values (made, access_now(), one.id, stays.person_id, '', 'citizen', 'citizen', 'whole', 'read',
      access_now(), access_actor(), 'Borgeren selv', 'always');
    perform course_mend_trace(wanted, 'access_grant', made, '', null, null);
  end loop;
  if goes.cpr <> '' then
    perform course_swap_numbers(goes.id, stays.id);
    perform course_mend_trace(wanted, 'course_citizen', goes.id, '', null, to_jsonb(stays.id));
  end if;
  if goes.phone <> '' and stays.phone = '' then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'phone', to_jsonb(goes.phone));
  end if;
  if goes.born_on is not null and stays.born_on is null then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'born_on', to_jsonb(goes.born_on));
  end if;
  if goes.is_protected and not stays.is_protected then
    perform course_mend_set(wanted, 'course_citizen', stays.id, 'is_protected', to_jsonb(true));
  end if;
end $$;
revoke execute on function course_join_rows, course_leave_shell, course_join_citizens from public;
grant execute on function course_join_rows, course_leave_shell, course_join_citizens
  to landfast_helper;
""",
    """
drop function course_join_citizens;
drop function course_leave_shell;
drop function course_join_rows;
""",
)

HANDOVERS = migrations.RunSQL(
    """
grant select on course_handover to landfast_helper;
create policy mends_see on course_handover for select to landfast_helper using (true);
""",
    """
drop policy mends_see on course_handover;
revoke select on course_handover from landfast_helper;
""",
)


class Migration(migrations.Migration):
    """What speaks against, what each brings, and the joining."""

    dependencies = (("course", "0061_mending_functions"),)

    operations = (HANDOVERS, CLASHES, WEIGHS, JOINED, INNER, CARRY_OUT_MERGE)
