"""The room on several screens: what each did, under its own key, and what waits for a choice.

What was done is known by its key alone; the words of what waits belong to who wrote them, to the
citizen and to who leads. The mark says only that something has changed: screens ask it often.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.meetings.rules.words
from landfast.access.protect import (
    definer,
    erasable,
    logged,
    movable,
    plays,
    protect_by,
    reach,
    whole,
)
from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Topic
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id

READS, WRITES = (
    reach("meetings_act", "course_id", Topic.WHOLE, level) for level in (Level.READ, Level.WRITE)
)
LEADS = plays(
    "meetings_act",
    CourseRole.CITIZEN, CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
NEAR = f"({READS})\n  and (by_id = access_actor() or {LEADS})"
MINE = f"({WRITES})\n  and by_id = access_actor()"
THEIRS = f"({WRITES})\n  and ({LEADS})"

MARK = definer(
    "meetings_room_mark",
    "wanted uuid",
    """returns text language sql stable as $$
  select md5(concat_ws('|', m.state, m.stage, m.touched_at, m.hand_up_at, m.attends, m.answers,
    (select sum(a.version) from meetings_agreement g join plan_agreement a on a.id = g.agreement_id
      where g.meeting_id = m.id),
    (select count(*) from meetings_act t
      where t.meeting_id = m.id and t.clash <> '' and t.settled_at is null)))
    from meetings_meeting m
   where m.id = wanted and access_my_roles(m.course_id) && array['citizen', 'coordinator',
     'cover', 'deputy', 'second', 'professional']
$$""",
)
FORGET = whole(
    "meetings_forget_turns",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from meetings_turn t
     where not exists (
       select 1 from meetings_turn later
        where later.meeting_id = t.meeting_id and later.at > access_now() - interval '30 days')
    returning t.id),
  acts as (
    delete from meetings_act t
     where not exists (
       select 1 from meetings_act later
        where later.meeting_id = t.meeting_id
          and later.created_at > access_now() - interval '30 days')
    returning t.id)
  select (select count(*) from gone)::int + 0 * (select count(*) from acts)::int
$$""",
)


def listed(*values: str) -> list[tuple[str, str]]:
    """Choices as the model has them."""
    return [(value, value) for value in values]


def points(to: str, related: str = "+") -> models.ForeignKey:
    """A key that keeps what it points to."""
    keeps = (
        django.db.models.deletion.PROTECT
        if to == "people.person"
        else django.db.models.deletion.RESTRICT
    )
    return models.ForeignKey(on_delete=keeps, related_name=related, to=to)


ROOM_ACT = migrations.CreateModel(
    "RoomAct",
    fields=[
        ("id", models.UUIDField(default=new_id, editable=False, primary_key=True, serialize=False)),
        ("created_at", models.DateTimeField(default=now, editable=False)),
        (
            "kind",
            models.CharField(
                max_length=10,
                choices=listed(
                    "say", "note", "accept", "withdraw", "theme", "decides", "stage", "hand",
                    "answers",
                ),
            ),
        ),
        ("saw", models.CharField(blank=True, max_length=40)),
        ("now_saw", models.CharField(blank=True, max_length=40)),
        (
            "clash",
            models.CharField(
                blank=True, max_length=8,
                choices=listed("note", "turn", "promise", "choice", "rule", "over"),
            ),
        ),
        ("words", models.JSONField(default=dict)),
        (
            "chosen",
            models.CharField(blank=True, max_length=8, choices=listed("stands", "late", "both")),
        ),
        ("settled_at", models.DateTimeField(blank=True, null=True)),
        ("by", points("people.person")),
        ("course", points("course.course")),
        ("meeting", points("meetings.meeting", "acts")),
    ],
    options={
        "db_table": "meetings_act",
        "indexes": [
            models.Index(
                fields=["meeting"], name="meetings_act_waits",
                condition=~models.Q(clash="") & models.Q(settled_at__isnull=True),
            )
        ],
    },
)  # fmt: skip


class Migration(migrations.Migration):
    """Fields of the room, one table, two functions."""

    dependencies = (("meetings", "0069_letters_by_index"), ("plan", "0051_questions_go_along"))

    operations = (
        migrations.AddField(
            "meeting", "hand_up_at", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            "theme", "decides",
            models.CharField(
                blank=True, default="", choices=listed("here", "applied", "leader"), max_length=8
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "theme", "ended",
            models.CharField(
                blank=True, default="", choices=listed("spoken", "parked", "dropped"), max_length=8
            ),
            preserve_default=False,
        ),
        migrations.AddField("turn", "version", models.PositiveSmallIntegerField(default=1)),
        migrations.AlterField(
            "meeting", "answers",
            models.CharField(
                choices=listed("after_each", "after_round", "by_hand", "not_today"),
                default=landfast.meetings.rules.words.Answers.AFTER_EACH, max_length=12,
            ),
        ),
        migrations.AlterField(
            "turn", "kind",
            models.CharField(
                choices=listed(
                    "input", "citizen_response", "correction", "no_answer", "pass", "solution",
                    "reflection", "parked", "closed", "given",
                ),
                max_length=16,
            ),
        ),
        ROOM_ACT,
        protect_by("meetings_act", select=NEAR, insert=MINE, update=THEIRS, delete=THEIRS),
        logged("meetings_act"),
        movable("meetings_act", goes_with="meeting_id"),
        erasable("meetings_act"),
        MARK,
        FORGET,
    )  # fmt: skip
