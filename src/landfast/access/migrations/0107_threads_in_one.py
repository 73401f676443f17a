"""Which of these courses' threads I hold is one look at my grants: two functions asked it twice."""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import ASKED_ALREADY, PRIVATE

THREADS = whole(
    "access_threads",
    "wanted uuid[]",
    f"""returns uuid[] language plpgsql stable as $$
declare
  {ASKED_ALREADY}
  here constant boolean := exists (
    select from people_employment where person_id = me and starts_on <= today
       and (ends_on is null or ends_on >= today));
begin
  return array(select scope_id from access_grant
    where person_id = me and scope_id = any (wanted)
      and starts_at <= moment and (ends_at is null or ends_at > moment)
      and ({PRIVATE} or here)
    group by scope_id
   having bool_or(role in ('coordinator', 'cover', 'deputy', 'second'))
      and bool_or(topic = 'whole' and level in ('write', 'read')));
end $$""",
)


class Migration(migrations.Migration):
    """A function, written anew: it answers what it answered."""

    dependencies = (("access", "0106_who_keeps_rules"),)

    operations = (THREADS,)
