"""Monday 08:05: whom to call first, why, and nothing that is already handled (moment 7)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.access.actions import To, grant
from landfast.access.models import Look
from landfast.access.roles import CourseRole
from landfast.course.actions.coordinator import name_second
from landfast.insight.calling import Why
from landfast.insight.folding import Group
from landfast.insight.monday import Ask, monday
from landfast.insight.waiting import Waits
from landfast.journeys.hand_over import offer_course
from landfast.kernel import clock
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from landfast.plan import actions
from tests.factories.courses import started_course
from tests.factories.plan import accepted, in_days, not_kept, proposed, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def seen_by(actor, days=0, opened=()):
    """The page of somebody, some days from now."""
    with clock.at(clock.now() + timedelta(days=days)), as_(actor):
        return monday(actor, opened)


def waits(seen):
    return [one.due.what for one in seen.waits]


def whys(actor, days=0):
    return [(call.reason.why, call.course.name) for call in seen_by(actor, days).calls]


def test_a_promise_that_was_not_kept_comes_first_until_it_is_talked_about(town, lived):
    broken = not_kept(town, lived, town.bo)
    assert whys(town.karen) == [(Why.BROKEN, "Jytte Jensen")]
    with as_(town.karen):
        actions.note_talk(actor=town.karen, agreement_id=broken, citizen_said_yes=True)
    shown = seen_by(town.karen)
    assert shown.calls == []
    assert waits(shown) == [Waits.NEW_AGREEMENT]


def test_the_date_today_past_it_and_after_a_talk(town, lived):
    agreement = accepted(town, lived, town.bo, due_on=in_days(3))
    assert whys(town.karen) == []
    assert whys(town.karen, 3) == [(Why.TODAY, "Jytte Jensen")]
    assert whys(town.karen, 4) == [(Why.LATE, "Jytte Jensen")]
    with clock.at(clock.now() + timedelta(days=4)), as_(town.karen):
        actions.note_talk(actor=town.karen, agreement_id=agreement, said="I morgen")
    assert whys(town.karen, 5) == []
    assert whys(town.karen, 20)[0][0] is Why.LATE


def test_a_proposal_without_an_answer_a_silent_maker_and_a_quiet_course(town, lived):
    proposed(town, lived, town.anna, due_on=in_days(90), follow_up_on=in_days(91))
    assert whys(town.karen, 3) == []
    assert whys(town.karen, 9) == [(Why.UNANSWERED, "Jytte Jensen")]
    other = with_team(town, town.bo, name="Kaj Kristensen")
    accepted(town, other, town.bo, due_on=in_days(90), follow_up_on=in_days(91))
    assert (Why.SILENT, "Kaj Kristensen") in whys(town.karen, 24)
    started_course(town, "Lis Lund")
    assert (Why.QUIET, "Lis Lund") in whys(town.karen, 30)


@pytest.fixture
def seven(town):
    """Seven citizens with a date that has passed, and one with a broken promise besides."""
    for number in range(7):
        lived = with_team(town, town.bo, name=f"Borger {number}")
        accepted(town, lived, town.bo, due_on=in_days(1))
        if number == 6:
            not_kept(town, lived, town.bo)


def test_three_lines_one_a_citizen_the_broken_first_and_the_rest_counted(town, seven):
    shown = seen_by(town.karen, 2)
    assert len(shown.calls) == 3
    assert (shown.calls[0].reason.why, shown.calls[0].course.name) == (Why.BROKEN, "Borger 6")
    assert shown.calls[0].more == 1
    assert (shown.courses, shown.holds) == ([], 7)
    assert shown.folded == {Group.CALLS: 4, Group.COURSES: 7}
    opened = seen_by(town.karen, 2, [Group.CALLS, Group.COURSES])
    assert (len(opened.calls), len(opened.courses), opened.folded) == (7, 7, {})
    assert {one.running for one in opened.courses} == {1}


def test_who_is_only_counted_is_not_in_the_log(town, seven, signed_in):
    with clock.at(clock.now() + timedelta(days=2)):
        karen = signed_in(town.karen)
        text = karen.get(reverse("monday")).content.decode()
        with as_(town.karen):
            assert Look.objects.filter(what="Mandag (liste)").count() == 3
        assert "4 borgere mere at ringe til" in text
        link = f"{reverse('monday')}?vis=ring"
        assert f'href="{link}#calls"' in text
        assert karen.get(link, {"vis": "noget andet"}).status_code == 200
        assert karen.get(link).content.decode().count("lf-call-line") == 7
        with as_(town.karen):
            assert Look.objects.filter(what="Mandag (liste)").count() > 3 + 7


def test_a_quiet_monday_shows_those_whom_nobody_has_heard_from(town, signed_in):
    for number in range(12):
        started_course(town, f"Borger {number:02}")
    with clock.at(clock.now() + timedelta(days=1)):
        for lived in seen_by(town.karen, opened=[Group.WAITS]).waits:
            with as_(town.karen):
                name_second(
                    actor=town.karen, course_id=lived.course.course_id,
                    person_id=town.mads.person_id,
                )  # fmt: skip
        shown = seen_by(town.karen)
        assert (shown.calls, shown.waits, len(shown.courses)) == ([], [], 10)
        assert shown.folded[Group.COURSES] == 2
        assert (
            "Vis alle mine forløb" in signed_in(town.karen).get(reverse("monday")).content.decode()
        )


def test_what_i_promised_myself_waits_for_me_and_is_no_call(town, lived):
    with as_(town.karen):
        actions.propose_agreement(
            actor=town.karen, course_id=lived.id, maker=town.karen.person_id,
            terms=actions.Terms(
                text="Ringer til lejerforeningen", practical_problem="Bolig", due_on=in_days(1),
                follow_up_by=town.karen.person_id, follow_up_on=in_days(2),
            ),
        )  # fmt: skip
    shown = seen_by(town.karen, 2)
    assert shown.calls == []
    assert waits(shown) == [Waits.TELL]


def test_other_words_and_a_follow_up_wait_for_the_coordinator(town, lived):
    agreement = proposed(town, lived, town.bo)
    with as_(town.bo):
        other = actions.Terms(
            text="Andre ord", practical_problem="Bolig", due_on=in_days(2),
            follow_up_by=town.karen.person_id, follow_up_on=in_days(2),
        )  # fmt: skip
        actions.change_proposal(actor=town.bo, agreement_id=agreement, terms=other)
    assert waits(seen_by(town.karen)) == [Waits.CONFIRM]
    with as_(town.karen):
        actions.confirm_offer(actor=town.karen, agreement_id=agreement)
    assert waits(seen_by(town.karen, 2)) == [Waits.FOLLOW_UP]


def test_the_second_sees_the_calls_only_when_the_holder_is_away(town, lived):
    not_kept(town, lived, town.bo)
    with as_(town.karen):
        second = To(CourseRole.SECOND, "Makker", person=town.mads.person_id)
        grant(town.karen, lived.id, [second])
    shown = seen_by(town.mads)
    assert (shown.calls, shown.holds, shown.is_second) == ([], 0, 1)
    with as_(town.karen):
        people.note_leave(
            person_id=town.karen.person_id, starts_on=in_days(-1), ends_on=in_days(5),
            kind=LeaveKind.SUDDEN,
        )  # fmt: skip
    shown = seen_by(town.mads)
    assert [call.for_holder for call in shown.calls] == [True]


def test_where_i_am_the_second_stands_by_name_apart_from_what_i_hold(town, lived, signed_in):
    accepted(town, lived, town.bo)
    with as_(town.karen):
        second = To(CourseRole.SECOND, "Makker", person=town.mads.person_id)
        grant(town.karen, lived.id, [second])
    assert [one.name for one in seen_by(town.mads, opened=[Group.SECOND]).second] == [
        "Jytte Jensen"
    ]
    mads, link = signed_in(town.mads), f'<li><a href="{reverse("course", args=[lived.id])}">Jytte'
    text = re.sub(r"\s+", " ", mads.get(reverse("monday")).content.decode())
    assert "Du er makker (1)</h2>" in text
    assert "Mine forløb (0)" in text
    assert link not in text
    assert link in mads.get(reverse("monday"), {"vis": "makker"}).content.decode()
    assert [one.running for one in seen_by(town.karen, opened=[Group.COURSES]).courses] == [1]


def test_nobody_elses_courses_are_here(town, lived):
    not_kept(town, lived, town.bo)
    for other in (town.mads, town.dorte, town.peter):
        shown = seen_by(other)
        assert (shown.calls, shown.holds, shown.is_second) == ([], 0, 0)


def test_a_course_i_am_asked_to_take_waits_for_my_answer(town, lived, signed_in):
    with as_(town.karen):
        offer_course(
            actor=town.karen, course_id=lived.id, taker=town.nina.person_id, reason="Barsel"
        )
    page = signed_in(town.nina).get(reverse("monday")).content.decode()
    assert "Karen Koordinator spørger, om du vil tage forløbet." in page
    [offer] = seen_by(town.nina).waits
    assert reverse("answer_hand_over", args=[offer.asked.about]) in page
    assert not [one for one in seen_by(town.karen).waits if isinstance(one, Ask)]


@pytest.mark.parametrize("courses", [1, 6])
def test_eight_queries_with_the_log_however_many_courses(
    town, courses, django_assert_max_num_queries
):
    for number in range(courses):
        lived = with_team(town, town.bo, name=f"Borger {number}")
        not_kept(town, lived, town.bo)
        with as_(town.karen):
            second = To(CourseRole.SECOND, "Makker", person=town.mads.person_id)
            grant(town.karen, lived.id, [second])
    for actor in (town.karen, town.mads):
        for opened in ([], list(Group)):
            with as_(actor), django_assert_max_num_queries(8):
                seen = monday(actor, opened)
                assert seen.holds + seen.is_second == courses


def test_the_page_shows_the_call_and_what_was_said_last(
    town, lived, signed_in, django_assert_max_num_queries
):
    not_kept(town, lived, town.bo)
    for number in range(6):
        accepted(town, with_team(town, town.bo, name=f"Borger {number}"), town.bo)
    client = signed_in(town.karen)
    with django_assert_max_num_queries(16):  # seven of the page's own; session, actor, log, leaving
        response = client.get(reverse("monday"))
    text = re.sub(r"\s+", " ", response.content.decode())
    assert response.status_code == 200
    assert "Aftalen blev ikke holdt: Ringer til boligforeningen" in text
    assert "»Sygdom«" in text
    assert 'href="tel:22334455"' in text
    assert "Hvorfor ser jeg det her?" in text
