"""The migrated database that all tests' databases are copies of.

It is made once by the owner and kept under a name made of the migrations' content: a second run
starts in a second. `python -m tests.template` makes it beforehand, while something else is done.
"""

import hashlib
from pathlib import Path

from landfast.kernel import postgres

SOURCE = Path(__file__).resolve().parent.parent / "src" / "landfast"

# What the migrations make of the two is kept with them: tests/house/test_standing.py compares it.
KEEP_WHAT_STOOD = """
do $$ declare one text; begin
  foreach one in array '{access_now,access_may_be_system}'::text[] loop
    execute format('comment on function %I() is %L', one, pg_get_functiondef(one::regproc));
  end loop;
end $$
"""

# In the tests' databases the moved clock is believed from every role, so that rules over
# time can be tried as the application; production believes it from jobs only.
BELIEVE_THE_CLOCK = """
create or replace function access_now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('landfast.now', true), '')::timestamptz,
                  statement_timestamp())
"""

# Town halls of tests are built by Landfast itself, which production believes from jobs only.
BELIEVE_THE_SYSTEM = """
create or replace function access_may_be_system() returns boolean language sql stable parallel safe
  return true
"""


def template() -> str:
    """Its name; made by whoever comes first, waited for by the others."""
    from django.conf import settings

    digest = hashlib.sha256(settings.LANDFAST_ACTOR_KEY.encode())
    files = [*SOURCE.glob("*/migrations/*.py"), SOURCE / "access" / "protect.py", Path(__file__)]
    for path in sorted(files):
        digest.update(path.read_bytes())
    name = f"lf_template_{digest.hexdigest()[:12]}"
    with postgres.admin_connect("postgres") as admin:
        admin.execute("select pg_advisory_lock(4711)")
        if not postgres.database_exists(name):
            _make(f"{name}_building")
            admin.execute(f'alter database "{name}_building" rename to "{name}"')
    return name


def _make(building: str) -> None:
    from django.conf import settings
    from django.db import connections

    from landfast.access.signing import keep_key
    from landfast.kernel import tables

    postgres.drop_database(building)
    postgres.create_database(building)
    owner = connections["owner"]
    owner.settings_dict["NAME"] = building
    tables.migrate()
    keep_key(settings.LANDFAST_ACTOR_KEY, database=building)
    with owner.cursor() as cursor:
        cursor.execute(KEEP_WHAT_STOOD)
        cursor.execute(BELIEVE_THE_CLOCK)
        cursor.execute(BELIEVE_THE_SYSTEM)
    owner.close()


if __name__ == "__main__":
    from landfast.jobs.start import django_ready

    django_ready(any_tables=True)
    template()
