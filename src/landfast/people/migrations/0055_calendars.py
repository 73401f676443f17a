"""Calendars that people have elsewhere, and when they are taken there (C3).

Each their own: nobody else reads where a calendar lies, or when somebody is taken; who prepares a
meeting with them asks a function of the database (meetings/0075). The clock reads them.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import landfast.kernel.clock
import landfast.kernel.ids

MINE = "person_id = (select access_actor())"
SYSTEM = "(select access_is_system())"
# people lies below access, whose operations write the same
SEEN = f"""
alter table people_calendar enable row level security;
grant select, insert, delete on people_calendar to landfast_app;
grant update (read_at, good_at, trouble) on people_calendar to landfast_app;
create policy see on people_calendar for select to landfast_app using ({MINE} or {SYSTEM});
create policy add on people_calendar for insert to landfast_app with check ({MINE}
  and exists (select from people_person p where p.id = person_id and p.kind = 'staff'));
create policy change on people_calendar for update to landfast_app
  using ({SYSTEM}) with check ({SYSTEM});
create policy remove on people_calendar for delete to landfast_app using ({MINE} or {SYSTEM});
create trigger refuse_write_while_reading before insert or update or delete on people_calendar
  for each statement execute function access_refuse_write_while_reading();
alter table people_busy enable row level security;
grant select, insert, delete on people_busy to landfast_app;
create policy see on people_busy for select to landfast_app using ({MINE} or {SYSTEM});
create policy add on people_busy for insert to landfast_app with check ({SYSTEM}
  and exists (select from people_calendar c
               where c.id = calendar_id and c.person_id = people_busy.person_id));
create policy remove on people_busy for delete to landfast_app using ({MINE} or {SYSTEM});
create trigger refuse_write_while_reading before insert or update or delete on people_busy
  for each statement execute function access_refuse_write_while_reading();
grant select on people_calendar, people_busy to landfast_helper;
create policy helper_select on people_calendar for select to landfast_helper using (true);
create policy helper_select on people_busy for select to landfast_helper using (true);
"""
SEEN_OFF = """
drop policy helper_select on people_busy;
drop policy helper_select on people_calendar;
revoke all on people_calendar, people_busy from landfast_helper;
drop trigger refuse_write_while_reading on people_busy;
drop policy remove on people_busy;
drop policy add on people_busy;
drop policy see on people_busy;
revoke all on people_busy from landfast_app;
alter table people_busy disable row level security;
drop trigger refuse_write_while_reading on people_calendar;
drop policy remove on people_calendar;
drop policy change on people_calendar;
drop policy add on people_calendar;
drop policy see on people_calendar;
revoke all on people_calendar from landfast_app;
alter table people_calendar disable row level security;
"""


def key() -> models.UUIDField:
    """A key that sorts by time."""
    return models.UUIDField(
        default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
    )


def gone_with(to: str, related: str) -> models.ForeignKey:
    """A row that goes with another."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=related, to=to
    )


class Migration(migrations.Migration):
    """Two tables, and who sees them."""

    dependencies = (("people", "0045_back_early"),)

    operations = (
        migrations.CreateModel(
            name="Calendar",
            fields=[
                ("id", key()),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("address", models.TextField()),
                ("login", models.TextField(blank=True)),
                ("host", models.CharField(max_length=253)),
                ("read_at", models.DateTimeField(null=True)),
                ("good_at", models.DateTimeField(null=True)),
                (
                    "trouble",
                    models.CharField(
                        blank=True, max_length=12,
                        choices=[(word, word) for word in (
                            "address", "inside", "no_answer", "not_let_in", "elsewhere",
                            "too_large", "too_slow", "unreadable",
                        )],
                    ),
                ),
                ("person", gone_with("people.person", "calendars")),
            ],
            options={"db_table": "people_calendar"},
        ),
        migrations.CreateModel(
            name="Busy",
            fields=[
                ("id", key()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("calendar", gone_with("people.calendar", "busy")),
                ("person", gone_with("people.person", "+")),
            ],
            options={"db_table": "people_busy"},
        ),
        migrations.AddConstraint(
            "busy",
            models.CheckConstraint(name="busy_ends_late", condition=Q(ends_at__gt=F("starts_at"))),
        ),
        migrations.AddIndex(
            "busy", models.Index(fields=["person", "starts_at"], name="busy_of_person")
        ),
        migrations.RunSQL(SEEN, SEEN_OFF),
    )  # fmt: skip
