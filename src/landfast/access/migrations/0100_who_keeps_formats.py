"""Which posts keep an organisation's own ways to meet; what each post may stands in `roles.POSTS`."""

from django.db import migrations

POSTS_THAT = """
create or replace function access_posts_that(may text) returns text[]
  language sql immutable parallel safe
  return case may
    when 'organisation_run' then array['org_admin']
    when 'courses_oversee' then array['daily_leader', 'leader']
    when 'intake_decide' then array['coordinator', 'daily_leader']
{more}    else '{{}}' end;
"""
FORMATS = "    when 'formats_keep' then array['daily_leader', 'org_admin']\n"


class Migration(migrations.Migration):
    """One permission more."""

    dependencies = (("access", "0091_scopes_whole"),)

    operations = (migrations.RunSQL(POSTS_THAT.format(more=FORMATS), POSTS_THAT.format(more="")),)
