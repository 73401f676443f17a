"""Who sees a referral and for how long, and what intake needs to open a course from it."""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer, helper_may

INTAKE = (
    "(unit_id::text || ':coordinator' = any ((select access_my_posts())::text[])"
    " or unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))"
)
MY_INTAKE = INTAKE.replace("unit_id", "r.unit_id")
OF_MY_COURSE = "course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])"

# Intake reads a referral until it is answered and its own access to the course has ended.
SEE = f"""referred_by_id = (select access_actor())
  or (who_asks_id = (select access_actor()) and state in ('waits_for_yes', 'new'))
  or ({INTAKE} and (state in ('waits_for_yes', 'new', 'taken')
    or (select true from access_my_posts_reach r
         where r.scope_id = course_referral.course_id and r.role = 'intake' limit 1)))
  or {OF_MY_COURSE}"""
CHANGE = f"""referred_by_id = (select access_actor())
  or who_asks_id = (select access_actor()) or {INTAKE}"""

POLICIES = migrations.RunSQL(
    f"""
drop policy see on course_referral;
drop policy change on course_referral;
create policy see on course_referral for select to landfast_app using ({SEE});
create policy change on course_referral for update to landfast_app
  using ({CHANGE}) with check ({CHANGE});
grant delete on course_referral to landfast_app;
create policy remove on course_referral for delete to landfast_app
  using (state = 'waits_for_yes' and ({CHANGE}));
""",
    f"""
drop policy remove on course_referral;
revoke delete on course_referral from landfast_app;
drop policy change on course_referral;
drop policy see on course_referral;
create policy see on course_referral for select to landfast_app
  using (referred_by_id = (select access_actor()) or {INTAKE} or {OF_MY_COURSE});
create policy change on course_referral for update to landfast_app
  using (referred_by_id = (select access_actor()) or {INTAKE})
  with check (referred_by_id = (select access_actor()) or {INTAKE});
""",
)

# Two referrals of one citizen taken in the same second meet the same person.
CITIZEN_OF = definer(
    "course_citizen_of_referral",
    "wanted uuid",
    f"""returns table (citizen uuid, person uuid, running uuid) language plpgsql volatile as $$
declare
  given course_referral;
begin
  select r.* into given from course_referral r
   where r.id = wanted and r.state in ('new', 'taken') and {MY_INTAKE};
  if not found then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('citizen:' || coalesce(nullif(given.citizen_cpr, ''), given.id::text), 0));
  return query
    select c.id, c.person_id,
           (select k.id from course_course k where k.citizen_id = c.id
               and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') limit 1)
      from course_citizen c
     where (given.citizen_cpr <> '' and c.cpr = given.citizen_cpr)
        or (given.by_citizen and c.person_id = given.referred_by_id)
     limit 1;
end $$""",
)

# The citizen has a course already: her coordinator gets the referral, intake lets go of it.
PASS_ON = definer(
    "course_pass_on_referral",
    "wanted uuid, seen_at timestamptz",
    """returns uuid language plpgsql volatile as $$
declare
  to_course uuid := (select f.running from course_citizen_of_referral(wanted) f);
begin
  if to_course is not null then
    update course_referral
       set state = 'answered', answered_at = seen_at, course_id = to_course
     where id = wanted;
  end if;
  return to_course;
end $$""",
)

# Her place in the queue, by urgency, then by date; she cannot see the others.
POSITION = definer(
    "course_waiting_position",
    "wanted uuid",
    """returns int language sql stable as $$
  with queue as (
    select c.id, row_number() over (
        partition by c.unit_id
        order by coalesce(min(case r.urgency when 'today' then 0 when 'this_week' then 1 else 2 end), 2),
                 coalesce(min(r.received_at), c.created_at), c.id) as place
      from course_course c left join course_referral r on r.course_id = c.id
     where c.state = 'VENTELISTE'
       and c.unit_id = (select unit_id from course_course where id = wanted)
     group by c.id)
  select place::int from queue where id = wanted
     and (wanted = any (access_my_scopes('frame', 'read'))
       or exists (select from access_my_posts_reach where scope_id = wanted))
$$""",
)

EXPIRE = definer(
    "course_expire_referrals",
    "",
    """returns setof uuid language sql volatile as $$
  update course_referral
     set state = 'expired', citizen_name = '', citizen_cpr = '', citizen_phone = '', seen = '',
         says_words = '', needs = '[]'
   where state = 'waits_for_yes' and expires_on <= access_today()
   returning id
$$""",
)


class Migration(migrations.Migration):
    """Policies, functions, and a decision that can be sent back."""

    dependencies = (("course", "0004_callback"), ("people", "0001_initial"))

    operations = (
        migrations.RemoveConstraint(model_name="decision", name="one_open_decision"),
        migrations.AddField(
            model_name="decision",
            name="appeal",
            field=models.TextField(blank=True, max_length=1000),
        ),
        migrations.AddField(
            model_name="decision",
            name="returned_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="returned_because",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="decision",
            name="returned_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.person",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("confirmed_at", None), ("returned_at", None)),
                fields=("course",),
                name="one_open_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("confirmed_at", None), ("returned_at", None), _connector="OR"),
                name="confirmed_or_returned",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(fields=["referred_by", "received_at"], name="referrals_by_person"),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("state", "waits_for_yes")),
                fields=["who_asks"],
                name="referrals_to_ask",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "waits_for_yes"), _negated=True),
                    models.Q(
                        ("course", None), ("expires_on__isnull", False), ("who_asks__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="without_a_yes_no_course",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "expired"), _negated=True),
                    models.Q(
                        ("citizen_cpr", ""),
                        ("citizen_name", ""),
                        ("citizen_phone", ""),
                        ("says_words", ""),
                        ("seen", ""),
                    ),
                    _connector="OR",
                ),
                name="what_expired_is_empty",
            ),
        ),
        helper_may("course_referral", "select, update"),
        POLICIES,
        CITIZEN_OF,
        PASS_ON,
        POSITION,
        EXPIRE,
    )
