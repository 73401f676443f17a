"""Who decides about her income never sees whether she came, how she seemed, or who looked.

The look log and the events that would tell it; the rooms gate their own tables (decision 47).
"""

from django.db import migrations

from landfast.access.protect import definer, never_for_income, unseen
from landfast.access.roles import HERS_AND_THREADS
from landfast.access.sql import EMPLOYED, listed
from landfast.people.rules import INCOME_ROLES

DECIDES = definer(
    "access_decides_income",
    "",
    f"""returns boolean language sql stable parallel safe as $$
  select exists (select from people_employment
    where person_id = access_actor() and role in ({listed(sorted(INCOME_ROLES))}) and {EMPLOYED})
$$""",
)
HOLDS = definer(
    "access_holds",
    "wanted uuid",
    f"""returns boolean language sql stable parallel safe as $$
  select wanted = any (access_scopes_as(array[{listed(sorted(HERS_AND_THREADS))}]))
$$""",
)

TELLS = f"""kind in ({
    listed(
        (
            "signal.recorded",
            "profile.energy_said",
            "looks.name_asked",
            "finding.contested",
            "finding.dismissed",
            "finding.snoozed",
            "finding.taken_up",
            "meeting.citizen_attends",
            "meeting.eased",
        )
    )
}) or coalesce(facts->>'observed', '') in ({
    listed(("contact_lost", "no_show", "screening", "signal"))
})"""
"""Events that say by their kind alone what their row is kept back for; never null."""


class Migration(migrations.Migration):
    """Two functions, and a gate before each of two tables."""

    dependencies = (
        ("access", "0111_lists_at_less_cost"),
        ("people", "0001_initial"),
    )

    operations = (
        DECIDES,
        HOLDS,
        never_for_income("access_look", scope="scope_id", own="person_id = access_actor()"),
        never_for_income(
            "access_event", scope="scope_id", rows=TELLS, own="actor_id = access_actor()"
        ),
        unseen(
            "access_event", "anothers_absence",
            "coalesce(facts->>'observed', '') <> 'no_show' or actor_id = access_actor()"
            " or access_holds(scope_id)",
        ),
    )  # fmt: skip
