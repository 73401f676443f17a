"""What must hold when everything stands again: what was acknowledged, whole acts, each look."""

from collections import defaultdict
from datetime import datetime

from tests.kills.house import House, Rows
from tests.kills.life import Town
from tests.kills.people import Noted, Read

ACTS = """select c.agreement_id, 'plan.agreement_' || c.act, count(*) from plan_agreement_change c
 group by 1, 2"""
EVENTS = """select object_id, kind, count(*) from access_event
 where object_type = 'plan_agreement' group by 1, 2"""
UNEQUAL = """select a.id from plan_agreement a where a.version <>
   (select count(*) from plan_agreement_change c where c.agreement_id = a.id)
 or a.state <> (select c.after from plan_agreement_change c where c.agreement_id = a.id
                 order by c.at desc limit 1)"""
WISHES = """select w.id, e.object_id from plan_wish w
 full join (select object_id from access_event where kind = 'plan.wish_added') e
   on e.object_id = w.id where w.id is null or e.object_id is null"""
HANDED = """select h.id, e.object_id
 from (select id from course_handover where state = 'accepted') h
 full join (select object_id from access_event where kind = 'handover.accepted') e
   on e.object_id = h.id where h.id is null or e.object_id is null"""
HOLDERS = """select c.id,
   (select count(*) from course_coordinatorship h where h.course_id = c.id
     and h.ended_at is null),
   (select count(*) from course_coordinatorship h where h.course_id = c.id),
   (select count(*) from course_handover h where h.course_id = c.id and state = 'accepted'),
   (select count(*) from access_grant g where g.scope_id = c.id and g.role = 'coordinator'
     and (g.ends_at is null or g.ends_at > now()))
 from course_course c"""
LOOKS = "select person_id::text, scope_id::text, at from access_look where allowed and at > %s"


def check(house: House, noted: Noted, town: Town, since: datetime) -> None:
    """Everything that the proof is about; `since`: when the reads of this round began."""
    assert noted.broken == []
    with house.rows() as rows:
        check_written(rows, noted)
        check_whole(rows)
        check_one_coordinator(rows, town)
        check_looks(rows, [one for one in noted.reads if one.asked >= since], since)
    assert house.proof().findings == []


def check_written(rows: Rows, noted: Noted) -> None:
    """No acknowledged write is lost, and none was written twice."""
    wishes = [words for (words,) in rows("select words from plan_wish")]
    assert set(noted.wishes) <= set(wishes)
    proposals = [words for (words,) in rows("select text from plan_agreement")]
    assert set(noted.proposals) <= set(proposals)
    assert len(set(wishes)) == len(wishes)
    assert len(set(proposals)) == len(proposals)
    accepted = rows(
        "select id::text from plan_agreement where state = 'accepted' and accepted_at is not null"
    )
    assert set(noted.accepted) <= {key for (key,) in accepted}
    taken = rows("select id::text from course_handover where state = 'accepted'")
    assert set(noted.taken) <= {key for (key,) in taken}


def check_whole(rows: Rows) -> None:
    """No half act: a row without its event, an event without its row, a step without history."""
    acts, events = (
        {(key, kind): number for key, kind, number in rows(query)} for query in (ACTS, EVENTS)
    )
    assert acts == events
    assert rows(UNEQUAL) == []
    assert rows(WISHES) == []
    assert rows(HANDED) == []


def check_one_coordinator(rows: Rows, town: Town) -> None:
    """Exactly one holds each course, and she alone has the access that goes with it."""
    found = rows(HOLDERS)
    assert {course for course, *_ in found} == {town.jytte, town.bent}
    for course, holding, ever, handed, granted in found:
        assert (holding, granted) == (1, 1), course
        assert ever == handed + 1, course


def check_looks(rows: Rows, reads: list[Read], since: datetime) -> None:
    """No read without its row: by whom, of whom, between the question and the answer."""
    looks: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for person, course, at in rows(LOOKS, since):
        looks[person, course].append(at)
    unlogged = [
        read for read in reads
        if not any(read.asked <= at <= read.came for at in looks[read.person, read.course])
    ]  # fmt: skip
    assert unlogged == []
