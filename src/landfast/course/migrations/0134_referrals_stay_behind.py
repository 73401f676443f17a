"""What was told when she was referred stays behind a fresh start like all that is older (F1).

Who came to the course after the line read the referral, and its needs on the picture. Who wrote it
keeps it; what no course has taken yet is intake's, and asks nothing more.
"""

from django.db import migrations

from landfast.access.protect import stays

REFERRAL = "course_referral"
OPEN = "course_id is null or referred_by_id = (select access_actor())"


class Migration(migrations.Migration):
    dependencies = [("course", "0133_overlap_days")]

    operations = [
        migrations.RunSQL(
            f"create policy left_behind on {REFERRAL} as restrictive for select to landfast_app"
            f" using ({OPEN} or {stays(written='received_at')});",
            f"drop policy left_behind on {REFERRAL};",
        )
    ]
