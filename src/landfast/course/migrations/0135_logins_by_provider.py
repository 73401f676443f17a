"""Two who both come in by a provider have a login each, though neither has an account here.

Joined as if nobody came in, the one whose record goes was let in to an empty shell.
"""

from django.db import migrations

from landfast.access.protect import whole

OVER = "('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')"
NOW = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"

CLASHES = whole(
    "course_mend_clashes",
    "source uuid, target uuid",
    f"""returns text[] language plpgsql stable as $$
declare
  goes record;
  stays record;
  found text[] := '{{}}';
begin
  if not course_may_mend(source, target) then return array['not_yours']; end if;
  select k.state, k.citizen_id, c.cpr_mark, c.person_id,
         login_has_one(c.person_id) as comes
    into goes from course_course k join course_citizen c on c.id = k.citizen_id where k.id = source;
  select k.state, k.citizen_id, c.cpr_mark, c.person_id,
         login_has_one(c.person_id) as comes
    into stays from course_course k join course_citizen c on c.id = k.citizen_id where k.id = target;
  if goes.citizen_id = stays.citizen_id then return array['same_citizen']; end if;
  if goes.comes and stays.comes then found := found || 'both_log_in'::text;
  elsif goes.comes then found := found || 'login_goes'::text; end if;
  if goes.cpr_mark <> '' and stays.cpr_mark <> '' then found := found || 'numbers_differ'::text; end if;
  if access_is_apart(source) and not access_is_apart(target) then
    found := found || 'apart_goes'::text;
  end if;
  if exists (select from course_handover where course_id = source and state = 'offered') then
    found := found || 'offer_waits'::text;
  end if;
  if exists (select from access_grant where scope_id = source and role = 'emergency' and {NOW}) then
    found := found || 'emergency_now'::text;
  end if;
  if stays.state in {OVER} and goes.state not in {OVER} then found := found || 'stays_is_over'::text; end if;
  return found;
end $$""",
)


class Migration(migrations.Migration):
    """One function."""

    dependencies = (("course", "0134_referrals_stay_behind"), ("login", "0009_who_comes_in"))

    operations = (CLASHES,)
