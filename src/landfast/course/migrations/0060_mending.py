"""Mistakes are mended with a trace: the tables, and who sees them.

Nothing here moves anything; the functions that do come in 0061.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import (
    definer,
    helper_may,
    logged,
    movable,
    plays,
    protect_by,
    reach,
)
from landfast.access.roles import CourseRole
from landfast.access.rules import Level, Topic
from landfast.course.rules.mending import Mending, MendState, Side
from landfast.course.rules.words import Ending
from landfast.kernel.choices import choices

RESTRICT, PROTECT = django.db.models.deletion.RESTRICT, django.db.models.deletion.PROTECT
MENDERS = "array['coordinator', 'cover', 'deputy', 'second', 'intake', 'lead']"

MAY_MEND = definer(
    "course_may_mend",
    "one uuid, other uuid",
    f"""returns boolean language sql stable as $$
  select access_my_roles(one) && {MENDERS}
     and (other is null or access_my_roles(other) && {MENDERS})
$$""",
)

# who wrote something may move it too, where both courses are theirs to write in
MAY_MOVE = definer(
    "course_may_move",
    "source uuid, target uuid, thing text, one uuid",
    """returns boolean language plpgsql stable as $$
declare
  own jsonb := course_movable() -> thing;
  mine boolean;
begin
  if own is null or own ->> 'author' is null then return false; end if;
  if course_may_mend(source, target) then return true; end if;
  if own ->> 'author' = '' then return false; end if;
  execute format('select %I = access_actor() from %I where id = $1 and course_id = $2',
    own ->> 'author', thing) into mine using one, source;
  return coalesce(mine, false) and 'professional' = any (access_my_roles(source))
    and (target is null or access_my_roles(target) && array['professional', 'coordinator', 'cover',
      'deputy', 'second']);
end $$""",
)

# the tables whose rows may go to another course: those that said so (protect.movable)
MOVABLE = definer(
    "course_movable",
    "",
    """returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(c.relname, obj_description(p.oid, 'pg_policy')::jsonb), '{}')
    from pg_policy p join pg_class c on c.oid = p.polrelid
   where p.polname = 'moves'
$$""",
)

ME = "(select access_actor())"
# a mending that has no other citizen yet is its writer's and the leader's: the hint may name her
SEES = f"""proposed_by_id = {ME} or done_by_id = {ME}
  or (target_id is not null and course_may_mend(target_id, null)
      and (kind = 'merge' and state = 'done' or course_may_mend(source_id, null)))
  or (target_id is null and 'lead' = any (access_my_roles(source_id)))"""
PROPOSES = f"""proposed_by_id = {ME} and state in ('proposed', 'handed') and done_by_id is null
  and case kind when 'merge' then state = 'proposed' and course_may_mend(source_id, target_id)
       else course_may_move(source_id, target_id, thing, "row") end"""
WAITS = "state in ('proposed', 'handed')"
HOLDS_IT = plays(
    "course_mend_reader", CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY,
    CourseRole.SECOND,
)  # fmt: skip
OFFICER = "access_in_area(course_id)"
OVERSEES = "(select cardinality(access_oversees()) > 0)"
TEAM = reach("course_mend_note", "course_id", Topic.WHOLE, Level.READ)

NARROW = migrations.RunSQL(
    f"""
revoke update on course_mend from landfast_app;
grant update (state) on course_mend to landfast_app;
alter policy change on course_mend using ({WAITS} and ({SEES})) with check (state = 'dropped');
revoke update on course_mend_reader from landfast_app;
grant update (told_at, told_by_id) on course_mend_reader to landfast_app;
alter policy change on course_mend_reader using ({HOLDS_IT} or {OFFICER})
  with check (told_by_id = {ME});
-- the way back is nobody's to read: what was and became is put back by the function that undoes
alter table course_mend_row enable row level security;
""",
    """
alter table course_mend_row disable row level security;
grant update on course_mend, course_mend_reader to landfast_app;
""",
)


def own_key():
    """The key of a row."""
    return models.UUIDField(
        default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
    )


def born():
    """When a row was written."""
    return models.DateTimeField(default=landfast.kernel.clock.now, editable=False)


def to(table, *, delete=PROTECT, **options):
    """A foreign key down."""
    options.setdefault("related_name", "+")
    return models.ForeignKey(on_delete=delete, to=table, **options)


class Migration(migrations.Migration):
    """Four tables, who sees them, and the room's own rows that may go to another course."""

    dependencies = (
        ("course", "0052_whole_functions"),
        ("access", "0060_mending"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.AlterField(
            "course",
            "ending",
            models.CharField(blank=True, choices=choices(Ending), max_length=20),
        ),
        migrations.AlterField(
            "closing", "ending", models.CharField(choices=choices(Ending), max_length=20)
        ),
        migrations.CreateModel(
            "Mend",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("kind", models.CharField(max_length=6, choices=choices(Mending))),
                ("source", to("course.course", delete=RESTRICT)),
                ("target", to("course.course", delete=RESTRICT, null=True)),
                ("thing", models.CharField(blank=True, max_length=40)),
                ("row", models.UUIDField(null=True)),
                ("hint", models.CharField(blank=True, max_length=300)),
                ("why", models.CharField(max_length=500)),
                ("state", models.CharField(max_length=8, choices=choices(MendState))),
                ("proposed_by", to("people.person")),
                ("done_by", to("people.person", null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("undone_by", to("people.person", null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_why", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "db_table": "course_mend",
                "constraints": [
                    models.CheckConstraint(
                        name="two_pairs_of_eyes_on_a_merge",
                        condition=~Q(kind="merge")
                        | Q(done_by=None)
                        | ~Q(done_by=F("proposed_by")),
                    ),
                    models.CheckConstraint(
                        name="a_mend_goes_from_one_to_another",
                        condition=Q(target=None) | ~Q(target=F("source")),
                    ),
                    models.CheckConstraint(
                        name="a_merge_knows_both_and_a_move_knows_what",
                        condition=Q(kind="merge", target__isnull=False, thing="", row=None)
                        | (Q(kind="move", row__isnull=False) & ~Q(thing="")),
                    ),
                    models.UniqueConstraint(
                        fields=("row",),
                        name="moved_once_at_a_time",
                        condition=Q(state__in=("proposed", "handed"), kind="move"),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "MendRow",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("mend", to("course.mend", delete=RESTRICT, related_name="rows")),
                ("seq", models.PositiveIntegerField()),
                ("place", models.CharField(max_length=40)),
                ("row", models.UUIDField()),
                ("field", models.CharField(blank=True, max_length=40)),
                ("was", models.JSONField(null=True)),
                ("became", models.JSONField(null=True)),
            ],
            options={
                "db_table": "course_mend_row",
                "constraints": [
                    models.UniqueConstraint(fields=("mend", "seq"), name="mended_in_order")
                ],
            },
        ),
        migrations.CreateModel(
            "MendNote",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("course", to("course.course", delete=RESTRICT)),
                ("mend", to("course.mend", delete=RESTRICT)),
                ("side", models.CharField(max_length=6, choices=choices(Side))),
                ("thing", models.CharField(blank=True, max_length=40)),
                ("written_at", models.DateTimeField(null=True)),
                ("by_other_citizen", models.BooleanField(default=False)),
                ("read_by", models.JSONField(default=list)),
                ("undone_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "course_mend_note",
                "indexes": [
                    models.Index(fields=["course", "-created_at"], name="mend_notes_of_course")
                ],
            },
        ),
        migrations.CreateModel(
            "MendReader",
            [
                ("id", own_key()),
                ("created_at", born()),
                ("course", to("course.course", delete=RESTRICT)),
                ("mend", to("course.mend", delete=RESTRICT)),
                ("person", to("people.person", null=True)),
                ("unit", to("people.unit", null=True)),
                ("role", models.CharField(blank=True, max_length=20)),
                ("times", models.PositiveIntegerField()),
                ("last_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
                ("told_by", to("people.person", null=True)),
            ],
            options={
                "db_table": "course_mend_reader",
                "constraints": [
                    models.CheckConstraint(
                        name="who_is_told_is_told_by_somebody",
                        condition=Q(told_at=None, told_by=None)
                        | Q(told_at__isnull=False, told_by__isnull=False),
                    )
                ],
            },
        ),
        MOVABLE,
        MAY_MEND,
        MAY_MOVE,
        protect_by("course_mend", select=SEES, insert=PROPOSES, update=WAITS),
        protect_by("course_mend_note", select=f"{TEAM}\n  or {OFFICER}"),
        protect_by(
            "course_mend_reader",
            select=f"{HOLDS_IT}\n  or {OFFICER}",
            update="told_at is null",
        ),
        logged(
            "course_mend_reader", own=OVERSEES,
        ),
        # her own page finds out by them whether there is something to tell
        logged(
            "course_mend_note",
            own=f"{OVERSEES} or course_id = any ((select access_scopes_as(array['citizen']))::uuid[])",
        ),
        NARROW,
        helper_may("course_mend", "select, update"),
        helper_may("course_mend_row", "select, insert"),
        helper_may("course_mend_note", "select, insert, update"),
        helper_may("course_mend_reader", "select, insert"),
        movable("course_observation", author="recorded_by_id"),
        movable("course_statutory_role", author="noted_by_id"),
        movable("course_correction"),
        movable("course_referral"),
    )  # fmt: skip
