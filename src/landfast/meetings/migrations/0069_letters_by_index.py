"""What waits to be mailed is sought among the meetings ahead, not among all there ever were."""

from django.db import migrations, models

from landfast.access.protect import whole

JOBS = "session_user = 'landfast_jobs'"
LETTERS = whole(
    "meetings_letters",
    "",
    f"""returns table (invite_id uuid, letter text, person_id uuid, address text, uid text,
    sequence int, starts_at timestamptz, minutes_long int, place text, tries int)
  language sql stable as $$
  with ahead as (
    select m.id from meetings_meeting m
     where {JOBS} and m.state = 'called' and m.starts_at > access_now()
    union
    select i.meeting_id from meetings_invite i
     where {JOBS} and i.told = 'asked' and i.told_starts_at > access_now())
  select * from (
    select i.id, case
        when m.state = 'called' and m.starts_at > access_now() and i.participant_id is not null then
          case
            when i.told <> 'asked' then 'ask'
            when m.frame_agreed_at is not null
              and (i.told_starts_at, i.told_minutes_long, i.told_place)
                  is distinct from (m.starts_at, m.minutes_long, m.place) then 'change'
            when i.keeps_time then 'keep'
            when p.person_id is null and p.reply <> 'declined' and m.reminded_for = m.starts_at
              and i.reminded_for is distinct from m.starts_at then 'remind'
          end
        when i.told = 'asked' and i.told_starts_at > access_now()
          and (m.state = 'cancelled' or i.participant_id is null) then 'cancel'
      end as letter,
      p.person_id, i.address, i.uid, i.sequence, m.starts_at, m.minutes_long::int, m.place,
      i.tries::int
      from ahead a join meetings_meeting m on m.id = a.id
      join meetings_invite i on i.meeting_id = m.id
      left join meetings_participant p on p.id = i.participant_id
     where i.given_up_at is null and i.next_try_at <= access_now()
       and (p.person_id is not null or i.address <> '')) l
   where letter is not null
$$""",
)


class Migration(migrations.Migration):
    """Two indexes, and the function that uses them."""

    dependencies = (("meetings", "0068_invites_that_ask"),)

    operations = (
        migrations.AddIndex(
            "meeting",
            models.Index(
                fields=("starts_at",), name="meetings_called",
                condition=models.Q(state="called"),
            ),
        ),
        migrations.AddIndex(
            "invite",
            models.Index(
                fields=("told_starts_at",), name="invites_told", condition=models.Q(told="asked")
            ),
        ),
        LETTERS,
    )  # fmt: skip
