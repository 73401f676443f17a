"""No letter about a meeting leaves to whom the citizen has said is not to be told (G2)."""

from django.db import migrations

from landfast.access.protect import definer, helper_may

NOT_TO_TELL = definer(
    "meetings_not_to_tell",
    "invites uuid[]",
    """returns setof uuid language sql stable as $$
  select i.id from meetings_invite i
    join meetings_participant p on p.id = i.participant_id
    left join network_member m on m.course_id = p.course_id and m.person_id = p.person_id
      and m.until is null
    left join network_relation r on r.id = p.relation_id
   where session_user = 'landfast_jobs' and i.id = any (invites)
     and (coalesce(m.is_untold, false) or coalesce(r.is_untold, false))
$$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("meetings", "0092_sound_goes_along"), ("network", "0026_untold"))

    operations = (helper_may("network_relation"), NOT_TO_TELL)
