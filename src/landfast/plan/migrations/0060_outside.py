"""Somebody outside is asked for a promise, and answers without a login (decisions/0024).

What they say is written by three functions that ask for the link or the code; nobody of the house
can say yes for them. The line of history that they leave has no actor.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import (
    definer,
    erasable,
    helper_may,
    logged,
    movable,
    protect_by,
    reach,
    whole,
)
from landfast.access.rules import Level, Topic

READS, WRITES = (
    reach("plan_outside", "course_id", Topic.WHOLE, level) for level in (Level.READ, Level.WRITE)
)
STANDS = """o.id = wanted and o.serial = number and o.revoked_at is null
     and o.ends_at > access_now()"""

# what a function writes for the one outside; the helper sees and moves these rows already
HELPER_WRITES = migrations.RunSQL(
    """
grant update (state, version, text, due_on, follow_up_on, accepted_at, offered_at, report,
  reported_at, told_at) on plan_agreement to landfast_helper;
grant insert on plan_agreement_change to landfast_helper;
create policy helper_insert on plan_agreement_change for insert to landfast_helper
  with check (true);
""",
    """
drop policy helper_insert on plan_agreement_change;
revoke insert on plan_agreement_change from landfast_helper;
revoke update (state, version, text, due_on, follow_up_on, accepted_at, offered_at, report,
  reported_at, told_at) on plan_agreement from landfast_helper;
""",
)

OPEN = definer(
    "plan_outside_open",
    "wanted uuid, number int",
    f"""returns table (agreement_id uuid, text text, state text, version int, offered boolean,
  due_on date, mandate text, report text, name text, asker text, profession text, phone text,
  ends_at timestamptz) language plpgsql volatile as $$
begin
  update plan_outside o
     set opened_at = access_now(), opened_times = least(o.opened_times + 1, 30000)
   where {STANDS};
  return query
  select a.id, a.text::text, a.state::text, a.version::int, a.offered_at is not null, a.due_on,
         a.mandate::text, a.report::text, a.outside_name::text,
         coalesce(nullif(p.name, ''), nullif(z.called, ''), split_part(z.name, ' ', 1))::text,
         p.profession::text, p.phone::text, o.ends_at
    from plan_outside o
    join plan_agreement a on a.id = o.agreement_id
    join people_person p on p.id = o.asked_by_id
    join course_course c on c.id = o.course_id
    join course_citizen z on z.id = c.citizen_id
   where {STANDS};
end $$""",
)

ANSWER = definer(
    "plan_outside_answer",
    "wanted uuid, number int, did text, seen int, said text, words text, day date",
    f"""returns text language plpgsql volatile as $$
declare
  held plan_agreement;
  came text;
  due date;
begin
  select a.* into held from plan_outside o join plan_agreement a on a.id = o.agreement_id
   where {STANDS} for update of o, a;
  if not found then return 'closed'; end if;
  if held.version <> seen then return 'changed'; end if;
  came := case
    when did = 'accept' and held.state = 'proposed' and held.offered_at is null then 'accepted'
    when did = 'decline' and held.state = 'proposed' and said <> '' then 'declined'
    when did = 'offer' and held.state = 'proposed' and words <> '' then 'proposed'
    when held.state not in ('accepted', 'started') then null
    when did = 'keep' then 'kept'
    when did = 'keep_partly' and said <> '' then 'partly'
    when did = 'break' and said <> '' then 'broken' end;
  if came is null then return 'moved'; end if;
  due := case when did = 'offer' then day when did = 'accept' then coalesce(held.due_on, day)
         else held.due_on end;
  if did in ('accept', 'offer') and (due is null or due < access_today()) then
    return 'no_day';
  end if;
  update plan_agreement set
    state = came, version = held.version + 1, due_on = due,
    follow_up_on = greatest(held.follow_up_on, due),
    text = case when did = 'offer' then words else held.text end,
    accepted_at = case when did = 'accept' then access_now() else held.accepted_at end,
    offered_at = case when did = 'offer' then access_now() else held.offered_at end,
    report = case when came in ('kept', 'partly', 'broken') then said else held.report end,
    reported_at = case when came in ('kept', 'partly', 'broken') then access_now()
                  else held.reported_at end,
    told_at = case when came in ('kept', 'partly', 'broken') then null else held.told_at end
   where id = held.id;
  perform plan_outside_told(held, did, came, said,
    case when held.text <> words and did = 'offer' then held.text else '' end,
    case when held.due_on <> due then held.due_on end);
  if did = 'accept' then
    update plan_outside o set ends_at = greatest(o.ends_at, (due + 15)::timestamptz)
     where o.id = wanted;
    perform plan_outside_replaces(held.replaces_id);
  end if;
  return '';
end $$""",
)

# the line of history, and the event that the outbox reads
TOLD = definer(
    "plan_outside_told",
    "held plan_agreement, did text, came text, said text, old_words text, old_day date",
    """returns void language plpgsql volatile as $$
begin
  insert into plan_agreement_change (id, created_at, course_id, agreement_id, at, actor_id, act,
    before, after, note, told_aloud, old_text, old_due_on)
  values (uuidv7(), access_now(), held.course_id, held.id, access_now(), null, did, held.state,
    came, said, false, old_words, old_day);
  insert into access_event (id, at, kind, scope_id, topic, object_type, object_id, facts)
  values (uuidv7(), access_now(), 'plan.agreement_' || did, held.course_id, 'whole',
    'plan_agreement', held.id, jsonb_build_object('before', held.state, 'outside', true));
end $$""",
)

# what the new promise came instead of, unless that went on by itself meanwhile
REPLACES = definer(
    "plan_outside_replaces",
    "gone uuid",
    """returns void language plpgsql volatile as $$
declare
  held plan_agreement;
begin
  select * into held from plan_agreement
   where id = gone and state in ('noted', 'accepted', 'started', 'partly', 'broken') for update;
  if not found then return; end if;
  update plan_agreement set state = 'replaced', version = held.version + 1 where id = gone;
  perform plan_outside_told(held, 'replace', 'replaced', '', '', null);
end $$""",
)

BY_CODE = definer(
    "plan_outside_by_code",
    "place text, mark text, most int",
    """returns table (ask_id uuid, number int) language plpgsql volatile as $$
declare
  held plan_outside;
begin
  select * into held from plan_outside o
   where o.code_place = place and place <> '' and o.code_until > access_now()
     and o.code_tries < most and o.revoked_at is null and o.ends_at > access_now() for update;
  if not found then return; end if;
  if held.code_mark <> mark then
    update plan_outside o set code_tries = o.code_tries + 1 where o.id = held.id;
    return;
  end if;
  update plan_outside o set code_place = '', code_mark = '', code_until = null where o.id = held.id;
  return query select held.id, held.serial::int;
end $$""",
)

MAIL = definer(
    "plan_outside_mail",
    "moment timestamptz",
    """returns table (ask_id uuid, number int, address text, tries int)
  language sql volatile as $$
  select id, serial::int, address::text, mail_tries::int from plan_outside
   where session_user = 'landfast_jobs' and mail_state = 'waiting'
     and mail_next_at <= moment and revoked_at is null and ends_at > moment
   order by mail_next_at limit 1 for update skip locked
$$""",
)

MAILED = definer(
    "plan_outside_mailed",
    "wanted uuid, came text, tried int, again timestamptz, why text",
    """returns void language sql volatile as $$
  update plan_outside set mail_state = came, mail_tries = tried, mail_next_at = again,
    mail_failure = why
   where id = wanted and session_user = 'landfast_jobs'
$$""",
)

# a promise from outside has no maker who could leave the team
WITHOUT_MAKER = whole(
    "plan_without_maker",
    "wanted uuid[]",
    """returns table (id uuid, course_id uuid, text text, due_on date) language sql stable as $$
  select a.id, a.course_id, a.text, a.due_on from plan_agreement a
   where a.course_id = any (wanted) and a.state in ('accepted', 'started')
     and a.maker_id is not null
     and a.course_id = any (access_my_scopes('whole', 'read'))
     and not exists (select from access_grant g
       where g.scope_id = a.course_id and g.person_id = a.maker_id and g.level = 'write'
         and g.topic = 'whole' and g.starts_at <= access_now()
         and (g.ends_at is null or g.ends_at > access_now()))
   order by a.due_on, a.id
$$""",
)

# a yes to a maker's own words stands while the words, the day and the maker do; what somebody
# outside has said, nobody of the house can write
ONLY_THE_MAKER = migrations.RunSQL(
    """
create or replace function plan_only_the_maker_accepts() returns trigger language plpgsql as $$
begin
  if current_user = 'landfast_app' and new.accepted_at is not null
     and (tg_op = 'INSERT' or old.accepted_at is null)
     and new.maker_id is distinct from access_actor()
     and not coalesce(tg_op = 'UPDATE' and old.offered_at is not null
              and old.maker_id is not distinct from new.maker_id
              and old.outside_name = new.outside_name and old.text = new.text
              and old.due_on = new.due_on, false)
  then
    raise exception 'landfast: only the maker of agreement % can accept it', new.id
      using errcode = 'check_violation', constraint = 'only_the_maker_accepts';
  end if;
  if current_user = 'landfast_app' and new.outside_name <> '' and new.offered_at is not null
     and (tg_op = 'INSERT' or old.offered_at is distinct from new.offered_at)
  then
    raise exception 'landfast: only the maker of agreement % can offer other words', new.id
      using errcode = 'check_violation', constraint = 'only_the_maker_offers';
  end if;
  return new;
end $$;
""",
    migrations.RunSQL.noop,
)

KEY = models.UUIDField(
    default=landfast.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
)


def to(
    what: str, kind: type[models.ForeignKey] = models.ForeignKey, *, kept: bool = False
) -> object:
    """A key downward."""
    rule = django.db.models.deletion.PROTECT if kept else django.db.models.deletion.RESTRICT
    return kind(on_delete=rule, related_name="+", to=what)


class Migration(migrations.Migration):
    """Who is asked outside, how, and what they can say."""

    dependencies = (
        ("plan", "0056_other_plans"),
        ("access", "0091_scopes_whole"),
        ("course", "0091_list_alike"),
        ("keeping", "0005_what_came_beside"),
    )

    operations = (
        migrations.AddField(
            "agreement", "outside_name", models.CharField(blank=True, max_length=120, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "agreement", "outside_relation",
            models.CharField(blank=True, max_length=40, default=""), preserve_default=False,
        ),
        migrations.AlterField(
            "agreementchange", "actor",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="people.person",
            ),
        ),
        migrations.RemoveConstraint("agreement", "counts_only_when_accepted"),
        migrations.AddConstraint(
            "agreement",
            models.CheckConstraint(
                name="counts_only_when_accepted",
                condition=Q(state__in=("noted", "proposed", "declined", "lapsed", "replaced"))
                | Q(accepted_at__isnull=False, maker__isnull=False)
                | Q(accepted_at__isnull=False) & ~Q(outside_name=""),
            ),
        ),
        migrations.AddConstraint(
            "agreement",
            models.CheckConstraint(
                name="one_maker_inside_or_outside", condition=Q(maker=None) | Q(outside_name="")
            ),
        ),
        migrations.CreateModel(
            name="OutsideAsk",
            fields=[
                ("id", KEY),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("address", models.CharField(blank=True, max_length=254)),
                ("serial", models.PositiveSmallIntegerField(default=1)),
                ("ends_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("opened_times", models.PositiveSmallIntegerField(default=0)),
                ("mail_state", models.CharField(blank=True, max_length=10)),
                ("mail_tries", models.PositiveSmallIntegerField(default=0)),
                ("mail_next_at", models.DateTimeField(blank=True, null=True)),
                ("mail_failure", models.CharField(blank=True, max_length=20)),
                ("code_place", models.CharField(blank=True, max_length=3)),
                ("code_mark", models.CharField(blank=True, max_length=64)),
                ("code_until", models.DateTimeField(blank=True, null=True)),
                ("code_tries", models.PositiveSmallIntegerField(default=0)),
                ("agreement", to("plan.agreement", models.OneToOneField)),
                ("asked_by", to("people.person", kept=True)),
                ("course", to("course.course")),
            ],
            options={"db_table": "plan_outside"},
        ),
        migrations.AddConstraint(
            "outsideask",
            models.UniqueConstraint(
                fields=("code_place",), name="a_code_opens_one_promise",
                condition=~Q(code_place=""),
            ),
        ),
        # opening a link writes that it was opened, as the log of looks does
        protect_by("plan_outside", select=READS, insert=WRITES, update=WRITES, guard=False),
        logged("plan_outside"),
        movable("plan_outside", goes_with="agreement_id"),
        erasable("plan_outside"),
        helper_may("plan_outside", "select, update"),
        HELPER_WRITES, TOLD, REPLACES, OPEN, ANSWER, BY_CODE, MAIL, MAILED, WITHOUT_MAKER,
        ONLY_THE_MAKER,
    )  # fmt: skip
