"""A question to a leader ends with the promise that it is about, and with the course.

Whoever says no, takes a proposal back or tells that it was kept, cannot end a leader's access: the
database does, whoever it was, also somebody outside without a login. The clock moves no question
on to another leader when the course or the promise is over.
"""

from django.db import migrations

from landfast.access.protect import definer, inner, whole
from landfast.course.rules.states import OVER

JOBS = "session_user = 'landfast_jobs'"
COURSE_OVER = ", ".join(f"'{state.value}'" for state in sorted(OVER))
WAITS = f"""d.answered_at is null and d.withdrawn_at is null
     and c.state not in ({COURSE_OVER}) and not plan_question_ends(a.state, d.about)"""

ENDS = migrations.RunSQL(
    """
create function plan_question_ends(state text, about text) returns boolean
  language sql immutable as $$
  select state in ('replaced', 'declined', 'lapsed') or (state = 'kept' and about <> 'bill')
$$;
""",
    "drop function plan_question_ends;",
)

END = inner(
    "plan_end_questions",
    "agreement uuid, stands text",
    """returns void language plpgsql volatile as $$
declare
  q plan_decision_ask;
begin
  for q in select d.* from plan_decision_ask d
    where d.agreement_id = agreement and d.answered_at is null and d.withdrawn_at is null
      and plan_question_ends(stands, d.about) for update loop
    update plan_decision_ask set withdrawn_at = access_now() where id = q.id;
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = q.course_id and person_id = q.decider_id and role = 'decider'
       and about = q.id and (ends_at is null or ends_at > access_now());
    insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
    values (uuidv7(), access_now(), 'plan.decision_withdrawn', q.course_id, 'whole',
      access_actor(), 'plan_decision_ask', q.id, jsonb_build_object('decider', q.decider_id));
    perform plan_end_interim(q.id);
  end loop;
end $$""",
)
WITH_PROMISE = definer(
    "plan_ends_its_questions",
    "",
    """returns trigger language plpgsql as $$
begin
  perform plan_end_questions(new.id, new.state);
  return null;
end $$""",
)
FOLLOWS = migrations.RunSQL(
    """
grant update (withdrawn_at) on plan_decision_ask to landfast_helper;
create trigger ends_its_questions after update on plan_agreement for each row
  when (old.state is distinct from new.state) execute function plan_ends_its_questions();
""",
    """
drop trigger ends_its_questions on plan_agreement;
revoke update (withdrawn_at) on plan_decision_ask from landfast_helper;
""",
)

WAITING = whole(
    "plan_decisions_waiting",
    "",
    f"""returns table (id uuid, unit_id uuid, decider_id uuid, asked_by_id uuid, level int,
    answer_by timestamptz)
  language sql stable as $$
  select d.id, d.unit_id, d.decider_id, d.asked_by_id, d.level::int, d.answer_by
    from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
    join course_course c on c.id = d.course_id
   where {JOBS} and d.unit_id is not null and {WAITS}
   order by d.answer_by, d.id
$$""",
)
PASS = whole(
    "plan_pass_decision",
    "ask uuid, held uuid, taker uuid, for_whom uuid, stands_at int, due timestamptz, why text",
    f"""returns boolean language plpgsql volatile as $$
declare
  q plan_decision_ask%rowtype;
begin
  if not {JOBS} then return false; end if;
  -- whoever answers or takes it back in this second, or ends what it is about, was first
  select d.* into q from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
    join course_course c on c.id = d.course_id
   where d.id = ask and d.decider_id = held and {WAITS}
     for update of d;
  if not found then return false; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = q.course_id and person_id = held and role = 'decider' and about = ask
     and (ends_at is null or ends_at > access_now());
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation, about)
  values (uuidv7(), access_now(), q.course_id, taker, '', 'decider', 'decision', 'one', 'write',
    access_now(), access_now() + interval '30 days', q.asked_by_id, q.reason, 'always', ask);
  update plan_decision_ask set decider_id = taker, stands_in_for_id = for_whom, level = stands_at,
    answer_by = due, passed_from_id = held, passed_at = access_now(), passed_why = why
   where id = ask;
  insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.decision_passed', q.course_id, 'whole', 'plan_decision_ask',
    ask,
    jsonb_build_object('decider', taker, 'from', held, 'why', why, 'asked_by', q.asked_by_id));
  return true;
end $$""",
)


class Migration(migrations.Migration):
    """Functions, and what follows a promise that ends."""

    dependencies = (("plan", "0089_task_of_another"), ("course", "0130_named_anew"))

    operations = (ENDS, END, WITH_PROMISE, FOLLOWS, WAITING, PASS)
