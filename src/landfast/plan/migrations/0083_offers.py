"""Whom one touch would ask about a promise that was not kept: before it is touched, in one question.

The maker and who takes over, where they are in the team still; and who decides for where the maker
works, else for where the one who asks does. It reads as the one who asks does.
"""

from django.db import migrations

from landfast.access.sql import MEANWHILE


def in_team(person: str) -> str:
    """Is this person one of the team today, who could make a promise?"""
    return f"""exists (select from access_grant where scope_id = a.course_id
      and person_id = {person} and level = 'write' and topic = 'whole' and {MEANWHILE})"""


OFFERS = f"""
create function plan_offers(wanted uuid)
returns table (maker uuid, maker_named text, backup uuid, backup_named text, person uuid,
  named text, phone text, is_there boolean, deputy uuid, deputy_named text, deputy_phone text,
  deputy_is_there boolean, hours int, unit uuid, unit_name text)
language sql stable as $$
  select m.id, coalesce(m.name, ''), b.id, coalesce(b.name, ''), c.*
    from plan_agreement a
    left join people_person m on m.id = a.maker_id and m.kind = 'staff' and {in_team("m.id")}
    left join people_person b on b.id = a.backup_id and b.kind = 'staff' and {in_team("b.id")}
    left join lateral directory_chain(null, coalesce(a.maker_id, access_actor())) c on true
   where a.id = wanted
$$;
"""


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("plan", "0082_waits"), ("directory", "0019_chain"))

    operations = (migrations.RunSQL(OFFERS, "drop function plan_offers;"),)
