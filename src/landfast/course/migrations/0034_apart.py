"""Neither a number of courses nor a search by name tells of a citizen who is kept apart."""

from django.db import migrations

# taken as they stand, so that what others have added to them stays; one without the words stops us
ASK = """
do $ask$
declare
  f record;
  said text;
begin
  for f in select oid, proname from pg_proc where proname in ({functions}) loop
    said := replace(pg_get_functiondef(f.oid), $q${old}$q$, $q${new}$q$);
    if said = pg_get_functiondef(f.oid) then
      raise exception 'landfast: % does not say where', f.proname;
    end if;
    execute said;
  end loop;
end $ask$;
"""
APART = "exists (select from access_apart a where a.scope_id = c.id and a.lifted_at is null)"
COUNTED = "c.unit_id = any (units) and c.unit_id = any"
COUNTED_BUT = f"""(c.id = any ((select access_my_scopes('frame', 'read'))::uuid[]) or not {APART})
     and {COUNTED}"""
NAMED = "access_in_area(c.id)"
NAMED_BUT = f"{NAMED} and not {APART}"


def ask(functions: str, old: str, new: str) -> migrations.RunSQL:
    """Functions ask one thing more."""
    return migrations.RunSQL(
        ASK.format(functions=functions, old=old, new=new),
        ASK.format(functions=functions, old=new, new=old),
    )


class Migration(migrations.Migration):
    """Three functions."""

    dependencies = (("course", "0019_unit_in_use"), ("access", "0034_apart"))

    operations = (
        ask("'course_count'", COUNTED, COUNTED_BUT),
        ask("'course_oversight_names', 'course_oversight_find'", NAMED, NAMED_BUT),
    )
