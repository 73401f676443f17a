"""What opens the link of a forgotten password is shown to nobody, not even as a digest.

One's own rows say that one has asked, and when it was used; the functions compare the rest.
"""

from django.db import migrations


class Migration(migrations.Migration):
    """Columns to read, all but one."""

    dependencies = (("login", "0006_way_out"),)

    operations = (
        migrations.RunSQL(
            "revoke select on login_reset from landfast_app;"
            " grant select (id, created_at, person_id, told_at, expires_at, used_at)"
            " on login_reset to landfast_app;",
            "revoke select (id, created_at, person_id, told_at, expires_at, used_at)"
            " on login_reset from landfast_app; grant select on login_reset to landfast_app;",
        ),
    )
