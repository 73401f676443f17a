"""Findings, which courses are to be looked at, and the job's own ways to read and to keep."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import (
    definer,
    erasable,
    helper_may,
    left_behind,
    logged,
    protect_by,
    reach,
)
from landfast.access.rules import Level, Topic
from landfast.kernel.choices import choices
from landfast.redthread.rules.words import Severity

JOBS = "session_user = 'landfast_jobs'"
SEES, SETTLES = (
    reach("redthread_finding", "course_id", Topic.WHOLE, level)
    for level in (Level.READ, Level.WRITE)
)
DAY = "(({0}) at time zone 'Europe/Copenhagen')::date"

WAKE = definer(
    "redthread_wake",
    "",
    """returns trigger language plpgsql as $$
begin
  insert into redthread_check (course_id, woken_at)
  select c.id, access_now() from course_course c where c.id = new.scope_id
  on conflict (course_id) do update set woken_at = excluded.woken_at;
  return null;
end
$$""",
)
WOKEN = migrations.RunSQL(
    "create trigger wake_the_red_thread after insert on access_event for each row"
    " when (new.scope_id is not null) execute function redthread_wake();\n"
    "insert into redthread_check (course_id, woken_at) select id, now() from course_course;",
    "drop trigger wake_the_red_thread on access_event;",
)

AGREEMENTS = f"""(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'agreement:' || a.id, 'day', {DAY.format("a.proposed_at")}, 'state', a.state,
    'owner', coalesce(nullif(a.maker_role, ''), nullif(a.outside_relation, ''),
      case when a.maker_id is not null or a.for_unit_id is not null or a.outside_name <> ''
           then 'professional' end),
    'due', a.due_on,
    'has_followup', a.follow_up_on is not null or a.follow_up_how <> '',
    'needs', a.needs || case when w.area is null then '[]'::jsonb else jsonb_build_array(w.area) end
  ) order by a.proposed_at, a.id), '[]')
  from plan_agreement a left join plan_wish w on w.id = a.wish_id
 where a.course_id = wanted and a.state in ('noted', 'proposed', 'accepted', 'started'))"""
MEETINGS = f"""(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'meeting:' || m.id, 'day', {DAY.format("coalesce(m.held_at, m.starts_at, m.created_at)")},
    'state', m.state, 'format', f.code, 'reference', m.reference, 'attends', m.attends,
    'own_word', m.own_word <> '' or m.represented_by <> '' or m.own_sound_id is not null,
    'largest', m.largest, 'is_agreed', m.frame_agreed_at is not null,
    'needs_next', f.needs_next_date, 'has_next', m.next_on is not null or m.no_next,
    'decides', exists (select from meetings_agreement p where p.meeting_id = m.id),
    'people', (select coalesce(jsonb_agg(jsonb_build_object(
        'role', coalesce(nullif(p.role, ''), case when p.relation_id is not null then 'relative' else 'professional' end),
        'reply', p.reply, 'was_there', p.was_there) order by p.position, p.id), '[]')
      from meetings_participant p where p.meeting_id = m.id),
    'themes', (select coalesce(jsonb_agg(jsonb_build_object('need', t.need, 'ended', t.ended)
        order by t.position, t.id), '[]') from meetings_theme t where t.meeting_id = m.id)
  ) order by coalesce(m.held_at, m.starts_at, m.created_at), m.id), '[]')
  from meetings_meeting m join meetings_format f on f.id = m.format_id
 where m.course_id = wanted and m.state <> 'cancelled')"""
OBSERVED = """(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'observation:' || o.id, 'day', o.happened_on, 'at', o.happened_at, 'kind', o.kind,
    'precision', o.precision, 'roles', o.roles, 'sectors', o.sectors, 'needs', o.needs,
    'facts', o.facts, 'reference', o.reference) order by o.happened_on, o.created_at, o.id), '[]')
  from course_observation o where o.course_id = wanted)"""
HOLDERS = f"""(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'holder:' || h.id, 'day', {DAY.format("h.starts_at")}, 'until', h.ended_at, 'kind', h.kind,
    'cover_until', h.cover_until,
    'away_from', (select max(l.starts_on) from people_leave l where l.person_id = h.person_id
       and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today)),
    'role', (select e.role from people_employment e where e.person_id = h.person_id
       and e.starts_on <= today and (e.ends_on is null or e.ends_on >= today)
       order by e.role = 'coordinator' desc, e.starts_on desc limit 1))
    order by h.starts_at, h.id), '[]')
  from course_coordinatorship h where h.course_id = wanted)"""
COVERED = """exists (select from access_grant g where g.scope_id = wanted
    and g.role in ('deputy', 'second') and g.person_id is not null
    and g.starts_at <= access_now() and (g.ends_at is null or g.ends_at > access_now())
    and not exists (select from people_leave l where l.person_id = g.person_id
      and l.starts_on <= today and (l.ends_on is null or l.ends_on >= today)))"""
WRITTEN = """(select coalesce(jsonb_object_agg(key, at), '{}') from (
    select 'observation:' || id as key, created_at as at from course_observation where course_id = wanted
    union all select 'agreement:' || id, created_at from plan_agreement where course_id = wanted
    union all select 'meeting:' || id, created_at from meetings_meeting where course_id = wanted
    union all select 'wish:' || id, created_at from plan_wish where course_id = wanted) facts)"""
TOLD = definer(
    "redthread_told",
    "wanted uuid, today date",
    f"""returns jsonb language sql stable as $$
  select jsonb_build_object(
    'state', c.state, 'state_since', {DAY.format("c.state_since")},
    'phase_id', 'phase:' || c.id, 'opened_at', c.created_at,
    'review_on', c.review_on, 'programme', p.code,
    'model_allows', p.coordination_model in ('case_worker', 'intake_office'),
    'largest', (select f.largest_meeting from course_profile f where f.course_id = wanted),
    'way_back', (select k.way_back from course_closing k where k.course_id = wanted
                  order by k.created_at desc limit 1),
    'team', (select coalesce(jsonb_agg(jsonb_build_object('id', 'member:' || m.id, 'role', m.role)
        order by m.since, m.id), '[]') from network_member m where m.course_id = wanted
        and (m.until is null or m.until >= today)),
    'wishes', (select coalesce(jsonb_agg(jsonb_build_object('id', 'wish:' || w.id, 'area', w.area,
        'day', {DAY.format("w.created_at")}) order by w.created_at, w.id), '[]')
      from plan_wish w where w.course_id = wanted and w.standing <> 'aside'),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', 'seat:' || s.id, 'need', s.need,
        'day', {DAY.format("s.answered_at")}) order by s.answered_at, s.id), '[]')
      from network_seat s where s.course_id = wanted and s.answer in ('not_now', 'never')),
    'is_covered', {COVERED},
    'holders', {HOLDERS},
    'agreements', {AGREEMENTS},
    'meetings', {MEETINGS},
    'observed', {OBSERVED},
    'written', {WRITTEN})
    from course_course c join programmes_programme p on p.id = c.programme_id
   where c.id = wanted and {JOBS}
$$""",
)
OPEN_STATES = "('OPSTART', 'AKTIV', 'BERO', 'AFSLUTNING', 'GENÅBNET', 'VENTELISTE')"
CLAIM = definer(
    "redthread_claim",
    "today date, most int",
    f"""returns table (course_id uuid, told jsonb) language plpgsql volatile as $$
begin
  if not {JOBS} then return; end if;
  return query with due as (
    select k.course_id as id from redthread_check k join course_course c on c.id = k.course_id
     where k.woken_at is not null
        or ((k.checked_on is null or k.checked_on < today) and c.state in {OPEN_STATES})
     order by k.woken_at nulls last, k.checked_on nulls first limit most
     for update of k skip locked
  ), taken as (
    update redthread_check k set woken_at = null, checked_at = access_now(), checked_on = today,
           failed_at = null
      from due where k.course_id = due.id returning k.course_id as id)
  select taken.id, redthread_told(taken.id, today) from taken;
end
$$""",
)
KEEP = definer(
    "redthread_keep",
    "wanted uuid, seen jsonb, today date",
    f"""returns void language plpgsql volatile as $$
begin
  if not {JOBS} then return; end if;
  update redthread_finding f set closed_at = access_now()
   where f.course_id = wanted and f.closed_at is null and not exists (
     select from jsonb_array_elements(seen) n
      where n->>'rule' = f.rule and n->>'object' = f.object);
  insert into redthread_finding as f (id, created_at, course_id, rule, object, severity, says,
      values, facts, rests_from, updated_at, because, contest)
  select uuidv7(), access_now(), wanted, n->>'rule', n->>'object', n->>'severity', n->>'says',
      n->'values', n->'facts', (n->>'rests_from')::timestamptz, access_now(), '', ''
    from jsonb_array_elements(seen) n
  on conflict (course_id, rule, object) where closed_at is null do update
     set severity = excluded.severity, says = excluded.says, values = excluded.values,
         facts = excluded.facts, rests_from = excluded.rests_from, updated_at = access_now()
   where (f.severity, f.says, f.values, f.facts)
      is distinct from (excluded.severity, excluded.says, excluded.values, excluded.facts);
end
$$""",
)
WORTH = definer(
    "redthread_worth",
    "wanted uuid[], today date",
    """returns table (id uuid, course_id uuid, severity text) language sql stable as $$
  select f.id, f.course_id, f.severity from redthread_finding f
   where f.course_id = any (wanted)
     and f.course_id = any (access_my_scopes('whole', 'write'))
     and f.closed_at is null and f.dismissed_at is null and f.severity <> 'info'
     and (f.snoozed_until is null or f.snoozed_until <= today) and f.rule <> 'RT-10'
     and (f.course_id = any (access_known_scopes())
          or not access_left_behind(f.course_id, f.rests_from))
   order by f.created_at, f.id
$$""",
)
FAILED = definer(
    "redthread_failed",
    "wanted uuid",
    f"""returns void language sql volatile as $$
  update redthread_check set failed_at = access_now() where course_id = wanted and {JOBS}
$$""",
)


class Migration(migrations.Migration):
    """Two tables, six functions, one trigger."""

    dependencies = [
        ("course", "0001_initial"),
        ("people", "0001_initial"),
        ("plan", "0069_codes_and_keepers"),
        ("meetings", "0077_quarter"),
        ("network", "0020_movable"),
        ("keeping", "0005_what_came_beside"),
    ]

    operations = [
        migrations.CreateModel(
            name="Check",
            fields=[
                (
                    "course",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="course.course",
                    ),
                ),
                ("woken_at", models.DateTimeField(blank=True, null=True)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "redthread_check",
                "indexes": [
                    models.Index(
                        fields=["woken_at"],
                        name="courses_to_look_at",
                        condition=Q(woken_at__isnull=False),
                    ),
                    models.Index(fields=["checked_on"], name="courses_by_last_look"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                ("rule", models.CharField(max_length=24)),
                ("object", models.CharField(max_length=120)),
                ("severity", models.CharField(choices=choices(Severity), max_length=8)),
                ("says", models.CharField(max_length=300)),
                ("values", models.JSONField(default=dict)),
                ("facts", models.JSONField(default=list)),
                ("rests_from", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("snoozed_until", models.DateField(blank=True, null=True)),
                ("dismissed_at", models.DateTimeField(blank=True, null=True)),
                ("because", models.CharField(blank=True, max_length=500)),
                ("contested_at", models.DateTimeField(blank=True, null=True)),
                ("contest", models.CharField(blank=True, max_length=500)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="findings",
                        to="course.course",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "redthread_finding",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["course", "rule", "object"],
                        condition=Q(closed_at__isnull=True),
                        name="one_open_finding_of_a_rule_and_object",
                    ),
                    models.CheckConstraint(
                        condition=Q(dismissed_at__isnull=True) | ~Q(because=""),
                        name="what_is_put_away_has_a_reason",
                    ),
                ],
            },
        ),
        protect_by("redthread_finding", select=SEES, update=SETTLES),
        logged("redthread_finding"),
        left_behind("redthread_finding", written="rests_from"),
        migrations.RunSQL(
            "alter table redthread_check enable row level security;",
            "alter table redthread_check disable row level security;",
        ),
        erasable("redthread_finding", "redthread_check"),
        migrations.RunSQL(
            "grant select on programmes_programme to landfast_helper;",
            "revoke select on programmes_programme from landfast_helper;",
        ),
        helper_may("redthread_finding", "insert, update"),
        helper_may("redthread_check", "insert, update"),
        WAKE,
        WOKEN,
        TOLD,
        CLAIM,
        KEEP,
        FAILED,
        WORTH,
    ]
