"""Who is to have the minutes and gets no mail has them on paper: somebody is told, and ticks it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.insight.asks import Asks
from landfast.insight.folding import Group
from landfast.insight.monday import Ask
from landfast.insight.monday import monday as read_monday
from landfast.journeys.see_minutes import look_at_minutes
from landfast.kernel import clock
from landfast.meetings import actions, queries
from tests.factories.meetings import held_meeting
from tests.factories.town import as_

STEP = "Giv referatet på papir"


def page_of(browser, met):
    return browser.get(reverse("minutes", args=[met.course_id, met.id])).content.decode()


def on_monday(person):
    with as_(person):
        waits = read_monday(person, list(Group)).waits
    return [one for one in waits if isinstance(one, Ask) and one.asked.what is Asks.PAPER]


def published(met, *names):
    with as_(met.karen):
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
        actions.publish_minutes(
            actor=met.karen, minutes_id=minutes, recipients=[met.guests[name] for name in names]
        )
    return minutes


@pytest.fixture
def met(town):
    return held_meeting(town)


def sister(met):
    with as_(met.karen):
        guests = queries.meeting(met.id).guests
    return next(one for one in guests if one.id == met.guests["sister"])


def test_who_leads_is_told_until_the_paper_is_given(town, met, signed_in):
    minutes, hers = published(met, "bo", "sister"), sister(met)
    karen = signed_in(town.karen)
    page = page_of(karen, met)
    assert STEP in page
    assert f"{hers.name} har fået det" in page
    assert reverse("minutes_pdf", args=[met.course_id, met.id]) in page.partition(STEP)[2][:900]
    assert on_monday(town.karen)
    assert "Referatet skal gives på papir" in karen.get(reverse("monday")).content.decode()
    url = reverse("minutes_given", args=[met.course_id, met.id, minutes, hers.relation_id])
    for _ in range(2):
        assert karen.post(url).status_code == 302
    assert STEP not in page_of(karen, met)
    assert on_monday(town.karen) == []


def test_after_a_fortnight_it_is_no_task_any_more(town, met):
    published(met, "bo", "sister")
    for days, is_asked in ((13, True), (15, False)):
        with clock.at(clock.now() + timedelta(days=days)):
            assert bool(on_monday(town.karen)) is is_asked
            with as_(town.karen):
                seen = look_at_minutes(town.karen, met.course_id, met.id)
            assert bool(seen.to_give) is is_asked


def test_it_is_asked_of_nobody_else_and_not_where_mail_reaches(town, met, signed_in):
    published(met, "bo")
    assert STEP not in page_of(signed_in(town.karen), met)
    assert on_monday(town.karen) == []


def test_one_of_the_team_neither_reads_it_nor_ticks_it(town, met, signed_in):
    minutes, hers = published(met, "bo", "sister"), sister(met)
    bo = signed_in(town.bo)
    assert STEP not in page_of(bo, met)
    url = reverse("minutes_given", args=[met.course_id, met.id, minutes, hers.relation_id])
    assert bo.post(url).status_code == 403


def test_a_version_that_was_recalled_is_given_to_nobody(town, met, signed_in):
    minutes, hers = published(met, "bo", "sister"), sister(met)
    with as_(town.karen):
        actions.recall_minutes(actor=town.karen, minutes_id=minutes, reason="Forkert navn")
    url = reverse("minutes_given", args=[met.course_id, met.id, minutes, hers.relation_id])
    answer = signed_in(town.karen).post(url)
    assert answer.status_code == 409
    assert "Referatet er rettet eller trukket tilbage." in answer.content.decode()
    assert on_monday(town.karen) == []


def test_she_does_not_read_that_it_is_sent_to_who_waits_for_paper(met, signed_in):
    minutes, hers = published(met, "bo", "sister"), sister(met)
    me = signed_in(met.lived.citizen)

    def lede():
        page = me.get(reverse("my_minutes", args=[met.course_id, met.id])).content.decode()
        return page.partition('class="lf-lede"')[2].partition("</p>")[0]

    sent, _, on_paper = lede().partition("Skal have det på papir:")
    assert hers.name not in sent
    assert hers.name in on_paper
    with as_(met.karen):
        actions.note_given(actor=met.karen, minutes_id=minutes, relation=hers.relation_id)
    assert "Skal have det på papir:" not in lede()
    assert hers.name in lede()
