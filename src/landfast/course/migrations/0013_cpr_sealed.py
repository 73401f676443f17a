"""CPR numbers lie sealed, each with a mark that it is found by.

On a live table: the columns grow without a rewrite, rows are sealed a batch at a time, the index
is built beside the traffic, and the checks are proved without a long lock. Processes of the
version before can go on reading; a referral with a number that they write is refused by the
check, and not kept in plain. Going back opens every number again, which needs the keys.
"""

from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

from landfast.access.protect import definer
from landfast.kernel import sealing

BATCH = 500
FIELDS = {"Citizen": "cpr", "Referral": "citizen_cpr"}
SEALED, MARK = "gAAAA", "^[0-9a-f]{64}$"


def _each(apps: Apps, editor: BaseDatabaseSchemaEditor, plain: bool):  # type: ignore[no-untyped-def]
    """Every row with a number, sealed or (with `plain`) not, locked a batch at a time."""
    alias = editor.connection.alias
    for name, field in FIELDS.items():
        model = apps.get_model("course", name)
        wanted = Q(**{f"{field}__startswith": SEALED})
        rows = model.objects.using(alias).exclude(**{field: ""}).order_by("pk")
        rows = rows.exclude(wanted) if plain else rows.filter(wanted)
        while True:
            with transaction.atomic(using=alias):
                found = list(rows.select_for_update()[:BATCH])
                for row in found:
                    yield row, field
            if not found:
                break


def seal(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What lies plain is sealed; stopped and begun again it goes on where it was."""
    keys = settings.LANDFAST_SEALING_KEYS
    for row, field in _each(apps, editor, plain=True):
        text = getattr(row, field)
        setattr(row, field, sealing.seal(text, keys))
        setattr(row, f"{field}_mark", sealing.marks(text, keys[:1])[0])
        row.save(update_fields=[field, f"{field}_mark"])


def unseal(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What lies sealed is opened."""
    for row, field in _each(apps, editor, plain=False):
        setattr(row, field, sealing.unseal(getattr(row, field), settings.LANDFAST_SEALING_KEYS))
        setattr(row, f"{field}_mark", "")
        row.save(update_fields=[field, f"{field}_mark"])


def columns(table: str, field: str) -> migrations.RunSQL:
    """Room for what is sealed, and the mark; a process of the version before writes none."""
    return migrations.RunSQL(
        f"alter table {table} alter {field} type text;\n"
        f"alter table {table} add {field}_mark varchar(64) not null default '';",
        f"alter table {table} drop {field}_mark;\n"
        f"alter table {table} alter {field} type varchar(10);",
    )


def check(table: str, name: str, field: str) -> list[migrations.RunSQL]:
    """The database takes no plain number."""
    rule = (
        f"({field} = '' and {field}_mark = '')"
        f" or ({field} like '{SEALED}%' and {field}_mark ~ '{MARK}')"
    )
    return [
        migrations.RunSQL(
            f"alter table {table} add constraint {name} check ({rule}) not valid;",
            f"alter table {table} drop constraint {name};",
        ),
        migrations.RunSQL(f"alter table {table} validate constraint {name};", ""),
    ]


ONE = migrations.RunSQL(
    "create unique index concurrently one_citizen_per_cpr on course_citizen (cpr_mark)"
    " where not cpr_mark = '';",
    "drop index one_citizen_per_cpr;",
)
ONE_BEFORE = migrations.RunSQL(
    "drop index one_citizen_per_cpr;",
    "create unique index one_citizen_per_cpr on course_citizen (cpr) where not cpr = '';",
)

MY_INTAKE = (
    "(r.unit_id::text || ':coordinator' = any ((select access_my_posts())::text[])"
    " or r.unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))"
)

# Marks under all keys are asked for: while keys are turned, a citizen may have another mark than
# the referral. They are locked in order, so that two who take referrals of one citizen meet.
CITIZEN_OF = definer(
    "course_citizen_of_referral",
    "wanted uuid, marks text[]",
    f"""returns table (citizen uuid, person uuid, running uuid) language plpgsql volatile as $$
declare
  given course_referral;
  known text[] := '{{}}';
  one text;
begin
  select r.* into given from course_referral r
   where r.id = wanted and r.state in ('new', 'taken') and {MY_INTAKE};
  if not found then return; end if;
  if given.citizen_cpr_mark <> '' and given.citizen_cpr_mark = any (marks) then
    known := marks;
  end if;
  for one in select k from unnest(known || case when known = '{{}}' then array[given.id::text]
                                                else '{{}}' end) k order by k loop
    perform pg_advisory_xact_lock(hashtextextended('citizen:' || one, 0));
  end loop;
  return query
    select c.id, c.person_id,
           (select k.id from course_course k where k.citizen_id = c.id
               and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') limit 1)
      from course_citizen c
     where (c.cpr_mark <> '' and c.cpr_mark = any (known))
        or (given.by_citizen and c.person_id = given.referred_by_id)
     limit 1;
end $$""",
)
PASS_ON = definer(
    "course_pass_on_referral",
    "wanted uuid, marks text[], seen_at timestamptz",
    """returns uuid language plpgsql volatile as $$
declare
  to_course uuid := (select f.running from course_citizen_of_referral(wanted, marks) f);
begin
  if to_course is not null then
    update course_referral
       set state = 'answered', answered_at = seen_at, course_id = to_course
     where id = wanted;
  end if;
  return to_course;
end $$""",
)
CITIZEN_OF_BEFORE = definer(
    "course_citizen_of_referral",
    "wanted uuid",
    f"""returns table (citizen uuid, person uuid, running uuid) language plpgsql volatile as $$
declare
  given course_referral;
begin
  select r.* into given from course_referral r
   where r.id = wanted and r.state in ('new', 'taken') and {MY_INTAKE};
  if not found then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('citizen:' || coalesce(nullif(given.citizen_cpr, ''), given.id::text), 0));
  return query
    select c.id, c.person_id,
           (select k.id from course_course k where k.citizen_id = c.id
               and k.state not in ('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER') limit 1)
      from course_citizen c
     where (given.citizen_cpr <> '' and c.cpr = given.citizen_cpr)
        or (given.by_citizen and c.person_id = given.referred_by_id)
     limit 1;
end $$""",
)
PASS_ON_BEFORE = definer(
    "course_pass_on_referral",
    "wanted uuid, seen_at timestamptz",
    """returns uuid language plpgsql volatile as $$
declare
  to_course uuid := (select f.running from course_citizen_of_referral(wanted) f);
begin
  if to_course is not null then
    update course_referral
       set state = 'answered', answered_at = seen_at, course_id = to_course
     where id = wanted;
  end if;
  return to_course;
end $$""",
)


def undone(made: migrations.RunSQL) -> migrations.RunSQL:
    """What was made before goes; going back makes it again."""
    return migrations.RunSQL(made.reverse_sql, made.sql)


# What is emptied loses its mark with its number.
EMPTIES = migrations.RunSQL(
    """
create function course_mark_goes() returns trigger language plpgsql as $$
begin
  new.citizen_cpr_mark := '';
  return new;
end $$;
create trigger mark_goes before update of citizen_cpr on course_referral for each row
  when (new.citizen_cpr = '') execute function course_mark_goes();
""",
    """
drop trigger mark_goes on course_referral;
drop function course_mark_goes();
""",
)


class Migration(migrations.Migration):
    """In steps that each stand alone: nothing is locked for long."""

    atomic = False
    dependencies = (("course", "0012_while_employed"),)

    operations = (
        migrations.SeparateDatabaseAndState(
            database_operations=[
                columns("course_citizen", "cpr"),
                columns("course_referral", "citizen_cpr"),
            ],
            state_operations=[
                migrations.AlterField("citizen", "cpr", models.TextField(blank=True)),
                migrations.AddField(
                    "citizen",
                    "cpr_mark",
                    models.CharField(blank=True, editable=False, max_length=64),
                ),
                migrations.AlterField("referral", "citizen_cpr", models.TextField(blank=True)),
                migrations.AddField(
                    "referral",
                    "citizen_cpr_mark",
                    models.CharField(blank=True, editable=False, max_length=64),
                ),
            ],
        ),
        EMPTIES,
        undone(PASS_ON_BEFORE),
        undone(CITIZEN_OF_BEFORE),
        ONE_BEFORE,
        migrations.RunPython(seal, unseal),
        ONE,
        *check("course_citizen", "citizen_cpr_is_sealed", "cpr"),
        *check("course_referral", "referral_cpr_is_sealed", "citizen_cpr"),
        CITIZEN_OF,
        PASS_ON,
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint("citizen", "one_citizen_per_cpr"),
                migrations.AddConstraint(
                    "citizen",
                    models.UniqueConstraint(
                        condition=Q(("cpr_mark", ""), _negated=True),
                        fields=("cpr_mark",),
                        name="one_citizen_per_cpr",
                    ),
                ),
                migrations.AddConstraint(
                    "citizen",
                    models.CheckConstraint(
                        condition=Q(("cpr", ""), ("cpr_mark", ""))
                        | Q(("cpr__startswith", SEALED), ("cpr_mark__regex", MARK)),
                        name="citizen_cpr_is_sealed",
                    ),
                ),
                migrations.AddConstraint(
                    "referral",
                    models.CheckConstraint(
                        condition=Q(("citizen_cpr", ""), ("citizen_cpr_mark", ""))
                        | Q(("citizen_cpr__startswith", SEALED), ("citizen_cpr_mark__regex", MARK)),
                        name="referral_cpr_is_sealed",
                    ),
                ),
            ],
        ),
    )
