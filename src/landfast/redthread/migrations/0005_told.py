"""What the job is told of a course: children, own steps of those close to her, questions to leaders,
who came after whom in the team.
"""

from django.db import migrations

from landfast.access.protect import whole

JOBS = "session_user = 'landfast_jobs'"
DAY = "(({0}) at time zone 'Europe/Copenhagen')::date"
AGREEMENTS = f"""(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'agreement:' || a.id, 'day', {DAY.format("a.proposed_at")}, 'state', a.state,
    'owner', coalesce(nullif(a.maker_role, ''), nullif(a.outside_relation, ''),
      case when a.maker_id is not null or a.for_unit_id is not null or a.outside_name <> ''
           then 'professional' end),
    'due', a.due_on, 'wish', a.wish_id, 'replaces', 'agreement:' || a.replaces_id,
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
        'person', p.person_id, 'reply', p.reply, 'was_there', p.was_there) order by p.position, p.id), '[]')
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
STEPS = f"""(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'step:' || s.id, 'day', {DAY.format("s.created_at")}, 'wish', s.wish_id,
    'owner', case when r.sphere = 'family' then 'relative' else 'private_network' end
  ) order by s.created_at, s.id), '[]')
  from plan_own_step s join network_relation r on r.id = s.relation_id
 where s.course_id = wanted and s.state in ('want', 'tried')
   and r.kind = 'person' and not r.only_mine and r.removed_on is null)"""
DECISIONS = f"""(select coalesce(jsonb_agg(jsonb_build_object(
    'id', 'decision:' || d.id, 'agreement', 'agreement:' || d.agreement_id,
    'day', {DAY.format("coalesce(d.answered_at, d.asked_at)")}, 'wish', a.wish_id,
    'role', a.maker_role,
    'needs', a.needs || case when w.area is null then '[]'::jsonb else jsonb_build_array(w.area) end,
    'outcome', case when d.answered_at is null then 'pending'
                    when d.answer = 'no' then 'refused' else 'granted' end,
    'has_interim', a.interim_support <> '' or exists (select from plan_agreement i
       where i.id = d.interim_id and i.state in ('noted', 'proposed', 'accepted', 'started'))
  ) order by d.asked_at, d.id), '[]')
  from plan_decision_ask d join plan_agreement a on a.id = d.agreement_id
  left join plan_wish w on w.id = a.wish_id
 where d.course_id = wanted and d.withdrawn_at is null and d.about = 'grant'
   and (d.answer = 'no' or a.state in ('noted', 'proposed', 'accepted', 'started')))"""
WRITTEN = """(select coalesce(jsonb_object_agg(key, at), '{}') from (
    select 'observation:' || id as key, created_at as at from course_observation where course_id = wanted
    union all select 'agreement:' || id, created_at from plan_agreement where course_id = wanted
    union all select 'meeting:' || id, created_at from meetings_meeting where course_id = wanted
    union all select 'member:' || id, created_at from network_member where course_id = wanted
    union all select 'step:' || id, created_at from plan_own_step where course_id = wanted
    union all select 'decision:' || id, created_at from plan_decision_ask where course_id = wanted
    union all select 'wish:' || id, created_at from plan_wish where course_id = wanted) facts)"""
TOLD = whole(
    "redthread_told",
    "wanted uuid, today date",
    f"""returns jsonb language sql stable as $$
  select jsonb_build_object(
    'state', c.state, 'state_since', {DAY.format("c.state_since")},
    'phase_id', 'phase:' || c.id, 'opened_at', c.created_at,
    'review_on', c.review_on, 'programme', p.code,
    'model_allows', p.coordination_model in ('case_worker', 'intake_office'),
    'largest', (select f.largest_meeting from course_profile f where f.course_id = wanted),
    'children', coalesce((select f.children from course_profile f where f.course_id = wanted), 0),
    'way_back', (select k.way_back from course_closing k where k.course_id = wanted
                  order by k.created_at desc limit 1),
    'team', (select coalesce(jsonb_agg(jsonb_build_object('id', 'member:' || m.id, 'role', m.role,
        'person', m.person_id, 'since', m.since, 'until', m.until)
        order by m.since, m.id), '[]') from network_member m where m.course_id = wanted),
    'wishes', (select coalesce(jsonb_agg(jsonb_build_object('id', 'wish:' || w.id, 'area', w.area,
        'day', {DAY.format("w.created_at")}) order by w.created_at, w.id), '[]')
      from plan_wish w where w.course_id = wanted and w.standing <> 'aside'),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('id', 'seat:' || s.id, 'need', s.need,
        'day', {DAY.format("s.answered_at")}) order by s.answered_at, s.id), '[]')
      from network_seat s where s.course_id = wanted and s.answer in ('not_now', 'never')),
    'is_covered', {COVERED},
    'holders', {HOLDERS},
    'agreements', {AGREEMENTS},
    'steps', {STEPS},
    'decisions', {DECISIONS},
    'meetings', {MEETINGS},
    'observed', {OBSERVED},
    'written', {WRITTEN})
    from course_course c join programmes_programme p on p.id = c.programme_id
   where c.id = wanted and {JOBS}
$$""",
)


class Migration(migrations.Migration):
    """The function that tells, written whole."""

    dependencies = (
        ("redthread", "0004_put_away_as_it_was"),
        ("course", "0099_children"),
        ("plan", "0071_interim"),
        ("network", "0022_unwell"),
    )

    operations = (TOLD,)
