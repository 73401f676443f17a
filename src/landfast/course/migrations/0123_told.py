"""That she has heard intake's answer is written down; her own reading of it counts.

Her reading is found in the log of looks, by a function that tells when and nothing else. Who
referred her reads, of referrals of their own, what was answered and only when she has heard it;
of a course that is kept apart nothing.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from landfast.access.protect import definer
from landfast.course.rules.words import ToldHow
from landfast.kernel.choices import choices

HELPER = migrations.RunSQL(
    """
grant select on course_decision to landfast_helper;
create policy helper_hears on course_decision for select to landfast_helper using (true);
""",
    "drop policy helper_hears on course_decision;",  # it could read before: what is erased
)
# the answer that stands: the last confirmed, and not one from before a reassessment
STANDS = """d.confirmed_at is not null and d.returned_at is null
     and (c.state <> 'VISITATION' or d.proposed_at >= c.state_since)
     and not exists (select from course_decision n where n.course_id = d.course_id
                      and n.confirmed_at > d.confirmed_at)"""
READ = """(select min(l.at) from access_look l join course_citizen z on z.id = c.citizen_id
          where l.scope_id = c.id and l.person_id = z.person_id and l.allowed
            and l.at >= d.confirmed_at and l.what = 'Mit forløb')"""

READ_AT = definer(
    "course_answer_read",
    "wanted uuid[]",
    f"""returns table (course_id uuid, at timestamptz) language sql stable as $$
  select c.id, {READ} from course_course c join course_decision d on d.course_id = c.id
   where c.id = any (wanted) and access_my_roles(c.id) <> '{{}}' and {STANDS}
$$""",
)
TO_REFERRER = definer(
    "course_heard_of_mine",
    "wanted uuid[]",
    f"""returns table (referral_id uuid, outcome text, at timestamptz) language sql stable as $$
  select * from (
    select r.id, d.outcome::text, least(d.told_at, {READ}) as at
      from course_referral r join course_course c on c.id = r.course_id
      join course_decision d on d.course_id = c.id
     where r.id = any (wanted) and r.referred_by_id = (select access_actor())
       and r.state = 'answered' and not r.by_citizen and r.apart = '' and {STANDS}
       and not exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)
  ) answered where at is not null
$$""",
)


class Migration(migrations.Migration):
    """Three columns without a value for what was before, and two functions."""

    dependencies = (
        ("course", "0122_take_up"),
        ("access", "0113_signed_in_less"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.AddField(
            "decision", "told_at", models.DateTimeField(null=True, blank=True)
        ),
        migrations.AddField(
            "decision",
            "told_by",
            models.ForeignKey(
                "people.Person", django.db.models.deletion.PROTECT, null=True, blank=True,
                related_name="+",
            ),
        ),
        migrations.AddField(
            "decision",
            "told_how",
            models.CharField(max_length=10, blank=True, choices=choices(ToldHow), default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "decision",
            models.CheckConstraint(
                name="told_what_is_decided",
                condition=Q(told_at=None) | Q(confirmed_at__isnull=False, told_by__isnull=False),
            ),
        ),
        HELPER,
        READ_AT,
        TO_REFERRER,
    )  # fmt: skip
