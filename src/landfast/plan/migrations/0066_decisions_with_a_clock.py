"""A question to a leader has a clock and a unit, and goes on by itself when nobody answers.

The jobs learn which questions wait, not what they are about, and move one along: its reader's
access ends in the same act as the next one's begins. A leader reads how long answers took, by
unit, never what was asked.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer
from landfast.kernel.choices import choices
from landfast.plan.rules.deciding import Appeal, DecisionAbout, Passed

TABLE = "plan_decision_ask"
JOBS = "session_user = 'landfast_jobs'"


def points_at(table):
    """A key that may be empty."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=table, null=True
    )


NEW = (
    ("about", models.CharField(choices=choices(DecisionAbout), default="grant", max_length=10)),
    ("unit", points_at("people.unit")),
    ("shown", models.JSONField(default=list)),
    ("answer_by", models.DateTimeField(null=True)),
    ("level", models.PositiveSmallIntegerField(default=0)),
    ("stands_in_for", points_at("people.person")),
    ("passed_from", points_at("people.person")),
    ("passed_at", models.DateTimeField(null=True)),
    ("passed_why", models.CharField(blank=True, choices=choices(Passed), max_length=5)),
    ("appeal", models.CharField(blank=True, choices=choices(Appeal), max_length=12)),
)

WAITING = definer(
    "plan_decisions_waiting",
    "",
    f"""returns table (id uuid, unit_id uuid, decider_id uuid, asked_by_id uuid, level int,
    answer_by timestamptz)
  language sql stable as $$
  select d.id, d.unit_id, d.decider_id, d.asked_by_id, d.level::int, d.answer_by from {TABLE} d
   where {JOBS} and d.answered_at is null and d.withdrawn_at is null and d.unit_id is not null
   order by d.answer_by, d.id
$$""",
)

PASS = definer(
    "plan_pass_decision",
    "ask uuid, held uuid, taker uuid, for_whom uuid, stands_at int, due timestamptz, why text",
    f"""returns boolean language plpgsql volatile as $$
declare
  q {TABLE}%rowtype;
begin
  if not {JOBS} then return false; end if;
  -- whoever answers or takes it back in this second was first
  select * into q from {TABLE}
   where id = ask and decider_id = held and answered_at is null and withdrawn_at is null
     for update;
  if not found then return false; end if;
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = q.course_id and person_id = held and role = 'decider' and about = ask
     and (ends_at is null or ends_at > access_now());
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation, about)
  values (uuidv7(), access_now(), q.course_id, taker, '', 'decider', 'decision', 'one', 'write',
    access_now(), access_now() + interval '30 days', q.asked_by_id, q.reason, 'always', ask);
  update {TABLE} set decider_id = taker, stands_in_for_id = for_whom, level = stands_at,
    answer_by = due, passed_from_id = held, passed_at = access_now(), passed_why = why
   where id = ask;
  insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.decision_passed', q.course_id, 'whole', '{TABLE}', ask,
    jsonb_build_object('decider', taker, 'from', held, 'why', why, 'asked_by', q.asked_by_id));
  return true;
end $$""",
)

TIMES = definer(
    "plan_decision_times",
    "units uuid[], since timestamptz",
    f"""returns table (unit_id uuid, asked_at timestamptz, answered_at timestamptz,
    answer_by timestamptz)
  language sql stable as $$
  select d.unit_id, d.asked_at, d.answered_at, d.answer_by from {TABLE} d
   where d.unit_id = any (units) and d.withdrawn_at is null and d.asked_at >= since
     and d.unit_id = any ((select access_my_units('courses_oversee'))::uuid[])
   order by d.asked_at
$$""",
)
COLUMNS = (
    """decider_id, stands_in_for_id, level, answer_by, passed_from_id, passed_at, passed_why"""
)


class Migration(migrations.Migration):
    """Columns, and three functions."""

    dependencies = (("plan", "0065_costs"), ("access", "0091_scopes_whole"))

    operations = (
        *(migrations.AddField("decisionask", name, field) for name, field in NEW),
        migrations.RunSQL(
            f"grant update (appeal) on {TABLE} to landfast_app;\n"
            f"grant update ({COLUMNS}) on {TABLE} to landfast_helper;",
            f"revoke update ({COLUMNS}) on {TABLE} from landfast_helper;\n"
            f"revoke update (appeal) on {TABLE} from landfast_app;",
        ),
        WAITING,
        PASS,
        TIMES,
    )
