"""Ring mig op: strangers leave a number through one function, and junk sinks by itself."""

from django.db import migrations, models

from landfast.access.protect import definer, helper_may

# The only way in. It counts what comes from one place (the source, a hash of the day) and
# lowers the trust of what comes too often; it refuses nobody. Written-out limits:
# ten an hour or thirty a day from one source, twenty thousand rows in all.
LEAVE = definer(
    "course_leave_callback",
    "to_unit uuid, own_number text, what_area text, is_about_self boolean, own_name text,"
    " from_source text, suspicion int, seen_at timestamptz",
    """returns text language plpgsql volatile as $$
declare
  code text;
  value int := -greatest(suspicion, 0);
  hour_count int;
  day_count int;
begin
  if not exists (select from people_unit where id = to_unit and coordinates_courses) then
    raise exception 'landfast: unit % does not call back', to_unit
      using errcode = 'check_violation', constraint = 'a_unit_that_calls_back';
  end if;
  perform pg_advisory_xact_lock(4712, hashtext(from_source) % 512);

  -- the same person presses twice: the same receipt, no second row
  select c.receipt into code from course_callback c
   where c.source = from_source and c.phone = own_number and c.about_self = is_about_self
     and c.area = what_area and c.created_at > seen_at - interval '10 minutes' limit 1;
  if found then return code; end if;

  -- only a trusted row can make another one a duplicate, so nobody is pushed down by junk
  -- that was sent with her number first
  if exists (select from course_callback c
              where c.phone = own_number and c.called_at is null and c.trust >= 0) then
    value := value - 10;
  end if;

  -- rows that are junk on their own signs do not count against those who share the address
  select count(*) filter (where c.created_at > seen_at - interval '1 hour'), count(*)
    into hour_count, day_count
    from course_callback c where c.source = from_source and c.trust > -20;
  if hour_count >= 10 or day_count >= 30 then
    value := value - 10;
    update course_callback c set trust = c.trust - 10
     where c.source = from_source and c.trust > -10;
  end if;

  -- a hard ceiling: the least credible make room. Counted one time in twenty, for the speed
  if random() < 0.05 and (select count(*) from course_callback) >= 20000 then
    delete from course_callback where id in (
      select c.id from course_callback c where c.called_at is null
       order by c.trust, c.created_at desc limit 1000);
  end if;

  loop
    code := (select string_agg(substr('BCDFGHJKLMNPRSTVXZ23456789', 1 + floor(random() * 26)::int, 1), '')
               from generate_series(1, 7));
    code := substr(code, 1, 3) || '-' || substr(code, 4);
    insert into course_callback (id, created_at, unit_id, phone, area, about_self, name, receipt,
        source, trust, expires_on, tries, outcome)
      values (uuidv7(), seen_at, to_unit, own_number, what_area, is_about_self,
        case when is_about_self then own_name else '' end, code, from_source,
        greatest(value, -1000), (seen_at at time zone 'Europe/Copenhagen')::date + 14, 0, '')
      on conflict (receipt) do nothing;
    exit when found;
  end loop;
  return code;
end $$""",
)

# Whoever calls it, it forgets only what is past its day.
EXPIRE = definer(
    "course_expire_callbacks",
    "",
    """returns int language sql volatile as $$
  with gone as (delete from course_callback where expires_on <= access_today() returning id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """Codes instead of words, numbers instead of stories, and the function."""

    dependencies = (("course", "0003_ending"),)

    operations = (
        migrations.AddField(
            model_name="callback",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="callback",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_answer", "no_answer"),
                    ("referred", "referred"),
                    ("advice", "advice"),
                    ("not_wanted", "not_wanted"),
                    ("wrong_number", "wrong_number"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="callback",
            index=models.Index(fields=["phone"], name="callbacks_by_phone"),
        ),
        migrations.AddConstraint(
            model_name="callback",
            constraint=models.CheckConstraint(
                condition=models.Q(("phone__regex", "^\\+?[0-9]{8,14}$")),
                name="a_number_is_no_story",
            ),
        ),
        migrations.AddConstraint(
            model_name="callback",
            constraint=models.CheckConstraint(
                condition=models.Q(("area__regex", "^[a-z_]{1,20}$")), name="an_area_is_no_story"
            ),
        ),
        helper_may("course_callback", "select, insert, update, delete"),
        LEAVE,
        EXPIRE,
    )
