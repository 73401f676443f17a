"""A hand-over is told to who loses the course, before and after, and to her before the answer.

Mandag asks one thing more of who holds a course: a second, where there was one and nobody is it.
"""

from importlib import import_module

from django.db import migrations

WAITS = import_module("landfast.course.migrations.0121_waits").WAITS
OWN = import_module("landfast.course.migrations.0127_name_answered").OWN
LATELY = "interval '14 days'"
UNHEARD = """not exists (
       select from access_event e
        where e.scope_id = o.course_id and e.actor_id = me and e.kind = 'course.heard'
          and e.facts->>'about' = o.id::text)"""
MORE = f"""
  union all
  select 'asked_over', o.course_id, o.id, o.begins_on, o.taker_id, '',
         (select p.name::text from people_person p where p.id = o.offered_by_id), '{{}}',
         o.created_at, o.id
    from course_handover o
   where o.course_id = any (mine) and o.state = 'offered'
     and me not in (o.offered_by_id, o.taker_id) and {UNHEARD}
  union all
  select 'handed', o.course_id, o.id, o.overlap_until, o.taker_id, '', '', '{{}}',
         o.answered_at, o.id
    from course_handover o
   where o.giver_id = me and o.state = 'accepted' and o.answered_at > access_now() - {LATELY}
     and o.course_id = any ((select access_scopes_as(array['former_coordinator']))::uuid[])
     and {UNHEARD}
  union all
  select 'no_second', h.course_id, s.id, null, null, '', '', '{{}}', s.ended_at, null
    from course_coordinatorship h
    join lateral (select x.id, x.ended_at from course_second x where x.course_id = h.course_id
                   order by x.ended_at desc nulls first limit 1) s on s.ended_at is not null
   where h.course_id = any (mine) and h.person_id = me and h.ended_at is null
     and h.kind = 'coordinator'"""


def _again(made: migrations.RunSQL) -> str:
    return str(made.sql).replace("create function", "create or replace function", 1)


WAITED, OWNED = _again(WAITS), _again(OWN)
ASKED = " and o.state = 'offered' and o.promised_at is not null"


class Migration(migrations.Migration):
    """Two functions anew; going back, they say what they said."""

    dependencies = (("course", "0140_not_by_herself"),)

    operations = (
        migrations.RunSQL(WAITED.replace("\n$$;", MORE + "\n$$;", 1), WAITED),
        migrations.RunSQL(OWNED.replace(ASKED, " and o.state = 'offered'", 1), OWNED),
    )
