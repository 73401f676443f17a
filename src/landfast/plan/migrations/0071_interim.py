"""What holds while a leader decides is a promise of its own, and ends with the question.

The leader who answers reads nothing of the course, and so cannot end it: the database's own function
does, and only when the question has been answered or taken back. Whose promise has a bill that the
units quarrel over asks the leader above them herself: that one leader, about that one question.
"""

import json

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer
from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act, AgreementKind

END = definer(
    "plan_end_interim",
    "ask uuid",
    """returns boolean language plpgsql volatile as $$
declare
  held plan_agreement;
begin
  select a.* into held from plan_decision_ask d join plan_agreement a on a.id = d.interim_id
   where d.id = ask and (d.answered_at is not null or d.withdrawn_at is not null)
     and a.state in ('proposed', 'accepted', 'started') for update of a;
  if not found then return false; end if;
  update plan_agreement set state = 'lapsed', version = held.version + 1 where id = held.id;
  insert into plan_agreement_change (id, created_at, course_id, agreement_id, at, actor_id, act,
    before, after, note, told_aloud, old_text, old_due_on)
  values (uuidv7(), access_now(), held.course_id, held.id, access_now(), access_actor(), 'end',
    held.state, 'lapsed', '', false, '', null);
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.agreement_end', held.course_id, 'whole', access_actor(),
    'plan_agreement', held.id,
    jsonb_build_object('before', held.state, 'decision', ask, 'maker', held.maker_id));
  return true;
end $$""",
)

OWN_BILL = definer(
    "plan_asks_about_own_bill",
    "ask uuid, course uuid, leader uuid",
    """returns boolean language sql stable as $$
  select exists (
    select from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
     where d.id = ask and d.course_id = course and d.decider_id = leader and d.about = 'bill'
       and d.asked_by_id = access_actor() and a.maker_id = access_actor()
       and d.answered_at is null and d.withdrawn_at is null)
$$""",
)
MAKER_GIVES = migrations.RunSQL(
    """
create policy own_bill on access_grant for insert to landfast_app
  with check (given_by_id = (select access_actor()) and role = 'decider' and ground = 'decision'
    and topic = 'one' and plan_asks_about_own_bill(about, scope_id, person_id));
""",
    "drop policy own_bill on access_grant;",
)
GOES = {"author": None, "with": ["agreement_id"], "takes": [], "cuts": []}
WHOLE = GOES | {"with": ["agreement_id", "interim_id"], "takes": ["agreement_id", "interim_id"]}
MOVES_ALONG = migrations.RunSQL(
    f"comment on policy moves on plan_decision_ask is '{json.dumps(WHOLE)}';",
    f"comment on policy moves on plan_decision_ask is '{json.dumps(GOES)}';",
)


class Migration(migrations.Migration):
    """One key, one kind, one act, two functions."""

    dependencies = (("plan", "0070_counted_unseen"),)

    operations = (
        migrations.AddField(
            "decisionask", "interim",
            models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+",
                to="plan.agreement",
            ),
        ),
        migrations.AlterField(
            "agreement", "kind", models.CharField(max_length=12, choices=choices(AgreementKind))
        ),
        migrations.AlterField(
            "agreementchange", "act", models.CharField(max_length=12, choices=choices(Act))
        ),
        END, OWN_BILL, MAKER_GIVES, MOVES_ALONG,
    )  # fmt: skip
