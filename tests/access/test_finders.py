"""What is found before it is logged is no more than the policies show once it is (decision 32)."""

from datetime import timedelta
from random import Random

import pytest

from landfast.consent import actions as consent
from landfast.course.actions.coordinator import name_second
from landfast.course.queries.lately import mine_lately
from landfast.course.queries.names import whose
from landfast.insight.monday_facts import calls_of, due_of, gathered
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.meetings.models import Meeting, Minutes
from landfast.meetings.queries.around import around
from landfast.network.actions import end_member
from landfast.plan.models import Agreement, AgreementChange
from landfast.plan.queries import watched_agreements
from landfast.plan.rules.words import Act, AgreementState
from landfast.redthread.queries.asked import asked_of_holder
from tests.factories.meetings import held_meeting
from tests.factories.network import in_the_team
from tests.factories.parts import asked_to_decide
from tests.factories.plan import accepted, in_days, not_kept, with_team
from tests.factories.town import as_

DAY = timedelta(days=1)
OTHERS = ("bo", "nina", "dorte", "lars", "peter", "solveig", "vibeke")


@pytest.fixture
def lived(town):
    """A plan with a past: something before the fresh start and something after it."""
    with clock.at(now() - 30 * DAY):
        met = held_meeting(town)
        accepted(town, met.lived, town.bo, due_on=in_days(5))
    with clock.at(now() - 3 * DAY):
        not_kept(town, met.lived, town.bo)
        asked_to_decide(town, met.lived, town.hire("Birgit Bevilger", town.social, "leader"))
    with as_(met.lived.citizen):
        consent.start_fresh(
            actor=met.lived.citizen, course_id=met.lived.id, since=today() - 9 * DAY
        )
    with as_(town.karen):
        name_second(actor=town.karen, course_id=met.lived.id, person_id=town.mads.person_id)
    return met.lived


def found(course):
    """Agreements, meetings with what is known of their minutes, and all else that is asked."""
    near = around([course])
    held = {(one.id, one.minutes_state) for one in near.met.values()}
    return (
        {row.id for row in watched_agreements([course], all_of=[course])},
        held,
        [row for row in asked_of_holder([course]) if row.what != "offer"],
        mine_lately(),
    )


def shown(course):
    current = {row.meeting_id: row.state for row in Minutes.objects.filter(course_id=course)}
    return (
        set(Agreement.objects.filter(course_id=course).values_list("id", flat=True)),
        {(one.id, current.get(one.id)) for one in Meeting.objects.filter(course_id=course)},
        set(whose([course])),
    )


@pytest.mark.parametrize("name", OTHERS)
def test_who_does_not_hold_the_threads_finds_nothing_but_what_they_promised(town, lived, name):
    with as_(getattr(town, name)):
        agreements, meetings, asked, mine = found(lived.id)
        seen, _held, _courses = shown(lived.id)
    assert agreements <= seen if name == "bo" else not agreements
    assert (meetings, asked, mine) == (set(), [], {})


def test_who_holds_the_threads_finds_all_that_is_theirs_and_not_what_stayed_behind(town, lived):
    found_by = {}
    for name in ("karen", "mads"):
        with as_(getattr(town, name)):
            found_by[name] = found(lived.id)
            agreements, meetings, courses = shown(lived.id)
            assert found_by[name][0] == agreements
            assert found_by[name][1] == meetings
            assert set(found_by[name][3]) == courses
    assert len(found_by["karen"][0]) > len(found_by["mads"][0]), "the second came afterwards"


def anything(dice, town, course):
    """A promise in any state an agreement at work can have, near any of the rules' days."""
    some = [-40, -20, -15, -14, -13, -6, -5, -4, -3, -1, 0, 1, 30]
    state = dice.choice([*["accepted", "started", "proposed", "partly", "broken"], "accepted"])
    maker = dice.choice([town.bo, town.karen, town.nina, None if state == "proposed" else town.bo])
    proposed = now() + DAY * dice.choice([day for day in some if day < 0])
    told = now() + DAY * dice.choice([-20, -3, -1, 0])
    return Agreement(
        course_id=course, text="Ringer", kind="support", state=state, proposed_at=proposed,
        maker_id=maker.person_id if maker else None, proposed_by_id=town.karen.person_id,
        accepted_at=None if state == "proposed" else proposed, version=1,
        offered_at=dice.choice([None, told]) if state == "proposed" else None,
        due_on=in_days(dice.choice(some)), follow_up_on=in_days(dice.choice(some)),
        follow_up_by_id=dice.choice([town.karen, town.bo]).person_id,
        reported_at=told if state in {"partly", "broken"} else None,
        talked_on=dice.choice([None, None, *(in_days(day) for day in some if day <= 0)]),
    )  # fmt: skip


def plain(dice, town, course):
    """One of Bo's that runs or waits for his answer; seldom has anybody talked about it."""
    row = anything(dice, town, course)
    row.state, row.maker_id = dice.choice(["accepted", "proposed", "broken"]), town.bo.person_id
    row.accepted_at = None if row.state == "proposed" else row.proposed_at
    row.offered_at, row.reported_at = None, now() if row.state == "broken" else None
    row.due_on = in_days(dice.choice([-9, -2, 0, 1, 30]))
    row.talked_on = dice.choice([None, None, None, row.talked_on])
    return row


def told(facts):
    """Whom to call and why, about which promise, and how much more there is."""
    return [
        (why.course_id, why.why, why.since, why.agreement and why.agreement.id, more)
        for why, more in calls_of(facts)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_left_out_before_the_rules_is_nothing_they_would_choose(town, seed):
    dice = Random(seed)
    with clock.at(now() - 2 * DAY):  # what has just begun is asked for whole
        teams = [with_team(town, town.bo, name=f"Borger {number}") for number in range(4)]
    gone = [in_the_team(one, town.nina, by=town.karen) for one in teams]
    kinds = [anything] * 100 + [plain] * 80
    rows = [kind(dice, town, dice.choice(teams).id) for kind in kinds]
    for maker in (town.bo, town.nina, town.karen):  # who alone says yes to it
        with as_(maker):
            Agreement.objects.bulk_create(
                row for row in rows if (row.maker_id or town.karen.person_id) == maker.person_id
            )
    with as_(town.karen):
        AgreementChange.objects.bulk_create(
            AgreementChange(
                course_id=row.course_id, agreement=row, at=now() - DAY * dice.choice((2, 5, 20)),
                actor_id=town.karen.person_id, act=Act.TALK,
                before=AgreementState(row.state), after=AgreementState(row.state),
            )
            for row in rows if dice.random() < 0.6
        )  # fmt: skip
        for one, member in zip(teams, gone, strict=True):
            end_member(actor=town.karen, course_id=one.id, member_id=member)
        some, everything = gathered(), gathered(all_open=True)
        assert told(some) == told(everything)
        assert due_of(some) == due_of(everything)
        assert len(some.watched) < len(everything.watched)
        assert any(row.stands_for for row in some.watched), "one stands for others"
