"""Nobody opens one citizen after the other without end: that is a copy being made, not work (2.4.1).

Counted by the log itself, so that no page can forget to: different citizens whose record somebody
opened to read in the last minutes. A citizen's own, a list, an act and Landfast itself do not count.
"""

from django.db import migrations

from landfast.access.rules import READ_MOST, READ_WITHIN, TOO_MANY_STATE
from landfast.people.rules import SYSTEM_ID

MINUTES = int(READ_WITHIN.total_seconds() // 60)
COUNT = f"""
create function access_count_reads() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if (select count(distinct scope_id) from access_look
       where person_id = new.person_id and at > new.at - interval '{MINUTES} minutes'
         and kind = 'read' and allowed and scope_id <> new.scope_id) >= {READ_MOST}
  then raise exception 'too many records in a row' using errcode = '{TOO_MANY_STATE}';
  end if;
  return new;
end $$;
alter function access_count_reads owner to landfast_helper;
revoke execute on function access_count_reads from public;
create trigger count_reads before insert on access_look for each row
  when (new.kind = 'read' and new.allowed and new.scope_id is not null
        and new.ground <> 'citizen' and new.person_id <> '{SYSTEM_ID}'::uuid)
  execute function access_count_reads();
"""


class Migration(migrations.Migration):
    """The count."""

    dependencies = (("access", "0103_founding"),)

    operations = (
        migrations.RunSQL(
            COUNT,
            "drop trigger count_reads on access_look; drop function access_count_reads;",
        ),
    )
