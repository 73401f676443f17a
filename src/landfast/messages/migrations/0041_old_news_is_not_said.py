"""What is past or has been done since is news no more: nobody is asked to say it (decision 86)."""

from importlib import import_module

from django.db import migrations

from landfast.access.protect import whole

BEFORE = import_module("landfast.messages.migrations.0040_unsaid_is_kept")
DAY = "((e.facts->>'starts_at')::timestamptz at time zone 'Europe/Copenhagen')::date"


def _since(*kinds: str) -> str:
    """Has one of these acts been done on the same thing since?"""
    named = ", ".join(f"'{one}'" for one in kinds)
    return f"""exists (select from access_event l where l.scope_id = e.scope_id and l.at >= e.at
             and l.object_id = e.object_id and l.kind in ({named}))"""


# a meeting that has begun, or whose day is over, calls nobody; minutes that were seen are not ready
OLD = f"""e.kind in ('meeting.called', 'meeting.frame_set', 'meeting.near')
          and ({DAY} < access_today() or {_since("meeting.started", "meeting.held")})
       or e.kind = 'meeting.near' and (e.facts->>'starts_at')::timestamptz < access_now()
       or e.kind = 'minutes.shown'
          and {_since("minutes.seen", "minutes.published", "minutes.recalled")}"""
READ_THERE = whole(
    "notices_end_by_word",
    "",
    f"""returns int language plpgsql volatile as $$
declare gone int; taken int;
begin
  if session_user <> 'landfast_jobs' then return 0; end if;
  delete from notices_delivery where state = 'by_word' and ended_at is null
     and login_has_own(person_id);
  get diagnostics gone = row_count;
  update notices_delivery d set state = 'taken_back', ended_at = access_now()
    from access_event e
   where d.state = 'by_word' and d.ended_at is null and e.id = d.event_id
     and (exists (select from course_course c where c.id = e.scope_id
                   and c.state in {BEFORE.OVER})
       or {OLD}
       or not exists (select from access_grant g
                       where g.scope_id = e.scope_id and g.person_id = d.person_id
                         and {BEFORE.NOW} and g.role in ('citizen', 'proxy')));
  get diagnostics taken = row_count;
  return gone + taken;
end $$""",
)


class Migration(migrations.Migration):
    """One function anew."""

    dependencies = (("notices", "0040_unsaid_is_kept"),)

    operations = (READ_THERE,)
