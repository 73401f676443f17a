"""What one reaches by a grant of one's own: patched for proxies, and whole again here."""

from django.db import migrations

from landfast.access.protect import whole
from landfast.access.sql import PRIVATE

BODY = f"""returns uuid[] language plpgsql stable parallel safe as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();
begin
  return array(select scope_id from access_grant
   where person_id = me and {{which}}
     and starts_at <= moment and (ends_at is null or ends_at > moment)
     and ({PRIVATE} or (select exists (
        select from people_employment e
         where e.person_id = me and e.starts_on <= today
           and (e.ends_on is null or e.ends_on >= today)))));
end $$"""

MY_SCOPES = whole(
    "access_my_scopes",
    "wanted_topic text, wanted_level text",
    BODY.format(which="topic in ('whole', wanted_topic) and level in ('write', wanted_level)"),
)
SCOPES_AS = whole("access_scopes_as", "wanted text[]", BODY.format(which="role = any (wanted)"))


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = (("access", "0090_what_is_seldom_asked"),)

    operations = (MY_SCOPES, SCOPES_AS)
