"""Who holds the threads settles a finding, and she alone contests it; what was found is fixed."""

from django.db import migrations

from landfast.access.protect import definer, plays, reach, whole
from landfast.access.roles import COURSE_ROLES
from landfast.access.rules import Level, Permission, Topic

SETTLERS = [role for role, text in COURSE_ROLES.items() if Permission.FINDING_SETTLE in text.may]
CONTESTERS = [role for role, text in COURSE_ROLES.items() if Permission.FINDING_CONTEST in text.may]
WRITES = reach("redthread_finding", "course_id", Topic.WHOLE, Level.WRITE)
SETTLES = f"({WRITES}) and ({plays('redthread_finding', *SETTLERS)})"
COLUMNS = "snoozed_until, dismissed_at, because, settled_by_id, settled_as"
ROLES = ", ".join(f"'{role}'" for role in CONTESTERS)

FIXED = migrations.RunSQL(
    f"""
revoke update on redthread_finding from landfast_app;
grant update ({COLUMNS}) on redthread_finding to landfast_app;
alter policy change on redthread_finding using ({SETTLES}) with check ({SETTLES});
""",
    f"""
alter policy change on redthread_finding using ({WRITES}) with check ({WRITES});
revoke update ({COLUMNS}) on redthread_finding from landfast_app;
grant update on redthread_finding to landfast_app;
""",
)
CONTEST = definer(
    "redthread_contest",
    "wanted uuid, said text",
    f"""returns boolean language plpgsql volatile as $$
begin
  update redthread_finding
     set contest = said, contested_at = access_now(), snoozed_until = null, dismissed_at = null,
         because = '', settled_as = '', settled_by_id = null
   where id = wanted and closed_at is null
     and course_id = any (access_scopes_as(array[{ROLES}]));
  return found;
end
$$""",
)
WORTH = whole(
    "redthread_worth",
    "wanted uuid[], today date",
    """returns table (id uuid, course_id uuid, severity text) language sql stable as $$
  select f.id, f.course_id, f.severity from redthread_finding f
   where f.course_id = any (wanted)
     and f.course_id = any (access_my_scopes('whole', 'write'))
     and f.closed_at is null and f.dismissed_at is null
     and (f.snoozed_until is null or f.snoozed_until <= today)
     and (f.contested_at is not null or (f.severity <> 'info' and f.rule <> 'RT-10'))
     and (f.course_id = any (access_known_scopes())
          or not access_left_behind(f.course_id, f.rests_from))
   order by f.created_at, f.id
$$""",
)


class Migration(migrations.Migration):
    """Grants of columns, a policy by role, and her own way to say that it is not so."""

    dependencies = (("redthread", "0002_heavier"),)

    operations = (FIXED, CONTEST, WORTH)
