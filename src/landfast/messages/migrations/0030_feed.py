"""One's own meetings as a secret address to subscribe to: only its digest is kept, by choice."""

from django.db import migrations, models

from landfast.access.protect import definer

# who has the address: the digest is asked for, and nobody can read it out of the table
OF_FEED = definer(
    "notices_feed_person",
    "key text",
    """returns uuid language sql stable as $$
  select c.person_id from notices_channel c
   where c.feed_digest = encode(sha256(convert_to(key, 'UTF8')), 'hex') and c.feed_digest <> ''
     and exists (select from people_account a where a.person_id = c.person_id and a.is_active)
$$""",
)


class Migration(migrations.Migration):
    """Two columns and a function."""

    dependencies = (("notices", "0021_who_can_act"), ("people", "0041_way_back"))

    operations = (
        migrations.AddField(
            "channel", "feed_digest", models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField("channel", "feed_since", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "channel",
            models.Index(
                fields=("feed_digest",), name="channel_by_feed",
                condition=~models.Q(feed_digest=""),
            ),
        ),
        OF_FEED,
    )  # fmt: skip
