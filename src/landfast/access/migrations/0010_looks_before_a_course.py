"""A look at what is not yet a course is logged too; what is past its day may be deleted.

Whoever acts writes looks in their own name only; `about` says at what, until there is a course.
"""

from django.db import migrations, models

from landfast.access.protect import definer, helper_may

LOOK_AT = definer(
    "access_look_at",
    "thing uuid, as_role text, page text, seen_at timestamptz, was_allowed boolean",
    """returns void language sql volatile as $$
  insert into access_look (id, at, about, person_id, unit_id, role, ground, what, allowed)
  select uuidv7(), seen_at, thing, (select access_actor()),
         (select unit_id from people_employment where person_id = (select access_actor())
            and starts_on <= access_today() and (ends_on is null or ends_on >= access_today())
          order by starts_on desc limit 1),
         case when was_allowed then as_role else '' end,
         case when was_allowed then 'referral' else '' end, page, was_allowed
   where (select access_actor()) is not null
$$""",
)

# beside what the helper may already; going back takes only these
MORE_OF_LOOKS = migrations.RunSQL(
    """
grant update, delete on access_look to landfast_helper;
create policy helper_update on access_look for update to landfast_helper
  using (true) with check (true);
create policy helper_delete on access_look for delete to landfast_helper using (true);
""",
    """
drop policy helper_delete on access_look;
drop policy helper_update on access_look;
revoke update, delete on access_look from landfast_helper;
""",
)

# Keep.LOOK: five years after the look. The clock calls it; it takes only what is past its day.
EXPIRE_LOOKS = definer(
    "access_expire_looks",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from access_look where at < access_now() - interval '5 years' returning id)
  select count(*)::int from gone
$$""",
)

EXPIRE_SIGN_INS = definer(
    "access_expire_sign_ins",
    "",
    """returns int language sql volatile as $$
  with gone as (
    delete from access_failed_sign_in where at < access_now() - interval '1 day' returning id)
  select count(*)::int from gone
$$""",
)


class Migration(migrations.Migration):
    """One column and three functions."""

    dependencies = (("access", "0009_giving"),)

    operations = (
        migrations.AddField("look", "about", models.UUIDField(null=True, blank=True)),
        migrations.AddIndex(
            "look",
            models.Index(
                fields=("about",), name="looks_before", condition=models.Q(about__isnull=False)
            ),
        ),
        MORE_OF_LOOKS,
        helper_may("access_event", "select, insert"),
        LOOK_AT,
        EXPIRE_LOOKS,
        EXPIRE_SIGN_INS,
    )
