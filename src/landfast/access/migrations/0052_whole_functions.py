"""What a grant hangs on is asked by three functions that had been patched by their text: now whole."""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import REACHES_NOW

PART_SCOPES = whole(
    "access_my_part_scopes",
    "",
    f"""returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct scope_id), '{{}}') from access_grant
   where person_id = (select access_actor()) and topic not in ('frame', 'whole') and {REACHES_NOW}
$$""",
)

ROLES = whole(
    "access_my_roles",
    "wanted uuid",
    f"""returns text[] language sql stable as $$
  select coalesce(array_agg(distinct role), '{{}}') from (
    select role from access_grant
     where scope_id = wanted and person_id = (select access_actor()) and {REACHES_NOW}
    union all
    select role from access_my_posts_reach where scope_id = wanted
    union all
    select role from access_my_posts_parts where scope_id = wanted
  ) held
$$""",
)

READS_TOPICS = whole(
    "access_reads_topics",
    "wanted uuid, topics text[]",
    f"""returns boolean language sql stable as $$
  select topics <> '{{}}' and not exists (
    select from unnest(topics) one
     where not exists (select from access_grant
                        where scope_id = wanted and person_id = (select access_actor())
                          and topic = one and {REACHES_NOW})
       and not exists (select from access_my_posts_parts r
                        where r.scope_id = wanted and r.topic = one))
$$""",
)


class Migration(migrations.Migration):
    """Three functions."""

    dependencies = (("access", "0051_apart_in_intake"),)

    operations = (PART_SCOPES, ROLES, READS_TOPICS)
