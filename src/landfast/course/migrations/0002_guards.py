"""Who sees a citizen and a course, and exactly one coordinator, kept by the database."""

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect, protect_by, reach
from landfast.access.rules import Level, Topic

MY_CITIZENS = definer(
    "course_my_citizens",
    "wanted_level text",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct citizen_id), '{}') from course_course
   where id = any (access_my_scopes('frame', wanted_level))
$$""",
)


def citizens(level: Level) -> str:
    """The condition: the actor reaches the frame of one of this citizen's courses."""
    return (
        f"id = any ((select course_my_citizens('{level.value}'))::uuid[])\n"
        "  or (select true from course_course c join access_my_posts_reach r on r.scope_id = c.id\n"
        f"        where c.citizen_id = course_citizen.id and r.level in ('write', '{level.value}') limit 1)"
    )


INTAKE = (
    "unit_id::text || ':coordinator' = any ((select access_my_posts())::text[])"
    " or unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[])"
)
OF_MY_COURSE = "course_id = any ((select access_my_scopes('{topic}', '{level}'))::uuid[])"

# A course from OPSTART to AFSLUTNING has exactly one open coordinatorship, others have none.
# Deferred: within a transaction the old holder may leave before the new one comes.
ONE_COORDINATOR = migrations.RunSQL(
    """
create type uuidrange as range (subtype = uuid);
alter table course_coordinatorship add constraint no_two_coordinators_ever
  exclude using gist (uuidrange(course_id, course_id, '[]') with &&,
                      tstzrange(starts_at, ended_at) with &&);

create function course_one_coordinator() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  wanted uuid := case when tg_table_name = 'course_course' then to_jsonb(new)->>'id'
                      else coalesce(to_jsonb(new), to_jsonb(old))->>'course_id' end;
  needed boolean;
  held int;
begin
  select state in ('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING') into needed
    from course_course where id = wanted;
  select count(*) into held from course_coordinatorship
   where course_id = wanted and ended_at is null;
  if needed and held <> 1 then
    raise exception 'landfast: course % has % coordinators, it must have exactly one', wanted, held
      using errcode = 'check_violation', constraint = 'exactly_one_coordinator';
  elsif not needed and held <> 0 then
    raise exception 'landfast: course % is not running and must not have a coordinator', wanted
      using errcode = 'check_violation', constraint = 'no_coordinator_outside_a_course';
  end if;
  return null;
end $$;
alter function course_one_coordinator() owner to landfast_helper;
create constraint trigger exactly_one_coordinator
  after insert or update of state on course_course
  deferrable initially deferred for each row execute function course_one_coordinator();
create constraint trigger exactly_one_coordinator
  after insert or update or delete on course_coordinatorship
  deferrable initially deferred for each row execute function course_one_coordinator();
""",
    """
drop trigger exactly_one_coordinator on course_coordinatorship;
drop trigger exactly_one_coordinator on course_course;
drop function course_one_coordinator;
alter table course_coordinatorship drop constraint no_two_coordinators_ever;
drop type uuidrange;
""",
)

# A citizen is found by CPR for intake only, so that a second referral meets the same person.
BY_CPR = definer(
    "course_citizen_by_cpr",
    "wanted text",
    """returns uuid language sql stable as $$
  select id from course_citizen
   where cpr = wanted and cpr <> ''
     and exists (select from unnest(access_my_posts()) post
                  where post like '%:coordinator' or post like '%:daily_leader')
$$""",
)

FRAME_READ = reach("course_handover", "course_id", Topic.FRAME, Level.READ)
FRAME_WRITE = reach("course_handover", "course_id", Topic.FRAME, Level.WRITE)


class Migration(migrations.Migration):
    """Policies, and the invariant of the room."""

    dependencies = (("course", "0001_initial"), ("access", "0002_guards"))

    operations = (
        helper_may("course_course"),
        helper_may("course_citizen"),
        helper_may("course_coordinatorship"),
        MY_CITIZENS,
        BY_CPR,
        protect("course_course", scope="id", topic=Topic.FRAME),
        protect_by(
            "course_citizen",
            select=f"person_id = access_actor() or {citizens(Level.READ)}",
            insert="access_actor() is not null",
            update=f"person_id = access_actor() or {citizens(Level.WRITE)}",
        ),
        protect("course_profile"),
        protect("course_state_change", topic=Topic.FRAME),
        protect("course_coordinatorship", topic=Topic.FRAME),
        protect_by(
            "course_handover",
            select=f"taker_id = access_actor() or {FRAME_READ}",
            insert=FRAME_WRITE,
            update=FRAME_WRITE,
        ),
        protect("course_deputyship", topic=Topic.FRAME),
        protect("course_second", topic=Topic.FRAME),
        protect("course_statutory_role"),
        protect("course_assessment", topic=Topic.FRAME),
        protect("course_decision", topic=Topic.FRAME),
        protect("course_observation"),
        protect_by(
            "course_referral",
            select=f"referred_by_id = access_actor() or {INTAKE} or "
            + OF_MY_COURSE.format(topic="whole", level="read"),
            insert="referred_by_id = access_actor()",
            update=f"referred_by_id = access_actor() or {INTAKE}",
        ),
        protect_by("course_callback", select=INTAKE, update=INTAKE),
        ONE_COORDINATOR,
    )
