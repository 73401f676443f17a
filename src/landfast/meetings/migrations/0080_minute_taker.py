"""Who was named to take the minutes, and sat there, writes them beside those who lead (A12, C6).

She reads the notes of that meeting and its versions; what she writes is a draft or what is shown to
the citizen. Sending out, correcting and recalling stay with those who lead.
"""

from importlib import import_module

from django.db import migrations

from landfast.access.lighter import lighten
from landfast.access.protect import definer, plays
from landfast.access.roles import CourseRole

LEADERS = (CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND)
BEFORE = import_module("landfast.meetings.migrations.0020_parts")
READ = f"{BEFORE.BEFORE} or ({BEFORE.OUT} and {BEFORE.FOR_HER})"

TAKES = definer(
    "meetings_takes_minutes",
    "wanted uuid",
    """returns boolean language plpgsql stable as $$
begin
  return exists (
    select from meetings_participant p join meetings_meeting m on m.id = p.meeting_id
     where p.meeting_id = wanted and p.person_id = (select access_actor())
       and p.part = 'minute_taker' and p.was_there and not p.is_guest and m.state = 'held'
       and p.course_id = any ((select access_my_scopes('whole', 'write'))::uuid[]));
end $$""",
)
TAKER = "meetings_takes_minutes(meeting_id)"
NOT_OUT = "state in ('draft', 'shown', 'seen')"


def _close(table: str) -> str:
    return f"({plays(table, CourseRole.CITIZEN, *LEADERS)})"


TURNS, MINUTES = _close("meetings_turn"), _close("meetings_minutes")
LEAD = plays("meetings_minutes", *LEADERS)
ALTERED = f"""
drop policy table_only on meetings_turn;
create policy table_only on meetings_turn as restrictive for select to landfast_app
  using ({TURNS} or {TAKER});
create policy table_only_add on meetings_turn as restrictive for insert to landfast_app
  with check ({TURNS});
create policy table_only_change on meetings_turn as restrictive for update to landfast_app
  using ({TURNS});
create policy table_only_remove on meetings_turn as restrictive for delete to landfast_app
  using ({TURNS});
alter policy citizen_first on meetings_minutes
  using ({READ} or {TAKER})
  with check ({MINUTES} or ({NOT_OUT} and {TAKER}));
alter policy shown_first on meetings_minutes
  using (state <> 'draft' or ({LEAD}) or {TAKER});
create policy not_out on meetings_minutes as restrictive for update to landfast_app
  using ({NOT_OUT} or {MINUTES}) with check ({NOT_OUT} or {MINUTES});
"""
BACK = f"""
drop policy not_out on meetings_minutes;
alter policy shown_first on meetings_minutes using (state <> 'draft' or ({LEAD}));
alter policy citizen_first on meetings_minutes using ({READ}) with check ({MINUTES});
drop policy table_only_remove on meetings_turn;
drop policy table_only_change on meetings_turn;
drop policy table_only_add on meetings_turn;
drop policy table_only on meetings_turn;
create policy table_only on meetings_turn as restrictive for all to landfast_app using ({TURNS});
"""


class Migration(migrations.Migration):
    """One function, and the policies that ask it."""

    dependencies = (("meetings", "0079_passages"),)

    operations = (
        TAKES,
        migrations.RunSQL(ALTERED, BACK),
        lighten("meetings_minutes", "meetings_turn"),
    )
