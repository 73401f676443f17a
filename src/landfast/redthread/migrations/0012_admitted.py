"""The job is told since when she is admitted, as the product knows it: not only what was told of it."""

from django.db import migrations

from landfast.access.protect import definer, whole

DAY = "(({0}) at time zone 'Europe/Copenhagen')::date"
STAYS = definer(
    "redthread_stays",
    "wanted uuid",
    f"""returns jsonb language sql stable as $$
  select jsonb_build_object('stays', coalesce(jsonb_agg(jsonb_build_object(
    'id', 'situation:' || s.id, 'day', {DAY.format("s.starts_at")},
    'until', {DAY.format("s.ends_at")}, 'at', s.created_at) order by s.starts_at, s.id), '[]'))
    from access_situation s where s.scope_id = wanted and s.kind = 'admitted'
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
      || redthread_signals(taken.id, today) || redthread_stays(taken.id) from taken;
end
$$""",
)


class Migration(migrations.Migration):
    """One function more, and the one that claims, written whole."""

    dependencies = (
        ("redthread", "0011_worth_by_the_rule"),
        ("access", "0022_situations"),
    )

    operations = (STAYS, CLAIM)
