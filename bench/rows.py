"""Which rows each table of a bench database gets, in the order in which they come to be."""

from collections.abc import Iterator

from bench.filling import (
    AGREEMENTS,
    EVENTS,
    LOOKS,
    MEETINGS,
    MEMBERS,
    RELATIONS,
    STEPS,
    WISHES,
    Fill,
    K,
    bid,
    each,
    nth,
)

# those that take longest are begun first
LARGE = frozenset(
    {"access_event", "access_grant", "access_look", "plan_agreement", "plan_agreement_change",
     "course_state_change", "meetings_participant", "meetings_theme"}
)  # fmt: skip
NOT_LISTED = frozenset(
    {"course_state_change", "course_profile", "network_member", "network_relation",
     "network_standing"}
)  # fmt: skip
"""Of a course, its people and its traces: what no list of consents reads."""
FEW = 1, 1
"""Events and looks of a course where only its consents are listed."""
SHARED_IN = 10
"""One in so many courses is shared with a unit as well."""


def fills() -> Iterator[Fill]:
    """All tables, in the order in which their rows come to be."""
    yield from _town()
    yield from _staff()
    yield from _courses()
    yield from _grants()
    yield from _around()
    yield from _shares()
    yield from _plans()
    yield from _meetings()
    yield from _traces(EVENTS, LOOKS)


def of_consents() -> Iterator[Fill]:
    """What the two lists of consents read, and few traces: a million courses fit on a disk."""
    yield from _town()
    yield from _staff(hours=False)
    read = (*_courses(), *_grants(), *_around(), *_shares(), *_traces(*FEW))
    yield from (fill for fill in read if fill.table not in NOT_LISTED)


BUILDS = {"": fills, "consents": of_consents}
"""All tables, or what one group of pages reads: a build has its own databases."""


def _town() -> Iterator[Fill]:
    units = "bench.size, generate_series(0, units - 1) i"
    yield Fill("people_organisation", "bench.size, generate_series(0, units / 10) i", {
        "id": bid("organisation"), "name": "'Kommune ' || i", "sort_key": "'kommune ' || i",
        "kind": "'municipality'",
    })  # fmt: skip
    for kind, i in (("unit", "i"), ("ward", "i")):
        yield Fill("people_unit", units, {
            "id": bid(kind), "organisation_id": bid("organisation", f"{i} / 10"),
            "name": f"'{kind} ' || i", "sort_key": f"'{kind} ' || lpad(i::text, 6, '0')",
            "phone": "'70101010'", "coordinates_courses": str(kind == "unit").lower(),
        })  # fmt: skip
    yield Fill("directory_answer_line", units, {
        "id": bid("line"), "organisation_id": bid("organisation", "i / 10"), "unit_id": bid("unit"),
        "name": "'Vagttelefonen'", "phone": "'70202020'", "opens": "'08:00'", "closes": "'16:00'",
        "always": "true", "weekdays": "'[0, 1, 2, 3, 4, 5, 6]'",
    })  # fmt: skip
    yield Fill("programmes_programme", "(select 0 as i) one", {
        "id": bid("programme"), "code": "'samarbejdsmodellen'", "name": "'Samarbejdsmodellen'",
        "coordination_model": "'neutral'", "caseload_cap": "20", "caseload_cap_new": "10",
    })  # fmt: skip
    yield Fill("meetings_format", "(select 0 as i) one", {
        "id": bid("format"), "code": "'M-01'", "name": "'Netværksmøde'", "origin": "'M-01'",
        "version": "1", "citizen": "'leads'", "agenda_by": "'citizen'", "agenda_when": "'before'",
        "minutes_long": "60", "shortest": "15", "longest": "180", "makes_agreements": "true",
    })  # fmt: skip


def _staff(*, hours: bool = True) -> Iterator[Fill]:
    for kind, role, count, unit in (
        ("coordinator", "coordinator", f"units * {K}", f"i / {K}"),
        ("lead", "daily_leader", "units", "i"),
        ("boss", "leader", "units", "i"),
        ("professional", "home_support", "professionals", "i % units"),
    ):  # fmt: skip
        source = f"bench.size, generate_series(0, {count} - 1) i"
        yield Fill("people_person", source, {
            "id": bid(kind), "kind": "'staff'", "name": f"'{kind} ' || i",
            "sort_key": f"'{kind} ' || lpad(i::text, 9, '0')", "profession": f"'{role}'",
            "phone": "'20304050'",
        })  # fmt: skip
        yield Fill("people_employment", source, {
            "id": bid("job-" + kind), "person_id": bid(kind), "role": f"'{role}'",
            "unit_id": bid("ward" if kind == "professional" else "unit", unit),
            "starts_on": "current_date - 900",
        })  # fmt: skip
        if not hours:
            continue
        yield Fill("people_working_hours", f"{source}, generate_series(0, 6) n", {
            "id": bid("hours-" + kind, "i * 10 + n"), "employment_id": bid("job-" + kind),
            "weekday": "n", "opens": "'08:00'", "closes": "'16:00'",
        })  # fmt: skip


def _courses() -> Iterator[Fill]:
    yield Fill("people_person", "bench.course c", {"id": "c.person", "kind": "'citizen'"})
    yield Fill("course_citizen", "bench.course c", {
        "id": "c.citizen", "person_id": "c.person", "name": "'Borger ' || c.i",
        "sort_key": "'borger ' || lpad(c.i::text, 9, '0')", "called": "'Borger'",
        "phone": "'22334455'",
    })  # fmt: skip
    yield Fill("access_scope", "bench.course c", {"id": "c.id", "created_at": "c.since"})
    yield Fill("course_course", "bench.course c", {
        "id": "c.id", "citizen_id": "c.citizen", "unit_id": "c.unit",
        "programme_id": bid("programme", "0"), "state": "c.state",
        "state_since": "c.since + interval '20 days'", "created_at": "c.since",
        "ending": "case when c.state = 'AFSLUTTET' then 'planned' else '' end",
    })  # fmt: skip
    yield Fill("course_state_change", each(3), {
        "id": nth("change"), "course_id": "c.id", "at": "c.since + n * interval '10 days'",
        "actor_id": "c.lead", "before": "case n when 0 then '' else 'VISITATION' end",
        "after": "case n when 0 then 'VISITATION' else c.state end",
    })  # fmt: skip
    over = "case when not c.runs then now() - interval '5 days' end"
    yield Fill("course_coordinatorship", "bench.course c where c.began", {
        "id": bid("holds", "c.i"), "course_id": "c.id", "person_id": "c.coordinator",
        "kind": "'coordinator'", "starts_at": "c.since + interval '10 days'", "ended_at": over,
        "appointed_by_id": "c.lead", "reason": "'Kender borgeren'",
        "created_at": "c.since + interval '10 days'",
    })  # fmt: skip
    yield Fill("course_second", "bench.course c where c.began", {
        "id": bid("second", "c.i"), "course_id": "c.id", "person_id": "c.second",
        "since": "c.since + interval '11 days'", "ended_at": over,
    })  # fmt: skip
    yield Fill("course_profile", "bench.course c where c.began", {
        "course_id": "c.id", "statement": "repeat('Det, I skal vide om mig. ', 12)",
    })  # fmt: skip
    yield Fill("course_energy", "bench.course c where c.began", {
        "course_id": "c.id", "energy": "1 + c.i % 5", "said_on": "current_date - 2",
    })  # fmt: skip


def _grants() -> Iterator[Fill]:
    for kind, values in {
        "citizen": ("c.person", "null", "''", "citizen", "citizen", "whole", "null"),
        "intake-1": ("null", "c.unit", "'coordinator'", "intake", "unit", "frame", "began"),
        "intake-2": ("null", "c.unit", "'daily_leader'", "intake", "unit", "frame", "began"),
        "lead": ("null", "c.unit", "'daily_leader'", "lead", "unit", "frame", "null"),
        "boss": ("null", "c.unit", "'leader'", "lead", "unit", "frame", "null"),
        "coordinator": ("c.coordinator", "null", "''", "coordinator", "team", "whole", "over"),
        "second": ("c.second", "null", "''", "second", "team", "whole", "over"),
    }.items():
        person, unit, post, role, ground, topic, ends = values
        held = kind in {"coordinator", "second"}
        yield Fill("access_grant", "bench.course c" + (" where c.began" if held else ""), {
            "id": bid("grant-" + kind, "c.i"), "scope_id": "c.id", "person_id": person,
            "unit_id": unit, "post": post, "role": f"'{role}'", "ground": f"'{ground}'",
            "topic": f"'{topic}'", "level": "'write'", "starts_at": "c.since",
            "created_at": "c.since", "given_by_id": "c.lead", "reason": "'Målt'",
            "ends_at": {
                "null": "null", "over": "case when not c.runs then now() - interval '5 days' end",
                "began": "case when c.began then c.since + interval '10 days' end",
            }[ends],
        })  # fmt: skip
    yield Fill("access_grant", "bench.member c", {
        "id": "c.grant_id", "scope_id": "c.course", "person_id": "c.person", "post": "''",
        "unit_id": "null", "role": "'professional'", "ground": "'team'", "topic": "'whole'",
        "level": "'write'", "starts_at": "c.since", "created_at": "c.since",
        "given_by_id": "c.coordinator", "reason": "'Borgeren har valgt det'",
        "ends_at": "case when not c.runs then now() - interval '5 days' end",
    })  # fmt: skip


def _around() -> Iterator[Fill]:
    over = "case when not c.runs then now() - interval '5 days' end"
    yield Fill("consent_consent", "bench.member c", {
        "id": bid("consent", "c.m * 100000000::bigint + c.i"), "course_id": "c.course",
        "recipient_id": "c.person", "state": "case when c.runs then 'given' else 'ended' end",
        "how": "'self'", "purpose": "'Hjælper i hverdagen'", "said_at": "c.since",
        "recorded_by_id": "c.coordinator", "ended_at": over, "grant_id": "c.grant_id",
    })  # fmt: skip
    yield Fill("network_member", "bench.member c", {
        "id": "c.id", "course_id": "c.course", "person_id": "c.person", "role": "'home_support'",
        "helps_with": "'Kommer hver tirsdag og hjælper med posten'", "sphere": "'social'",
        "closeness": "'near'", "since": "c.since::date", "until": f"({over})::date",
    })  # fmt: skip
    yield Fill("network_relation", each(RELATIONS), {
        "id": nth("relation"), "course_id": "c.id", "name": "'Min søster nummer ' || n",
        "is_to_me": "'søster'", "sphere": "'family'", "closeness": "'close'",
    })  # fmt: skip
    yield Fill("network_standing", each(RELATIONS), {
        "id": nth("standing"), "course_id": "c.id", "relation_id": nth("relation"),
        "sphere": "'family'", "closeness": "'close'", "created_at": "c.since",
    })  # fmt: skip


def _shares() -> Iterator[Fill]:
    """Each running course is shared by topic with one outside the team, some with a unit too."""
    outside = bid("professional", "(c.i + 7919) % professionals")
    nearby = bid("ward", f"c.i / {SHARED_IN} % units")  # as many to each
    for kind, source, person, unit, post in (
        ("one", "bench.size, bench.course c where c.runs", outside, "null", "''"),
        ("unit", f"bench.size, bench.course c where c.runs and c.i % {SHARED_IN} = 0",
         "null", nearby, "'any'"),
    ):  # fmt: skip
        yield Fill("consent_share", source, {
            "id": bid("share-" + kind, "c.i"), "course_id": "c.id", "person_id": person,
            "unit_id": unit, "topics": """'["housing", "economy"]'""", "purpose": "'Boligen'",
            "state": "'given'", "how": "'self'", "situation": "'always'",
            "said_at": "now() - interval '20 days'", "ends_at": "now() + interval '200 days'",
            "recorded_by_id": "c.person", "grants": "'[]'",
        })  # fmt: skip
        for topic in ("housing", "economy"):
            yield Fill("access_grant", source, {
                "id": bid(f"grant-share-{kind}-{topic}", "c.i"), "scope_id": "c.id",
                "person_id": person, "unit_id": unit, "post": post, "role": "'recipient'",
                "ground": "'consent'", "topic": f"'{topic}'", "level": "'read'",
                "starts_at": "now() - interval '20 days'", "created_at": "c.since",
                "ends_at": "now() + interval '200 days'", "given_by_id": "c.person",
                "reason": "'Boligen'", "situation": "'always'",
            })  # fmt: skip


def _plans() -> Iterator[Fill]:
    began = "bench.course c where c.began"
    yield Fill("plan_wish", each(WISHES, began), {
        "id": nth("wish"), "course_id": "c.id", "position": "n", "written_by_id": "c.person",
        "area": "(array['housing', 'economy', 'network', 'housing', 'economy'])[n + 1]",
        "words": "repeat('Jeg vil have mit eget sted at bo. ', 4)",
        "standing": "(array['goal', 'goal', 'wish', 'wish', 'aside'])[n + 1]",
        "goal_since": "case when n < 2 then current_date - 90 end", "created_at": "c.since",
    })  # fmt: skip
    yield Fill("plan_own_step", each(STEPS, began), {
        "id": nth("step"), "course_id": "c.id", "wish_id": nth("wish"),
        "text": "'Ringer til min søster'",
        "state": "(array['want', 'tried', 'done', 'not_now'])[n + 1]",
        "written_by_id": "c.person",
    })  # fmt: skip
    yield from _agreements()


def _agreements() -> Iterator[Fill]:
    source = (
        f"generate_series(0, {AGREEMENTS} - 1) n join bench.course c on c.began"
        f" left join bench.member m on m.i = c.i and m.m = n % {MEMBERS}"
    )
    states = ["kept", "accepted", "kept", "started", "kept"] * 4
    states[0], states[8], states[9], states[13], states[18] = (
        "proposed", "started", "broken", "partly", "declined",
    )  # fmt: skip
    live = "(array['" + "', '".join(states) + "'])[n + 1]"
    state = f"case when c.runs or {live} not in ('proposed', 'accepted', 'started') then {live} else 'lapsed' end"  # noqa: E501
    said_yes = f"{live} not in ('proposed', 'declined')"
    due = "current_date - 5 + bench.dice(c.i * 100 + n, 2, 60)"
    yield Fill("plan_agreement", source, {
        "id": nth("agreement"), "course_id": "c.id",
        "wish_id": f"case when n < 16 then {bid('wish', 'n % 4 * 100000000::bigint + c.i')} end",
        "practical_problem": "case when n < 16 then '' else 'Hun har intet sted at sove' end",
        "text": "'Ringer til boligforeningen og følger med derhen'", "kind": "'support'",
        "maker_id": "case when n % 10 = 1 then c.coordinator else m.person end",
        "maker_role": "'home_support'", "proposed_by_id": "c.coordinator", "needs": "'[]'",
        "proposed_at": "c.since + interval '30 days'", "state": state, "mandate": "'clear'",
        "accepted_at": f"case when {said_yes} then c.since + interval '31 days' end",
        "due_on": due, "follow_up_by_id": "c.coordinator", "follow_up_on": f"{due} + 1",
        "version": "1", "reported_at": f"case when {live} in ('kept', 'partly', 'broken')"
        " then now() - interval '9 days' end",
    })  # fmt: skip
    yield Fill("plan_agreement_change", f"generate_series(0, 1) r, {source}", {
        "id": bid("told", "(r * 100 + n) * 100000000::bigint + c.i"), "course_id": "c.id",
        "agreement_id": nth("agreement"), "at": "c.since + make_interval(days => 30 + r)",
        "actor_id": "c.coordinator", "act": "case r when 0 then 'propose' else 'accept' end",
        "before": "case r when 0 then '' else 'proposed' end",
        "after": "case r when 0 then 'proposed' else 'accepted' end",
    })  # fmt: skip


def _meetings() -> Iterator[Fill]:
    source = each(MEETINGS, "bench.course c where c.began")
    held = f"n < {MEETINGS} - 1"
    yield Fill("meetings_meeting", source, {
        "id": nth("meeting"), "course_id": "c.id", "format_id": bid("format", "0"),
        "state": f"case when {held} then 'held' else 'called' end", "leader_id": "c.coordinator",
        "starts_at": f"case when {held} then now() - make_interval(days => 40 * (n + 1))"
        " else now() + make_interval(days => 1 + c.i % 28) end",
        "held_at": f"case when {held} then now() - make_interval(days => 40 * (n + 1)) end",
        "minutes_long": "60", "place": "'Hjemme hos borgeren'",
        "answers": "'after_each'", "stage": f"case when {held} then 'closing' else 'frame' end",
        "no_next": "true",
    })  # fmt: skip
    yield Fill("meetings_coming", source, {
        "id": nth("meeting"), "meeting_id": nth("meeting"), "course_id": "c.id",
        "attends": "'in_person'", "represented_by": "''",
    })  # fmt: skip
    of_meeting = f"generate_series(0, 2) k, {source}"
    key = "(k * 10 + n) * 100000000::bigint + c.i"
    yield Fill("meetings_theme", of_meeting, {
        "id": bid("theme", key), "course_id": "c.id", "meeting_id": nth("meeting"),
        "words": "'Hvem ringer jeg til?'", "position": "k",
    })  # fmt: skip
    guests = (
        f"generate_series(0, 2) k cross join generate_series(0, {MEETINGS} - 1) n"
        " cross join bench.course c join bench.member m on m.i = c.i and m.m = k"
    )
    yield Fill("meetings_participant", guests, {
        "id": bid("participant", key), "course_id": "c.id", "meeting_id": nth("meeting"),
        "person_id": "m.person", "role": "'home_support'", "why": "'Kender mig'",
        "reply": "'comes'", "position": "k", "was_there": held,
    })  # fmt: skip
    yield Fill("meetings_minutes", f"{source} and {held}", {
        "id": nth("minutes"), "course_id": "c.id", "meeting_id": nth("meeting"), "version": "1",
        "state": "'published'", "content": "'{}'", "recipients": "'[]'",
        "written_by_id": "c.coordinator", "published_at": "now() - interval '30 days'",
        "citizen_said": "repeat('Jeg vil gerne have ro om natten. ', 10)",
    })  # fmt: skip


def _traces(events: int, looks: int) -> Iterator[Fill]:
    yield Fill("access_event", each(events), {
        "id": nth("event"), "at": f"now() - make_interval(days => ({events} - n) * 9)",
        "kind": "(array['access.granted', 'agreement.accepted', 'wish.added'])[n % 3 + 1]",
        "scope_id": "c.id", "topic": "case n % 3 when 0 then 'frame' else 'whole' end",
        "actor_id": "c.coordinator", "object_type": "'plan_agreement'",
        "object_id": nth("agreement"), "facts": "'{}'", "handled_at": "now()",
    })  # fmt: skip
    yield Fill("access_look", each(looks), {
        "id": nth("look"), "at": f"now() - make_interval(days => ({looks} - n) * 9)",
        "scope_id": "c.id", "person_id": "c.coordinator", "unit_id": "c.unit",
        "role": "'coordinator'", "ground": "'team'", "what": "'Planen'", "allowed": "true",
    })  # fmt: skip
