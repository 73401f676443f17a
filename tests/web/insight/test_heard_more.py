"""Monday says too what she writes to the minutes and of her wishes, and whom she shares with."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.consent import actions as consent
from landfast.consent.actions import Outside
from landfast.insight.asks import TO_HEAR, Asks
from landfast.insight.folding import Group
from landfast.insight.monday import Ask
from landfast.insight.monday import monday as read_monday
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.kernel import clock
from landfast.meetings import actions as meetings
from landfast.meetings.queries import meeting
from landfast.meetings.rules import Attends
from landfast.plan import actions as plan
from landfast.plan.rules.words import Standing
from landfast.programmes.rules import NeedArea
from tests.consent.saying import said_yes
from tests.factories.courses import started_course
from tests.factories.meetings import held_meeting, prepared_meeting
from tests.factories.plan import wished, with_team
from tests.factories.town import as_

FIRST = "Jeg vil have mit eget sted at bo"


def to_hear(person, *whats):
    """What waits to be heard, of these kinds."""
    with as_(person):
        waits = read_monday(person, list(Group)).waits
    asked = [one.asked for one in waits if isinstance(one, Ask)]
    return [one for one in asked if one.what in TO_HEAR and one.what in whats]


def page_of(browser):
    return browser.get(reverse("monday")).content.decode()


@pytest.fixture
def shown(town):
    met = held_meeting(town)
    with as_(town.karen):
        minutes = meetings.make_minutes(actor=town.karen, meeting_id=met.id)
        meetings.show_minutes(actor=town.karen, minutes_id=minutes)
    return met, minutes


def test_her_word_to_the_minutes_is_told_until_they_are_out(town, shown, signed_in):
    met, minutes = shown
    with as_(met.lived.citizen):
        meetings.see_minutes(actor=met.lived.citizen, minutes_id=minutes, note="Jeg sagde tre")
    [row] = to_hear(town.karen, Asks.CORRECTED)
    assert row.about == met.id
    page = page_of(signed_in(town.karen))
    assert "Har skrevet en rettelse til referatet." in page
    assert reverse("minutes", args=[met.course_id, met.id]) in page
    with as_(town.karen):
        meetings.publish_minutes(
            actor=town.karen, minutes_id=minutes, recipients=[met.guests["bo"]]
        )
    assert to_hear(town.karen, Asks.CORRECTED) == []


def test_to_have_seen_the_minutes_without_a_word_is_no_news(town, shown):
    met, minutes = shown
    with as_(met.lived.citizen):
        meetings.see_minutes(actor=met.lived.citizen, minutes_id=minutes)
    assert to_hear(town.karen, Asks.CORRECTED) == []


def test_a_wish_is_one_row_that_says_the_last_thing_she_did(town, signed_in):
    lived = with_team(town, town.bo)
    first, _second = wished(lived), wished(lived, "Jeg vil se min søster")
    [row] = to_hear(town.karen, Asks.WISH)
    assert row.answer == "new"
    with as_(lived.citizen):
        plan.set_standing(actor=lived.citizen, wish_id=first, standing=Standing.ASIDE)
    karen = signed_in(town.karen)
    page = page_of(karen)
    assert "Har lagt et ønske væk." in page
    assert "Har skrevet et nyt ønske." not in page
    [row] = to_hear(town.karen, Asks.WISH)
    karen.post(reverse("note_heard", args=[lived.id, row.event]))
    assert to_hear(town.karen, Asks.WISH) == []
    with as_(lived.citizen):
        plan.reword_wish(
            actor=lived.citizen, wish_id=first, words="Jeg vil bo ved vandet", seen=FIRST
        )
    assert "Har ændret et ønske." in page_of(karen)
    assert to_hear(town.bo, Asks.WISH) == [], "only who holds the threads"


def test_a_wish_that_was_written_beside_her_is_no_news(town):
    lived = with_team(town, town.bo)
    wish = wished(lived)
    with as_(town.karen):
        plan.reword_wish(
            actor=town.karen, wish_id=wish, words="Jeg vil bo for mig selv", seen=FIRST
        )
    assert to_hear(town.karen, Asks.WISH) == [], "the holder has touched it since"


@pytest.mark.parametrize("who", ["person", "unit"])
def test_whom_she_no_longer_shares_with_is_told_by_name(town, signed_in, who):
    lived = started_course(town)
    to = Outside(person=town.bo.person_id) if who == "person" else Outside(unit=town.ward)
    share = said_yes(lived, to)
    with as_(lived.citizen):
        consent.stop_share(actor=lived.citizen, course_id=lived.id, share_id=share)
    [row] = to_hear(town.karen, Asks.UNSHARED)
    page = page_of(signed_in(town.karen))
    name = "Bo Bostøtte" if who == "person" else row.answer
    assert name
    assert f"Deler ikke mere med {name}." in page
    assert "Deler ikke mere" not in page_of(signed_in(town.nina)), "only to whom may know"
    said_yes(lived, to)
    assert to_hear(town.karen, Asks.UNSHARED) == [], "she has thought again"


def test_who_covers_since_a_coordinator_was_lost_finds_it_on_monday(town, signed_in):
    lived = with_team(town, town.bo)
    with as_(town.dorte):
        lose_coordinator(actor=town.dorte, person_id=town.karen.person_id, loss=Loss.LEAVE)
    assert to_hear(town.dorte, Asks.COVERING), "also who wrote it down herself: she is to ring"
    page = page_of(signed_in(town.dorte))
    assert "fordi Karen Koordinator ikke kan mere" in page
    assert to_hear(town.mads, Asks.COVERING) == []
    with clock.at(clock.now() + timedelta(hours=1)):
        with as_(town.dorte):
            plan.add_wish(
                actor=town.dorte, course_id=lived.id, area=NeedArea.HOUSING, words="Eget sted"
            )
        assert to_hear(town.dorte, Asks.COVERING) == [], "she has begun"


@pytest.mark.parametrize(
    ("attends", "said"),
    [
        (Attends.NOT_TODAY, "Borgeren kan ikke komme."),
        (Attends.BY_PHONE, "Borgeren er med på telefon."),
        (Attends.IN_PERSON, ""),
    ],
)
def test_the_card_of_a_meeting_says_how_she_comes(town, signed_in, attends, said):
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        meetings.attend_otherwise(actor=met.lived.citizen, meeting_id=met.id, attends=attends)
    with as_(town.karen):
        starts = meeting(met.id).starts_at
    with clock.at(starts - timedelta(hours=2)):
        page = page_of(signed_in(town.karen))
    card = page.partition('id="meets"')[2].partition("</section>")[0]
    assert "Møde med" in card
    assert (said in card) if said else ("Borgeren " not in card)
