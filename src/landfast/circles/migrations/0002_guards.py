"""Who sits in a circle reads its cases; whose they are is seen only where the course is reached.

Circles, seats and their days are open to everybody who is signed in: she can see who hears it.
"""

from django.db import migrations

from landfast.access.protect import definer, erasable, helper_may, logged, protect_by, reach
from landfast.access.rules import EVERYBODY, Level, Topic
from landfast.access.sql import holds_post

ANYBODY = "access_actor() is not null"
LEADERS = ("leader", "daily_leader")
LED_BY_ME = holds_post("unit_id", *LEADERS)
REACHED = reach("circles_origin", "course_id", Topic.WHOLE, Level.READ)


def mine(function: str, circle: str = "circle_id") -> str:
    """The condition: one of the circles that a function found, once per statement."""
    return f"{circle} = any ((select {function}())::uuid[])"


SITS, KEPT, NEAR = mine("circles_mine"), mine("circles_kept"), mine("circles_near")

# a seat is a person's for a unit: it opens nothing once the person has left the unit
MINE = definer(
    "circles_mine",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct s.circle_id), '{}') from circles_seat s
   where s.person_id = (select access_actor()) and s.ended_at is null
     and s.unit_id::text || ':any' = any ((select access_my_posts())::text[])
$$""",
)
KEEPS = definer(
    "circles_kept",
    "",
    f"""returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(c.id), '{{}}') from circles_circle c
   where {holds_post("c.unit_id", *LEADERS)}
      or c.leader_id = (select access_actor()) and c.id = any ((select circles_mine())::uuid[])
$$""",
)
IS_NEAR = definer(
    "circles_near",
    "",
    """returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct s.circle_id), '{}') from circles_seat s
   where s.ended_at is null
     and s.unit_id = any (select split_part(post, ':', 1)::uuid
                            from unnest((select access_my_posts())::text[]) post)
$$""",
)
# the policy of a case asks for its origin, so the origin's may not ask for the case
IS_MINE = definer(
    "circles_is_mine",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from circles_case where id = wanted and raised_by_id = access_actor())
$$""",
)
COURSE_OF = definer(
    "circles_course_of",
    "wanted uuid",
    """returns uuid language sql stable as $$
  select o.course_id from circles_origin o
   where o.case_id = wanted
     and (o.course_id = any ((select access_my_scopes('whole', 'read'))::uuid[])
       or exists (select from access_my_posts_reach r
                   where r.scope_id = o.course_id and r.topic = 'whole'))
$$""",
)
# is her own page a way to tell her? only with a login
HAS_PAGE = definer(
    "circles_has_page",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from course_course c join course_citizen z on z.id = c.citizen_id
                  join people_account a on a.person_id = z.person_id
                 where c.id = wanted
                   and (c.id = any ((select access_my_scopes('whole', 'read'))::uuid[])
                     or exists (select from access_my_posts_reach r
                                 where r.scope_id = c.id and r.topic = 'whole')))
$$""",
)
# counts for who sits at a board meeting; what is less than five is not told
FIGURES = definer(
    "circles_figures",
    "wanted uuid",
    """returns table (unit_id uuid, courses int, late int, waits int)
  language sql stable as $$
  with units as (
    select distinct s.unit_id from circles_seat s join circles_circle c on c.id = s.circle_id
     where s.circle_id = wanted and s.ended_at is null and c.kind = 'board'
       and wanted = any ((select circles_mine())::uuid[])
  ), staff as (
    select distinct e.unit_id, e.person_id from people_employment e join units u using (unit_id)
     where e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())
  ), counted as (
    select u.unit_id,
      (select count(*) from course_course c where c.unit_id = u.unit_id
          and c.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')) as courses,
      (select count(*) from plan_agreement a join staff s on s.person_id = a.maker_id
        where s.unit_id = u.unit_id and a.state in ('accepted', 'started')
          and a.due_on < access_today()) as late,
      (select count(*) from plan_decision_ask d join staff s on s.person_id = d.decider_id
        where s.unit_id = u.unit_id and d.answered_at is null
          and d.withdrawn_at is null) as waits
      from units u
  )
  select c.unit_id, case when c.courses between 1 and 4 then -1 else c.courses end::int,
    case when c.late between 1 and 4 then -1 else c.late end::int,
    case when c.waits between 1 and 4 then -1 else c.waits end::int
    from counted c
$$""",
)
EXPIRE = definer(
    "circles_expire",
    "",
    """returns int language plpgsql volatile as $$
declare gone uuid[]; begin
  gone := array(select id from circles_case where created_at < access_now() - interval '2 years');
  delete from circles_origin where case_id = any (gone);
  delete from circles_case where id = any (gone);
  return cardinality(gone);
end $$""",
)

# the notice before, the ground and the words that were searched stand as they were written
FIXED = migrations.RunSQL(
    """
revoke update on circles_case from landfast_app;
grant update (her_words, written_for_her, comes, state, sitting_id, summary, looked_at, told_after,
  told_after_on, told_words, follow_up_on, came_of_it) on circles_case to landfast_app;
""",
    """
revoke update (her_words, written_for_her, comes, state, sitting_id, summary, looked_at, told_after,
  told_after_on, told_words, follow_up_on, came_of_it) on circles_case from landfast_app;
grant update on circles_case to landfast_app;
""",
)

RAISED_BY_ME = f"raised_by_id = access_actor() and {holds_post('raised_from_id', EVERYBODY)}"
READS_CASE = (
    f"{SITS} or ({RAISED_BY_ME}) or exists (select from circles_origin o"
    " where o.case_id = circles_case.id)"
)
OWNED_BY_US = holds_post("owner_unit_id", EVERYBODY, *LEADERS)


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (
        ("circles", "0001_initial"),
        ("access", "0050_kinds_of_looks"),
        ("keeping", "0003_erasure"),
        ("plan", "0066_decisions_with_a_clock"),
    )

    operations = (
        *(helper_may(f"circles_{table}") for table in ("circle", "seat")),
        helper_may("circles_sitting"),
        helper_may("circles_theme"),
        helper_may("circles_agreement"),
        helper_may("circles_case", "select, delete"),
        erasable("circles_origin"),
        MINE,
        KEEPS,
        IS_NEAR,
        IS_MINE,
        COURSE_OF,
        HAS_PAGE,
        FIGURES,
        EXPIRE,
        protect_by(
            "circles_circle", select=ANYBODY, insert=LED_BY_ME, update=mine("circles_kept", "id")
        ),
        protect_by(
            "circles_seat",
            select=ANYBODY,
            insert=KEPT,
            update=f"{KEPT} or person_id = access_actor()",
        ),
        protect_by("circles_sitting", select=ANYBODY, insert=KEPT, update=KEPT),
        protect_by(
            "circles_theme",
            select=f"{NEAR} or {KEPT}",
            insert=f"{RAISED_BY_ME} and {NEAR}",
            update=f"{SITS} or {KEPT} or raised_by_id = access_actor()",
        ),
        protect_by(
            "circles_agreement",
            select=f"{NEAR} or {KEPT} or {OWNED_BY_US}",
            insert=f"proposed_by_id = access_actor() and {SITS}",
            update=f"{SITS} or {KEPT} or {OWNED_BY_US}",
        ),
        protect_by(
            "circles_origin",
            select=REACHED,
            insert=f"({REACHED}) and circles_is_mine(case_id)",
        ),
        logged("circles_origin"),
        protect_by(
            "circles_case",
            select=READS_CASE,
            insert=f"{RAISED_BY_ME} and {NEAR}",
            update=READS_CASE,
        ),
        FIXED,
    )
