"""The address of her calendar opens too when she comes in by a provider, and has no account."""

from django.db import migrations

from landfast.access.protect import whole

OF_FEED = whole(
    "notices_feed_person",
    "key text",
    """returns uuid language sql stable as $$
  select c.person_id from notices_channel c
   where c.feed_digest = encode(sha256(convert_to(key, 'UTF8')), 'hex') and c.feed_digest <> ''
     and login_has_one(c.person_id)
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("notices", "0037_since_when_handed"), ("login", "0009_who_comes_in"))

    operations = (OF_FEED,)
