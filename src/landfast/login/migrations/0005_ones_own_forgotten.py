"""That one has forgotten a password is one's own to see; what opens the link stays a digest."""

from django.db import migrations


class Migration(migrations.Migration):
    """One's own rows, to read."""

    dependencies = (("login", "0004_forgotten_passwords"),)

    operations = (
        migrations.RunSQL(
            "grant select on login_reset to landfast_app;"
            "create policy see on login_reset for select to landfast_app"
            " using (person_id = (select access_actor()));",
            "drop policy see on login_reset; revoke select on login_reset from landfast_app;",
        ),
    )
