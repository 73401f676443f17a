"""My sessions, keys and logins are seen by me only; whoever is at the door is found by a key.

Before anybody acts, the application may ask three questions (whose login at a provider, whose
passkey, whom an invitation is for), each answered by one id or nothing.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect_by

MINE = "person_id = (select access_actor())"

WHO = definer(
    "login_who",
    "wanted_issuer text, wanted_subject text",
    """returns uuid language sql stable as $$
  select person_id from login_identity
   where issuer = wanted_issuer and subject = wanted_subject and ended_at is null
$$""",
)

PASSKEY_OWNER = definer(
    "login_passkey_owner",
    "wanted bytea",
    """returns uuid language sql stable as $$
  select person_id from login_passkey where credential = wanted
$$""",
)

INVITED = definer(
    "login_invited",
    "wanted text, at timestamptz",
    """returns uuid language sql stable as $$
  select person_id from login_invitation
   where code = wanted and used_at is null and expires_at > at
$$""",
)

# heard once: a second time the unique key stops it, and nothing is ended
LOGGED_OUT = definer(
    "login_logged_out",
    "from_issuer text, heard text, heard_until timestamptz, wanted_sid text, wanted_subject text,"
    " at timestamptz",
    """returns boolean language plpgsql volatile as $$
begin
  insert into login_used_token (id, token, until) values (uuidv7(), heard, heard_until)
    on conflict (token) do nothing;
  if not found then return false; end if;
  update login_sitting s set ended_at = at from login_identity i
   where i.id = s.identity_id and i.issuer = from_issuer and s.ended_at is null
     and (wanted_sid = '' or s.sid = wanted_sid)
     and (wanted_subject = '' or i.subject = wanted_subject)
     and wanted_sid || wanted_subject <> '';
  return true;
end $$""",
)

FORGET = definer(
    "login_forget",
    "",
    """returns int language plpgsql volatile as $$
declare
  gone int;
begin
  delete from login_used_token where until < access_now() - interval '1 day';
  delete from login_invitation where expires_at < access_now() - interval '30 days';
  delete from login_sitting
   where greatest(seen_at, coalesce(ended_at, seen_at)) < access_now() - interval '30 days';
  get diagnostics gone = row_count;
  return gone;
end $$""",
)


class Migration(migrations.Migration):
    """Policies and the questions of the door."""

    dependencies = (("login", "0001_initial"), ("access", "0010_looks_before_a_course"))

    operations = (
        protect_by("login_identity", select=MINE, insert=MINE, update=MINE),
        protect_by("login_invitation", select=MINE, insert=MINE, update=MINE),
        protect_by("login_passkey", select=MINE, insert=MINE, update=MINE, delete=MINE),
        protect_by("login_one_time_code", select=MINE, insert=MINE, update=MINE, delete=MINE),
        protect_by("login_recovery_code", select=MINE, insert=MINE, update=MINE, delete=MINE),
        # the clock of a session is written by pages that only read
        protect_by("login_sitting", select=MINE, insert=MINE, update=MINE, guard=False),
        migrations.RunSQL(
            "alter table login_used_token enable row level security;",
            "alter table login_used_token disable row level security;",
        ),
        helper_may("login_identity"),
        helper_may("login_passkey"),
        helper_may("login_invitation", "select, delete"),
        helper_may("login_sitting", "select, update, delete"),
        helper_may("login_used_token", "select, insert, delete"),
        WHO,
        PASSKEY_OWNER,
        INVITED,
        LOGGED_OUT,
        FORGET,
    )
