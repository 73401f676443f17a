"""Replaying cases: all of it accounted for, nothing forced past a guard."""

import json
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest

from landfast.access.actor import SYSTEM, Actor
from landfast.access.session import acting
from landfast.consent import queries as consents
from landfast.course import models as course
from landfast.course.queries.observations import observations
from landfast.course.rules.words import State
from landfast.journeys.replay_case import AlreadyLoaded, How, replay
from landfast.journeys.replay_case.opening import citizen_of as invented
from landfast.kernel import clock
from landfast.kernel.refusals import Wrong
from landfast.meetings import models as meetings
from landfast.meetings.actions import load_shipped_formats
from landfast.people import models as people
from landfast.people.rules import PersonKind
from landfast.plan import models as plan
from landfast.redthread import casefile
from tests.factories.shipped import load_shipped
from tests.factories.town import as_, build_town

CASES = files("landfast.jobs.demo") / "cases"
pytestmark = pytest.mark.django_db


@contextmanager
def on_stage(actor, moment):
    with clock.at(moment), acting(actor):
        yield


@pytest.fixture
def ready(db):
    load_shipped()
    with acting(SYSTEM):
        load_shipped_formats(actor=SYSTEM)
    return build_town()


def published(name):
    case = casefile.read((CASES / f"{name}.json").read_text("utf-8"), f"{name}.json")
    return casefile.ending_on(case, date(2026, 3, 1))


def told(*events, **citizen):
    rows = [
        {"precision": "exact", "involved": ["citizen"], "text_da": "Det skete.", **event}
        for event in events
    ]
    case = {"case_id": "prøve", "citizen": {"alias": "Prøve", **citizen}, "events": rows}
    return casefile.read(json.dumps(case))


def playing(case, **options):
    report = replay(case=case, acting=on_stage, **options)
    return report, course.Course.objects.filter(scope_id=report.course_id)


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_every_event_and_every_field_is_accounted_for(ready, name):
    case = published(name)
    report, _ = playing(case)
    lines = {(row.event, row.field) for row in report.taken}
    for event in case.events:
        assert (event.id, "") in lines
        assert {(event.id, field) for field in event.data} <= lines
    counts = report.counts()
    assert sum(counts["events"].values()) == len(case.events)
    assert sum(counts["fields"].values()) == case.fields
    with citizen_of(report):
        stored = {row.reference: row for row in course.Observation.objects.order_by("id")}
    assert {ref: row.facts for ref, row in stored.items()} == {e.id: e.data for e in case.events}
    assert sum(len(row.facts) for row in stored.values()) == case.fields
    assert {e.id: list(e.involved) for e in case.events} == {r: o.roles for r, o in stored.items()}
    assert [stored[e.id].happened_on for e in case.events] == [e.when.day for e in case.events]
    assert all(stored[e.id].words == e.words for e in case.events)


@contextmanager
def citizen_of(report):
    """Read as the citizen: what she sees is all there is."""
    [person] = people.Person.objects.filter(kind="citizen").order_by("-created_at")[:1]
    with as_(Actor(person.id, PersonKind.CITIZEN)):
        yield


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_no_noted_agreement_is_ever_accepted_and_there_is_one_coordinator(ready, name):
    report, _ = playing(published(name))
    with citizen_of(report):
        states = set(plan.Agreement.objects.order_by("id").values_list("state", flat=True))
        held = course.Coordinatorship.objects.filter(ended_at=None).count()
        [state] = course.Course.objects.order_by("scope_id").values_list("state", flat=True)
    assert states == {"noted"}
    assert held == 1
    assert state == State.START


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_steps_of_citizen_and_relatives_are_no_promises(ready, name):
    report, _ = playing(published(name))
    with citizen_of(report):
        roles = set(plan.Agreement.objects.order_by("id").values_list("maker_role", flat=True))
        steps = plan.OwnStep.objects.count()
    assert not roles & {"citizen", "relative"}
    assert steps == 2


def test_a_standing_no_is_not_passed_by_a_seat_at_the_table(ready):
    report, _ = playing(published("jeanette"))
    refused = [row for row in report.taken if row.how is How.REFUSED]
    assert any("borgerens nej står" in row.sentence for row in refused)
    with citizen_of(report):
        given = {row.profession for row in consents.consents(report.course_id) if row.stands
                 and row.state == "given"}  # fmt: skip
    assert "Rusmiddel- eller misbrugskonsulent eller alkoholambulatorium" not in given


def test_a_meeting_without_a_next_date_stays_an_observation(ready):
    report, _ = playing(published("jeanette"))
    with citizen_of(report):
        assert meetings.Meeting.objects.count() == 0
    lines = [row for row in report.taken if (row.event, row.field) == ("JE24", "attendees")]
    [line] = [row.sentence for row in lines]
    assert line.startswith("ikke gjort: mødet er holdt i Landfast med ")
    assert "Reglen siger: »Skriv en dato, eller sæt kryds herunder.«" in line


MEETING = {
    "id": "M1", "date": "2025-03-03T10:00", "type": "meeting",
    "involved": ["citizen", "gp", "relative"], "needs_open": ["housing"],
    "data": {"attendees": ["citizen", "gp", "relative"], "next_meeting": "2025-04-07"},
}  # fmt: skip


def test_a_meeting_with_a_next_date_is_held_with_those_who_were_there(ready):
    report, _ = playing(told(MEETING))
    with citizen_of(report):
        [meeting] = meetings.Meeting.objects.order_by("id")
        seats = list(meeting.participants.order_by("position").values_list("role", "was_there"))
    assert meeting.state == "held"
    assert seats == [("gp", True), ("relative", True)]
    assert report.counts()["fields"]["refused"] == 0
    assert report.counts()["fields"]["act"] == 1


def test_phases_move_where_the_machine_allows(ready):
    changes = [
        {"id": f"S{number}", "date": f"2025-0{number}-03", "type": "state_change",
         "data": {"to": to, **more}}
        for number, (to, more) in enumerate(
            [("VISITATION", {}), ("OPSTART", {}), ("AKTIV", {}),
             ("BERO", {"review_date": "2025-04-20"}), ("AKTIV", {}), ("AFSLUTTET", {}),
             ("AFSLUTNING", {}), ("AFSLUTTET", {}), ("AKTIV", {})], 1
        )
    ]  # fmt: skip
    report, _ = playing(told(*changes))
    how = {row.event: row.how for row in report.taken if row.field == "to"}
    assert how["S6"] is How.REFUSED
    assert how["S9"] is How.LEFT_OUT
    with citizen_of(report):
        [state] = course.Course.objects.order_by("scope_id").values_list("state", flat=True)
        after = list(course.StateChange.objects.order_by("at").values_list("after", flat=True))
    assert state == State.CLOSED
    assert after == ["VISITATION", "OPSTART", "AKTIV", "BERO", "AKTIV", "AFSLUTNING", "AFSLUTTET"]


def change(number, to, **more):
    return {"id": f"S{number}", "date": f"2025-0{number}-03", "type": "state_change",
            "data": {"to": to, **more}}  # fmt: skip


def test_a_course_opens_again_with_one_coordinator(ready):
    way = ["OPSTART", "AFSLUTNING", "AFSLUTTET", "GENÅBNET", "AKTIV"]
    report, _ = playing(told(*(change(number, to) for number, to in enumerate(way, 1))))
    assert {row.how for row in report.taken if row.field == "to"} <= {How.ACT, How.OBSERVED}
    with citizen_of(report):
        assert course.Coordinatorship.objects.filter(ended_at=None).count() == 1
        assert course.Observation.objects.count() == len(way)


def test_a_no_before_the_start_is_respected(ready):
    report, _ = playing(told(change(1, "OPSPORET"), change(2, "AFVIST_AF_BORGER")))
    assert report.counts()["events"]["left_out"] + report.counts()["events"]["act"] == 2
    assert report.coordinator == ""
    with citizen_of(report):
        assert course.Observation.objects.count() == 0
        [state] = course.Course.objects.order_by("scope_id").values_list("state", flat=True)
    assert state == State.STOPPED


def test_consents_are_given_refused_and_taken_back(ready):
    words = [("C1", "given"), ("C2", "withdrawn"), ("C3", "refused")]
    events = [
        {"id": name, "date": f"2025-05-0{number}", "type": "consent",
         "data": {"consents": [{"to": "gp", "status": status}]}}
        for number, (name, status) in enumerate(words, 1)
    ]  # fmt: skip
    report, _ = playing(told(MEETING | {"involved": ["citizen"], "data": {}}, *events))
    with citizen_of(report):
        states = Counter(row.state for row in consents.consents(report.course_id))
    assert sum(states.values()) == 2
    assert set(states) == {"ended", "refused"}


def test_a_coordinator_is_handed_over_with_a_yes(ready):
    between = {"from": "coordinator", "to": "coordinator", "joint_handover": True}
    change = {"id": "K1", "date": "2025-05-01", "type": "contact_change", "data": between}
    report, _ = playing(told(MEETING, change))
    assert ("K1", "to", How.ACT) in {(row.event, row.field, row.how) for row in report.taken}
    with citizen_of(report):
        assert course.Coordinatorship.objects.count() == 2
        assert course.Coordinatorship.objects.filter(ended_at=None).count() == 1


def test_wishes_and_the_largest_meeting_come_along(ready):
    said = {"wish": "en hund", "max_size": 4}
    wish = {"id": "W1", "date": "2025-05-01", "type": "wish", "data": said}
    report, _ = playing(told(MEETING, wish, wishes=["ro", "En hund"], max_meeting_size=3))
    with citizen_of(report):
        words = set(plan.Wish.objects.order_by("id").values_list("words", flat=True))
        [profile] = course.Profile.objects.order_by("course_id")
    assert words == {"ro", "En hund"}
    assert profile.largest_meeting == 4


def test_a_story_without_a_meeting_is_told_at_its_end(ready):
    report, _ = playing(told({"id": "A1", "date": "2025-01-01", "type": "context"}))
    assert report.course_id is not None


def test_words_that_are_longer_than_an_observation_holds_are_not_cut_in_silence(ready):
    long = {"text_da": "Hun fortalte. " * 400}
    report, _ = playing(told(
        {"id": "a", "date": "2026-01-05", "type": "meeting", **long},
        {"id": "b", "date": "2026-01-06", "type": "context"},
    ))  # fmt: skip
    lost = [row for row in report.taken if row.how is How.LEFT_OUT]
    assert [(row.event, row.field) for row in lost] == [("a", "")]
    assert "over 4000 tegn" in lost[0].sentence
    assert sum(report.counts()["events"].values()) == 2


def test_the_same_case_is_not_loaded_over_itself(ready):
    playing(published("jens"))
    with pytest.raises(AlreadyLoaded, match="allerede indlæst"):
        playing(published("jens"))


def test_an_unknown_programme_is_told_and_a_day_to_come_is_refused(ready):
    case = published("jeanette")
    report, _ = playing(replace(case, id="other", programme="rumprogram"))
    assert any("»rumprogram« findes ikke" in one for one in report.warnings)
    late = replace(case.events[-1].when, day=clock.today() + timedelta(days=1))
    ahead = replace(
        case, id="late", events=(*case.events[:-1], replace(case.events[-1], when=late))
    )
    with pytest.raises(Wrong, match="JE27 ligger efter i dag"):
        playing(ahead)


def test_an_unknown_unit_is_refused(ready):
    with pytest.raises(Wrong, match="ingen enhed"):
        playing(told(MEETING), unit="Månebasen")


def test_the_same_seed_gives_the_same_people(ready):
    case = published("jens")
    assert invented(case) == invented(published("jens"))
    assert int(invented(case).cpr[:2]) > 60


WAITS = {"id": "V1", "date": "2025-02-03", "type": "state_change",
         "data": {"to": "VENTELISTE", "reason": "Alle har fuldt hus", "wait_days": 60}}  # fmt: skip
NO = {
    "id": "A1",
    "date": "2025-03-03",
    "type": "state_change",
    "data": {"to": "AFSLAG", "reason": "Bor ikke her", "replacement": "activity_offer"},
}
SEEN = {"id": "R1", "date": "2025-01-20", "type": "state_change", "data": {"to": "VISITATION"}}


def decisions_of(report):
    with citizen_of(report):
        rows = course.Decision.objects.exclude(confirmed_at=None).order_by("proposed_at")
        [state] = course.Course.objects.order_by("scope_id").values_list("state", flat=True)
        return [row.outcome for row in rows], state


def test_what_intake_answered_is_decided_by_two(ready):
    report, _ = playing(told(SEEN, WAITS, NO))
    assert {row.how for row in report.taken if row.field == "to"} == {How.OBSERVED, How.ACT}
    assert decisions_of(report) == (["waiting", "declined"], State.DECLINED)
    with citizen_of(report):
        assert course.Coordinatorship.objects.count() == 0
        wait, no = course.Decision.objects.order_by("proposed_at")
        assert course.Assessment.objects.count() > 0
        assert wait.proposed_by_id != wait.confirmed_by_id
    assert (wait.reason, str(wait.expected_on)) == ("Alle har fuldt hus", "2025-04-04")
    assert no.instead == "Aktivitets-/værkstedstilbud"


def test_a_no_is_looked_at_again_and_becomes_a_course(ready):
    again = {"id": "R2", "date": "2025-04-01", "type": "state_change", "data": {"to": "VISITATION"}}
    start = {"id": "S1", "date": "2025-05-05", "type": "state_change", "data": {"to": "OPSTART"}}
    report, _ = playing(told(SEEN, NO, again, start))
    assert decisions_of(report) == (["declined", "offered"], State.START)
    with citizen_of(report):
        assert course.Observation.objects.count() == 4


def test_a_start_right_after_a_no_looks_again_by_itself(ready):
    start = {"id": "S1", "date": "2025-05-05", "type": "state_change", "data": {"to": "OPSTART"}}
    report, _ = playing(told(NO, start))
    assert decisions_of(report) == (["declined", "offered"], State.START)


def test_a_waiting_list_without_a_date_stays_told(ready):
    undated = {**WAITS, "data": {"to": "VENTELISTE", "reason": "Fuldt hus"}}
    report, _ = playing(told(undated))
    rows = {(row.field, row.how): row.sentence for row in report.taken}
    assert "hvornår du tror" in rows["to", How.REFUSED]
    assert rows["", How.LEFT_OUT] == "der er endnu ingen koordinator til at skrive det ned"
    assert decisions_of(report) == ([], State.ASSESSMENT)


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_demands_mandates_expectations_and_claims_have_a_place(ready, name):
    report, _ = playing(published(name))
    placed = {"demands", "mandates_present", "role_expectations", "coordinator_claims",
              "application", "outcome", "decisions", "decision_needed"}  # fmt: skip
    how = {row.how for row in report.taken if row.field in placed}
    assert how == {How.OBSERVED}
    with citizen_of(report):
        rows = {fact.kind for row in observations(report.course_id) for fact in row.facts}
    assert {"mandates_present", "decisions", "coordinator_claims"} <= rows
