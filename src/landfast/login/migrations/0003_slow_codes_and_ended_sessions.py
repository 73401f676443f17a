"""Recovery codes are hashed slowly; who keeps somebody's login ends their sessions.

Codes that were given before are hashed once more as they lie, so that they still work: the slow
hash is of the fast one. Going back throws them away, and their owners make new ones.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from landfast.access.protect import definer
from landfast.people.passwords import seal, seal_like

SLOW = "argon2"

# as people.0006 asks who keeps whom; Landfast itself ends anybody's, or (null) everybody's
END_ALL = definer(
    "login_end_all",
    "wanted uuid",
    """returns int language plpgsql volatile as $$
declare
  gone int;
begin
  if not (access_is_system() or wanted is distinct from (select access_actor()) and exists (
    select from people_employment e
     where e.person_id = wanted and (e.ends_on is null or e.ends_on >= access_today())
       and e.unit_id = any ((select access_my_units('organisation_run'))::uuid[])))
  then return 0; end if;
  update login_sitting set ended_at = access_now()
   where (person_id = wanted or wanted is null) and ended_at is null;
  get diagnostics gone = row_count;
  return gone;
end $$""",
)


def hash_slowly(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """A person's codes get one salt, and each its slow hash."""
    rows = apps.get_model("login", "RecoveryCode").objects.using(editor.connection.alias)
    for person in (
        rows.exclude(code__startswith=SLOW).values_list("person_id", flat=True).distinct()
    ):
        mine = list(rows.filter(person_id=person).exclude(code__startswith=SLOW).order_by("id"))
        first = seal(mine[0].code)
        for row in mine:
            row.code = seal_like(row.code, first)
            row.save(update_fields=["code"])


def throw_away(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """A slow hash does not become a fast one."""
    apps.get_model("login", "RecoveryCode").objects.using(editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    """Room for the slow hash, the hash, and one question."""

    dependencies = (("login", "0002_guards"), ("people", "0006_accounts_by_administrators"))

    operations = (
        migrations.AlterField("recoverycode", "code", models.CharField(max_length=200)),
        migrations.RunPython(hash_slowly, throw_away),
        END_ALL,
    )
