"""To whom no channel leads, a person says it: who holds the threads, and it is noted (decision 86).

No row says what a notice is about, as before: its words are read by who may read the event.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer, whole

STATES = ("waiting", "handed", "by_word", "sent", "told", "dead", "dropped", "taken_back")
HELD = "(select access_scopes_as(array['coordinator', 'cover', 'deputy', 'second']))::uuid[]"
NOW = "g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())"
OVER = "('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')"
# whose it is: hers, or of somebody who reads for her. What was given up without an event, or in
# another course of hers, is told wherever her threads are held, as it always was
OPEN = f"""access_grant g join notices_delivery d on d.person_id = g.person_id
    left join access_event e on e.id = d.event_id
   where g.scope_id = any ({HELD}) and {NOW}
     and (d.state = 'dead' and g.role = 'citizen'
          and not notices_arrived_since(d.person_id, d.ended_at)
       or d.state = 'by_word' and g.role in ('citizen', 'proxy') and e.scope_id = g.scope_id
          and (g.scope_id = any ((select access_known_scopes())::uuid[])
            or not access_left_behind(g.scope_id, e.at)))"""

UNREACHED = whole(
    "notices_unreached_courses",
    "",
    f"""returns table (course_id uuid, since timestamptz) language sql stable as $$
  select g.scope_id, min(case d.state when 'by_word' then d.created_at else d.ended_at end)
    from {OPEN}
   group by g.scope_id
$$""",
)
# what did not arrive and stands on her page is hers to read there: only that it is there is told
TO_SAY = definer(
    "notices_to_say",
    "courses uuid[]",
    f"""returns table (course_id uuid, person_id uuid, name text, event_id uuid,
    made_at timestamptz, failed_at timestamptz) language sql stable as $$
  select distinct g.scope_id, d.person_id,
         coalesce((select p.name::text from consent_proxy p
                    where p.course_id = g.scope_id and p.person_id = d.person_id
                      and g.role = 'proxy' order by p.given_at desc limit 1), ''),
         case when d.state = 'by_word' or not login_has_own(d.person_id)
              then d.event_id end,
         d.created_at, case d.state when 'dead' then d.ended_at end
    from {OPEN} and g.scope_id = any (courses)
$$""",
)
SAY = definer(
    "notices_say",
    "course uuid, who uuid, until timestamptz, batch uuid",
    f"""returns int language sql volatile as $$
  with said as (
    update notices_delivery set state = 'told', said_by_id = access_actor(), sent_as = batch,
           handed_at = access_now(), ended_at = coalesce(ended_at, access_now())
     where created_at <= until and id in (
       select d.id from {OPEN} and g.scope_id = course and d.person_id = who)
    returning id)
  select count(*)::int from said
$$""",
)
# what was given up stays given up: its own end was kept
UNSAY = definer(
    "notices_unsay",
    "course uuid, batch uuid",
    f"""returns int language sql volatile as $$
  with unsaid as (
    update notices_delivery d set state = case d.failure when '' then 'by_word' else 'dead' end,
           said_by_id = null, sent_as = null, handed_at = null,
           ended_at = case d.failure when '' then null else d.ended_at end
     where d.sent_as = batch and d.state = 'told' and course = any ({HELD})
       and exists (select from access_grant g
                    where g.scope_id = course and g.person_id = d.person_id and {NOW}
                      and g.role in ('citizen', 'proxy'))
    returning d.id)
  select count(*)::int from unsaid
$$""",
)
SAID = definer(
    "notices_said",
    "course uuid, batch uuid",
    f"""returns timestamptz language sql stable as $$
  select max(d.handed_at) from notices_delivery d
   where d.sent_as = batch and d.state = 'told' and course = any ({HELD})
     and exists (select from access_grant g
                  where g.scope_id = course and g.person_id = d.person_id and {NOW}
                    and g.role in ('citizen', 'proxy'))
$$""",
)
WITHOUT_PAGE = definer(
    "notices_without_page",
    "people uuid[]",
    """returns setof uuid language sql stable as $$
  select p.id from people_person p
   where session_user = 'landfast_jobs' and p.id = any (people) and p.kind = 'citizen'
     and not login_has_own(p.id)
$$""",
)
# who has a page now reads it there: nothing was sent, so nothing is left to tell of
READ_THERE = definer(
    "notices_end_by_word",
    "",
    f"""returns int language plpgsql volatile as $$
declare gone int; taken int;
begin
  if session_user <> 'landfast_jobs' then return 0; end if;
  delete from notices_delivery where state = 'by_word' and ended_at is null
     and login_has_own(person_id);
  get diagnostics gone = row_count;
  update notices_delivery d set state = 'taken_back', ended_at = access_now()
    from access_event e
   where d.state = 'by_word' and d.ended_at is null and e.id = d.event_id
     and (exists (select from course_course c where c.id = e.scope_id and c.state in {OVER})
       or not exists (select from access_grant g
                       where g.scope_id = e.scope_id and g.person_id = d.person_id and {NOW}
                         and g.role in ('citizen', 'proxy')));
  get diagnostics taken = row_count;
  return gone + taken;
end $$""",
)
BACK = migrations.RunSQL(
    migrations.RunSQL.noop,
    "delete from notices_delivery where state in ('by_word', 'told');",
)


def _of(*words: str) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


class Migration(migrations.Migration):
    """A column, two states more, and what is asked and done about them."""

    dependencies = (
        ("notices", "0038_feed_by_provider"), ("login", "0011_who_sits_here"),
        ("course", "0134_referrals_stay_behind"), ("consent", "0084_waits"),
    )  # fmt: skip

    operations = (
        migrations.AddField(
            "delivery", "said_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="people.person", db_index=False,
            ),
        ),
        migrations.AlterField(
            "delivery", "state",
            models.CharField(choices=_of(*STATES), default="waiting", max_length=10),
        ),
        BACK,
        UNREACHED,
        TO_SAY,
        SAY,
        UNSAY,
        SAID,
        WITHOUT_PAGE,
        READ_THERE,
    )  # fmt: skip
