"""Passwords in a table of their own, which the application cannot read; and Landfast as a person.

What a session holds to is a stamp of the account, no longer the sealed password: everybody who is
signed in signs in once more.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from landfast.people.rules import SYSTEM_ID

# an unusable password ("!…") was never one
MOVE = """
insert into people_password (account_id, sealed, is_start, set_at)
select person_id, password, false, created_at from people_account where password like 'argon2$%';
"""
BACK = """
update people_account a set password = p.sealed
  from people_password p where p.account_id = a.person_id;
"""
LANDFAST = f"""
insert into people_person (id, created_at, kind, name, sort_key, profession, phone)
values ('{SYSTEM_ID}', now(), 'system', 'Landfast', 'landfast', '', '') on conflict do nothing;
"""


class Migration(migrations.Migration):
    dependencies = (("people", "0001_initial"),)

    operations = (
        migrations.AddField(
            "account", "stamp", models.UUIDField(default=uuid.uuid4, editable=False)
        ),
        # one value for all that were there: no session holds to it yet, but none is guessed either
        migrations.RunSQL(
            "update people_account set stamp = gen_random_uuid();", migrations.RunSQL.noop
        ),
        migrations.CreateModel(
            "Password",
            [
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="people.account",
                    ),
                ),
                ("sealed", models.CharField(max_length=200)),
                ("is_start", models.BooleanField(default=False)),
                ("set_at", models.DateTimeField()),
            ],
            options={"db_table": "people_password"},
        ),
        migrations.RunSQL(
            "alter table people_password enable row level security;",
            "alter table people_password disable row level security;",
        ),
        migrations.RunSQL(MOVE, BACK),
        migrations.RunSQL(LANDFAST, migrations.RunSQL.noop),
    )
