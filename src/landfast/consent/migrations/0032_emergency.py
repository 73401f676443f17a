"""Emergency access: the grant, the look, the row and the event are written as one, or not at all.

Whether a CPR number is known is told to nobody who does not open the course by it, in their own
name, on a named ground, with everybody told. What opens nothing is counted, and answered alike.
"""

from datetime import timedelta

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by, reach
from landfast.access.rules import Level, Topic
from landfast.consent.rules.emergency import HOURS_MOST, TRIES_A_DAY, TRIES_AN_HOUR, Decision
from landfast.consent.rules.legal_basis import Basis
from landfast.kernel.choices import choices

OVER = "('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')"
HERE = """starts_on <= access_today() and (ends_on is null or ends_on >= access_today())"""
NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"

# whose business it is: officers of both houses, and the leaders of the course's unit
REVIEWERS = f"""
  select e.person_id from people_employment e join people_unit u on u.id = e.unit_id
   where e.role = 'dpo' and {HERE}
     and u.organisation_id in (select organisation_id from people_unit where id = any (units))
  union
  select e.person_id from people_employment e
   where e.role in ('daily_leader', 'leader') and {HERE} and e.unit_id in (
     with recursive up as (
       select id, parent_id from people_unit where id = units[1]
       union select u.id, u.parent_id from people_unit u join up on up.parent_id = u.id)
     select id from up)"""

OPEN = definer(
    "consent_open_emergency",
    "marks text[], as_basis text, why text, hours int, tells boolean",
    f"""returns table (said text, scope uuid) language plpgsql volatile as $$
declare
  me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  here uuid;
  held record;
  given uuid := uuidv7();
  made uuid := uuidv7();
  units uuid[];
begin
  select unit_id into here from people_employment
   where person_id = me and {HERE} order by starts_on desc limit 1;
  if here is null then return query select 'nobody', null::uuid; return; end if;
  -- two tries at once are counted one after the other
  perform pg_advisory_xact_lock(hashtextextended('emergency:' || me, 0));
  if (select count(*) filter (where opened_at > moment - interval '1 hour') >= {TRIES_AN_HOUR}
          or count(*) >= {TRIES_A_DAY}
        from consent_emergency
       where person_id = me and course_id is null and opened_at > moment - interval '1 day')
  then return query select 'wait', null::uuid; return; end if;
  select k.id, k.unit_id, c.person_id into held
    from course_citizen c join course_course k on k.citizen_id = c.id
   where c.cpr_mark <> '' and c.cpr_mark = any (marks) and k.state not in {OVER}
   limit 1;
  if not found then
    insert into consent_emergency (id, created_at, person_id, unit_id, basis, reason, opened_at,
      ends_at, decision, words) values (made, moment, me, here, as_basis, why, moment, moment, '', '');
    return query select 'nobody', null::uuid; return;
  end if;
  if held.id = any (access_my_scopes('whole', 'read')) or exists (
      select from access_my_posts_reach r where r.scope_id = held.id and r.topic = 'whole') then
    return query select 'reads', null::uuid; return;
  end if;
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation)
  values (given, moment, held.id, me, '', 'emergency', 'emergency', 'whole', 'read', moment,
    moment + make_interval(hours => least(hours, {HOURS_MOST})), me, why, 'always');
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  values (uuidv7(), moment, held.id, me, here, 'emergency', 'emergency', 'Nødadgang', true);
  insert into consent_emergency (id, created_at, course_id, course_unit_id, person_id, unit_id,
    grant_id, basis, reason, opened_at, ends_at, told_at, decision, words)
  values (made, moment, held.id, held.unit_id, me, here, given, as_basis, why, moment,
    moment + make_interval(hours => least(hours, {HOURS_MOST})),
    case when tells then moment end, '', '');
  units := array[held.unit_id, here];
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  values (uuidv7(), moment, 'emergency.opened', held.id, 'frame', me, 'consent_emergency', made,
    jsonb_build_object('basis', as_basis,
      'to', coalesce((select jsonb_agg(person_id) from ({REVIEWERS}) told), '[]'),
      'tells', case when tells then held.person_id end));
  return query select 'opened', held.id;
end $$""",
)

END = definer(
    "consent_end_emergency",
    "wanted uuid",
    """returns uuid language plpgsql volatile as $$
declare
  mine record;
begin
  select grant_id, course_id into mine from consent_emergency
   where id = wanted and person_id = access_actor() and ends_at > access_now() for update;
  if not found then return null; end if;
  update access_grant set ends_at = greatest(starts_at, access_now()) where id = mine.grant_id;
  update consent_emergency set ends_at = greatest(opened_at, access_now()) where id = wanted;
  return mine.course_id;
end $$""",
)

MAY_REVIEW = definer(
    "consent_may_review_emergency",
    "own_unit uuid, of_course uuid",
    """returns boolean language sql stable as $$
  select own_unit = any (access_overseen_units()) or of_course = any (access_overseen_units())
    or of_course::text || ':leader' = any (access_my_posts())
    or of_course::text || ':daily_leader' = any (access_my_posts())
$$""",
)

# what was opened meanwhile: which pages, for those who review, not what stood on them
LOOKED = definer(
    "consent_emergency_looks",
    "wanted uuid",
    """returns table (what text, times int) language sql stable as $$
  select l.what::text, count(*)::int
    from consent_emergency e
    join access_look l on l.scope_id = e.course_id and l.person_id = e.person_id
                      and l.ground = 'emergency' and l.at >= e.opened_at and l.at <= e.ends_at
   where e.id = wanted and consent_may_review_emergency(e.unit_id, e.course_unit_id)
   group by l.what order by min(l.at)
$$""",
)

# where the law has her told afterwards: as soon as it is over
TELL = definer(
    "consent_tell_of_emergencies",
    "",
    """returns int language sql volatile as $$
  with over as (
    update consent_emergency set told_at = access_now()
     where told_at is null and course_id is not null and ends_at <= access_now()
    returning id, course_id
  ), told as (
    insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
    select uuidv7(), access_now(), 'emergency.told', course_id, 'whole', 'consent_emergency', id,
           '{}' from over
    returning 1)
  select count(*)::int from told
$$""",
)

ME = "person_id = (select access_actor())"
REVIEWS = "consent_may_review_emergency(unit_id, course_unit_id)"
TEAM = reach("consent_emergency", "course_id", Topic.WHOLE, Level.READ)
OPEN_TO_ME = f"decision = '' and course_id is not null and not ({ME}) and {REVIEWS}"
ONCE = migrations.RunSQL(
    f"""
alter policy change on consent_emergency using ({OPEN_TO_ME})
  with check (decision <> '' and decided_by_id = (select access_actor()) and not ({ME}));
revoke update on consent_emergency from landfast_app;
grant update (decision, words, decided_by_id, decided_at) on consent_emergency to landfast_app;
""",
    "grant update on consent_emergency to landfast_app;",
)


def to(table: str, **options: object) -> models.ForeignKey:
    """A foreign key down."""
    how = options.pop("delete", django.db.models.deletion.PROTECT)
    return models.ForeignKey(on_delete=how, related_name="+", to=table, **options)


RESTRICT = django.db.models.deletion.RESTRICT
CONSTRAINTS = [
    models.CheckConstraint(
        name="an_emergency_lasts_hours_not_days",
        condition=Q(ends_at__gte=F("opened_at"))
        & Q(ends_at__lte=F("opened_at") + timedelta(hours=24)),
    ),
    models.CheckConstraint(
        name="an_emergency_that_opened_has_its_grant",
        condition=Q(course=None, course_unit=None, grant=None)
        | Q(course__isnull=False, course_unit__isnull=False, grant__isnull=False),
    ),
    models.CheckConstraint(
        name="a_decision_has_its_words_and_whose_it_is",
        condition=Q(decision="", words="", decided_by=None, decided_at=None)
        | (~Q(decision="") & ~Q(words="") & ~Q(decided_by=F("person"))
           & Q(decided_by__isnull=False, decided_at__isnull=False)),
    ),
]  # fmt: skip


class Migration(migrations.Migration):
    """One table, its policies and its functions."""

    dependencies = (
        ("consent", "0008_no_log_no_read"),
        ("course", "0019_unit_in_use"),
        ("people", "0007_organisations_and_closed_units"),
        ("access", "0032_emergency"),
    )

    operations = (
        migrations.CreateModel(
            "Emergency",
            [
                ("id", models.UUIDField(default=landfast.kernel.ids.new_id, editable=False,
                                        primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(default=landfast.kernel.clock.now,
                                                    editable=False)),
                ("course", models.ForeignKey(null=True, on_delete=RESTRICT,
                                             related_name="emergencies", to="course.course")),
                ("course_unit", to("people.unit", null=True)),
                ("person", to("people.person")),
                ("unit", to("people.unit")),
                ("grant", to("access.grant", null=True, delete=RESTRICT)),
                ("basis", models.CharField(max_length=20, choices=choices(Basis))),
                ("reason", models.CharField(max_length=300)),
                ("opened_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
                ("decision", models.CharField(max_length=15, choices=choices(Decision),
                                              blank=True)),
                ("words", models.CharField(max_length=300, blank=True)),
                ("decided_by", to("people.person", null=True)),
                ("decided_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "consent_emergency",
                "constraints": CONSTRAINTS,
                "indexes": [
                    models.Index(fields=["person", "-opened_at"], name="emergencies_of_person"),
                    models.Index(fields=["course", "-opened_at"], name="emergencies_of_course"),
                ],
            },
        ),
        helper_may("consent_emergency", "select, insert, update"),
        MAY_REVIEW,
        protect_by(
            "consent_emergency",
            select=f"{ME} or {REVIEWS} or (course_id is not null and ({TEAM}))",
            update=OPEN_TO_ME,
        ),
        ONCE,
        OPEN,
        END,
        LOOKED,
        TELL,
    )  # fmt: skip
