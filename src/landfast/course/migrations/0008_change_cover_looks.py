"""The wish for another coordinator, covers that last too long, looks at referrals, and their end."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, protect, reach
from landfast.access.rules import Level, Topic
from landfast.course.rules.changing import ChangeState
from landfast.kernel.choices import choices

# Once a cover: the event is the reminder's outbox. Nobody is removed by it.
COVERS_PAST = definer(
    "course_remind_of_covers",
    "seen_at timestamptz",
    """returns int language sql volatile as $$
  with late as (
    select h.id, h.course_id, h.person_id, h.cover_until from course_coordinatorship h
     where h.ended_at is null and h.kind = 'cover' and h.cover_until < access_today()
       and not exists (select from access_event e
                        where e.scope_id = h.course_id and e.kind = 'cover.late'
                          and e.object_id = h.id)
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), seen_at, 'cover.late', course_id, 'frame', 'course_coordinatorship', id,
           jsonb_build_object('cover', person_id, 'until', cover_until)
      from late returning 1)
  select count(*)::int from told
$$""",
)

# When a referral leads to a course, the looks at it become the course's: its citizen reads them.
LOOKS_FOLLOW = migrations.RunSQL(
    """
create function course_looks_follow() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  update access_look set scope_id = new.course_id where about = new.id and scope_id is null;
  return null;
end $$;
alter function course_looks_follow() owner to landfast_helper;
create trigger looks_follow after update on course_referral for each row
  when (new.course_id is not null and old.course_id is distinct from new.course_id)
  execute function course_looks_follow();
""",
    """
drop trigger looks_follow on course_referral;
drop function course_looks_follow();
""",
)

OF_COURSE = (
    "scope_id is not null and "
    f"({reach('access_look', 'scope_id', Topic.WHOLE, Level.READ)})"
)  # fmt: skip
# Before there is a course: the citizen who wrote it herself, and the intake it was sent to.
OF_REFERRAL = """scope_id is null and about is not null and exists (
    select from course_referral r where r.id = access_look.about
       and (r.by_citizen and r.referred_by_id = (select access_actor())
         or r.unit_id::text || ':coordinator' = any ((select access_my_posts())::text[])
         or r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])))"""

# Keep.REFERRAL: a year after the answer its words and names go. The needs stay while the course
# that it led to runs: its empty seats rest on them.
EMPTY = definer(
    "course_empty_referrals",
    "",
    """returns int language sql volatile as $$
  with emptied as (
    update course_referral r
       set citizen_name = '', citizen_cpr = '', citizen_phone = '', seen = '', says_words = '',
           needs = case when exists (
             select from course_course c where c.id = r.course_id
                and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER'))
             then needs else '[]' end
     where r.state in ('answered', 'withdrawn') and r.citizen_name <> ''
       and coalesce(r.answered_at, r.received_at) < access_now() - interval '1 year'
     returning r.id)
  select count(*)::int from emptied
$$""",
)

# Keep.COURSE is only counted: what an archive rule must hold is blocked, not deleted.
PAST_KEEP = definer(
    "course_past_keep",
    "",
    """returns int language sql stable as $$
  select count(*)::int from course_course
   where state in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')
     and state_since < access_now() - interval '5 years'
$$""",
)


class Migration(migrations.Migration):
    """One table, four functions, one policy."""

    dependencies = (
        ("course", "0007_covers_now"),
        ("people", "0001_initial"),
        ("access", "0010_looks_before_a_course"),
    )

    operations = (
        migrations.CreateModel(
            "ChangeWish",
            [
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
                ("answer_by", models.DateField()),
                ("state", models.CharField(max_length=10, choices=choices(ChangeState))),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("words", models.CharField(blank=True, max_length=500)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="change_wishes",
                        to="course.course",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "course_change_wish",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(state="asked"),
                        fields=("course",),
                        name="one_wish_for_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(state="asked", answered_at=None)
                        | (~models.Q(state="asked") & models.Q(answered_at__isnull=False)),
                        name="asked_is_unanswered",
                    ),
                ],
            },
        ),
        protect("course_change_wish", topic=Topic.FRAME),
        COVERS_PAST,
        LOOKS_FOLLOW,
        migrations.RunSQL(
            f"alter policy see on access_look using ({OF_COURSE} or {OF_REFERRAL});",
            f"alter policy see on access_look using ({OF_COURSE});",
        ),
        EMPTY,
        PAST_KEEP,
    )
