"""Who has no login is told of the day of deletion by a letter or a person, and that is written down.

`told_of` is the day that was told: another day, after something held it, is told anew.
"""

import django.db.models.deletion
from django.db import migrations, models

from landfast.access.protect import definer
from landfast.keeping.rules import ToldHow
from landfast.kernel.choices import choices

# a way in that is her own, as her own pages mean it
NO_LOGIN = """not exists (
    select from course_course c join course_citizen z on z.id = c.citizen_id
      join people_account a on a.person_id = z.person_id
     where c.id = k.scope_id and a.is_active
       and (exists (select from people_password h where h.account_id = a.person_id and not h.is_start)
         or exists (select from login_identity i
                     where i.person_id = a.person_id and i.ended_at is null)))"""
TO_TELL = f"""k.organisation_id = any (keeping_mine()) and k.state = 'delivered'
   and k.delete_on is not null and k.told_of is distinct from k.delete_on and {NO_LOGIN}"""

WAIT = definer(
    "keeping_to_tell",
    "",
    f"""returns table (id uuid) language sql stable as $$
  select k.id from keeping_case k where {TO_TELL}
$$""",
)
TOLD = definer(
    "keeping_told",
    "wanted uuid, how text, at_day date",
    f"""returns boolean language plpgsql volatile as $$
begin
  update keeping_case k set told_of = k.delete_on, told_how = how, told_on = at_day,
    told_by_id = access_actor()
   where k.id = wanted and at_day <= access_today() and {TO_TELL};
  if not found then return false; end if;
  perform keeping_tell(wanted, 'keeping.told', jsonb_build_object('how', how));
  return true;
end $$""",
)


class Migration(migrations.Migration):
    """Four columns, and the two functions that read and write them."""

    dependencies = (("keeping", "0009_with_the_screens"), ("login", "0002_guards"))

    operations = (
        migrations.AddField("case", "told_of", models.DateField(null=True)),
        migrations.AddField("case", "told_on", models.DateField(null=True)),
        migrations.AddField(
            "case", "told_how",
            models.CharField(blank=True, choices=choices(ToldHow), max_length=8, db_default=""),
        ),
        migrations.AddField(
            "case", "told_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="people.person",
            ),
        ),
        WAIT,
        TOLD,
    )  # fmt: skip
