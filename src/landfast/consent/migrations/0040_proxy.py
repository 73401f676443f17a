"""Somebody may read or answer for the citizen: who, what, why and how long, read by the team and them.

Whoever is named is a person of their own without a name here; only who may name a proxy makes one.
"""

import datetime

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, logged, protect_by, reach
from landfast.access.rules import Level, Topic
from landfast.consent.rules import How
from landfast.consent.rules.proxy import ProxyKind
from landfast.kernel.choices import choices

READS, WRITES = (
    reach("consent_proxy", "course_id", Topic.WHOLE, level) for level in (Level.READ, Level.WRITE)
)
ONESELF = "person_id = (select access_actor())"

# she herself, and those who hold the threads: whoever may give the access
PRIVATE_PERSON = definer(
    "consent_private_person",
    "wanted uuid",
    """returns uuid language plpgsql volatile as $$
declare
  made uuid := uuidv7();
begin
  if not access_may_give(wanted, 'proxy', made) then return null; end if;
  insert into people_person (id, created_at, kind, name, sort_key, profession, phone)
  values (made, access_now(), 'citizen', '', '', '', '');
  return made;
end $$""",
)
# a code for one who has come in would let another in as them
HAS_COME_IN = definer(
    "consent_proxy_has_come_in",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select coalesce(bool_or(access_has_come_in(person_id)), true) from consent_proxy
   where id = wanted and access_may_give(course_id, 'proxy', person_id)
$$""",
)
ONLY_ENDED = migrations.RunSQL(
    """
revoke update on consent_proxy from landfast_app;
grant update (ended_at, confirmed_at) on consent_proxy to landfast_app;
""",
    "grant update on consent_proxy to landfast_app;",
)


class Migration(migrations.Migration):
    """One table, its policies, and who comes in."""

    dependencies = [
        ("consent", "0034_apart"),
        ("access", "0040_parts"),
        ("course", "0040_part_whose"),
        ("people", "0007_organisations_and_closed_units"),
    ]

    operations = [
        migrations.AlterField(
            model_name="saidoftopic",
            name="topic",
            field=models.CharField(choices=choices(Topic), max_length=10),
        ),
        migrations.CreateModel(
            name="Proxy",
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
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(choices=choices(ProxyKind), max_length=10)),
                ("limits", models.JSONField()),
                ("reason", models.CharField(max_length=300)),
                ("how", models.CharField(choices=choices(How), max_length=10)),
                ("evidence", models.CharField(blank=True, max_length=300)),
                ("given_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("grants", models.JSONField()),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "consent_proxy",
                "indexes": [models.Index(fields=["course", "-given_at"], name="proxies_of_course")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__lte", models.F("given_at") + datetime.timedelta(days=368))
                        ),
                        name="a_proxy_lapses_within_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "guardian"), _negated=True),
                            ("how", "on_paper"),
                            _connector="OR",
                        ),
                        name="a_guardian_is_on_paper",
                    ),
                ],
            },
        ),
        protect_by(
            "consent_proxy", select=f"{READS}\n  or {ONESELF}", insert=WRITES, update=WRITES
        ),
        # for whom one reads: from it one learns whose course to open
        logged("consent_proxy", own=ONESELF),
        ONLY_ENDED,
        PRIVATE_PERSON,
        helper_may("consent_proxy"),
        HAS_COME_IN,
    ]
