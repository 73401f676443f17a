"""What the citizen keeps back is shared by no grant: the database refuses it."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect

KEEPS_BACK = definer(
    "consent_keeps_back",
    "",
    """returns trigger language plpgsql as $$
begin
  if exists (select from consent_topic t
              where t.course_id = new.scope_id and t.topic = new.topic and t.ended_at is null
                and t.word in ('myself', 'closed')) then
    raise exception 'landfast: the citizen keeps this topic back';
  end if;
  return new;
end $$""",
)
ON_GRANTS = migrations.RunSQL(
    """
create trigger keeps_back before insert on access_grant for each row
  when (new.topic not in ('frame', 'whole')) execute function consent_keeps_back();
""",
    "drop trigger keeps_back on access_grant;",
)
# for whoever is let in by topic, and for nobody who is not
BY_HERSELF = definer(
    "consent_told_by_herself",
    "wanted uuid",
    """returns text[] language sql stable as $$
  select coalesce(array_agg(topic::text order by topic), '{}') from consent_topic
   where course_id = wanted and ended_at is null and word = 'myself'
     and 'recipient' = any (access_my_roles(wanted))
$$""",
)


class Migration(migrations.Migration):
    """One table, its policies, the gate, and what a reader is told."""

    dependencies = [
        ("consent", "0005_situations"),
        ("course", "0012_while_employed"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SaidOfTopic",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("frame", "frame"),
                            ("whole", "whole"),
                            ("health", "health"),
                            ("psychiatry", "psychiatry"),
                            ("substance", "substance"),
                            ("economy", "economy"),
                            ("housing", "housing"),
                            ("work", "work"),
                            ("family", "family"),
                            ("crime", "crime"),
                            ("living", "living"),
                            ("network", "network"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "word",
                    models.CharField(
                        choices=[("known", "known"), ("myself", "myself"), ("closed", "closed")],
                        max_length=10,
                    ),
                ),
                ("said_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "consent_topic",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("course", "topic"),
                        name="one_word_per_topic",
                    )
                ],
            },
        ),
        protect("consent_topic"),
        helper_may("consent_topic"),
        KEEPS_BACK,
        ON_GRANTS,
        BY_HERSELF,
    ]
