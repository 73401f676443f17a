"""A mail that waits is held back when the ground of a post, a unit or an organisation is gone, too.

Then and now are asked in the same way: what one was given oneself, what one's post was (posts reach
down the tree of units, "any" does not), what everybody in one's organisation was. Who was told of
something that they had no ground for (an employment, an end) is told all the same.
"""

from django.db import migrations

from landfast.access.protect import whole


def reaches(at: str) -> str:
    """The condition: somebody (`who`) had a ground in the event's scope at that instant."""
    day = f"({at} at time zone 'Europe/Copenhagen')::date"
    return f"""exists (
       with recursive held as (
         select m.unit_id, u.organisation_id, post from people_employment m
           join people_unit u on u.id = m.unit_id, unnest(array[m.role, 'any']) post
          where m.person_id = who and m.starts_on <= {day}
            and (m.ends_on is null or m.ends_on >= {day})
       ), down as (
         select unit_id, post from held
         union select u.id, d.post from people_unit u join down d on u.parent_id = d.unit_id
          and d.post <> 'any'
       )
       select from access_grant g
        where g.scope_id = e.scope_id and g.starts_at <= {at} and (g.ends_at is null or g.ends_at > {at})
          and (g.person_id = who
            or (g.unit_id, g.post) in (select unit_id, post from down)
            or g.organisation_id in (select organisation_id from held)))"""


TAKEN_BACK = whole(
    "notices_taken_back",
    "who uuid, events uuid[], moment timestamptz",
    f"""returns setof uuid language sql stable as $$
  select e.id from access_event e
   where access_may_be_system() and e.id = any (events) and e.scope_id is not null
     and {reaches("e.at")}
     and not {reaches("moment")}
$$""",
)


class Migration(migrations.Migration):
    """One question, asked of all grounds."""

    dependencies = (
        ("notices", "0031_taken_back"),
        ("access", "0105_lists_once_more"),
        ("people", "0001_initial"),
    )

    operations = (TAKEN_BACK,)
