"""Who decides authority matters in a course, for those who appoint: they see its frame only."""

from django.db import migrations

from landfast.access.protect import definer, helper_may

# The role codes and nothing else; without a ground the answer is the empty list.
AUTHORITY_ROLES = definer(
    "network_authority_roles",
    "wanted uuid, candidate uuid",
    """returns text[] language sql stable as $$
  select coalesce(array_agg(role order by role), '{}') from network_member
   where course_id = wanted and person_id = candidate and decides_authority and until is null
     and (wanted = any (access_my_scopes('frame', 'read'))
          or exists (select from access_my_posts_reach r where r.scope_id = wanted))
$$""",
)


class Migration(migrations.Migration):
    """The neutrality fact."""

    dependencies = (("network", "0002_guards"),)

    operations = (helper_may("network_member"), AUTHORITY_ROLES)
