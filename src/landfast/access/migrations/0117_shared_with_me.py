"""What is shared with me is found in three steps: with me, with my posts, with where I work.

As one question with two `or` in it every grant of the place was read: ten seconds of a page where
a million courses are.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.access.migrations.0022_situations")

SHARED = whole(
    "access_shared_with_me",
    "",
    f"""returns table (scope_id uuid, topics text[], purpose text, until timestamptz)
  language sql stable as $$
  with shared as (
    select g.* from access_grant g
     where g.person_id = (select access_actor()) and {BEFORE.STILL_HERE}
    union all
    select g.* from unnest(access_my_posts()) as mine (post)
      join access_grant g on g.unit_id = split_part(mine.post, ':', 1)::uuid
                         and g.post = split_part(mine.post, ':', 2)
     where g.role = 'recipient'
    union all
    select g.* from access_grant g
     where g.organisation_id = any ((select access_where_i_work())::uuid[]))
  select scope_id, array_agg(distinct topic::text order by topic::text), max(reason), min(ends_at)
    from shared
   where role = 'recipient' and {BEFORE.NOW} and {BEFORE.IT_HOLDS}
   group by scope_id order by min(ends_at), scope_id
$$""",
)


class Migration(migrations.Migration):
    """One function, written anew."""

    dependencies = (("access", "0116_shared_by_index"),)

    operations = (SHARED,)
