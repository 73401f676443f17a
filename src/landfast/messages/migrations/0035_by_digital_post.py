"""Digital Post: a message that was handed over is answered later; numbers are for the jobs alone."""

from django.db import migrations, models

from landfast.access.protect import definer

FAILURES = ("refused_address", "refused_number", "refused_screen", "refused_post",
            "no_secure_line", "no_server", "other")  # fmt: skip
WAYS = ("mail", "sms", "push", "post", "none")
STATES = ("waiting", "handed", "sent", "dead", "dropped", "taken_back")

# sealed as it lies: what opens it is with the jobs, and no page can ask
NUMBER = definer(
    "notices_number_of",
    "who uuid",
    """returns text language sql stable as $$
  select c.cpr from course_citizen c
   where c.person_id = who and session_user = 'landfast_jobs'
$$""",
)
HAS_NUMBER = definer(
    "notices_has_number",
    "",
    """returns boolean language sql stable as $$
  select exists (select from course_citizen c
                  where c.person_id = (select access_actor()) and c.cpr <> '')
$$""",
)


def _of(*words: str) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


class Migration(migrations.Migration):
    """Two columns, a state more, and two questions."""

    dependencies = (("notices", "0034_on_a_screen"), ("course", "0013_cpr_sealed"))

    operations = (
        migrations.AddField("channel", "post_refused_at", models.DateTimeField(null=True)),
        migrations.AddField("delivery", "sent_as", models.UUIDField(null=True)),
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
            "delivery", "state",
            models.CharField(choices=_of(*STATES), default="waiting", max_length=10),
        ),
        migrations.AlterField(
            "delivery", "failure",
            models.CharField(blank=True, choices=_of(*FAILURES), max_length=20),
        ),
        NUMBER,
        HAS_NUMBER,
    )  # fmt: skip
