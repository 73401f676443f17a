"""Who sees a file: as the course it hangs on, whole or by topic; and what is hers alone, she.

What is in a file is read in the transaction that has logged that very file, and in no other:
not even one that acts. Only who put a file there changes what is known of it, and only so that it
is shown to the team or marked as removed; what the team could read never becomes hers alone.
"""

from django.db import migrations

from landfast.access.protect import (
    definer,
    helper_may,
    left_behind,
    logged,
    protect_by,
    reach,
    share_by_topic,
)
from landfast.access.rules import Level, Topic

READ = reach("files_file", "scope_id", Topic.WHOLE, Level.READ)
WRITE = reach("files_file", "scope_id", Topic.WHOLE, Level.WRITE)
MINE = "added_by_id = access_actor()"
BY_TOPIC = """case when topic = '' or readers <> 'team' then '{}'::text[]
  else array[topic::text] end"""

HERS = """
create policy hers on files_file as restrictive for select to landfast_app
  using (added_by_id = (select access_actor()) or (readers = 'team' and removed_at is null));
create policy shown_stays_shown on files_file as restrictive for update to landfast_app
  using (true) with check (readers = 'team');
revoke update on files_file from landfast_app;
grant update (readers, removed_at, removed_by_id) on files_file to landfast_app;
"""
HERS_NO_MORE = """
grant update on files_file to landfast_app;
drop policy shown_stays_shown on files_file;
drop policy hers on files_file;
"""

# with the file goes what is in it
GOES_WITH = """
alter table files_content add constraint files_content_of_file
  foreign key (file_id) references files_file (id) on delete cascade;
"""

NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
STILL_HERE = """(ground = 'citizen' or (select exists (
        select from people_employment e
         where e.person_id = (select access_actor()) and e.starts_on <= access_today()
           and (e.ends_on is null or e.ends_on >= access_today()))))"""

# The look stands at the course, says which kind of file, and names the file by its key. What was
# fetched is said in the setting of what was opened, and believed of rows in the log only.
OPEN = definer(
    "files_open",
    "wanted uuid",
    f"""returns void language plpgsql volatile as $$
begin
  insert into access_look
    (id, at, scope_id, person_id, unit_id, role, ground, what, allowed, about)
  select uuidv7(), access_now(), held.scope_id, (select access_actor()),
    (select unit_id from people_employment where person_id = (select access_actor())
       and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
     order by starts_on desc limit 1),
    held.role, held.ground,
    case held.kind when 'evidence' then 'Fil: underskrevet papir'
                   when 'word' then 'Fil: eget ord til mødet' else 'Fil: papir' end,
    true, wanted
  from (
    select f.scope_id, f.kind, g.role, g.ground, g.topic
      from files_file f join (
        select scope_id, role, ground, topic from access_grant
         where person_id = (select access_actor()) and {NOW} and {STILL_HERE}
        union all
        select scope_id, role, ground, topic from access_my_posts_reach
        union all
        select scope_id, role, ground, topic from access_my_posts_parts
      ) g on g.scope_id = f.scope_id
     where f.id = wanted
     order by (g.topic = 'whole') desc, (g.topic = f.topic) desc limit 1
  ) held;
  if found then
    perform set_config('landfast.opened',
      coalesce(nullif(current_setting('landfast.opened', true), '') || ',', '') || wanted, true);
  end if;
end $$""",
)

FETCHED = definer(
    "files_fetched",
    "",
    """returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct about), '{}') from access_look
   where person_id = (select access_actor()) and at >= (select access_began())
     and allowed and scope_id is not null and about = any (
       string_to_array(nullif(current_setting('landfast.opened', true), ''), ',')::uuid[])
$$""",
)

ERASE = definer(
    "files_erase",
    "",
    """returns int language plpgsql volatile as $$
declare gone uuid[]; begin
  gone := array(select f.id from files_file f
                 where f.removed_at < access_now() - interval '30 days' and f.erased_at is null);
  delete from files_content where file_id = any (gone);
  update files_file set erased_at = access_now() where id = any (gone);
  return cardinality(gone);
end $$""",
)


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (
        ("files", "0001_initial"),
        ("access", "0035_drafts_of_long_addresses"),
    )

    operations = (
        migrations.RunSQL(
            GOES_WITH, "alter table files_content drop constraint files_content_of_file;"
        ),
        helper_may("files_file", "select, update"),
        helper_may("files_content", "select, delete"),
        OPEN,
        FETCHED,
        ERASE,
        protect_by(
            "files_file",
            select=READ,
            insert=f"{MINE} and ({WRITE})",
            update=MINE,
            delete=f"{MINE} and readers = 'own'",
        ),
        share_by_topic("files_file", BY_TOPIC, scope="scope_id"),
        migrations.RunSQL(HERS, HERS_NO_MORE),
        logged("files_file", scope="scope_id"),
        left_behind("files_file", scope="scope_id", unless="added_by_id = (select access_actor())"),
        protect_by(
            "files_content",
            select="file_id = any ((select files_fetched())::uuid[])"
            " and exists (select from files_file f where f.id = file_id)",
            insert="exists (select from files_file f where f.id = file_id"
            " and f.added_by_id = access_actor())",
        ),
    )
