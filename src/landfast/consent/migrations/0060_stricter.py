"""When two records of one citizen are joined, the stricter word stands: a no is never lost.

What she gave on the record that goes ends with it and is asked for anew. What she refused, took back
or keeps back there ends what runs on the one that stays, the same second. Every change has its trace,
so that two who were joined by mistake get back what they had said.
"""

from django.db import migrations

from landfast.access.protect import definer

UPDATES = migrations.RunSQL(
    """
grant update (state, ended_at, course_id) on consent_share to landfast_helper;
create policy mends on consent_share for update to landfast_helper using (true) with check (true);
grant select, update (state, ended_at) on consent_consent to landfast_helper;
create policy mends_see on consent_consent for select to landfast_helper using (true);
create policy mends on consent_consent for update to landfast_helper using (true) with check (true);
grant update (ended_at, course_id) on consent_topic to landfast_helper;
create policy mends on consent_topic for update to landfast_helper using (true) with check (true);
""",
    """
drop policy mends on consent_topic;
revoke update (ended_at, course_id) on consent_topic from landfast_helper;
drop policy mends on consent_consent;
drop policy mends_see on consent_consent;
revoke select, update (state, ended_at) on consent_consent from landfast_helper;
drop policy mends on consent_share;
revoke update (state, ended_at, course_id) on consent_share from landfast_helper;
""",
)

# her last word on a recipient is a no on one side: the yes of the other side that it meets
MEETS_A_NO = definer(
    "consent_meets_a_no",
    "source uuid, target uuid",
    """returns table (place text, id uuid, grants uuid[]) language sql stable as $$
  with said as (
    select distinct on (recipient_id) recipient_id, state from consent_consent
     where course_id = source order by recipient_id, said_at desc, id desc),
  shared as (
    select distinct on (coalesce(person_id, unit_id, organisation_id))
           coalesce(person_id, unit_id, organisation_id) as recipient, state from consent_share
     where course_id = source
     order by coalesce(person_id, unit_id, organisation_id), said_at desc, id desc),
  closed as (
    select topic from consent_topic
     where course_id = source and ended_at is null and word in ('myself', 'closed'))
  select 'consent_consent', c.id, array(select g.id from access_grant g
            where g.scope_id = target and g.person_id = c.recipient_id and g.role = 'professional')
    from consent_consent c join said s on s.recipient_id = c.recipient_id
   where c.course_id = target and c.ended_at is null and c.state = 'given'
     and s.state in ('refused', 'withdrawn') and course_may_mend(source, target)
  union all
  select 'consent_share', h.id, array(select jsonb_array_elements_text(h.grants)::uuid)
    from consent_share h
   where h.course_id = target and h.state = 'given' and h.ends_at > access_now()
     and course_may_mend(source, target)
     and (exists (select from shared s where s.recipient = coalesce(h.person_id, h.unit_id, h.organisation_id)
                     and s.state in ('refused', 'withdrawn'))
       or h.topics ?| array(select topic::text from closed))
$$""",
)

STRICTER = migrations.RunSQL(
    """
create function consent_stricter() returns trigger language plpgsql as $$
declare
  one record;
  held uuid;
begin
  for one in select * from consent_meets_a_no(new.source_id, new.target_id) loop
    perform course_mend_set(new.id, one.place, one.id, 'state', to_jsonb('withdrawn'::text));
    perform course_mend_set(new.id, one.place, one.id, 'ended_at', to_jsonb(access_now()));
    foreach held in array one.grants loop
      perform course_mend_set(new.id, 'access_grant', held, 'ends_at',
        to_jsonb(greatest(g.starts_at, access_now())))
        from access_grant g where g.id = held and (g.ends_at is null or g.ends_at > access_now());
    end loop;
  end loop;
  -- her no and what she keeps back go along; the word of the side that stays gives way if it is milder
  for one in select t.id, t.topic, t.word from consent_topic t
              where t.course_id = new.source_id and t.ended_at is null and t.word <> 'known'
              order by t.id loop
    if not exists (select from consent_topic s where s.course_id = new.target_id
                      and s.topic = one.topic and s.ended_at is null
                      and (s.word = 'closed' or s.word = one.word)) then
      for held in select s.id from consent_topic s where s.course_id = new.target_id
                     and s.topic = one.topic and s.ended_at is null loop
        perform course_mend_set(new.id, 'consent_topic', held, 'ended_at', to_jsonb(access_now()));
      end loop;
      perform course_mend_set(new.id, 'consent_topic', one.id, 'course_id', to_jsonb(new.target_id));
    end if;
  end loop;
  for held in select id from consent_share where course_id = new.source_id and state = 'refused'
                 and ended_at is null order by id loop
    perform course_mend_move(new.id, 'consent_share', held, new.target_id);
  end loop;
  -- what she gave on the side that goes ends with its access
  for one in select 'consent_share' as place, id from consent_share
              where course_id = new.source_id and state = 'given' and ended_at is null
             union all
             select 'consent_consent', id from consent_consent
              where course_id = new.source_id and state = 'given' and ended_at is null loop
    perform course_mend_set(new.id, one.place, one.id, 'state', to_jsonb('ended'::text));
    perform course_mend_set(new.id, one.place, one.id, 'ended_at', to_jsonb(access_now()));
  end loop;
  return null;
end $$;
revoke execute on function consent_stricter from public;
grant execute on function consent_stricter to landfast_helper;
create trigger the_stricter_word_stands after update of state on course_mend for each row
  when (new.state = 'done' and new.kind = 'merge' and old.state <> 'done')
  execute function consent_stricter();
""",
    """
drop trigger the_stricter_word_stands on course_mend;
drop function consent_stricter;
""",
)


class Migration(migrations.Migration):
    """What meets a no, and the trigger that lets the no win."""

    dependencies = (("consent", "0051_whole_functions"), ("course", "0062_joining"))

    operations = (UPDATES, MEETS_A_NO, STRICTER)
