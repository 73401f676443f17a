"""Who is let in finds their own place on her map, and nobody else's: by the name she gave them."""

from django.db import migrations

from landfast.access.protect import definer

MY_PLACES = definer(
    "network_my_places",
    "wanted uuid",
    """returns setof uuid language sql stable as $$
  select r.id from network_relation r
    join consent_proxy p on p.course_id = r.course_id and lower(p.name) = lower(r.name)
   where r.course_id = wanted and r.removed_on is null and not r.only_mine
     and p.person_id = access_actor() and p.ended_at is null and p.ends_at > access_now()
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (
        ("network", "0026_untold"), ("meetings", "0093_not_to_tell"), ("consent", "0081_lighter"),
    )  # fmt: skip

    operations = (MY_PLACES,)
