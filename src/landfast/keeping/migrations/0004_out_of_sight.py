"""What counts or is reached past the grants: a blocked course is not there either.

Leaders' numbers leave it out. A referral, a promise, a task, an emergency, the one who
was asked to take over and one's own ended grant have readers of their own; asked only of the rows where such a ground is met.
"""

from django.db import migrations

ALSO = {
    ("access_grant", "scope_id"): "ends_at is null or ends_at > (select access_now())",
    ("course_referral", "course_id"): "course_id is null",
    ("plan_agreement", "course_id"): "maker_id is distinct from (select access_actor())",
    ("plan_task", "course_id"): "false",
    ("course_handover", "course_id"): "taker_id is distinct from (select access_actor())",
    ("consent_emergency", "course_id"): "course_id is null",
}


def out_of_sight(table, scope, unless):
    """The citizen's own grant is the one way in while it lasts."""
    hers = f"{scope} = any ((select access_scopes_as(array['citizen']))::uuid[])"
    return migrations.RunSQL(
        f"create policy kept on {table} as restrictive for select to landfast_app using ("
        f"{unless} or not keeping_is_kept({scope}) or {hers});",
        f"drop policy kept on {table};",
    )


def counted(more):
    """`course_count` with one condition more or less."""
    return f"""
do $patch$
declare
  body text := pg_get_functiondef('course_count(uuid[])'::regprocedure);
  bare constant text := ' and not keeping_is_kept(c.id)';
  where_it_is constant text := 'and c.unit_id = any (units)';
begin
  body := replace(body, bare, '');
  if {more} then body := replace(body, where_it_is, where_it_is || bare); end if;
  execute body;
end $patch$;
"""


class Migration(migrations.Migration):
    """Policies in front of six tables, one function."""

    dependencies = (("keeping", "0003_erasure"), ("course", "0070_no_longer_counted"))

    operations = (
        *(out_of_sight(*place, unless) for place, unless in ALSO.items()),
        migrations.RunSQL(counted("true"), counted("false")),
    )
