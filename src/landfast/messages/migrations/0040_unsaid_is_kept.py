"""What nobody has said yet is not forgotten, and nobody is asked to remind of what is past."""

from django.db import migrations

from landfast.access.protect import whole

NOW = "g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())"
OVER = "('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')"
# given up, and she cannot read it herself: it stands under "Sig det selv" while her course runs
UNSAID = f"""d.state = 'dead' and not login_has_own(d.person_id)
       and not notices_arrived_since(d.person_id, d.ended_at)
       and exists (select from access_grant g join course_course c on c.id = g.scope_id
                    where g.person_id = d.person_id and g.role = 'citizen' and {NOW}
                      and c.state not in {OVER})"""

FORGET = whole(
    "notices_forget",
    "",
    f"""returns int language sql volatile as $$
  with gone as (
    delete from notices_delivery d
     where d.ended_at < access_now() - interval '90 days' and not ({UNSAID}) returning id)
  select count(*)::int from gone
$$""",
)
# who has a page now reads it there: nothing was sent, so nothing is left to tell of
READ_THERE = whole(
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
       or e.kind = 'meeting.near' and (e.facts->>'starts_at')::timestamptz < access_now()
       or not exists (select from access_grant g
                       where g.scope_id = e.scope_id and g.person_id = d.person_id and {NOW}
                         and g.role in ('citizen', 'proxy')));
  get diagnostics taken = row_count;
  return gone + taken;
end $$""",
)


class Migration(migrations.Migration):
    """Two functions anew."""

    dependencies = (("notices", "0039_said_by_a_person"), ("meetings", "0114_near_says_when"))

    operations = (FORGET, READ_THERE)
