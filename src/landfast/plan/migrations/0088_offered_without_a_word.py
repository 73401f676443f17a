"""What she said of a promise is not said of the one that is offered again in its place.

The word stays in the history; it leaves the promise together with its state, whoever of those who
may begin the course again does so.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("landfast.plan.migrations.0085_hers").ONLY_HER_WORD.sql
TRIGGER = BEFORE.index("create trigger")
WAS = BEFORE[:TRIGGER].replace("create function", "create or replace function", 1)
AGAIN = """  if tg_op = 'UPDATE' and old.state = 'lapsed' and new.state = 'proposed'
     and new.hers = '' and new.hers_words = '' and not new.hers_beside then
    return new;
  end if;
"""
RAISE = "  raise exception"


class Migration(migrations.Migration):
    """One function, with one case more."""

    dependencies = (("plan", "0087_tasks_go_along"),)

    operations = (migrations.RunSQL(WAS.replace(RAISE, AGAIN + RAISE, 1), WAS),)
