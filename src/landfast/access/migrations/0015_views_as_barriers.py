"""A view that shows what my posts reach judges no other row first.

Without a barrier the planner may ask a reader's own condition before the view's: a cast that
fails then names the key of a scope which the reader does not reach. Comparing keys and codes is
leakproof and still goes down to the index.
"""

from django.db import migrations

VIEWS = ("access_my_posts_reach", "access_my_posts_parts")


class Migration(migrations.Migration):
    """Both views as barriers."""

    dependencies = (("access", "0014_looks_at_their_own_time"),)

    operations = tuple(
        migrations.RunSQL(
            f"alter view {view} set (security_barrier = true);",
            f"alter view {view} reset (security_barrier);",
        )
        for view in VIEWS
    )
