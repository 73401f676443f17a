"""What did not arrive is shown to who can act: staff's to administrators and leaders, hers to who holds
her course, as the bare fact. One touch tries again. What has arrived since is no failure any more.
"""

from django.db import migrations

from landfast.access.protect import definer

OWN = "person_id = (select access_actor())"
JOBS = "session_user = 'landfast_jobs'"
RUN = "(select access_my_units('organisation_run'))::uuid[]"
LEAD = "(select access_my_units('courses_oversee'))::uuid[]"
HELD = "(select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]"
CITIZEN = """g.role = 'citizen' and g.starts_at <= access_now()
    and (g.ends_at is null or g.ends_at > access_now())"""
WORKS = """(e.ends_on is null or e.ends_on >= access_today())"""

ARRIVED_SINCE = definer(
    "notices_arrived_since",
    "who uuid, moment timestamptz",
    """returns boolean language sql stable as $$
  select exists (select from notices_delivery
                  where person_id = who and state = 'sent' and ended_at > moment)
$$""",
)
UNREACHED = definer(
    "notices_unreached_courses",
    "",
    f"""returns table (course_id uuid, since timestamptz) language sql stable as $$
  select g.scope_id, max(d.ended_at)
    from access_grant g join notices_delivery d on d.person_id = g.person_id and d.state = 'dead'
   where g.scope_id = any ({HELD}) and {CITIZEN}
     and not notices_arrived_since(d.person_id, d.ended_at)
   group by g.scope_id
$$""",
)
RETRY_STAFF = definer(
    "notices_retry_staff",
    "who uuid",
    f"""returns boolean language plpgsql volatile as $$
begin
  update notices_delivery
     set state = 'waiting', tries = 0, ended_at = null, next_try_at = access_now(), failure = ''
   where person_id = who and state = 'dead' and exists (
     select from people_employment e where e.person_id = who and {WORKS}
       and (e.unit_id = any ({RUN}) or e.unit_id = any ({LEAD})));
  return found;
end $$""",
)
RETRY_COURSE = definer(
    "notices_retry_course",
    "course uuid",
    f"""returns boolean language plpgsql volatile as $$
begin
  update notices_delivery
     set state = 'waiting', tries = 0, ended_at = null, next_try_at = access_now(), failure = ''
   where state = 'dead' and course = any ({HELD}) and person_id in (
     select g.person_id from access_grant g where g.scope_id = course and {CITIZEN});
  return found;
end $$""",
)
KEPT = f"""state = 'dead' and exists (select from people_employment e
    where e.person_id = notices_delivery.person_id and {WORKS}
      and (e.unit_id = any ({RUN}) or e.unit_id = any ({LEAD})))
    and not notices_arrived_since(person_id, ended_at)"""
LED_BY_ME = """state = 'dead' and exists (select from people_employment e
  where e.person_id = notices_delivery.person_id
    and (e.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])
      or e.unit_id::text || ':leader' = any ((select access_my_posts())::text[])))"""


class Migration(migrations.Migration):
    """Who sees it, and the two ways to try again."""

    dependencies = (
        ("notices", "0020_of_accounts"),
        ("access", "0035_drafts_of_long_addresses"),
        ("people", "0040_second_yes"),
    )

    operations = (
        migrations.RunSQL(
            "grant update on notices_delivery to landfast_helper;"
            " create policy helper_update on notices_delivery for update to landfast_helper"
            " using (true) with check (true);",
            "drop policy helper_update on notices_delivery;"
            " revoke update on notices_delivery from landfast_helper;",
        ),
        ARRIVED_SINCE,
        UNREACHED,
        RETRY_STAFF,
        RETRY_COURSE,
        migrations.RunSQL(
            f"alter policy see on notices_delivery using ({OWN} or {JOBS} or ({KEPT}));",
            f"alter policy see on notices_delivery using ({OWN} or {JOBS} or ({LED_BY_ME}));",
        ),
    )
