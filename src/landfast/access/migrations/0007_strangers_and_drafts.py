"""A stranger leaves no event in anybody's course; drafts are forgotten after thirty days.

The insert policy of the log asked only that the actor is the one who acts, and "nobody" is nobody:
a public page could have written into any course's history. Drafts hold what people were writing
about citizens; `Keep.DRAFT` promised thirty days, and nothing kept the promise.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may

WHO_TELLS = "actor_id is not distinct from access_actor()"

EXPIRE = definer(
    "access_expire_drafts",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from access_draft where saved_at < access_now() - interval '30 days' returning id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """One policy, one function."""

    dependencies = (("access", "0006_failed_sign_ins"),)

    operations = (
        migrations.RunSQL(
            "alter policy add on access_event with check"
            f" ({WHO_TELLS} and (scope_id is null or access_actor() is not null));",
            f"alter policy add on access_event with check ({WHO_TELLS});",
        ),
        helper_may("access_draft", "select, delete"),
        EXPIRE,
    )
