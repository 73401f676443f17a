"""Three short answers after the meeting: each reads her own; the team sees what they add up to."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from landfast.access.protect import definer, erasable, logged, movable, protect_by, reach
from landfast.access.rules import Level, Topic
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id
from landfast.meetings.rules.pulse import FEWEST

READS, WRITES = (
    reach("meetings_pulse", "course_id", Topic.WHOLE, level) for level in (Level.READ, Level.WRITE)
)
OWN = "person_id = access_actor()"

# the citizen's as they are; the others' only as a mean of so many that nobody can be told by it
OVER_TIME = definer(
    "meetings_pulse_of",
    "wanted uuid",
    f"""returns table (meeting_id uuid, is_citizen boolean, many int,
    heard float, useful float, clear float) language sql stable as $$
  select p.meeting_id, p.is_citizen, count(*)::int,
         avg(p.heard)::float, avg(p.useful)::float, avg(p.clear)::float
    from meetings_pulse p
   where p.course_id = wanted
     and access_my_roles(wanted) && array['citizen', 'coordinator', 'cover', 'deputy', 'second',
                                          'professional']
   group by p.meeting_id, p.is_citizen
  having p.is_citizen or count(*) >= {FEWEST}
$$""",
)


def answer() -> models.PositiveSmallIntegerField:
    """One of five faces, or none."""
    return models.PositiveSmallIntegerField(blank=True, null=True)


def from_one_to_five(name: str) -> Q:
    """Within the faces."""
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__range": (1, 5)})


class Migration(migrations.Migration):
    """One table, its policies and one function."""

    dependencies = (("meetings", "0070_acts"),)

    operations = (
        migrations.CreateModel(
            "Pulse",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=now, editable=False)),
                ("is_citizen", models.BooleanField()),
                ("heard", answer()),
                ("useful", answer()),
                ("clear", answer()),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="pulses",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "meetings_pulse",
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "person"), name="one_pulse_each"),
                    models.CheckConstraint(
                        name="pulse_is_from_one_to_five",
                        condition=from_one_to_five("heard")
                        & from_one_to_five("useful")
                        & from_one_to_five("clear"),
                    ),
                ],
            },
        ),
        protect_by(
            "meetings_pulse",
            select=f"({READS})\n  and {OWN}",
            insert=f"({WRITES})\n  and {OWN}",
            update=f"({WRITES})\n  and {OWN}",
        ),
        logged("meetings_pulse"),
        movable("meetings_pulse", goes_with="meeting_id"),
        erasable("meetings_pulse"),
        OVER_TIME,
    )  # fmt: skip
