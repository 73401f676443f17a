"""How heavy a finding was when it was put off or away; heavier than that, it stands again."""

from django.db import migrations, models

from landfast.access.protect import whole
from landfast.kernel.choices import choices
from landfast.redthread.rules.words import Severity

KEEP = whole(
    "redthread_keep",
    "wanted uuid, seen jsonb, today date",
    """returns void language plpgsql volatile as $$
begin
  if session_user <> 'landfast_jobs' then return; end if;
  update redthread_finding f set closed_at = access_now()
   where f.course_id = wanted and f.closed_at is null and not exists (
     select from jsonb_array_elements(seen) n
      where n->>'rule' = f.rule and n->>'object' = f.object);
  update redthread_finding f
     set snoozed_until = null, dismissed_at = null, because = '', settled_as = '',
         settled_by_id = null
    from jsonb_array_elements(seen) n
   where f.course_id = wanted and f.closed_at is null
     and n->>'rule' = f.rule and n->>'object' = f.object and n->'wakes' ? f.settled_as;
  insert into redthread_finding as f (id, created_at, course_id, rule, object, severity, says,
      values, facts, rests_from, updated_at, because, contest)
  select uuidv7(), access_now(), wanted, n->>'rule', n->>'object', n->>'severity', n->>'says',
      n->'values', n->'facts', (n->>'rests_from')::timestamptz, access_now(), '', ''
    from jsonb_array_elements(seen) n
  on conflict (course_id, rule, object) where closed_at is null do update
     set severity = excluded.severity, says = excluded.says, values = excluded.values,
         facts = excluded.facts, rests_from = excluded.rests_from, updated_at = access_now()
   where (f.severity, f.says, f.values, f.facts)
      is distinct from (excluded.severity, excluded.says, excluded.values, excluded.facts);
end
$$""",
)


class Migration(migrations.Migration):
    """A column, and the keeping written whole."""

    dependencies = (("redthread", "0001_findings"),)

    operations = (
        migrations.AddField(
            "finding", "settled_as",
            models.CharField(
                blank=True, choices=choices(Severity), db_default="", default="", max_length=8
            ),
        ),
        migrations.RunSQL(
            "update redthread_finding set settled_as = severity"
            " where dismissed_at is not null or snoozed_until is not null;",
            migrations.RunSQL.noop,
        ),
        KEEP,
    )  # fmt: skip
