"""An employee's own photo: seen by everybody signed in while she works here, put there by herself.

It is no citizen's record, so it stands in nobody's look log.
"""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import helper_may, protect_by

WORKS = """exists (select from people_employment e where e.person_id = {0}.person_id
    and e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today()))"""
WORKS_HERE = WORKS.format("files_face")
MINE = "person_id = access_actor()"

ERASE = """
create or replace function files_erase() returns int language plpgsql volatile
  security definer set search_path = public, pg_temp as $$
declare gone uuid[]; begin
  gone := array(select f.id from files_file f
                 where f.removed_at < access_now() - interval '30 days' and f.erased_at is null);
  delete from files_content where file_id = any (gone);
  update files_file set erased_at = access_now() where id = any (gone);
{faces}  return cardinality(gone);
end $$;
"""
# of those who have left, and do not come back
FACES = """  delete from files_face f
   where not exists (select from people_employment e where e.person_id = f.person_id
                        and (e.ends_on is null or e.ends_on >= access_today()));
"""


class Migration(migrations.Migration):
    """One table with its policies."""

    dependencies = (
        ("files", "0002_guards"),
        ("people", "0007_organisations_and_closed_units"),
    )

    operations = (
        migrations.CreateModel(
            name="Face",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("mime", models.CharField(max_length=40)),
                ("data", models.BinaryField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="face",
                        to="people.person",
                    ),
                ),
            ],
            options={"db_table": "files_face"},
        ),
        helper_may("files_face", "select, delete"),
        protect_by(
            "files_face",
            select=f"{MINE} or (access_actor() is not null and {WORKS_HERE})",
            insert=f"{MINE} and {WORKS_HERE}",
            delete=MINE,
        ),
        migrations.RunSQL(ERASE.format(faces=FACES), ERASE.format(faces="")),
    )
