"""Signs that people recorded are asked about; without a ground none is recorded, and all are forgotten."""

from django.db import migrations

from landfast.access.protect import definer, whole

COURSES = """select c.id from course_course c join people_unit u on u.id = c.unit_id
     where u.organisation_id = new.organisation_id"""
SIGNALS = definer(
    "redthread_signals",
    "wanted uuid, today date",
    """returns jsonb language sql stable as $$
  select jsonb_build_object('signals', coalesce(jsonb_agg(jsonb_build_object(
    'id', 'signal:' || s.id, 'day', s.seen_on, 'kind', s.kind, 'at', s.created_at)
    order by s.seen_on, s.created_at, s.id), '[]'))
    from course_signal s where s.course_id = wanted and s.expires_on > today
     and session_user = 'landfast_jobs'
$$""",
)
CLAIM = whole(
    "redthread_claim",
    "today date, most int",
    """returns table (course_id uuid, told jsonb) language plpgsql volatile as $$
begin
  if session_user <> 'landfast_jobs' then return; end if;
  return query with due as (
    select k.course_id as id from redthread_check k join course_course c on c.id = k.course_id
     where k.woken_at is not null
        or ((k.checked_on is null or k.checked_on < today) and c.state in
            ('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING', 'GENÅBNET', 'VENTELISTE'))
     order by k.woken_at nulls last, k.checked_on nulls first limit most
     for update of k skip locked
  ), taken as (
    update redthread_check k set woken_at = null, checked_at = access_now(), checked_on = today,
           failed_at = null
      from due where k.course_id = due.id returning k.course_id as id)
  select taken.id, redthread_told(taken.id, today) || redthread_chosen(taken.id)
      || redthread_signals(taken.id, today) from taken;
end
$$""",
)
WAKE = whole(
    "redthread_wake_ours",
    "",
    f"""returns trigger language plpgsql as $$
begin
  update redthread_check set woken_at = access_now()
   where course_id in ({COURSES});
  if tg_op = 'UPDATE' then
    update redthread_finding f set closed_at = access_now()
     where f.closed_at is null and f.rule like 'ED-%' and f.course_id in ({COURSES});
    update course_signal set expires_on = access_today()
     where expires_on > access_today() and course_id in ({COURSES});
  end if;
  return null;
end
$$""",
)
GROUNDED = migrations.RunSQL(
    "create policy grounded on course_signal as restrictive for insert to landfast_app"
    " with check ((redthread_chosen(course_id)->>'signs')::boolean);",
    "drop policy grounded on course_signal;",
)


class Migration(migrations.Migration):
    """A function, two written whole, and a policy."""

    dependencies = (("redthread", "0006_choosing"), ("course", "0100_signals"))

    operations = (SIGNALS, CLAIM, WAKE, GROUNDED)
