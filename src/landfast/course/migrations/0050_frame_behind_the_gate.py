"""The frame of a course, and referrals, are seen only of what the page has logged a look at.

A list cannot log what it has not found, and finds nothing that is not logged: one function of the
database finds the citizens of a page and writes the looks, in one query. Who reads her own course,
or what she sent herself, needs no look to find it.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, lists, logged, whole
from landfast.access.roles import CourseRole
from landfast.access.sql import holds_post, listed, reached

MINE = "(select access_scopes_as(array['citizen']))::uuid[]"
OF_MINE = f"course_id = any ({MINE})"
OPENED = "any ((select access_opened())::uuid[])"
HANDED = "taker_id = (select access_actor()) or offered_by_id = (select access_actor())"
SENT = f"id = {OPENED} or referred_by_id = (select access_actor())"
TEAM = (
    *(CourseRole.COORDINATOR, CourseRole.COVER, CourseRole.DEPUTY, CourseRole.SECOND),
    *(CourseRole.PROFESSIONAL, CourseRole.FORMER_COORDINATOR),
)


ANSWERS = f"""(select h.course_id from course_handover h
     where h.offered_by_id = (select access_actor()) and h.state in ('accepted', 'refused')
       and (h.answered_at at time zone 'Europe/Copenhagen')::date >= since
       and {reached("h.course_id")}
     order by h.answered_at desc, h.id desc limit 20)"""

HELD = definer(*lists(
    "course_list_held", "who uuid, only_in uuid[], page text",
    f"""select h.course_id from course_coordinatorship h
     where h.person_id = who and h.ended_at is null
       and (only_in is null or h.course_id = any (only_in)) and {reached("h.course_id")}""",
))  # fmt: skip
TEAMS = definer(*lists(
    "course_list_mine", "since date, page text",
    f"""select unnest(access_scopes_as(array[{listed(TEAM)}]))
    union select h.course_id from course_handover h
     where h.taker_id = (select access_actor()) and h.state = 'offered'
       and h.course_id = any (access_scopes_as(array['taker']))
    union {ANSWERS}""",
))  # fmt: skip
# those without a coordinator that the page has room for, wishes that wait, answers to one's offers
LED = definer(*lists(
    "course_list_led", "units uuid[], since date, most int, page text",
    f"""select id from (
      select c.id, c.state_since as waits from course_course c
       where c.unit_id = any (units) and c.state in ('VENTELISTE', 'GENÅBNET')
         and {reached("c.id")}
      union all
      select c.id, h.starts_at from course_coordinatorship h
        join course_course c on c.id = h.course_id
       where c.unit_id = any (units) and h.ended_at is null and h.kind = 'cover'
         and h.cover_until is not null and {reached("c.id")}
      order by waits, id limit most) unheld
    union select w.course_id from course_change_wish w
      join course_course c on c.id = w.course_id
     where c.unit_id = any (units) and w.state = 'asked' and {reached("c.id")}
    union {ANSWERS}""",
))  # fmt: skip
INBOX = definer(*lists(
    "course_list_inbox", "units uuid[], declined_since timestamptz, page text",
    f"""select c.id from course_course c
     where c.unit_id = any (units) and {reached("c.id")}
       and (c.state in ('VISITATION', 'VENTELISTE')
         or c.state = 'AFSLAG' and c.state_since >= declined_since)""",
    f"""select r.id from course_referral r
     where r.unit_id = any (units) and r.state in ('new', 'waits_for_yes')
       and {holds_post("r.unit_id", "coordinator", "daily_leader")}""",
    role="intake",
))  # fmt: skip
TO_ASK = definer(*lists(
    "course_list_to_ask", "page text",
    "select null::uuid where false",
    """select r.id from course_referral r
     where r.who_asks_id = (select access_actor()) and r.state = 'waits_for_yes'
       and r.referred_by_id <> (select access_actor())""",
))  # fmt: skip

# who has held this citizen's courses before: another of her courses is not opened for it
FORMER = definer(
    "course_former_coordinators", "wanted uuid",
    f"""returns table (person_id uuid, since timestamptz) language sql stable as $$
  select h.person_id, min(h.starts_at) from course_coordinatorship h
    join course_course k on k.id = h.course_id
   where h.kind = 'coordinator' and {reached("h.course_id")} and {reached("wanted")}
     and k.citizen_id = (select citizen_id from course_course where id = wanted)
   group by h.person_id
$$""",
)  # fmt: skip


APART = "exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)"

# whose course it is, or referral while there is no course: a name, and nothing else
NAMES = whole(
    "course_oversight_names", "wanted uuid[]",
    f"""returns table (course uuid, name text) language sql stable as $$
  select c.id, z.name::text from course_course c join course_citizen z on z.id = c.citizen_id
   where c.id = any (wanted) and (select access_oversees()) <> '{{}}'
     and access_in_area(c.id) and not {APART}
  union all
  select r.id, r.citizen_name::text from course_referral r
   where r.id = any (wanted) and r.course_id is null and (select access_oversees()) <> '{{}}'
     and access_in_area(r.id)
$$""",
)  # fmt: skip
FIND = whole(
    "course_oversight_find", "words text",
    f"""returns table (course uuid, name text) language sql stable as $$
  select id, name from (
    select c.id, z.name::text, z.sort_key
      from course_course c join course_citizen z on z.id = c.citizen_id
     where (select access_oversees()) <> '{{}}' and length(words) > 2
       and position(lower(words) in lower(z.name)) > 0 and access_in_area(c.id) and not {APART}
    union all
    select r.id, r.citizen_name::text, lower(r.citizen_name) from course_referral r
     where (select access_oversees()) <> '{{}}' and length(words) > 2 and r.course_id is null
       and position(lower(words) in lower(r.citizen_name)) > 0 and access_in_area(r.id)
  ) found order by sort_key limit 20
$$""",
)  # fmt: skip


class Migration(migrations.Migration):
    """A gate in front of each table, and what a list may find."""

    dependencies = (("course", "0040_part_whose"), ("access", "0050_kinds_of_looks"))

    operations = (
        helper_may("course_handover"),
        helper_may("course_change_wish"),
        HELD,
        TEAMS,
        LED,
        INBOX,
        TO_ASK,
        FORMER,
        NAMES,
        FIND,
        logged("course_course", scope="id", own=f"id = any ({MINE})"),
        logged("course_coordinatorship", "course_deputyship", "course_second", own=OF_MINE),
        logged("course_handover", own=HANDED),
        logged(
            "course_change_wish", "course_state_change", "course_assessment", "course_decision",
            "course_closing",
        ),
        logged("course_referral", own=SENT),
    )  # fmt: skip
