"""A screen that shows notices: its owner's alone, and off when its session ends."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by

OWN = "person_id = access_actor()"
JOBS = "session_user = 'landfast_jobs'"
PURPOSES = ("refused_address", "refused_number", "refused_screen", "no_secure_line", "no_server",
            "other")  # fmt: skip
WAYS = ("mail", "sms", "push", "none")

# whoever ends the session: its owner here or elsewhere, the provider, an administrator, the clock
OFF = definer(
    "notices_screen_off",
    "",
    """returns trigger language plpgsql as $$
begin
  delete from notices_device where sitting = old.id;
  return null;
end $$""",
)
WITH_THE_SESSION = """
create trigger screen_off_when_ended after update of ended_at on login_sitting
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function notices_screen_off();
create trigger screen_off_when_forgotten after delete on login_sitting
  for each row execute function notices_screen_off();
"""
NO_MORE = """
drop trigger screen_off_when_ended on login_sitting;
drop trigger screen_off_when_forgotten on login_sitting;
"""


def _of(*words: str) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


class Migration(migrations.Migration):
    """One table, its policies, and the end that comes by itself."""

    dependencies = (
        ("notices", "0033_by_sms"),
        ("login", "0006_way_out"),
        ("people", "0041_way_back"),
        ("access", "0100_who_keeps_formats"),
    )

    operations = (
        migrations.CreateModel(
            name="Device",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("sitting", models.UUIDField()),
                ("name", models.CharField(blank=True, max_length=60)),
                ("endpoint", models.CharField(max_length=500)),
                ("key", models.BinaryField()),
                ("secret", models.BinaryField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "notices_device",
                "indexes": [models.Index(fields=["sitting"], name="devices_of_sitting")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "endpoint"), name="a_screen_once")
                ],
            },
        ),
        protect_by(
            "notices_device", select=f"{OWN} or {JOBS}", insert=OWN, update=OWN,
            delete=f"{OWN} or {JOBS}",
        ),
        helper_may("notices_device", "select, delete"),
        OFF,
        migrations.RunSQL(WITH_THE_SESSION, NO_MORE),
        migrations.AlterField(
            "channel", "way", models.CharField(choices=_of(*WAYS), default="none", max_length=10)
        ),
        migrations.AlterField(
            "delivery", "way",
            models.CharField(
                blank=True, choices=_of(*WAYS), db_default="", default="", max_length=10
            ),
        ),
        migrations.AlterField(
            "delivery", "failure",
            models.CharField(blank=True, choices=_of(*PURPOSES), max_length=20),
        ),
    )  # fmt: skip
