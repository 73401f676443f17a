"""How she takes part in a meeting is a row of its own: benefits never read that she could not come.

Who sits at the same table sees it, whatever they are employed as (decisions/0047 and 0060).
"""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import (
    definer,
    erasable,
    helper_may,
    let_in,
    logged,
    movable,
    never_for_income,
    protect,
    read_for,
    things,
    whole,
)
from landfast.access.roles import CourseRole
from landfast.access.rules import Topic
from landfast.kernel.choices import choices
from landfast.kernel.clock import now
from landfast.kernel.ids import new_id
from landfast.meetings.rules import Attends

COMING = "meetings_coming"
MARK = import_module("landfast.meetings.migrations.0070_acts").MARK
ANSWER_FOR = import_module("landfast.meetings.migrations.0020_parts").ANSWER_FOR
SITS = definer(
    "meetings_sits_at",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.meeting_id = wanted and p.person_id = access_actor()
       and (p.was_there or m.state in ('preparing', 'called', 'running') and p.reply <> 'declined'))
$$""",
)
FRESH_MARK = whole(
    "meetings_room_mark",
    "wanted uuid",
    """returns text language sql stable as $$
  select md5(concat_ws('|', m.state, m.stage, m.touched_at, m.hand_up_at, h.attends, m.answers,
    (select sum(a.version) from meetings_agreement g join plan_agreement a on a.id = g.agreement_id
      where g.meeting_id = m.id),
    (select count(*) from meetings_act t
      where t.meeting_id = m.id and t.clash <> '' and t.settled_at is null)))
    from meetings_meeting m left join meetings_coming h on h.meeting_id = m.id
   where m.id = wanted and access_my_roles(m.course_id) && array['citizen', 'coordinator',
     'cover', 'deputy', 'second', 'professional']
$$""",
)
FRESH_ANSWER = whole(
    "meetings_answer_for",
    "wanted uuid, takes_part text, said text, sends text",
    """returns boolean language plpgsql volatile as $$
begin
  update meetings_meeting
     set own_word = case when said = '' then own_word else said end
   where id = wanted and state in ('preparing', 'called', 'running')
     and course_id = any (access_scopes_as(array['proxy']))
     and course_id = any (access_my_scopes('meetings', 'write'));
  if not found then return false; end if;
  insert into meetings_coming (id, created_at, meeting_id, course_id, attends, represented_by)
  select uuidv7(), access_now(), id, course_id, takes_part, sends from meetings_meeting where id = wanted
  on conflict (meeting_id) do update set attends = takes_part, represented_by = sends;
  return true;
end $$""",
)


def back(before: migrations.RunSQL, fresh: migrations.RunSQL) -> migrations.RunSQL:
    """The function anew; going back, it is what it was."""
    was = str(before.sql).replace("create function", "create or replace function", 1)
    return migrations.RunSQL(fresh.sql, was)


class Migration(migrations.Migration):
    """A table takes over two columns, with what stands in them."""

    dependencies = (("meetings", "0098_kept_from_last"), ("access", "0112_never_for_income"))

    operations = (
        migrations.CreateModel(
            name="Coming",
            fields=[
                ("id", models.UUIDField(
                    default=new_id, editable=False, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(default=now, editable=False)),
                ("meeting", models.OneToOneField(
                    on_delete=django.db.models.deletion.RESTRICT, related_name="coming",
                    to="meetings.meeting")),
                ("attends", models.CharField(
                    choices=choices(Attends), default="in_person", max_length=12)),
                ("represented_by", models.CharField(blank=True, max_length=120)),
                ("course", models.ForeignKey(
                    on_delete=django.db.models.deletion.RESTRICT, related_name="+",
                    to="course.course")),
            ],
            options={"db_table": COMING},
        ),
        migrations.RunSQL(
            f"insert into {COMING} (id, created_at, meeting_id, course_id, attends, represented_by)"
            " select uuidv7(), created_at, id, course_id, attends, represented_by"
            " from meetings_meeting;",
            f"update meetings_meeting m set attends = h.attends, represented_by = h.represented_by"
            f" from {COMING} h where h.meeting_id = m.id;",
        ),
        protect(COMING),
        logged(COMING, own="meetings_invites_me(meeting_id)"),
        let_in(COMING, "proxy", read_for(Topic.MEETINGS)),
        let_in(COMING, "guest", f"meeting_id = {things(CourseRole.GUEST)}"),
        SITS,
        never_for_income(COMING, own="meetings_sits_at(meeting_id)"),
        erasable(COMING),
        movable(COMING, goes_with="meeting_id"),
        helper_may(COMING, "insert, update"),
        back(MARK, FRESH_MARK),
        back(ANSWER_FOR, FRESH_ANSWER),
        migrations.RemoveField("meeting", "attends"),
        migrations.RemoveField("meeting", "represented_by"),
    )  # fmt: skip
