"""What is put off or away stays so while it says the same: something new, and it stands again."""

from django.db import migrations, models

from landfast.access.protect import whole

MAY = migrations.RunSQL(
    "grant update (settled_on) on redthread_finding to landfast_app;",
    "revoke update (settled_on) on redthread_finding from landfast_app;",
)
AS_IT_STANDS = migrations.RunSQL(
    """update redthread_finding f set settled_on = (
  select coalesce(jsonb_agg(distinct said), '[]') from (
    select f.says as said
    union select word from jsonb_each(f.values) v, jsonb_array_elements_text(v.value) word
    union select case when f.severity = 'question' then x->>'id'
                      else split_part(x->>'id', ':', 1) end from jsonb_array_elements(f.facts) x
  ) words)
 where f.dismissed_at is not null or f.snoozed_until is not null;""",
    migrations.RunSQL.noop,
)
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
         settled_on = '[]', settled_by_id = null
    from jsonb_array_elements(seen) n
   where f.course_id = wanted and f.closed_at is null
     and n->>'rule' = f.rule and n->>'object' = f.object and f.settled_as <> ''
     and (n->'wakes' ? f.settled_as or not n->'mark' <@ f.settled_on);
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
CONTEST = whole(
    "redthread_contest",
    "wanted uuid, said text",
    """returns boolean language plpgsql volatile as $$
begin
  update redthread_finding
     set contest = said, contested_at = access_now(), snoozed_until = null, dismissed_at = null,
         because = '', settled_as = '', settled_on = '[]', settled_by_id = null
   where id = wanted and closed_at is null
     and course_id = any (access_scopes_as(array['citizen']));
  return found;
end
$$""",
)


class Migration(migrations.Migration):
    """A column, its right, what stands put away today, and two functions written whole."""

    dependencies = (("redthread", "0003_who_settles"),)

    operations = (
        migrations.AddField(
            "finding", "settled_on", models.JSONField(db_default=[], default=list)
        ),
        MAY, AS_IT_STANDS, KEEP, CONTEST,
    )  # fmt: skip
