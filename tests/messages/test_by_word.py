"""To whom no channel leads, a person says it: an act, the outbox, Mandag, and it is noted."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.urls import reverse

from landfast.access.actions import To, grant, record
from landfast.access.queries import events
from landfast.access.roles import CourseRole
from landfast.consent import actions as consent
from landfast.insight.folding import Group
from landfast.insight.monday import monday
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotNow
from landfast.meetings.actions import (
    call_meeting,
)
from landfast.messages import actions, models, queries
from landfast.messages.rules import DeliveryState
from tests.factories.meetings import prepared_meeting
from tests.factories.plan import proposed, with_team
from tests.factories.town import as_
from tests.messages.by_word import (
    CALLED,
    MOVED,
    called,
    emptied,
    kinds,
    met,
    moves,
    said,
    waits,
)
from tests.web.conftest import enter

__all__ = ["called", "met"]


def test_a_notice_that_no_channel_brings_waits_for_who_holds_the_threads(called, lived_town):
    [one] = waits(called.karen, called)
    assert (one.person_id, one.name, one.failed_at) == (called.lived.citizen.person_id, "", None)
    assert [news.kind for news in one.news] == [CALLED]
    assert one.news[0].starts_at > now()
    for other in (called.bo, called.anna, lived_town.dorte, lived_town.nina, called.lived.citizen):
        assert waits(other, called) == []


def test_one_line_a_person_however_much_is_new(called, as_jobs):
    for days in (12, 13):
        moves(called, days)
    emptied(as_jobs)
    [one] = waits(called.karen, called)
    assert [news.kind for news in one.news] == [CALLED, MOVED]
    assert one.news[1].starts_at.date() == (now() + timedelta(days=13)).date()
    page = enter(called.karen).get(reverse("monday")).content.decode()
    assert page.count("Sig det til Jytte") == 1
    text = re.sub(r"\s+", " ", page)
    assert "Der blev indkaldt til et møde: " in text
    assert text.count("Mødet har fået en ny tid eller et nyt sted: ") == 1, "the last alone"


@pytest.mark.parametrize("courses", [1, 6])
def test_mandag_keeps_its_eight_questions_however_many_wait(
    lived_town, as_jobs, courses, django_assert_max_num_queries
):
    for number in range(courses):
        lived = with_team(lived_town, lived_town.bo, name=f"Borger {number}")
        proposed(lived_town, lived, lived_town.bo)
        with as_(lived_town.karen):
            record(lived_town.karen, "plan.agreement_break", course=lived.id)
    emptied(as_jobs)
    with as_(lived_town.karen), django_assert_max_num_queries(8):
        seen = monday(lived_town.karen, list(Group))
    assert len(seen.to_say) == courses


def test_what_came_before_a_fresh_start_is_no_word_to_who_came_after(lived_town, as_jobs):
    """She who holds it since goes on; who comes after reads nothing of it, and is not asked."""
    with clock.at(now() - timedelta(days=5)):
        called = prepared_meeting(lived_town)
        with as_(called.karen):
            call_meeting(actor=called.karen, meeting_id=called.id)
        emptied(as_jobs)
    with as_(called.lived.citizen):
        consent.start_fresh(
            actor=called.lived.citizen, course_id=called.course_id,
            since=today() - timedelta(days=2),
        )  # fmt: skip
    assert kinds(called.karen, called) == [CALLED]
    with as_(called.karen):
        grant(called.karen, called.course_id, [
            To(CourseRole.DEPUTY, "Dækker", person=lived_town.nina.person_id),
        ])  # fmt: skip
    assert waits(lived_town.nina, called) == []
    assert "Sig det" not in enter(lived_town.nina).get(reverse("monday")).content.decode()


def test_said_is_kept_with_who_and_when_and_is_gone(called):
    batch = said(called.karen, called)
    assert waits(called.karen, called) == []
    with as_(called.karen):
        [kept] = events(called.course_id, ["notices.said"], limit=1)
        assert kept.actor == "Karen Koordinator"
        batch = kept.facts.pop("batch")
        assert kept.facts == {"person": str(called.lived.citizen.person_id), "many": 1}
        assert queries.said_at(called.course_id, UUID(batch))
        assert queries.said_at(called.course_id, batch)
    with as_(called.lived.citizen):
        row = models.Delivery.objects.get(sent_as=batch)
        assert (row.state, row.said_by_id) == (DeliveryState.TOLD, called.karen.person_id)
        assert row.ended_at == row.handed_at


def test_it_is_taken_back_by_a_touch_and_waits_as_before(called):
    before = waits(called.karen, called)
    batch = said(called.karen, called)
    with as_(called.bo), pytest.raises(NotAllowed):
        actions.take_back_said(actor=called.bo, course_id=called.course_id, batch=batch)
    with as_(called.karen):
        actions.take_back_said(actor=called.karen, course_id=called.course_id, batch=batch)
        assert queries.said_at(called.course_id, batch) is None
        assert [one.kind for one in events(called.course_id, ["notices.unsaid"])]
        with pytest.raises(NotNow):
            actions.take_back_said(actor=called.karen, course_id=called.course_id, batch=batch)
    assert waits(called.karen, called) == before


def test_what_came_after_the_page_was_shown_waits_still(called, as_jobs):
    [shown] = waits(called.karen, called)
    moves(called)
    emptied(as_jobs)
    with as_(called.karen):
        actions.note_said(
            actor=called.karen, course_id=called.course_id, person_id=shown.person_id,
            until=shown.until,
        )  # fmt: skip
    assert kinds(called.karen, called) == [MOVED]


def test_it_is_said_once(called):
    [shown] = waits(called.karen, called)
    said(called.karen, called)
    with as_(called.karen), pytest.raises(NotNow):
        actions.note_said(
            actor=called.karen, course_id=called.course_id, person_id=shown.person_id,
            until=shown.until,
        )  # fmt: skip


def test_nobody_notes_it_in_a_course_they_do_not_hold(called, lived_town):
    [shown] = waits(called.karen, called)
    for other in (called.bo, lived_town.nina, called.lived.citizen):
        with as_(other), connection.cursor() as cursor:
            cursor.execute(
                "select notices_say(%s, %s, %s, %s)",
                [called.course_id, shown.person_id, now(), called.id],
            )
            assert cursor.fetchone() == (0,), other
    assert waits(called.karen, called) == [shown]
