"""Findings in a course that is lived: raised, changed and closed by the job, settled by people."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from landfast.access.actor import SYSTEM
from landfast.access.looks.looking import open_record
from landfast.access.roles import CourseRole
from landfast.access.rules import Situation
from landfast.consent.actions import say_so, start_fresh
from landfast.course.actions.profile import write_profile
from landfast.jobs import redthread
from landfast.jobs.clock import chores
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.log_lines import WithoutRows
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import actions as plan
from landfast.plan.rules.answering import Report
from landfast.redthread.actions import check_due, contest, dismiss, snooze, take_up
from landfast.redthread.queries import findings_of
from landfast.redthread.queries.asked import asked_of_holder, worth_of
from landfast.redthread.queries.over import over
from landfast.redthread.rules.catalogue import BY_CODE
from tests.factories.courses import started_course
from tests.factories.plan import accepted, join, with_team
from tests.factories.town import as_, build_town
from tests.messages.conftest import as_jobs
from tests.own import KEPT

__all__ = ["as_jobs"]
MONTH = timedelta(days=30)
A_ROW = "Jytte"


def worth(course):
    """What stands on Monday of it, for who holds it."""
    return worth_of(asked_of_holder([], [course.id]))


@pytest.fixture
def promised(own_database):
    """A promise of Bo's that is due tomorrow."""
    return KEPT.stood("a promise due tomorrow", due_tomorrow)


def due_tomorrow():
    town = build_town()
    lived = with_team(town, town.bo)
    return town, lived, accepted(town, lived, town.bo, due_on=today() + timedelta(days=1))


@pytest.fixture
def lived(promised, as_jobs):
    """A promise of Bo's that was due a month ago, and nobody has told."""
    with clock.at(now() + MONTH):
        looked(as_jobs)
        yield promised


def looked(as_jobs):
    """The job looks at what is due; how many courses."""
    with as_jobs(), as_(None):
        return redthread.look()


def seen(actor, course):
    with as_(actor):
        open_record(actor, course, "Prøve")
        return findings_of([course])


def only(actor, course):
    [one] = seen(actor, course)
    return one


def test_it_is_found_once_and_over_when_it_is_told(lived, as_jobs):
    town, course, promise = lived
    first = only(town.karen, course.id)
    assert (first.code, first.severity.value) == ("RT-10", "high")
    assert first.facts[0]["id"] == f"agreement:{promise}"
    assert looked(as_jobs) == 0
    with as_(town.bo):
        plan.report_agreement(actor=town.bo, agreement_id=promise, report=Report.KEPT)
    assert looked(as_jobs) == 1
    assert seen(town.karen, course.id) == []


def test_the_illness_of_who_holds_a_course_is_looked_at_at_once_and_so_is_the_way_back(
    promised, as_jobs
):
    town, course, _promise = promised
    looked(as_jobs)
    assert looked(as_jobs) == 0
    with as_(SYSTEM):
        people.note_leave(
            person_id=town.bo.person_id, starts_on=today(), ends_on=None, kind=LeaveKind.SUDDEN
        )
    assert looked(as_jobs) == 0, "who only helps changes nothing of who holds it"
    with as_(SYSTEM):
        people.note_leave(
            person_id=town.karen.person_id, starts_on=today(), ends_on=None,
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    assert looked(as_jobs) == 1
    with clock.at(now() + timedelta(days=16)):  # five business days, also over Christmas or Easter
        looked(as_jobs)
        assert "RT-05" in {one.code for one in seen(town.karen, course.id)}
        with as_(town.karen):
            people.come_back(person_id=town.karen.person_id)
        assert looked(as_jobs) == 1
        assert "RT-05" not in {one.code for one in seen(town.karen, course.id)}


def test_what_is_over_is_told_with_its_days_unless_it_was_put_away(lived, as_jobs):
    town, course, promise = lived
    with clock.at(now() + timedelta(days=2)):
        with as_(town.bo):
            plan.report_agreement(actor=town.bo, agreement_id=promise, report=Report.KEPT)
        looked(as_jobs)
        with as_(town.bo):
            open_record(town.bo, course.id, "Prøve")
            [past] = over(course.id)
    assert (past.code, past.until - past.since) == ("RT-10", timedelta(days=2))


def test_an_admission_that_is_so_now_is_known_to_the_rules(promised, as_jobs):
    town, course, _promise = promised
    with as_(town.karen):
        write_profile(
            actor=town.karen, course_id=course.id, statement="", strengths="",
            largest_meeting=None, children=2,
        )  # fmt: skip
        say_so(actor=town.karen, course_id=course.id, kind=Situation.ADMITTED, since=today())
    with clock.at(now() + MONTH):
        looked(as_jobs)
        [one] = [one for one in seen(town.karen, course.id) if one.code == "RT-23"]
        assert one.facts[0]["id"].startswith("situation:")


def test_who_may_not_read_the_facts_does_not_see_that_there_is_a_finding(lived, as_jobs):
    town, course, _promise = lived
    for actor in (town.karen, town.bo, course.citizen):
        assert len(seen(actor, course.id)) == 1
    for actor in (town.dorte, town.vibeke):
        with as_(actor):
            assert findings_of([course.id]) == []
    with as_(course.citizen):
        start_fresh(actor=course.citizen, course_id=course.id, since=today())
    for actor in (town.karen, course.citizen):
        assert len(seen(actor, course.id)) == 1, "who knew it before still does"


def test_the_application_raises_closes_and_wakes_nothing_by_itself(lived):
    town, course, _promise = lived
    with as_(town.karen), connection.cursor() as cursor:
        cursor.execute("select count(*) from redthread_claim(%s, 10)", [today() + MONTH])
        assert cursor.fetchone() == (0,)
        cursor.execute("select redthread_told(%s, %s)", [course.id, today()])
        assert cursor.fetchone() == (None,)
        cursor.execute("select redthread_keep(%s, '[]', %s)", [course.id, today()])
    assert len(seen(town.karen, course.id)) == 1


def test_put_off_it_rests_until_the_day_and_comes_back(lived):
    town, course, _promise = lived
    one = only(town.karen, course.id)
    with as_(town.karen):
        for until in (None, today(), today() + timedelta(days=91)):
            with pytest.raises(Wrong):
                snooze(actor=town.karen, finding_id=one.id, until=until)
        snooze(actor=town.karen, finding_id=one.id, until=today() + timedelta(days=7))
    assert only(town.karen, course.id).rests
    with clock.at(now() + timedelta(days=7)):
        assert not only(town.karen, course.id).rests


def test_put_away_with_a_reason_and_taken_up_again(lived, as_jobs):
    town, course, _promise = lived
    one = only(town.karen, course.id)
    with as_(town.karen):
        with pytest.raises(Wrong):
            dismiss(actor=town.karen, finding_id=one.id, because="  ")
        dismiss(actor=town.karen, finding_id=one.id, because="Bo har ringet til mig")
    assert looked(as_jobs) == 1, "an act wakes the look"
    put = only(town.karen, course.id)
    assert (put.rests, put.because) == (True, "Bo har ringet til mig")
    with as_(town.karen):
        take_up(actor=town.karen, finding_id=one.id)
    assert not only(town.karen, course.id).rests


def test_nobody_s_reason_stands_under_a_colleague_s_name(lived):
    """The colleague's page was opened before it was put away: the later word holds."""
    town, course, _promise = lived
    join(town, course, town.mads, CourseRole.SECOND)
    one = only(town.karen, course.id)
    with as_(town.karen):
        dismiss(actor=town.karen, finding_id=one.id, because="Bo har ringet til mig")
    with as_(town.mads):
        snooze(actor=town.mads, finding_id=one.id, until=today() + timedelta(days=7))
    put_off = only(town.karen, course.id)
    assert (put_off.settled_by, put_off.because) == (town.mads.person_id, "")
    assert put_off.rests
    with as_(town.karen):
        dismiss(actor=town.karen, finding_id=one.id, because="Bo har ringet til mig")
    assert only(town.karen, course.id).snoozed_until is None


def test_what_was_put_away_stands_again_when_it_is_heavier_than_then(promised, as_jobs):
    town, course, _promise = promised
    with clock.at(now() + timedelta(days=8)):
        looked(as_jobs)
        one = only(town.karen, course.id)
        assert one.severity.value == "medium"
        with as_(town.karen):
            dismiss(actor=town.karen, finding_id=one.id, because="Bo er syg i denne uge")
        looked(as_jobs)
        assert only(town.karen, course.id).rests, "as heavy as it was"
    with clock.at(now() + MONTH):
        looked(as_jobs)
        again = only(town.karen, course.id)
        assert (again.severity.value, again.rests, again.because) == ("high", False, "")
        with as_(town.karen):
            snooze(actor=town.karen, finding_id=one.id, until=today() + MONTH)
    with clock.at(now() + MONTH + timedelta(days=1)):
        looked(as_jobs)
        assert only(town.karen, course.id).rests, "urgent it was already"


def test_what_was_put_away_stands_again_when_it_says_something_new(lived, as_jobs, monkeypatch):
    town, course, _promise = lived
    one = only(town.karen, course.id)
    with as_(town.karen):
        dismiss(actor=town.karen, finding_id=one.id, because="Bo har ringet til mig")
    looked(as_jobs)
    assert only(town.karen, course.id).rests, "it says what it said"
    rule = BY_CODE["RT-10"]
    other = replace(rule, find=lambda *seen: [replace(f, says="Andet") for f in rule.find(*seen)])
    monkeypatch.setattr("landfast.redthread.rules.choosing.LIVED", (other,))
    with clock.at(now() + timedelta(days=1)):
        looked(as_jobs)
    again = only(town.karen, course.id)
    assert (again.says, again.rests, again.because) == ("Andet", False, "")


def changes(actor, course, assignment):
    """Rows that an actor's own SQL changes; None where the column is fixed."""
    with as_(actor):
        open_record(actor, course.id, "Prøve")
        sql = f"update redthread_finding set {assignment} where course_id = %s"
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql, [course.id])
                return cursor.rowcount
        except ProgrammingError:
            return None


def test_who_holds_the_threads_settles_and_nobody_rewrites_what_was_found(lived):
    town, course, _promise = lived
    for actor in (town.karen, town.bo, course.citizen):
        for fixed in ("severity = 'info'", "says = ''", "facts = '[]'", "closed_at = now()",
                      "contest = 'Nej'", "contested_at = now()"):  # fmt: skip
            assert changes(actor, course, fixed) is None, fixed
    settles = "snoozed_until = current_date + 1"
    assert [changes(who, course, settles) for who in (town.bo, course.citizen, town.karen)] == [
        0, 0, 1,
    ]  # fmt: skip
    one = only(town.karen, course.id)
    for actor in (town.karen, town.bo):
        with as_(actor), connection.cursor() as cursor:
            cursor.execute("select redthread_contest(%s, 'Nej')", [one.id])
            assert cursor.fetchone() == (False,)
    assert only(town.karen, course.id).contest == ""


def test_her_word_takes_up_again_what_rests(lived):
    town, course, _promise = lived
    one = only(town.karen, course.id)
    with as_(town.karen):
        dismiss(actor=town.karen, finding_id=one.id, because="Bo har ringet til mig")
        snooze(actor=town.karen, finding_id=one.id, until=today() + timedelta(days=7))
        assert worth(course) == []
    with as_(course.citizen):
        contest(actor=course.citizen, finding_id=one.id, words="Bo har ikke ringet")
    again = only(town.karen, course.id)
    assert (again.rests, again.because, again.contest) == (False, "", "Bo har ikke ringet")
    with as_(town.karen):
        assert [row.id for row in worth(course)] == [one.id]
        snooze(actor=town.karen, finding_id=one.id, until=today() + timedelta(days=7))
        assert worth(course) == [], "she was heard, and it is settled anew"


def test_she_says_that_it_is_not_so_and_only_she(lived):
    town, course, _promise = lived
    one = only(course.citizen, course.id)
    with as_(town.karen), pytest.raises(NotAllowed):
        contest(actor=town.karen, finding_id=one.id, words="Nej")
    with as_(course.citizen):
        with pytest.raises(NotAllowed):
            dismiss(actor=course.citizen, finding_id=one.id, because="Nej")
        contest(actor=course.citizen, finding_id=one.id, words="Bo har gjort det")
    assert only(town.bo, course.id).contest == "Bo har gjort det"
    with as_(town.vibeke), pytest.raises(NotFound):
        contest(actor=town.vibeke, finding_id=one.id, words="Nej")


def test_what_is_over_is_settled_no_more(lived, as_jobs):
    town, course, promise = lived
    one = only(town.karen, course.id)
    with as_(town.bo):
        plan.report_agreement(actor=town.bo, agreement_id=promise, report=Report.KEPT)
    looked(as_jobs)
    with as_(town.karen), pytest.raises(NotNow):
        dismiss(actor=town.karen, finding_id=one.id, because="Det er slut")
    with as_(course.citizen), pytest.raises(NotNow):
        contest(actor=course.citizen, finding_id=one.id, words="Det er slut")


def test_a_course_that_cannot_be_looked_at_stops_no_other(lived, as_jobs, monkeypatch, caplog):
    from landfast.redthread.actions import looking

    def broken(*_arguments):
        with connection.cursor() as cursor:
            cursor.execute("select %s::int", [A_ROW])

    monkeypatch.setattr(looking, "course_of", broken)
    with clock.at(now() + timedelta(days=1)), as_jobs(), as_(None):
        assert check_due(most=10) == 1
        assert check_due(most=10) == 0
    [line] = [one for one in caplog.records if "could not be looked at" in one.getMessage()]
    written = WithoutRows().format(line)
    assert "DataError" in written
    assert A_ROW not in written, "what a database says of its error may hold a row"


def test_what_something_happened_in_goes_before_the_rest_of_the_night(
    promised, as_jobs, monkeypatch
):
    from landfast.redthread.actions import looking

    town, course, promise = promised
    others = [started_course(town, name).id for name in ("Xenia Xo", "Yrsa Yde")]
    looked(as_jobs)
    order = []
    with clock.at(now() + timedelta(days=1)):
        with as_(town.bo):
            plan.report_agreement(actor=town.bo, agreement_id=promise, report=Report.KEPT)
        monkeypatch.setattr(looking, "_check", lambda course_id, _told: order.append(course_id))
        with as_jobs(), as_(None):
            assert check_due(most=1) == 1
            assert check_due(most=10) == 2
    assert order[0] == course.id
    assert set(order[1:]) == set(others)


def test_a_look_that_is_killed_in_the_middle_begins_where_it_was(promised, as_jobs, monkeypatch):
    from landfast.redthread.actions import looking

    town, _course, _promise = promised
    started_course(town, "Xenia Xo")
    done = []

    def killed(course_id, _told):
        if done:
            raise KeyboardInterrupt
        done.append(course_id)

    with monkeypatch.context() as patched:
        patched.setattr(looking, "_check", killed)
        with as_jobs(), pytest.raises(KeyboardInterrupt), as_(None):
            redthread.look()
    assert looked(as_jobs) == 2


def test_the_clock_looks_every_few_seconds():
    [look] = [one for one in chores() if one.do is redthread.look]
    assert look.every <= timedelta(seconds=2), "within five seconds of an act (issue 6)"
    assert look.aside, "a night of it holds nothing else up"
