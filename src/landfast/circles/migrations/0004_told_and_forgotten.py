"""Only a way in that is her own tells her here; only what is over is forgotten, and hers with her.

A case that waits, that she has not been told of, or whose course is held stays. When a course is
deleted its cases go along: the text is about her, though it does not say so.
"""

from django.db import migrations

from landfast.access.protect import definer, whole
from landfast.circles.rules.cases import KEPT_YEARS, OFF_THE_LIST, CaseState

OFF = ", ".join(sorted(f"'{one.value}'" for one in OFF_THE_LIST))
OVER = (
    f"(c.state in ({OFF}) or c.state = '{CaseState.HANDLED.value}' and c.told_after_on is not null)"
)

HAS_PAGE = whole(
    "circles_has_page",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from course_course c join course_citizen z on z.id = c.citizen_id
                  join people_account a on a.person_id = z.person_id
                 where c.id = wanted and a.is_active
                   and (exists (select from people_password h
                                 where h.account_id = a.person_id and not h.is_start)
                     or exists (select from login_identity i
                                 where i.person_id = a.person_id and i.ended_at is null))
                   and (c.id = any ((select access_my_scopes('whole', 'read'))::uuid[])
                     or exists (select from access_my_posts_reach r
                                 where r.scope_id = c.id and r.topic = 'whole')))
$$""",
)
GOES_ALONG = definer(
    "circles_case_goes_along",
    "",
    """returns trigger language plpgsql as $$
begin
  delete from circles_case where id = old.case_id;
  return null;
end $$""",
)
WITH_ITS_ORIGIN = migrations.RunSQL(
    "create trigger case_goes_along after delete on circles_origin"
    " for each row execute function circles_case_goes_along();",
    "drop trigger case_goes_along on circles_origin;",
)
EXPIRE = whole(
    "circles_expire",
    "",
    f"""returns int language plpgsql volatile as $$
declare gone uuid[]; begin
  gone := array(
    select c.id from circles_case c left join circles_origin o on o.case_id = c.id
     where c.created_at < access_now() - interval '{KEPT_YEARS} years' and {OVER}
       and not exists (select from keeping_case k
                        where k.scope_id = o.course_id and keeping_is_held(k.id)));
  delete from circles_origin where case_id = any (gone);
  delete from circles_case where id = any (gone);
  return cardinality(gone);
end $$""",
)


class Migration(migrations.Migration):
    """Two functions written anew, and one trigger."""

    dependencies = (
        ("circles", "0003_each_writes_her_own"),
        ("keeping", "0006_with_forgotten_passwords"),
        ("login", "0002_guards"),
    )
    operations = (HAS_PAGE, GOES_ALONG, WITH_ITS_ORIGIN, EXPIRE)
