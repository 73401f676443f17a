"""Which posts keep an organisation's rules of what is worth a look; the rest as it was."""

from django.db import migrations

POSTS_THAT = """
create or replace function access_posts_that(may text) returns text[]
  language sql immutable parallel safe
  return case may
    when 'organisation_run' then array['org_admin']
    when 'courses_oversee' then array['daily_leader', 'leader']
    when 'intake_decide' then array['coordinator', 'daily_leader']
    when 'formats_keep' then array['daily_leader', 'org_admin']
{more}    else '{{}}' end;
"""
RULES = "    when 'rules_keep' then array['org_admin']\n"


class Migration(migrations.Migration):
    """One permission more."""

    dependencies = (("access", "0105_lists_once_more"),)

    operations = (migrations.RunSQL(POSTS_THAT.format(more=RULES), POSTS_THAT.format(more="")),)
