"""A blocked course is there for its citizen, who reads, and for nobody else, until taken back."""

from datetime import timedelta

import pytest
from django.db import connection

from landfast.access.actions import To, grant
from landfast.access.looks.looking import open_record
from landfast.access.roles import CourseRole
from landfast.course.queries import oversight
from landfast.keeping import actions, models, queries
from landfast.keeping.rules import HoldKind, KeepState, Kind, Rule
from landfast.kernel import clock
from landfast.kernel.business_days import is_business_day
from landfast.kernel.refusals import NotAllowed, NotFound
from tests.access.matrix_world import ACTORS
from tests.access.test_matrix import lived  # noqa: F401 - the matrix' own world
from tests.factories.courses import started_course
from tests.factories.emergencies import CPR, opens
from tests.factories.keeping import (
    all_day,
    blocked,
    case_of,
    kept_on,
    officers,
    on,
    over,
    state_kept,
)
from tests.factories.town import as_
from tests.refusing import refused

OF_A_COURSE = """
select table_name, column_name from information_schema.columns join pg_class c
    on c.relname = table_name
 where table_schema = 'public' and not c.relispartition and c.relkind in ('r', 'p')
   and (column_name in ('course_id', 'scope_id') or table_name = 'course_course'
     and column_name = 'id') order by 1"""


def tables():
    with connection.cursor() as cursor:
        cursor.execute(OF_A_COURSE)
        return cursor.fetchall()


def seen_by(actor, course):
    """The tables in which an actor meets the course."""
    met = set()
    with as_(actor):
        with connection.cursor() as cursor:
            for table, column in tables():
                cursor.execute("select has_table_privilege(%s, 'select')", [table])
                if not cursor.fetchone()[0]:
                    continue
                cursor.execute(f'select count(*) from "{table}" where {column} = %s', [course])
                if cursor.fetchone()[0]:
                    met.add(table)
    return met


def test_no_actor_but_the_citizen_meets_a_blocked_course_in_any_table(town, lived):  # noqa: F811
    met, actors = lived
    officers(town)
    before = {name: seen_by(actors[name], met.lived.id) for name in ACTORS}
    assert {name for name, found in before.items() if found} >= {"karen", "nina", "dorte", "ida"}
    case = blocked(town, met.lived)
    with on(case.block_on):
        after = {name: seen_by(actors[name], met.lived.id) for name in ACTORS}
        assert {name: found for name, found in after.items() if found and name != "citizen"} == {}
        assert {"course_course", "plan_wish", "keeping_case"} <= after["citizen"]
        # the officer knows that it is kept, and not a word of what stands in it
        assert seen_by(town.dina, met.lived.id) == {"keeping_case"}
        assert seen_by(town.arne, met.lived.id) == {"keeping_case"}


def test_it_is_in_no_list_no_number_and_opened_in_no_emergency(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)

    def numbers():
        with as_(town.lars):
            return sum(one.count for one in oversight.counted([town.coordination]).states)

    with on(case.block_on):
        assert numbers() == 1
        kept_on(case.block_on)
        assert numbers() == 0
        assert opens(town.dorte, CPR) is None
        for somebody in (town.dorte, town.lars, town.dina):
            with as_(somebody), pytest.raises(NotFound):
                open_record(somebody, course.id, "Forløbet")
        with as_(course.citizen):
            open_record(course.citizen, course.id, "Alt om mig")


def test_no_grant_comes_into_being_and_hers_reads_only(town):
    officers(town)
    course = started_course(town)
    case = blocked(town, course)
    with on(case.block_on), as_(course.citizen):
        mine = queries.case_of(course.id)
        assert (mine.state, mine.due_on) == (KeepState.BLOCKED, None)
        with connection.cursor() as cursor:
            cursor.execute("select access_my_scopes('whole', 'write')")
            assert cursor.fetchone()[0] == []
        grant(
            course.citizen, course.id,
            [To(CourseRole.PROFESSIONAL, "Bo igen", person=town.bo.person_id)],
        )  # fmt: skip
    with on(case.block_on):
        assert seen_by(town.bo, course.id) == set()


def test_nothing_is_blocked_before_its_day_nor_twice(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    assert kept_on(case.block_on - timedelta(days=1)) == {}
    assert kept_on(case.block_on) == {"blocked": 1}
    assert kept_on(case.block_on) == {}
    with on(case.block_on), as_(None):
        assert not actions.block(case_id=case.id)


def test_taken_back_everybody_reaches_what_they_reached_and_it_is_blocked_later(town):
    officers(town)
    course = over(started_course(town))
    with as_(town.lars):
        before = seen_by(town.lars, course.id)
    case = case_of(town, course)
    kept_on(case.block_on)
    later = case.block_on + timedelta(days=60)
    with on(case.block_on):
        with as_(town.dina):
            actions.take_back(
                actor=town.dina, case_id=case.id, why="Hun vil have sin sag set", until=later
            )
        assert seen_by(town.lars, course.id) == before
        assert state_kept(town, course) is KeepState.CLOSED
        with as_(town.dina):
            [*_, last] = queries.changes(case.id)
            assert (last.by, last.why) == ("Dina Dpo", "Hun vil have sin sag set")
    assert kept_on(later - timedelta(days=1)) == {}
    assert kept_on(later) == {"blocked": 1}


def test_what_holds_it_stops_every_step_until_it_is_lifted(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    with on(case.block_on), as_(town.dina):
        actions.hold(
            actor=town.dina, case_id=case.id, kind=HoldKind.COMPLAINT, why="Klage 12", until=None
        )
    assert kept_on(case.block_on + timedelta(days=900)) == {}
    with on(case.block_on), as_(town.arne):
        assert queries.is_held(case.id)
        [one] = queries.holds(case.id)[case.id]
        actions.lift(actor=town.arne, hold_id=one.id)
        assert not queries.is_held(case.id)
    assert kept_on(case.block_on) == {"blocked": 1}


def test_a_hold_with_a_day_ends_by_itself(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    until = case.block_on + timedelta(days=10)
    with on(case.block_on), as_(town.dina):
        actions.hold(
            actor=town.dina, case_id=case.id, kind=HoldKind.INSIGHT, why="Sag 3", until=until
        )
    assert kept_on(until) == {}
    assert kept_on(until + timedelta(days=1)) == {"holds ended": 1, "blocked": 1}


def released(town):
    """Blocked, and let go to be deleted: nothing of it goes to an archive."""
    with as_(town.dina):
        actions.set_years(
            actor=town.dina, organisation_id=town.municipality, kind=Kind.COURSE,
            rule=Rule(5, False, "Kommunens egen plan"),
        )  # fmt: skip
    course = started_course(town)
    kept_on(blocked(town, course).block_on)
    return course, case_of(town, course)


def test_a_hold_that_runs_out_gives_the_days_back_as_one_that_is_lifted(town):
    officers(town)
    course, case = released(town)
    until = case.delete_on + timedelta(days=10)
    with on(case.block_on), as_(town.dina):
        actions.hold(
            actor=town.dina, case_id=case.id, kind=HoldKind.COMPLAINT, why="Klage 3", until=until
        )
    assert kept_on(until) == {}
    over_on = until + timedelta(days=1)
    assert kept_on(over_on) == {"holds ended": 1}
    again = case_of(town, course).delete_on
    assert again >= over_on + timedelta(days=case.wait_days)
    assert kept_on(again - timedelta(days=1)) == {}
    assert kept_on(again) == {"deleted": 1}


def test_whoever_calls_it_nothing_is_deleted_before_a_hold_that_ran_out_has_ended(town):
    officers(town)
    _course, case = released(town)
    with on(case.block_on), as_(town.dina):
        actions.hold(
            actor=town.dina, case_id=case.id, kind=HoldKind.COURT, why="Sag",
            until=case.delete_on + timedelta(days=1),
        )  # fmt: skip
    with all_day(case.delete_on + timedelta(days=2)):
        assert actions.erase(case_id=case.id) is False


def test_a_hold_is_ended_by_its_officers_or_when_its_day_is_over(town):
    officers(town)
    _course, case = released(town)
    with on(case.block_on):
        with as_(town.dina):
            actions.hold(
                actor=town.dina, case_id=case.id, kind=HoldKind.COURT, why="Sag",
                until=case.block_on + timedelta(days=5),
            )  # fmt: skip
            [one] = queries.holds(case.id)[case.id]
    with all_day(case.block_on + timedelta(days=5)):
        assert actions.end_hold(hold_id=one.id) is False
    with all_day(case.block_on + timedelta(days=6)):
        assert actions.end_hold(hold_id=one.id) is True
        assert actions.end_hold(hold_id=one.id) is False


def test_a_lifted_hold_sets_a_business_day(town):
    officers(town)
    course, case = released(town)
    days = set()
    for later in range(1, 8):
        with on(case.block_on + timedelta(days=later)), as_(town.dina):
            actions.hold(
                actor=town.dina, case_id=case.id, kind=HoldKind.INSIGHT, why="Sag", until=None
            )
            [one] = queries.holds(case.id)[case.id]
            actions.lift(actor=town.dina, hold_id=one.id)
        days.add(case_of(town, course).delete_on)
    assert len(days) > 1
    assert [day for day in days if not is_business_day(day)] == []


def test_a_day_that_an_officer_chose_is_not_moved_nearer_by_other_years(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    later = case.block_on + timedelta(days=400)
    with on(case.block_on), as_(town.dina):
        actions.postpone(actor=town.dina, case_id=case.id, why="Tilsynet er ikke ude", until=later)
    for years, day in ((5, later), (9, case.block_on.replace(year=case.block_on.year + 4))):
        with as_(town.arne):
            actions.set_years(
                actor=town.arne, organisation_id=town.municipality, kind=Kind.COURSE,
                rule=Rule(years, True, "Ny plan"),
            )  # fmt: skip
        assert case_of(town, course).block_on == day


def test_postponed_with_a_reason(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    later = case.block_on + timedelta(days=200)
    with on(case.block_on), as_(town.dina):
        actions.postpone(actor=town.dina, case_id=case.id, why="Tilsynet er ikke ude", until=later)
    assert kept_on(later - timedelta(days=1)) == {}
    assert kept_on(later) == {"blocked": 1}


def test_a_course_that_is_opened_again_is_kept_no_more(town):
    from landfast.journeys.reopen_course import reopen_course

    officers(town)
    course = over(started_course(town))
    with as_(course.citizen):
        reopen_course(actor=course.citizen, course_id=course.id)
    assert kept_on(clock.today()) == {"begun": 1}
    case = case_of(town, course)
    assert (case.state, case.block_on) == ("active", None)
    assert kept_on(clock.today() + timedelta(days=4000)) == {}


def test_an_organisations_own_years_move_what_is_closed(town):
    officers(town)
    course = over(started_course(town))
    before = case_of(town, course)
    with as_(town.dina):
        actions.set_years(
            actor=town.dina, organisation_id=town.municipality, kind=Kind.COURSE,
            rule=Rule(7, True, "Kommunens kassationsplan af 2026"),
        )  # fmt: skip
        [mine] = [one for one in queries.years(town.dina) if one.kind is Kind.COURSE]
        assert (mine.rule.years, mine.is_own) == (7, True)
    assert case_of(town, course).block_on.year == before.block_on.year + 2
    with as_(town.dina), refused("turned_meanwhile"):
        actions.set_years(
            actor=town.dina, organisation_id=town.region, kind=Kind.COURSE, rule=Rule(1, True, "x")
        )


@pytest.mark.parametrize("who", ["karen", "dorte", "lars", "peter"])
def test_it_is_the_officers_work_and_nobody_elses(town, who):
    officers(town)
    course = over(started_course(town))
    case, actor = case_of(town, course), getattr(town, who)
    acts = [
        lambda: actions.take_back(actor=actor, case_id=case.id, why="x", until=None),
        lambda: actions.hold(
            actor=actor, case_id=case.id, kind=HoldKind.COURT, why="x", until=None
        ),
        lambda: actions.note_delivery(actor=actor, case_id=case.id, receipt="1"),
        lambda: queries.kept(actor, "Bevaring", KeepState.CLOSED),
    ]
    for act in acts:
        with as_(actor), pytest.raises(NotAllowed):
            act()
    with as_(actor), connection.cursor() as cursor:
        for call in (
            "keeping_back(%s, 'x', null)",
            "keeping_hold_on(%s, 'court', 'x', null)",
            "keeping_sent(%s, '1')",
            "keeping_block(%s)",
            "keeping_erase(%s) is not null",
        ):
            cursor.execute(f"select {call}", [case.id])
            assert cursor.fetchone() == (False,)


def test_an_officer_elsewhere_knows_of_none(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    town.hire("Rita Region", town.ward, "dpo")
    with as_(town.rita):
        assert queries.kept(town.rita, "Bevaring", KeepState.CLOSED) == []
        assert queries.counted(clock.today()) == []
        with pytest.raises(NotFound):
            queries.case(town.rita, case.id)


def test_the_officers_list_is_a_look_at_each_and_leaders_get_numbers_only(town):
    officers(town)
    course = over(started_course(town))
    case = case_of(town, course)
    with as_(town.dina):
        [(row, name)] = queries.kept(town.dina, "Bevaring", KeepState.CLOSED)
    assert (row.id, name) == (case.id, "Jytte Jensen")
    with as_(course.citizen):
        from landfast.access import models as access

        assert access.Look.objects.filter(
            scope_id=course.id, person_id=town.dina.person_id, what="Bevaring", ground="oversight"
        ).exists()
    with as_(town.lars):
        assert not models.Case.objects.exists()
        [one] = queries.counted(case.block_on)
        assert (one.state, one.courses, one.due, one.held) == (KeepState.CLOSED, 1, 1, 0)
