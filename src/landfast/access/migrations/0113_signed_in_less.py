"""The signature and what it reaches, in fewer steps: every policy asks them for each statement.

What is signed is what it was. The moment is written without a decimal number of any length; a float
holds microseconds until the year 2106. A list of two values was made anew for each grant.
"""

from django.db import migrations

from landfast.access.protect import reach, whole
from landfast.access.rules import Level, Topic
from landfast.access.sql import ASKED_ALREADY, IT_HOLDS, PRIVATE

ACTOR = whole(
    "access_actor",
    "",
    """returns uuid language plpgsql stable parallel safe cost 2000 as $$
declare
  told constant text := current_setting('landfast.actor', true);
  said constant bytea := convert_to(
    left(told, 36) || '|' || (date_part('epoch', now()) * 1000000)::bigint
      || case substr(told, 37, 1) when ':' then '|reads' else '' end, 'UTF8');
  signed constant text := substr(told, 38);
  me text;
begin
  -- made a key's kind only when the signature holds: what somebody else made up is nobody
  select left(told, 36) into me from access_actor_key k
   where k.login = session_user and (k.ends_at is null or k.ends_at > statement_timestamp())
     and signed = encode(sha256(k.outer_pad || sha256(k.inner_pad || said)), 'hex');
  return me::uuid;
end $$""",
)

MY_SCOPES = whole(
    "access_my_scopes",
    "wanted_topic text, wanted_level text",
    f"""returns uuid[] language plpgsql stable parallel safe as $$
declare
  {ASKED_ALREADY}
begin
  return array(select scope_id from access_grant
   where person_id = me
     and (topic = 'whole' or topic = wanted_topic) and (level = 'write' or level = wanted_level)
     and starts_at <= moment and (ends_at is null or ends_at > moment)
     and ({PRIVATE} or (select exists (
        select from people_employment e
         where e.person_id = me and e.starts_on <= today
           and (e.ends_on is null or e.ends_on >= today)))));
end $$""",
)

# who reaches all of a course in person is asked first: it answers the whole team at once
FRAME = reach("access_grant", "scope_id", Topic.FRAME, Level.READ)
WHOLE = reach("access_grant", "scope_id", Topic.WHOLE, Level.READ)
MINE = f"person_id = (select access_actor()) and {IT_HOLDS}"
TEAMS = f"role not in ('recipient', 'proxy', 'guest', 'decider') and ({FRAME})"
IN_PERSON, BY_POST = WHOLE.split("\n  or ", 1)
SEE = "alter policy see on access_grant using ({});"
TEAM = migrations.RunSQL(
    SEE.format(f"{IN_PERSON} or {MINE} or ({TEAMS}) or {BY_POST}"),
    SEE.format(f"{MINE} or ({TEAMS}) or {WHOLE}"),
)


class Migration(migrations.Migration):
    """Two functions, and the order of one policy's grounds."""

    dependencies = (("access", "0112_never_for_income"),)

    operations = (ACTOR, MY_SCOPES, TEAM)
