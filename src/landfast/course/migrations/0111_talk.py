"""What has helped before, and where she left the talk about her wishes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns of her profile; its policies stand as they are."""

    dependencies = (("course", "0110_led_at_once"),)

    operations = (
        migrations.AddField(
            model_name="profile",
            name="worked",
            field=models.TextField(blank=True, db_default="", max_length=2000),
        ),
        migrations.AddField(
            model_name="profile",
            name="talk_at",
            field=models.CharField(blank=True, db_default="", max_length=20),
        ),
    )
