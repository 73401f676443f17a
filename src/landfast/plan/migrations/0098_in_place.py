"""Who takes over a promise is reminded of it while in the team and at work, as who follows up is.

One who had left the team stood as who takes over, and stood among those who are told. The course's
page names who does it now (`course/rules/holding.py`), and here the same people are told.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.plan.migrations.0067_reminders")

IS_THERE = """(exists (select from access_grant f
                    where f.scope_id = a.course_id and f.person_id = {who}
                      and f.topic = 'whole' and f.level = 'write' and f.starts_at <= access_now()
                      and (f.ends_at is null or f.ends_at > access_now()))
             and not exists (select from people_leave l
                              where l.person_id = {who} and l.starts_on <= today
                                and (l.ends_on is null or l.ends_on >= today)))"""

REMIND = whole(
    "plan_remind",
    "today date, before_until date, leader_from date, step_from date",
    f"""returns int language sql volatile as $$
  with holders as (
    select g.scope_id, array_agg(distinct g.person_id) as people from access_grant g
     where g.person_id is not null and g.starts_at <= access_now()
       and (g.ends_at is null or g.ends_at > access_now())
       and (g.role in ('coordinator', 'cover', 'deputy')
         or g.role = 'second' and exists (
           select from access_grant o join people_leave l on l.person_id = o.person_id
            where o.scope_id = g.scope_id and o.role in ('coordinator', 'cover')
              and (o.ends_at is null or o.ends_at > access_now())
              and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today)))
     group by g.scope_id
  ), promises as (
    select a.*, {BEFORE.NOT_THERE} as not_there, coalesce(h.people, '{{}}') as holding,
           {IS_THERE.format(who="a.follow_up_by_id")} as follows_here,
           case when {IS_THERE.format(who="a.backup_id")} then array[a.backup_id]
                else '{{}}'::uuid[] end as takes_over
      from plan_agreement a join course_course c on c.id = a.course_id and {BEFORE.LIVES}
      left join holders h on h.scope_id = a.course_id
     where {BEFORE.RUNS} and a.due_on is not null
  ), wanted (kind, course_id, place, id, due, told) as (
    select 'plan.remind_before', course_id, 'plan_agreement', id, due_on,
           case when not_there then holding || takes_over
                else array[maker_id] end
      from promises where due_on >= today and due_on <= before_until
    union all
    select 'plan.remind_after', course_id, 'plan_agreement', id, due_on,
           holding || case when not_there then takes_over
                           else array[maker_id] end
      from promises where due_on < today
    union all
    select 'plan.remind_leader', course_id, 'plan_agreement', id, due_on,
           coalesce((select array[p.leader_id] from access_apart p
              where p.scope_id = promises.course_id and p.lifted_at is null),
            array(select distinct b.person_id from people_employment m
                   join people_employment b on b.unit_id = m.unit_id
                  where m.person_id = promises.maker_id
                    and (m.ends_on is null or m.ends_on >= today)
                    and b.role in ('daily_leader', 'leader') and b.starts_on <= today
                    and (b.ends_on is null or b.ends_on >= today)))
      from promises where due_on <= leader_from
    union all
    select 'plan.remind_follow_up', course_id, 'plan_agreement', id, follow_up_on,
           case when follows_here then array[follow_up_by_id] else holding end
      from promises where follow_up_on <= today and (talked_on is null or talked_on < follow_up_on)
    union all
    select 'plan.remind_name', course_id, 'plan_agreement', id, name_by, holding || maker_id
      from promises where name_by < today
    union all
    select 'plan.remind_step', s.course_id, 'plan_own_step', s.id, s.remind_on,
           array(select g.person_id from access_grant g
                  where g.scope_id = s.course_id and g.role = 'citizen'
                    and g.person_id is not null)
      from plan_own_step s join course_course c on c.id = s.course_id and {BEFORE.LIVES}
     where s.state in ('want', 'tried') and s.remind_on <= today and s.remind_on >= step_from
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), access_now(), w.kind, w.course_id, 'whole', w.place, w.id,
           jsonb_build_object('to', to_jsonb(w.told), 'day', w.due)
      from wanted w
     where {BEFORE.JOBS} and cardinality(w.told) > 0 and not exists (
       select from access_event e
        where e.scope_id = w.course_id and e.kind = w.kind and e.object_id = w.id
          and e.facts->>'day' = w.due::text)
    returning 1)
  select count(*)::int from told
$$""",
)


class Migration(migrations.Migration):
    """One function, one case of it changed."""

    dependencies = (("plan", "0097_who_follows"),)

    operations = (REMIND,)
