"""Who answers from outside with a day before the promise begins is told so, and asked for another.

A link does not show the day it begins. Only the table knew, and refused without a word.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

OUTSIDE = import_module("landfast.plan.migrations.0060_outside")
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
  if did in ('accept', 'offer') and due < held.starts_on then return 'before_start'; end if;
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


class Migration(migrations.Migration):
    """A function with one answer more."""

    dependencies = (("plan", "0098_in_place"),)

    operations = (ANSWER,)
