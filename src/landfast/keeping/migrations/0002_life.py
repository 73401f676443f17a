"""The life of what is kept: the database's own functions turn it, each for what is past its day only.

While a course is blocked nobody has a grant but the citizen, who reads; no policy changes for it, and
no grant comes into being. What was closed is written down and opened again when it is taken back.
"""

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect_by
from landfast.keeping.rules import DEFAULTS

OVER = "('AFSLAG', 'AFSLUTTET', 'AFVIST_AF_BORGER')"
NOW_OPEN = "(ends_at is null or ends_at > access_now())"
HERE = "e.starts_on <= access_today() and (e.ends_on is null or e.ends_on >= access_today())"


def inner(name, arguments, body):
    """A function for the others only: no login may call it."""
    return migrations.RunSQL(
        f"create function {name}({arguments}) {body};\n"
        f"alter function {name} owner to landfast_helper;\n"
        f"revoke execute on function {name} from public;\n"
        f"grant execute on function {name} to landfast_owner;",
        f"drop function {name};",
    )


SHIPPED = migrations.RunSQL(
    "\n".join(
        "insert into keeping_years (id, created_at, holder, kind, years, delivers, wait_days, source)"
        f" values (uuidv7(), now(), '{holder.value}', '{kind.value}', {rule.years},"
        f" {str(rule.delivers).lower()}, {rule.wait_days}, '{rule.source}');"
        for (holder, kind), rule in DEFAULTS.items()
    ),
    "delete from keeping_years;",
)

MINE = definer(
    "keeping_mine",
    "",
    f"""returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct u.organisation_id), '{{}}')
    from people_employment e join people_unit u on u.id = e.unit_id
   where e.person_id = (select access_actor()) and e.role in ('dpo', 'records_officer') and {HERE}
$$""",
)

IS_KEPT = definer(
    "keeping_is_kept",
    "wanted uuid",
    """returns boolean language sql stable parallel safe as $$
  select exists (select from keeping_case
                  where scope_id = wanted and state in ('blocked', 'delivered'))
$$""",
)

IS_HELD = definer(
    "keeping_is_held",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from keeping_hold where case_id = wanted and lifted_at is null
                    and (until is null or until >= access_today()))
$$""",
)

YEARS_OF = inner(
    "keeping_years_of",
    "whose uuid, what text",
    """returns keeping_years language sql stable as $$
  select y from keeping_years y
   where y.kind = what and (y.organisation_id = whose
      or y.organisation_id is null
         and y.holder = (select kind from people_organisation where id = whose))
   order by y.organisation_id is null limit 1
$$""",
)

TELL = inner(
    "keeping_tell",
    "wanted uuid, what text, facts jsonb",
    """returns void language sql volatile as $$
  insert into access_event (id, at, kind, scope_id, topic, actor_id, object_type, object_id, facts)
  select uuidv7(), access_now(), what, scope_id, 'whole', access_actor(), 'keeping_case', id, facts
    from keeping_case where id = wanted
$$""",
)

STEP = inner(
    "keeping_step",
    "wanted uuid, to_state text, because text",
    """returns void language sql volatile as $$
  insert into keeping_change (id, created_at, case_id, before, after, at, by_id, why)
  select uuidv7(), access_now(), id, state, to_state, access_now(), access_actor(), because
    from keeping_case where id = wanted;
  update keeping_case set state = to_state, since = access_now() where id = wanted;
$$""",
)

BEGIN = definer(
    "keeping_begin",
    "most int",
    f"""returns int language plpgsql volatile as $$
declare
  found record;
  rule keeping_years;
  made int := 0;
begin
  for found in
    select k.id from keeping_case k join course_course c on c.id = k.scope_id
     where k.state = 'closed' and c.state not in {OVER} limit most
  loop
    perform keeping_step(found.id, 'active', '');
    update keeping_case set closed_on = null, block_on = null where id = found.id;
    made := made + 1;
  end loop;
  for found in
    select c.id as scope, k.id as kept, u.organisation_id as whose,
           case when c.state = 'AFSLAG' then 'declined' else 'course' end as kind,
           (c.state_since at time zone 'Europe/Copenhagen')::date as closed
      from course_course c join people_unit u on u.id = c.unit_id
      left join keeping_case k on k.scope_id = c.id
     where c.state in {OVER} and (k.id is null or k.state = 'active' or k.state = 'closed'
       and k.closed_on <> (c.state_since at time zone 'Europe/Copenhagen')::date)
     limit most
  loop
    rule := keeping_years_of(found.whose, found.kind);
    if found.kept is null then
      found.kept := uuidv7();
      insert into keeping_case (id, created_at, scope_id, organisation_id, kind, state, since,
        delivers, wait_days, closed_grants, package, receipt)
      values (found.kept, access_now(), found.scope, found.whose, found.kind, 'active',
        access_now(), rule.delivers, rule.wait_days, '[]', '', '');
    end if;
    if (select state from keeping_case where id = found.kept) = 'active' then
      perform keeping_step(found.kept, 'closed', '');
    end if;
    update keeping_case set closed_on = found.closed, kind = found.kind,
      delivers = rule.delivers, wait_days = rule.wait_days,
      block_on = make_date(extract(year from found.closed)::int + rule.years + 1, 1, 1)
     where id = found.kept;
    made := made + 1;
  end loop;
  return made;
end $$""",
)

DUE = definer(
    "keeping_due",
    "step text, most int",
    """returns setof uuid language sql stable as $$
  select id from keeping_case
   where case step
     when 'block' then state = 'closed' and block_on <= access_today()
     -- what an officer took back has thirty days before the rule goes on
     when 'release' then state = 'blocked' and not delivers and (
       since <= access_now() - interval '30 days' or not exists (
         select from keeping_change h where h.case_id = keeping_case.id and h.before = 'delivered'))
     when 'delete' then state = 'delivered' and delete_on <= access_today() end
     and not keeping_is_held(id)
   order by since, id limit most
$$""",
)

BLOCK = definer(
    "keeping_block",
    "wanted uuid",
    f"""returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
  shut jsonb;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.state is distinct from 'closed' or kept.block_on > access_today()
     or keeping_is_held(wanted)
     or not exists (select from course_course where id = kept.scope_id and state in {OVER})
  then return false; end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'ends', ends_at)), '[]') into shut
    from access_grant where scope_id = kept.scope_id and {NOW_OPEN};
  insert into access_grant (id, created_at, scope_id, person_id, post, role, ground, topic, level,
    starts_at, ends_at, given_by_id, reason, situation)
  select uuidv7(), access_now(), scope_id, person_id, '', role, ground, topic, 'read', access_now(),
         ends_at, given_by_id, 'Blokeret: læser sit eget', situation
    from access_grant
   where scope_id = kept.scope_id and role = 'citizen' and level = 'write' and {NOW_OPEN};
  update access_grant set ends_at = greatest(starts_at, access_now())
   where scope_id = kept.scope_id and {NOW_OPEN} and not (role = 'citizen' and level = 'read');
  update keeping_case set closed_grants = shut where id = wanted;
  perform keeping_step(wanted, 'blocked', '');
  perform keeping_tell(wanted, 'keeping.blocked', '{{}}');
  return true;
end $$""",
)

# where nothing is delivered to an archive the step is taken by rule, so that none is skipped
RELEASE = definer(
    "keeping_release",
    "wanted uuid, goes_on date",
    """returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
begin
  select * into kept from keeping_case where id = wanted for update;
  if kept.state is distinct from 'blocked' or kept.delivers or keeping_is_held(wanted)
     or goes_on < access_today() + kept.wait_days
  then return false; end if;
  update keeping_case set delete_on = goes_on where id = wanted;
  perform keeping_step(wanted, 'delivered', 'Skal ikke afleveres');
  perform keeping_tell(wanted, 'keeping.delivered', jsonb_build_object('deletes_on', goes_on));
  return true;
end $$""",
)

OURS = "select * into kept from keeping_case where id = wanted for update;\n" + (
    "  if kept.id is null or not kept.organisation_id = any (keeping_mine())"
)

BACK = definer(
    "keeping_back",
    "wanted uuid, because text, till date",
    f"""returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
begin
  {OURS} or because = '' then return false; end if;
  if kept.state = 'delivered' then
    update keeping_case set delete_on = null, receipt = '', sent_by_id = null,
      confirmed_by_id = null, delivered_on = null where id = wanted;
    perform keeping_step(wanted, 'blocked', because);
  elsif kept.state = 'blocked' and till > access_today() then
    update keeping_case set block_on = till, receipt = '', sent_by_id = null, package = ''
     where id = wanted;
    perform keeping_step(wanted, 'closed', because);
    update access_grant set ends_at = greatest(starts_at, access_now())
     where scope_id = kept.scope_id and {NOW_OPEN};
    insert into access_grant (id, created_at, scope_id, person_id, unit_id, organisation_id, post,
      role, ground, topic, level, starts_at, ends_at, given_by_id, reason, situation,
      situation_days, situation_about)
    select uuidv7(), access_now(), g.scope_id, g.person_id, g.unit_id, g.organisation_id, g.post,
           g.role, g.ground, g.topic, g.level, access_now(), (was->>'ends')::timestamptz,
           g.given_by_id, g.reason, g.situation, g.situation_days, g.situation_about
      from jsonb_array_elements(kept.closed_grants) was
      join access_grant g on g.id = (was->>'id')::uuid
     where (was->>'ends') is null or (was->>'ends')::timestamptz > access_now();
    update keeping_case set closed_grants = '[]' where id = wanted;
  elsif kept.state = 'closed' and till > access_today() then
    update keeping_case set block_on = till where id = wanted;
    perform keeping_step(wanted, 'closed', because);
    perform keeping_tell(wanted, 'keeping.postponed', '{{}}');
    return true;
  else return false; end if;
  perform keeping_tell(wanted, 'keeping.back', '{{}}');
  return true;
end $$""",
)

HOLD = definer(
    "keeping_hold_on",
    "wanted uuid, what text, because text, till date",
    f"""returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
begin
  {OURS} or kept.state = 'deleted' or because = '' or till < access_today()
  then return false; end if;
  insert into keeping_hold (id, created_at, case_id, kind, why, until, set_by_id)
  values (uuidv7(), access_now(), wanted, what, because, till, access_actor());
  perform keeping_tell(wanted, 'keeping.held', jsonb_build_object('kind', what));
  return true;
end $$""",
)

LIFT = definer(
    "keeping_lift",
    "wanted_hold uuid",
    f"""returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
  wanted uuid := (select case_id from keeping_hold where id = wanted_hold and lifted_at is null);
begin
  {OURS} then return false; end if;
  update keeping_hold set lifted_at = access_now(), lifted_by_id = access_actor()
   where id = wanted_hold;
  -- the days she was told of begin anew
  update keeping_case set delete_on = greatest(delete_on, access_today() + wait_days)
   where id = wanted and state = 'delivered';
  perform keeping_tell(wanted, 'keeping.hold_lifted', '{{}}');
  return true;
end $$""",
)

SENT = definer(
    "keeping_sent",
    "wanted uuid, number text",
    f"""returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
begin
  {OURS} or kept.state <> 'blocked' or kept.package = '' or number = '' then return false; end if;
  update keeping_case set receipt = number, sent_by_id = access_actor() where id = wanted;
  perform keeping_tell(wanted, 'keeping.sent', '{{}}');
  return true;
end $$""",
)

CONFIRM = definer(
    "keeping_confirm",
    "wanted uuid, number text, goes_on date",
    f"""returns boolean language plpgsql volatile as $$
declare
  kept keeping_case;
begin
  {OURS} or kept.state <> 'blocked' or kept.receipt <> number or number = ''
     or kept.sent_by_id is null or kept.sent_by_id = access_actor() or keeping_is_held(wanted)
     or goes_on < access_today() + kept.wait_days
  then return false; end if;
  update keeping_case set confirmed_by_id = access_actor(), delivered_on = access_today(),
    delete_on = goes_on where id = wanted;
  perform keeping_step(wanted, 'delivered', '');
  perform keeping_tell(wanted, 'keeping.delivered', jsonb_build_object('deletes_on', goes_on));
  return true;
end $$""",
)

SET_YEARS = definer(
    "keeping_set_years",
    "whose uuid, what text, how_many int, goes boolean, waits int, because text",
    """returns boolean language plpgsql volatile as $$
begin
  if not whose = any (keeping_mine()) or because = '' then return false; end if;
  insert into keeping_years (id, created_at, organisation_id, holder, kind, years, delivers,
    wait_days, source, set_by_id)
  values (uuidv7(), access_now(), whose, '', what, how_many, goes, waits, because, access_actor())
  on conflict (organisation_id, holder, kind) do update set years = how_many, delivers = goes,
    wait_days = waits, source = because, set_by_id = access_actor();
  update keeping_case set delivers = goes, wait_days = waits,
    block_on = make_date(extract(year from closed_on)::int + how_many + 1, 1, 1)
   where organisation_id = whose and kind = what and state = 'closed';
  return true;
end $$""",
)

# a list of people is a look at each of them: it is written before anything is answered
LIST = definer(
    "keeping_list",
    "states text[], one uuid, page text, most int",
    f"""returns table (id uuid, name text) language plpgsql volatile as $$
declare
  ids uuid[];
begin
  ids := array(select k.id from keeping_case k
                where k.organisation_id = any (keeping_mine()) and k.state = any (states)
                  and k.scope_id is not null and (one is null or k.id = one)
                order by coalesce(k.delete_on, k.block_on), k.id limit most);
  insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
  select uuidv7(), access_now(), k.scope_id, access_actor(),
         (select e.unit_id from people_employment e join people_unit u on u.id = e.unit_id
           where e.person_id = access_actor() and e.role in ('dpo', 'records_officer') and {HERE}
             and u.organisation_id = k.organisation_id order by e.starts_on desc limit 1),
         '', 'oversight', page, true
    from keeping_case k where k.id = any (ids);
  return query
  select k.id, z.name::text from keeping_case k
    join course_course c on c.id = k.scope_id join course_citizen z on z.id = c.citizen_id
   where k.id = any (ids) order by coalesce(k.delete_on, k.block_on), k.id;
end $$""",
)

COUNT = definer(
    "keeping_count",
    "till date",
    """returns table (organisation_id uuid, kind text, state text, courses int, due int, held int)
  language sql stable as $$
  select k.organisation_id, k.kind, k.state, count(*)::int,
         (count(*) filter (where case k.state when 'closed' then k.block_on
                                              when 'delivered' then k.delete_on end <= till))::int,
         (count(*) filter (where keeping_is_held(k.id)))::int
    from keeping_case k
   where k.organisation_id = any ((select keeping_mine())::uuid[])
      or k.organisation_id = any ((select access_my_organisations('courses_oversee'))::uuid[])
      or (select access_is_system())
   group by 1, 2, 3
$$""",
)

WAITS = definer(
    "keeping_waits",
    "wanted uuid",
    """returns int language sql stable as $$
  select wait_days from keeping_case where id = wanted
$$""",
)

PACKING = "k.state = 'blocked' and k.delivers and k.receipt = '' and (select access_is_system())"

TO_PACK = definer(
    "keeping_to_pack",
    "",
    f"""returns setof uuid language sql stable as $$
  select k.id from keeping_case k where {PACKING} order by k.since, k.id
$$""",
)

BEGIN_PACKING = definer(
    "keeping_begin_packing",
    "wanted uuid",
    f"""returns table (scope_id uuid, name text) language sql volatile as $$
  with looked as (
    insert into access_look (id, at, scope_id, person_id, unit_id, role, ground, what, allowed)
    select uuidv7(), access_now(), k.scope_id, access_actor(), null, '', 'oversight',
           'Pakket til arkiv', true from keeping_case k where k.id = wanted and {PACKING}
    returning access_look.scope_id)
  select l.scope_id, o.name::text from looked l join keeping_case k on k.scope_id = l.scope_id
    join people_organisation o on o.id = k.organisation_id
$$""",
)

PACKED = definer(
    "keeping_packed",
    "wanted uuid, hash text",
    f"""returns boolean language plpgsql volatile as $$
begin
  update keeping_case k set package = hash where k.id = wanted and {PACKING};
  if not found then return false; end if;
  perform keeping_tell(wanted, 'keeping.packed', '{{}}');
  return true;
end $$""",
)

NO_GRANTS = migrations.RunSQL(
    """
create function keeping_no_grants() returns trigger language plpgsql as $$
begin
  if new.role <> 'citizen' and keeping_is_kept(new.scope_id) then return null; end if;
  return new;
end $$;
create trigger no_grants_kept before insert on access_grant
  for each row execute function keeping_no_grants();
""",
    """
drop trigger no_grants_kept on access_grant;
drop function keeping_no_grants;
""",
)

KEPT_HERE = (
    "organisation_id = any ((select keeping_mine())::uuid[])\n"
    "  or scope_id = any ((select access_scopes_as(array['citizen']))::uuid[])"
)
OF_A_CASE = "exists (select from keeping_case c where c.id = {0}.case_id)"


class Migration(migrations.Migration):
    """Policies, shipped years, functions."""

    dependencies = (
        ("keeping", "0001_initial"),
        ("course", "0035_correction"),
        ("consent", "0034_apart"),
    )

    operations = (
        *(
            helper_may(f"keeping_{table}", "select, insert, update, delete")
            for table in ("years", "case", "change", "hold", "erasure")
        ),
        helper_may("people_organisation"),
        migrations.RunSQL(
            "alter table keeping_erasure enable row level security;",
            "alter table keeping_erasure disable row level security;",
        ),
        MINE, IS_KEPT, IS_HELD, YEARS_OF, TELL, STEP, BEGIN, DUE, BLOCK, RELEASE, BACK, HOLD, LIFT,
        SENT, CONFIRM, SET_YEARS, LIST, COUNT, WAITS, TO_PACK, BEGIN_PACKING, PACKED,
        protect_by("keeping_years", select="access_actor() is not null"),
        protect_by("keeping_case", select=KEPT_HERE),
        *(protect_by(f"keeping_{table}", select=OF_A_CASE.format(f"keeping_{table}"))
          for table in ("change", "hold")),
        NO_GRANTS,
        SHIPPED,
    )  # fmt: skip
