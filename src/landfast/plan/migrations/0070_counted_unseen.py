"""What the plans of my courses ask of me, found before a list of it is logged (decision 32).

Keys, states and days: the words are read afterwards, of what is shown. The conditions are those of
the tables' policies without the gate of the log; tests/access/test_finders.py compares the two.
"""

from django.db import migrations, models

from landfast.access.protect import definer, stays
from landfast.access.sql import reached

RUNS = "'accepted', 'started'"
OPEN = f"{RUNS}, 'proposed'"
COLUMNS = """a.id, a.course_id, a.state, a.offered_at, a.due_on, a.follow_up_by_id,
         a.follow_up_on, a.reported_at, a.proposed_at, a.talked_on, a.maker_id, a.outside_name"""
AT_WORK = f"a.state in ({OPEN}, 'partly', 'broken')"
STAYS = stays("a.course_id", "a.created_at", "a.maker_id = (select access_actor())")
IN_DANISH = "at time zone 'Europe/Copenhagen')::date"
# a promise of my own in a course that I reach, in whatever team: proposed, while I reach the whole
MINE = f"""a.maker_id = (select access_actor()) and a.course_id <> all (mine)
       and {reached("a.course_id")}
       and (a.state in ({RUNS})
         or a.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
         or access_reaches(a.course_id, 'whole', 'read'))"""
MAKER_LEFT = f"""s.state in ({RUNS}) and s.maker_id is not null and not exists (
           select from access_grant g
            where g.scope_id = s.course_id and g.person_id = s.maker_id and g.level = 'write'
              and g.topic = 'whole' and g.starts_at <= access_now()
              and (g.ends_at is null or g.ends_at > access_now()))"""
WATCH = definer(
    "plan_watch",
    "held uuid[], silent date",
    f"""returns table (id uuid, course_id uuid, state text, has_other_words boolean, due_on date,
    follow_up_on date, told_on date, talked_on date, touched_on date,
    is_held boolean, is_mine boolean, has_maker boolean, i_follow_up boolean,
    is_at_leader boolean, is_left boolean)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  mine constant uuid[] := access_threads(held);
  today constant date := access_today();
  me constant uuid := access_actor();
begin
  return query
  with seen as materialized (
    select {COLUMNS} from plan_agreement a
     where a.course_id = any (mine) and {AT_WORK} and ({STAYS})
    union all
    select {COLUMNS} from plan_agreement a where {AT_WORK} and {MINE}),
  known as materialized (
    select s.*, {MAKER_LEFT} as is_left,
           coalesce((select x.at from plan_agreement_change x
                      where x.agreement_id = s.id order by x.at desc limit 1), s.proposed_at)
             as touched_at
      from seen s
     where not exists (select from plan_agreement r
                        where r.replaces_id = s.id and r.state not in ('declined', 'lapsed')))
  select k.id, k.course_id, k.state::text, k.offered_at is not null, k.due_on, k.follow_up_on,
         (coalesce(k.reported_at, k.proposed_at) {IN_DANISH}, k.talked_on,
         (k.touched_at {IN_DANISH}, k.course_id = any (mine),
         k.maker_id is not distinct from me, k.outside_name <> '' or k.maker_id is not null,
         k.follow_up_by_id is not distinct from me,
         exists (select from plan_decision_ask d where d.agreement_id = k.id
                  and d.answered_at is null and d.withdrawn_at is null),
         k.is_left
    from known k
   where silent is null or k.state not in ({RUNS}) or k.is_left or k.due_on <= today
      or k.follow_up_on <= today or (k.touched_at {IN_DANISH} <= silent
   order by k.due_on, k.id;
end $$""",
)
OFFER = """select 'offer' as what, o.course_id, o.id as about, null::date as day,
           o.offered_by_id as who, '' as need, '' as answer, '{}'::text[] as there,
           o.created_at as since
      from course_handover o
     where o.taker_id = (select access_actor()) and o.state = 'offered'
       and o.course_id = any ((select access_scopes_as(array['taker']))::uuid[])"""
OF_COURSE = """select 'cover_past', h.course_id, h.id, h.cover_until, null, '', '', '{}', h.cover_until
      from course_coordinatorship h
     where h.course_id = any (mine) and h.ended_at is null and h.cover_until < access_today()
    union all
    select 'another', w.course_id, w.id, w.answer_by, null, '', '', '{}', w.answer_by
      from course_change_wish w
     where w.course_id = any (mine) and w.state = 'asked'
    union all
    select 'correction', k.course_id, k.id, null, null, '', '', '{}', k.created_at
      from course_correction k
     where k.course_id = any (mine) and k.state = 'asked'
    union all
    select 'seat', s.course_id, s.id, null, null, s.need, s.answer,
           array(select m.role::text from network_member m
                  where m.course_id = s.course_id and m.until is null), s.answered_at
      from network_seat s
     where s.course_id = any (mine)
    union all
    select 'still', c.id, c.id, still, null, '', '', '{}', c.state_since
      from course_course c
     where c.id = any (mine) and c.state = 'AKTIV' and c.state_since < still
       and not exists (select from plan_agreement_change x
                        where x.course_id = c.id and x.at >= still)"""
OF_LEADERS = f"""select case l.answer when 'yes' then 'granted' else 'refused' end, a.course_id,
           a.id, (l.answered_at {IN_DANISH}, null, '', '', '{{}}', l.answered_at
      from (select distinct on (d.agreement_id) d.agreement_id, d.answer, d.answered_at
              from plan_decision_ask d
             where d.course_id = any (mine) and d.about = 'grant' and d.answered_at is not null
             order by d.agreement_id, d.answered_at desc) l
      join plan_agreement a on a.id = l.agreement_id
     where a.state in ({OPEN}) and ({STAYS})
       and case l.answer when 'yes' then a.mandate <> 'clear'
             else a.talked_on is null or a.talked_on < (l.answered_at {IN_DANISH} end
    union all
    select 'undecided', d.course_id, d.agreement_id, (d.answer_by {IN_DANISH}, d.decider_id,
           '', '', '{{}}', d.answer_by
      from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
     where d.course_id = any (mine) and d.answered_at is null and d.withdrawn_at is null
       and d.answer_by < access_now() and ({STAYS})
    union all
    select 'away', a.course_id, a.id, a.due_on, a.maker_id, '', '', '{{}}', a.due_on
      from plan_agreement a join people_leave l on l.person_id = a.maker_id
     where a.course_id = any (mine) and a.state in ({RUNS}) and ({STAYS})
       and l.starts_on <= access_today() and (l.ends_on is null or l.ends_on >= a.due_on)
       and (l.ends_on is null or l.ends_on >= access_today())
       and (a.talked_on is null or a.talked_on < l.starts_on)"""
ASKED = definer(
    "plan_asked_of_holder",
    "held uuid[], still date",
    f"""returns table (what text, course_id uuid, about uuid, day date, who uuid, need text,
    answer text, there text[])
  language plpgsql stable as $$
#variable_conflict use_column
declare
  mine constant uuid[] := access_threads(held);
begin
  return query
  select f.what, f.course_id, f.about, f.day, f.who, f.need::text, f.answer::text, f.there from (
    {OFFER}
    union all
    {OF_COURSE}
    union all
    {OF_LEADERS}
  ) f
  order by f.since, f.about;
end $$""",
)


class Migration(migrations.Migration):
    """Two functions, and an index for one of them."""

    dependencies = (
        ("plan", "0069_codes_and_keepers"), ("access", "0101_threads"),
        ("course", "0095_language"),
    )  # fmt: skip

    operations = (
        migrations.AddIndex(
            "agreementchange", models.Index(fields=("course", "at"), name="changes_in_plan")
        ),
        WATCH,
        ASKED,
    )
