"""Who referred somebody as an employee reads the referral as long as they are one.

Words about a citizen, her name and her CPR number, stood open to the one who had written them for
as long as the login lived. A citizen who wrote herself keeps hers.
"""

from django.db import migrations

INTAKE = (
    "(unit_id::text || ':coordinator' = any ((select access_my_posts())::text[])"
    " or unit_id::text || ':daily_leader' = any ((select access_my_posts())::text[]))"
)
MINE = "referred_by_id = (select access_actor())"
ASKS = "who_asks_id = (select access_actor())"
WORKS_HERE = """(select exists (select from people_employment e
    where e.person_id = (select access_actor()) and e.starts_on <= access_today()
      and (e.ends_on is null or e.ends_on >= access_today())))"""


def _policies(mine: str, asks: str) -> str:
    change = f"{mine} or {asks} or {INTAKE}"
    return f"""
alter policy see on course_referral using ({mine}
  or ({asks} and state in ('waits_for_yes', 'new'))
  or ({INTAKE} and (state in ('waits_for_yes', 'new', 'taken')
    or (select true from access_my_posts_reach r
         where r.scope_id = course_referral.course_id and r.role = 'intake' limit 1)))
  or course_id = any ((select access_my_scopes('whole', 'read'))::uuid[]));
alter policy change on course_referral using ({change}) with check ({change});
alter policy remove on course_referral using (state = 'waits_for_yes' and ({change}));
"""


class Migration(migrations.Migration):
    """Three policies."""

    dependencies = (("course", "0011_shared"),)

    operations = (
        migrations.RunSQL(
            _policies(f"({MINE} and (by_citizen or {WORKS_HERE}))", f"({ASKS} and {WORKS_HERE})"),
            _policies(MINE, ASKS),
        ),
    )
