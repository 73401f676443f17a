"""Whom a leader asks to keep what a unit has promised finds the question among their own."""

from importlib import import_module

from django.db import migrations

from landfast.access.roles import COURSE_ROLES
from landfast.access.rules import Permission
from landfast.access.sql import listed
from landfast.plan.rules import life

MADE = str(import_module("landfast.plan.migrations.0080_asked_of_team").ASKED.sql)
BEFORE = MADE.replace("create function", "create or replace function", 1)
ANSWERS = sorted(
    role.value for role, said in COURSE_ROLES.items() if Permission.AGREEMENT_ANSWER in said.may
)
TO_KEEP = f"""
  union all
  select a.id, a.course_id from plan_agreement a
   where a.named_id = (select access_actor()) and a.maker_id <> (select access_actor())
     and a.state in ({listed(sorted(life.RUNNING))})
     and a.course_id = any ((select access_scopes_as(array[{listed(ANSWERS)}]))::uuid[])
$$"""
BODY, END, REST = BEFORE.rpartition("\n$$")


class Migration(migrations.Migration):
    """One function; going back, it is what it was."""

    dependencies = (("plan", "0090_questions_end"),)

    operations = (migrations.RunSQL(f"{BODY}{TO_KEEP}{REST}", BEFORE),)
