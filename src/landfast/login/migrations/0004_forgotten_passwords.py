"""A forgotten password is chosen anew by a link in a mail; nobody at the door learns who is known.

The application reaches the table by functions only. At the door a row is written whatever the name
is; only the background work is told whose it was, and only it makes the link. Whoever shows what the
mail carried sets a password, once, within half an hour: second steps stay, sessions end
(ASVS 6.4.3). Who has never chosen a password of their own gets none so, nor staff who must have a
second step and have none: a mailbox alone lets no employee in.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may
from landfast.login.rules import RESETS_A_DAY

CLOSED = migrations.RunSQL(
    "alter table login_reset enable row level security;",
    "alter table login_reset disable row level security;",
)

SECOND = """(exists (select from login_passkey k where k.person_id = a.person_id)
    or exists (select from login_one_time_code c where c.person_id = a.person_id and c.last_step > 0))"""

# one row, whatever the name: the answer takes as long and says as little
ASK = definer(
    "login_ask_reset",
    "wanted text, must_have_second boolean",
    f"""returns void language sql volatile as $$
  insert into login_reset (id, created_at, digest, person_id)
  select uuidv7(), access_now(), '', (
    select a.person_id from people_account a
      join people_password h on h.account_id = a.person_id
      join people_person p on p.id = a.person_id
     where a.username = wanted and a.is_active and not h.is_start
       and (p.kind <> 'staff' or not must_have_second or {SECOND})
       and not exists (select from login_reset r where r.person_id = a.person_id
                        and r.created_at > access_now() - interval '5 minutes')
       and (select count(*) from login_reset r where r.person_id = a.person_id
             and r.created_at > access_now() - interval '1 day') < {RESETS_A_DAY})
$$""",
)

WISHES = definer(
    "login_reset_wishes",
    "",
    """returns setof uuid language sql volatile as $$
  update login_reset set told_at = access_now()
   where access_may_be_system() and person_id is not null and told_at is null
     and created_at > access_now() - interval '1 hour'
  returning person_id
$$""",
)

MAKE = definer(
    "login_make_reset",
    "who uuid, digest_of text, until timestamptz",
    """returns boolean language plpgsql volatile as $$
begin
  if not access_may_be_system() then return false; end if;
  update login_reset set digest = '' where person_id = who and digest <> '';
  update login_reset set digest = digest_of, expires_at = until
   where id = (select id from login_reset
                where person_id = who and told_at is not null and used_at is null
                order by id desc limit 1);
  return found;
end $$""",
)

HOLDS = "digest = encode(sha256(convert_to(shown, 'UTF8')), 'hex') and used_at is null"

OWNER = definer(
    "login_reset_owner",
    "shown text",
    f"""returns uuid language sql stable as $$
  select r.person_id from login_reset r join people_account a on a.person_id = r.person_id
   where r.{HOLDS} and r.expires_at > access_now() and a.is_active
$$""",
)

USE = definer(
    "login_use_reset",
    "shown text, sealed_as text",
    f"""returns uuid language plpgsql volatile as $$
declare
  who uuid;
begin
  if sealed_as not like 'argon2$argon2id$%' then return null; end if;
  update login_reset set used_at = access_now()
   where {HOLDS} and expires_at > access_now()
     and exists (select from people_account a
                  where a.person_id = login_reset.person_id and a.is_active)
  returning person_id into who;
  if who is null then return null; end if;
  update people_account set stamp = gen_random_uuid() where person_id = who;
  update people_password set sealed = sealed_as, is_start = false, set_at = access_now()
   where account_id = who;
  update login_sitting set ended_at = access_now() where person_id = who and ended_at is null;
  return who;
end $$""",
)

FORGET = definer(
    "login_forget_resets",
    "",
    """returns int language plpgsql volatile as $$
declare
  gone int;
begin
  delete from login_reset where created_at < access_now() - interval '1 day';
  get diagnostics gone = row_count;
  return gone;
end $$""",
)


class Migration(migrations.Migration):
    """The table, and the six ways to it."""

    dependencies = (
        ("login", "0003_slow_codes_and_ended_sessions"),
        ("people", "0006_accounts_by_administrators"),
    )

    operations = (
        migrations.CreateModel(
            name="Reset",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("told_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("expires_at", models.DateTimeField(null=True)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "login_reset",
                "indexes": [
                    models.Index(fields=["person", "created_at"], name="resets_of_person"),
                    models.Index(
                        condition=~Q(digest=""), fields=["digest"], name="reset_by_digest"
                    ),
                ],
            },
        ),
        CLOSED,
        helper_may("login_reset", "select, insert, update, delete"),
        ASK,
        WISHES,
        MAKE,
        OWNER,
        USE,
        FORGET,
    )
