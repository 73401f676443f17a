"""A new coordinator is announced beforehand where it can be done (B6)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.queries import events
from landfast.course.actions import handover
from landfast.course.queries.announced import announced
from landfast.course.queries.holding import holders
from landfast.course.rules import announcing
from landfast.insight.asks import Asks, asks
from landfast.journeys.hand_over import accept_course, offer_course, refuse_course
from landfast.journeys.meet_both import wish_to_meet_both
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotNow, Wrong
from landfast.messages.rules import Happened, told
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.courses import started_course
from tests.factories.town import as_

DAY = date(2030, 3, 4)
DAYS = st.integers(0, 120)


@given(asked=DAYS, begins=st.none() | DAYS, tries=st.frozensets(DAYS, min_size=1, max_size=4))
def test_what_was_known_before_is_never_told_after_it_has_begun(asked, begins, tries):
    """The successor says yes on some days: the first tells her, and none begins before the day."""
    asked, begins = DAY + timedelta(asked), None if begins is None else DAY + timedelta(begins)
    try:
        announcing.check_begins(begins, asked)
    except Wrong:
        return
    told_on = began_on = None
    for on in sorted(DAY + timedelta(one) for one in tries):
        if on < asked:
            continue
        if not announcing.begins_later(begins, on):
            began_on = on
            break
        told_on = told_on or on
    if began_on is None:
        return
    known_before = told_on is not None
    assert announcing.was_announced(told_on, began_on) is known_before
    assert not known_before or told_on < begins <= began_on
    assert begins is None or began_on >= begins


@pytest.fixture
def lived(town):
    return started_course(town)


def offered(town, lived, days):
    with as_(town.karen):
        return offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id,
            reason="Jeg skal på barsel", begins_on=today() + timedelta(days=days),
        )  # fmt: skip


def says_yes(town, offer):
    with as_(town.mads):
        return accept_course(actor=town.mads, handover_id=offer)


def test_a_yes_for_a_later_day_tells_her_and_changes_hands_on_the_day(town, lived):
    offer = offered(town, lived, 10)
    with as_(lived.citizen):
        assert announced(lived.id) is None, "a question is no news"
    assert says_yes(town, offer) is False
    with as_(lived.citizen):
        coming = announced(lived.id)
        [event] = events(lived.id, ["handover.promised"])
        assert holders(lived.id).holder.name == town.karen.name
    assert (coming.taker, coming.lies_ahead, coming.was_told) == (town.mads.name, True, True)
    happened = Happened(
        event.kind, event.at, town.mads.person_id, event.facts, lived.citizen.person_id
    )
    assert told(happened, now()) == {lived.citizen.person_id, town.karen.person_id}
    with pytest.raises(NotNow, match="Borgeren kender dagen"):
        says_yes(town, offer)
    with clock.at(now() + timedelta(days=10)):
        assert says_yes(town, offer) is True
        with as_(lived.citizen):
            assert holders(lived.id).holder.name == town.mads.name
            assert announced(lived.id).was_told


def test_what_is_promised_waits_on_nobodys_list_before_its_day(town, lived):
    offer = offered(town, lived, 10)
    says_yes(town, offer)
    for days, waits in ((0, []), (10, [Asks.OFFER])):
        with clock.at(now() + timedelta(days=days)), as_(town.mads):
            assert [one.what for one in asks(asked_of_holder([]), ())] == waits


@pytest.mark.parametrize("days", [0, 200])
def test_a_day_lies_ahead_within_three_months(town, lived, days):
    with pytest.raises(Wrong) as found:
        offered(town, lived, days)
    assert found.value.field == "begins_on"


def test_who_was_told_is_told_when_it_does_not_come(town, lived):
    for no in ("withdrawn", "refused"):
        offer = offered(town, lived, 5)
        says_yes(town, offer)
        with as_(town.karen if no == "withdrawn" else town.mads):
            if no == "withdrawn":
                handover.withdraw(actor=town.karen, handover_id=offer)
            else:
                refuse_course(actor=town.mads, handover_id=offer, answer="Jeg bliver syg")
    with as_(lived.citizen):
        assert announced(lived.id) is None
        assert len(events(lived.id, ["handover.called_off"])) == 2


def test_without_a_change_ahead_there_is_nobody_to_meet(lived):
    with as_(lived.citizen), pytest.raises(NotNow):
        wish_to_meet_both(actor=lived.citizen, course_id=lived.id)
