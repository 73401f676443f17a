"""Formats are data, and each field of them changes what the room does (domain A12, product C1)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from landfast.access.actor import SYSTEM
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import dialogue, formats, preparing, who
from landfast.meetings.rules.dialogue import Place
from landfast.meetings.rules.formats import AgendaBy, AgendaWhen, Citizen, shipped
from landfast.meetings.rules.preparing import Onward, check_end
from landfast.meetings.rules.turns import Said, Table, may_say, next_turn
from landfast.meetings.rules.who import At, Departs, departures, missing
from landfast.meetings.rules.words import MeetingState, Part, Stage, TurnKind
from tests.factories.meetings import load_formats
from tests.factories.town import as_
from tests.refusing import refused

MONDAY, NEXT_MONDAY = date(2026, 3, 2), date(2026, 3, 9)
NURSE, FRIEND = At("ward_staff"), At("", "", False)


def codes(holds):
    return {code for code, form in shipped().items() if holds(form)}


def test_all_twelve_are_shipped_with_their_source():
    assert sorted(shipped()) == [f"M-{number:02}" for number in range(1, 13)]
    assert all(form.source and form.must and form.output for form in shipped().values())
    assert all(form.shortest <= form.minutes_long <= form.longest for form in shipped().values())


def test_who_sets_the_agenda_and_when():
    assert codes(lambda form: not form.agenda_before) == {"M-02", "M-03"}
    assert codes(lambda form: form.agenda_when is AgendaWhen.FIXED) == {
        "M-04", "M-07", "M-08", "M-10", "M-11",
    }  # fmt: skip
    assert codes(lambda form: form.agenda_by is AgendaBy.CITIZEN) == {
        "M-01", "M-02", "M-03", "M-10", "M-11",
    }  # fmt: skip
    assert codes(lambda form: form.citizen is Citizen.ABSENT) == {"M-06", "M-09", "M-12"}
    assert codes(lambda form: form.citizen is Citizen.INVITED) == {"M-07", "M-08"}


def test_loading_twice_gives_the_same_and_a_change_is_a_new_version(db, monkeypatch):
    load_formats()
    load_formats()
    assert [row.version for row in queries.formats()] == [1] * 12
    longer = shipped() | {"M-01": replace(shipped()["M-01"], minutes_long=75)}
    monkeypatch.setattr("landfast.meetings.actions.formats.shipped", lambda: longer)
    load_formats()
    newest = queries.current("M-01")
    assert (newest.version, newest.form.minutes_long) == (2, 75)
    old = models.Format.objects.get(code="M-01", version=1)
    assert (old.minutes_long, old.replaced_at is None) == (60, False)


def test_what_is_kept_is_what_was_shipped(db):
    load_formats()
    assert {row.code: row.form for row in queries.formats()} == shipped()


def test_only_landfast_itself_writes_what_ships(town):
    load_formats()
    with as_(town.karen):
        row = models.Format.objects.get(code="M-01")
        assert models.Format.objects.filter(id=row.id).update(replaced_at=MONDAY_NOON) == 0
    with as_(SYSTEM):
        assert actions.load_shipped_formats(actor=SYSTEM) == 12


MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_who_must_come_and_is_not_there_is_named():
    first = shipped()["M-10"].must
    assert missing(first, ["home_support"]) == ["Den gamle og den nye ansvarlige"]
    assert missing(first, ["home_support", "ward_staff"]) == []
    assert missing(shipped()["M-01"].must, []) == []
    team = shipped()["M-12"].must
    assert missing(team, ["daily_leader"]) == ["Mindst to koordinatorer"]
    assert missing(team, ["daily_leader", "coordinator"]) == []


def test_those_with_an_open_promise_come_to_a_status_meeting():
    form = shipped()["M-11"]
    assert not departures(form, [NURSE], None, MONDAY, promisers=0)
    (one,) = departures(form, [NURSE], None, MONDAY, promisers=1)
    assert (one.how, one.about) == (Departs.SOMEBODY_MISSING, "Dem, der har en åben aftale")


def test_a_network_talk_has_room_for_one_of_her_own():
    form = shipped()["M-03"]
    who.check_may_come(form, FRIEND, [NURSE], "", is_citizen=False)
    with refused("not_in_format", "why"):
        who.check_may_come(form, FRIEND, [NURSE, FRIEND], "", is_citizen=False)
    who.check_may_come(form, FRIEND, [FRIEND], "Hun vil have begge med", is_citizen=False)
    who.check_may_come(form, FRIEND, [FRIEND], "", is_citizen=True)


def test_a_board_counts_with_no_others_and_a_forum_with_none_of_her_own_people():
    board = replace(shipped()["M-09"], must=())
    with refused("not_in_format", "why"):
        who.check_may_come(board, NURSE, [], "", is_citizen=False)
    with refused("only_professionals", "guest"):
        who.check_may_come(shipped()["M-06"], FRIEND, [], "Hun spurgte", is_citizen=False)
    who.check_may_come(shipped()["M-01"], FRIEND, [], "", is_citizen=False)


def test_a_part_has_its_roles_and_is_held_by_so_many():
    rules = shipped()["M-07"].chosen_parts
    dialogue.check_part("leader", rules, At("cross_sector_consultant"))
    with refused("not_for_role", "part"):
        dialogue.check_part("leader", rules, NURSE)
    dialogue.check_part("minute_taker", rules, NURSE)
    with refused("part_is_taken"):
        dialogue.check_part("minute_taker", rules, NURSE, held=1)
    several = shipped()["M-02"].chosen_parts
    dialogue.check_part("reflector", several, NURSE, held=5)


def test_a_part_that_nobody_has_departs_from_the_format():
    form = shipped()["M-07"]
    there = [At("cross_sector_consultant", "leader"), At("psychiatrist"), At("leader")]
    (one,) = departures(form, there, None, MONDAY)
    assert (one.how, one.about) == (
        Departs.NOBODY_FOR_PART, "Referenten, der samler resumeet",
    )  # fmt: skip
    assert not departures(form, [*there, At("ward_staff", "minute_taker")], None, MONDAY)
    assert not departures(shipped()["M-01"], [], None, MONDAY), "the coordinator leads"
    assert not departures(shipped()["M-05"], [NURSE], None, MONDAY), "anybody may lead"


@pytest.mark.parametrize(
    ("code", "starts_on", "how"),
    [
        ("M-01", date(2026, 3, 4), Departs.SHORT_NOTICE), ("M-01", date(2026, 3, 5), None),
        ("M-08", date(2026, 3, 4), None), ("M-08", date(2026, 3, 5), Departs.TOO_LATE),
        ("M-04", NEXT_MONDAY, None), ("M-04", date(2026, 3, 10), Departs.TOO_LATE),
    ],
)  # fmt: skip
def test_notice_and_the_latest_day_are_counted_in_business_days(code, starts_on, how):
    form = replace(shipped()[code], must=(), parts=())
    assert [one.how for one in departures(form, [], starts_on, MONDAY)] == ([how] if how else [])


def test_an_employee_says_why_it_departs_and_she_owes_no_reason():
    found = departures(shipped()["M-01"], [], MONDAY, MONDAY)
    with refused("departs", "reason"):
        who.check_departures(found, " ", is_citizen=False)
    who.check_departures(found, "Hun skal hjem i morgen", is_citizen=False)
    who.check_departures(found, "", is_citizen=True)
    who.check_departures([], "", is_citizen=False)
    with refused("too_long", "reason"):
        who.check_departures([], "x" * 301, is_citizen=False)


def test_a_length_lies_within_the_formats():
    board = shipped()["M-09"]
    formats.check_length(board, 15)
    with refused("length_of_format", "minutes_long"):
        formats.check_length(board, 21)
    with refused("length_of_format"):
        formats.check_length(board, 9)


def test_a_point_of_the_format_is_hers_alone_to_take_off_where_another_set_it():
    preparing.check_takes_off(is_fixed=True, is_the_leaders=True, is_citizen=True)
    preparing.check_takes_off(is_fixed=True, is_the_leaders=False, is_citizen=False)
    preparing.check_takes_off(is_fixed=False, is_the_leaders=True, is_citizen=False)
    with refused("fixed_point"):
        preparing.check_takes_off(is_fixed=True, is_the_leaders=True, is_citizen=False)


def test_a_meeting_that_she_is_only_asked_to_waits_for_no_frame():
    def call(form, agreed):
        preparing.check_call(
            MeetingState.PREPARING, datetime(2026, 3, 3, tzinfo=UTC), MONDAY_NOON, themes=1,
            agenda_before=True, frame_agreed=agreed, leads=form.citizen is Citizen.LEADS,
        )  # fmt: skip

    call(shipped()["M-08"], False)
    with refused("frame_not_agreed"):
        call(shipped()["M-04"], False)


def test_after_a_crisis_only_a_date_will_do():
    none = Onward(None, True, "Vi ringer")
    ends = (MeetingState.RUNNING, Stage.CLOSING, none, MONDAY_NOON)
    check_end(*ends, needs_next_date=shipped()["M-01"].needs_next_date)
    with refused("date_needed", "next_on"):
        check_end(*ends, needs_next_date=shipped()["M-08"].needs_next_date)


def test_a_talk_for_insight_makes_no_agreements():
    formats.check_makes_agreements(shipped()["M-01"])
    assert codes(lambda form: not form.makes_agreements) == {"M-03", "M-06", "M-12"}
    with refused("no_agreements_here"):
        formats.check_makes_agreements(shipped()["M-03"])


def test_the_old_one_speaks_first_then_the_new_one():
    new, other, old = (uuid4() for _ in range(3))
    places = [Place(new, True, "taker"), Place(other, True), Place(old, True, "giver")]
    first = shipped()["M-10"].speaks_first
    assert first == (Part.GIVER, Part.TAKER)
    assert [seat.id for seat in dialogue.seats(places, "", first)] == [old, new, other]


def test_without_her_the_table_opens_the_theme_itself():
    theme, nurse = uuid4(), uuid4()
    with_her = Table((), (theme,), (), reflectors=(nurse,))
    without = replace(with_her, with_citizen=False)
    assert next_turn(with_her).expected == "citizen_opens"
    assert next_turn(without).seat == nurse
    said = Said(theme, TurnKind.REFLECTION, nurse)
    assert (may_say(with_her, said), may_say(without, said)) == (False, True)


def test_a_format_that_the_programme_does_not_foresee_takes_a_reason():
    assert formats.is_foreseen("M-01", ("M-01", "M-12"))
    assert not formats.is_foreseen("M-02", ("M-01", "M-12"))
    assert formats.is_foreseen("M-02", ()), "a programme without a list excludes none"
    formats.check_reason("", is_foreseen=True, is_citizen=False)
    formats.check_reason("", is_foreseen=False, is_citizen=True)
    with refused("why_this_format", "reason"):
        formats.check_reason(" ", is_foreseen=False, is_citizen=False)
    with refused("too_long", "reason"):
        formats.check_reason("x" * 301, is_foreseen=True, is_citizen=False)
