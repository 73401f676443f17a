"""A leader's no stands in the promise that waited: nobody is asked to say yes to it any more.

It is written where words and price are those that were asked about, by the one who was asked and
has answered; whoever has the promise is no longer said to owe an answer (`plan_watch`), and a link
to somebody outside takes no yes, but other words.
"""

from importlib import import_module

from django.db import migrations, models

from landfast.access.protect import definer, whole
from landfast.access.sql import ASKED_ALREADY, KNOWN_ALREADY
from landfast.kernel.choices import choices
from landfast.plan.rules.words import MandateState

BEFORE = import_module("landfast.plan.migrations.0076_one_for_a_course")
DAYS, FIRST = BEFORE.BEFORE, BEFORE.FIRST
OUTSIDE = import_module("landfast.plan.migrations.0060_outside")
STANDS = "not (a.state = 'proposed' and a.mandate = 'refused')"
REFUSE = definer(
    "plan_refuse_words",
    "ask uuid",
    """returns boolean language plpgsql volatile as $$
declare
  held plan_agreement;
begin
  select a.* into held from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
   where d.id = ask and d.decider_id = access_actor() and d.about = 'grant' and d.answer = 'no'
     and a.state = 'proposed' and a.mandate in ('application', 'awaits_leader')
     and not exists (select from plan_agreement_change c
        where c.agreement_id = a.id and c.at > d.asked_at and c.old_text <> '')
     and not exists (select from plan_cost p where p.agreement_id = a.id and p.set_at > d.asked_at)
     for update of a;
  if not found then return false; end if;
  update plan_agreement set mandate = 'refused', version = held.version + 1 where id = held.id;
  return true;
end $$""",
)
WATCH = whole(
    "plan_watch",
    "held uuid[], every uuid[], silent date, waited date",
    f"""returns table (id uuid, course_id uuid, state text, has_other_words boolean, due_on date,
    follow_up_on date, told_on date, talked_on date, touched_on date,
    is_held boolean, is_mine boolean, has_maker boolean, i_follow_up boolean,
    is_at_leader boolean, is_left boolean, stands_for int)
  language plpgsql stable as $$
#variable_conflict use_column
declare
  {ASKED_ALREADY}
  {KNOWN_ALREADY}
  mine constant uuid[] := access_threads(held);
  at_leader constant uuid[] := array(
    select d.agreement_id from plan_decision_ask d
     where d.course_id = any (mine) and d.answered_at is null and d.withdrawn_at is null);
begin
  return query
  with seen as (
    select {FIRST.COLUMNS} from plan_agreement a
     where a.course_id = any (mine) and {FIRST.AT_WORK} and {STANDS} and ({DAYS.STAYS})
    union all
    select {FIRST.COLUMNS} from plan_agreement a where {FIRST.AT_WORK} and {STANDS} and {DAYS.MINE}),
  looked as materialized (
    select s.*, {DAYS.MAKER_LEFT} as is_left,
           (coalesce((select x.at from plan_agreement_change x
                       where x.agreement_id = s.id order by x.at desc limit 1), s.proposed_at)
             {FIRST.IN_DANISH} as touched_on
      from seen s
     where {DAYS.MAY_ASK}
       and not exists (select from plan_agreement r
                        where r.replaces_id = s.id and r.state not in ('declined', 'lapsed'))),
  asking as (
    select k.*, (coalesce(k.reported_at, k.proposed_at) {FIRST.IN_DANISH} as told_on,
           {BEFORE.PRESSING} as pressing
      from looked k where {DAYS.ASKS}),
  placed as (
    select k.*, count(*) over (partition by k.course_id, k.pressing is null) as many,
           row_number() over (partition by k.course_id, k.pressing is null order by k.pressing,
             case k.pressing when 1 then k.told_on when 2 then k.due_on else k.touched_on end,
             k.due_on, k.id) as place
      from asking k)
  select k.id, k.course_id, k.state::text, k.offered_at is not null, k.due_on, k.follow_up_on,
         k.told_on, k.talked_on, k.touched_on, k.course_id = any (mine),
         k.maker_id is not distinct from me, k.outside_name <> '' or k.maker_id is not null,
         k.follow_up_by_id is not distinct from me,
         k.id = any (at_leader), k.is_left, case when k.pressing > 0 then k.many::int - 1 else 0 end
    from placed k
   where k.pressing is null or k.place = 1
   order by k.due_on, k.id;
end $$""",
)
ANSWER = whole(
    "plan_outside_answer",
    "wanted uuid, number int, did text, seen int, said text, words text, day date",
    f"""returns text language plpgsql volatile as $$
declare
  held plan_agreement;
  came text;
  due date;
begin
  select a.* into held from plan_outside o join plan_agreement a on a.id = o.agreement_id
   where {OUTSIDE.STANDS} for update of o, a;
  if not found then return 'closed'; end if;
  if held.version <> seen then return 'changed'; end if;
  came := case
    when did = 'accept' and held.state = 'proposed' and held.offered_at is null
      and held.mandate <> 'refused' then 'accepted'
    when did = 'decline' and held.state = 'proposed' and said <> '' then 'declined'
    when did = 'offer' and held.state = 'proposed' and words <> '' then 'proposed'
    when held.state not in ('accepted', 'started') then null
    when did = 'keep' then 'kept'
    when did = 'keep_partly' and said <> '' then 'partly'
    when did = 'break' and said <> '' then 'broken' end;
  if came is null then return 'moved'; end if;
  due := case when did = 'offer' then day when did = 'accept' then coalesce(held.due_on, day)
         else held.due_on end;
  if did in ('accept', 'offer') and (due is null or due < access_today()) then
    return 'no_day';
  end if;
  update plan_agreement set
    state = came, version = held.version + 1, due_on = due,
    follow_up_on = greatest(held.follow_up_on, due),
    text = case when did = 'offer' then words else held.text end,
    mandate = case when did = 'offer' and held.mandate = 'refused' and held.text <> words
                   then 'application' else held.mandate end,
    accepted_at = case when did = 'accept' then access_now() else held.accepted_at end,
    offered_at = case when did = 'offer' then access_now() else held.offered_at end,
    report = case when came in ('kept', 'partly', 'broken') then said else held.report end,
    reported_at = case when came in ('kept', 'partly', 'broken') then access_now()
                  else held.reported_at end,
    told_at = case when came in ('kept', 'partly', 'broken') then null else held.told_at end
   where id = held.id;
  perform plan_outside_told(held, did, came, said,
    case when held.text <> words and did = 'offer' then held.text else '' end,
    case when held.due_on <> due then held.due_on end);
  if did = 'accept' then
    update plan_outside o set ends_at = greatest(o.ends_at, (due + 15)::timestamptz)
     where o.id = wanted;
    perform plan_outside_replaces(held.replaces_id);
  end if;
  return '';
end $$""",
)


MAY = migrations.RunSQL(
    "grant update (mandate) on plan_agreement to landfast_helper;",
    "revoke update (mandate) on plan_agreement from landfast_helper;",
)


class Migration(migrations.Migration):
    """A value more, a function more, and two with one case more."""

    dependencies = (("plan", "0093_a_name_is_late"),)

    operations = (
        migrations.AlterField(
            "agreement",
            "mandate",
            models.CharField(
                max_length=14, choices=choices(MandateState), default=MandateState.CLEAR
            ),
        ),
        MAY,
        REFUSE,
        WATCH,
        ANSWER,
    )
