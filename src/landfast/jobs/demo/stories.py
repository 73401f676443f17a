"""The kinds of courses in the demonstration, one function a kind. Each ends in its phase."""

from datetime import datetime, timedelta

from landfast.access.actor import Actor
from landfast.course.actions import decision, observing, phases, referral
from landfast.course.rules.ending import ClosingFacts, PauseGround
from landfast.course.rules.words import Says, Urgency
from landfast.jobs.demo import beginnings, meetings, promises
from landfast.jobs.demo.life import Life, slot, workday_at
from landfast.jobs.demo.words import bank
from landfast.journeys.close_course import begin_closing, close_course
from landfast.journeys.hand_over import accept_course, offer_course
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.replay_case.naming import Invented
from landfast.journeys.resume_course import resume_course
from landfast.journeys.stop_course import stop_course

BETWEEN_MEETINGS = 75
RECENT = 100


def new_referral(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Came in these days; nobody has taken it yet."""
    del holders
    life.begins(life.dice.randint(0, 3), 8)
    urgency = Urgency.TODAY if life.words.chance(30) else Urgency.THIS_WEEK
    beginnings.refer(life, who, urgency=urgency)


def late_referral(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Should have been answered by now."""
    del holders
    beginnings.refer(life.begins(life.dice.randint(10, 14)), who)


def waits_for_yes(life: Life, who: Invented, holders: list[Actor]) -> None:
    """The citizen has not been asked: it waits apart, and somebody is named to ask."""
    del holders
    beginnings.refer(life.begins(life.dice.randint(2, 18)), who, says=Says.NOT_ASKED)


def asked_and_said_yes(life: Life, who: Invented, holders: list[Actor]) -> None:
    """The one who was to ask has asked: she said yes."""
    del holders
    life.begins(9)
    by = life.dice.choice(life.town.by_role["home_support"])
    made = beginnings.refer(life, who, says=Says.NOT_ASKED, by=by)
    life.on(2)
    life.do(by, referral.note_yes, referral_id=made, words=life.words.say("says_words"))


def assessed(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Taken, and some of them wait for the second pair of eyes."""
    age = life.dice.randint(4, 9)
    beginnings.take(life, who, holders[0], days_ago=age)
    if life.words.chance(60):
        life.on(max(age - 3, 1))
        beginnings.assess(life, holders[0])
        if life.words.chance(60):
            life.in_course(holders[0], decision.propose, proposal=beginnings.offered())


def waiting(life: Life, who: Invented, holders: list[Actor]) -> None:
    """On the waiting list, with a date and somebody who calls meanwhile."""
    age = life.dice.randint(20, 50)
    beginnings.take(life, who, holders[0], days_ago=age)
    life.on(age - 5)
    beginnings.assess(life, holders[0])
    beginnings.decide(life, holders[0], beginnings.waiting(life, holders[0]), days_ago=age - 7)


def declined(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Not in the target group: a reason, and what instead."""
    age = life.dice.randint(15, 120)
    beginnings.take(life, who, holders[0], days_ago=age)
    life.on(age - 5)
    beginnings.assess(life, holders[0], yes=40)
    beginnings.decide(life, holders[0], beginnings.declined(), days_ago=age - 7)


def begun(life: Life, who: Invented, holders: list[Actor], *, age: int) -> None:
    """From the referral to the first day with a coordinator."""
    beginnings.take(life, who, holders[0], days_ago=age)
    life.on(age - 4)
    beginnings.assess(life, holders[0])
    beginnings.decide(life, holders[0], beginnings.offered(), days_ago=age - 6)
    beginnings.start(life, holders[0], holders[1], days_ago=age - 8)


def starting(life: Life, who: Invented, holders: list[Actor]) -> None:
    """In the first weeks: wishes are found area by area."""
    age = life.dice.randint(14, 45)
    begun(life, who, holders, age=age)
    life.on(max(age - 11, 1))
    beginnings.first_days(life, wishes=life.dice.randint(1, 3), team=life.dice.randint(0, 3))
    if life.team and life.words.chance(50):
        life.on(3)
        promises.unanswered(life, next(iter(life.team)))


def active(life: Life, who: Invented, holders: list[Actor]) -> None:
    """A course with one or two meetings, and agreements running."""
    age = life.dice.randint(80, 170)
    begun(life, who, holders, age=age)
    life.on(age - 12)
    beginnings.first_days(life, wishes=3, team=3)
    first = max(age - 45, 12)
    meet(life, days_ago=first, after=life.dice.randint(15, 50))
    life.in_course(life.coordinator, phases.activate)
    promises.settle(life, until=2 if life.words.chance(60) else 12)
    follow_on(life)


def follow_on(life: Life) -> None:
    """Since the last meeting: promises running, and something that waits for somebody."""
    life.on(life.dice.randint(1, 6))
    makers = list(life.team)
    for maker in makers[:2]:
        promises.promise(life, maker, due_in=life.dice.randint(2, 15))
    if life.words.chance(40):
        promises.promise(life, life.coordinator, due_in=life.dice.randint(1, 8))
    if makers and life.words.chance(35):
        promises.unanswered(life, makers[-1])
    if makers and life.words.chance(15):
        promises.refused(life, makers[0])
    if life.words.chance(50):
        _observe(life)


def _observe(life: Life) -> None:
    kind, words = life.words.say("observations")
    life.in_course(
        life.coordinator, observing.record_observation, kind=kind, happened_on=life.today,
        words=words, source="Borgeren", roles=["citizen", "coordinator"],
    )  # fmt: skip


def meet(life: Life, *, days_ago: int, after: int) -> meetings.Meeting:
    """Prepared a good week before, held, and written up."""
    life.on(days_ago + 10, 9)
    starts = slot(days_ago, life.dice.choice([9, 10, 13]))
    meeting = meetings.prepare(
        life, max(starts, life.moment + timedelta(days=1)), themes=2 if days_ago < RECENT else 1
    )
    life.on(days_ago + 5, 12)
    meetings.reply(life, meeting)
    draft = meetings.hold(
        life, meeting, next_on=_next(days_ago, after), proposals=life.dice.randint(2, 3)
    )
    meetings.write_up(life, meeting, draft, days_ago=max(days_ago - 2, 0))
    return meeting


def in_open_dialogue(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Those around her meet in Åben Dialog (M-02)."""
    _in_dialogue(life, who, holders, meetings.OPEN_DIALOGUE)


def in_network_talk(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Those around her meet in a network talk (M-03)."""
    _in_dialogue(life, who, holders, meetings.NETWORK_TALK)


def _in_dialogue(life: Life, who: Invented, holders: list[Actor], code: str) -> None:
    begun(life, who, holders, age=70)
    life.on(58)
    beginnings.first_days(life, wishes=2, team=3)
    life.on(30, 9)
    starts = max(slot(20, 13), life.moment + timedelta(days=1))
    meeting = meetings.prepare(life, starts, code=code)
    life.on(25, 12)
    meetings.reply(life, meeting)
    draft = meetings.hold_dialogue(life, meeting, next_on=_next(20, 40))
    if code == meetings.OPEN_DIALOGUE:
        meetings.reflect(life, meeting)
    meetings.write_up(life, meeting, draft, days_ago=17)
    life.in_course(life.coordinator, phases.activate)
    follow_on(life)


def _next(days_ago: int, after: int) -> datetime:
    left = days_ago - after
    return slot(left, 10) if left > 0 else workday_at(max(-left, 2), 10)


def long_history(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Up to two years: meetings, promises of every fate, perhaps a hand-over and a pause."""
    age = life.dice.randint(330, 700)
    begun(life, who, holders, age=age)
    life.on(age - 14)
    beginnings.first_days(life, wishes=4, team=4)
    day, number = age - 40, 0
    while day > 16:
        meet(life, days_ago=day, after=BETWEEN_MEETINGS)
        if number == 0:
            life.in_course(life.coordinator, phases.activate)
        promises.settle(life, until=max(day - BETWEEN_MEETINGS, 2))
        if number == 1:
            _turn_of_events(life, holders, day)
        day, number = day - BETWEEN_MEETINGS - life.dice.randint(0, 30), number + 1
    follow_on(life)


def _turn_of_events(life: Life, holders: list[Actor], day: int) -> None:
    """A pause, a hand-over, or somebody who leaves the team: half of the time nothing."""
    chance = life.dice.randrange(100)
    if chance < 30:
        life.on(day - 20)
        _rest(life, weeks=4)
        life.on(day - 44)
        life.in_course(life.coordinator, resume_course)
    elif chance < 65 and len(holders) > 2:
        life.on(day - 15)
        hand_over(life, holders[2])


def _rest(life: Life, weeks: int) -> None:
    life.in_course(
        life.citizen, pause_course, ground=PauseGround.ASKED,
        way_back="Jeg ringer selv, når jeg er klar", review_on=life.today + timedelta(weeks=weeks),
    )  # fmt: skip


def hand_over(life: Life, taker: Actor, *, accepted: bool = True) -> None:
    """The holder asks; the baton moves when the other says yes."""
    offer = life.in_course(
        life.coordinator, offer_course, taker=taker.person_id,
        reason=life.words.say("handover_reasons"),
    )  # fmt: skip
    if accepted:
        life.on((datetime.now(life.moment.tzinfo) - life.moment).days - 1)
        life.do(taker, accept_course, handover_id=offer)
        life.coordinator = taker


def paused(life: Life, who: Invented, holders: list[Actor]) -> None:
    """The citizen asked for a rest; there is a day to look at it again."""
    active(life, who, holders)
    _rest(life, weeks=life.dice.randint(3, 7))


def closing(life: Life, who: Invented, holders: list[Actor]) -> None:
    """The last part has begun."""
    active(life, who, holders)
    life.in_course(life.coordinator, begin_closing, reason="Borgeren siger, at det er nok nu")


def closed(life: Life, who: Invented, holders: list[Actor]) -> None:
    """Ended as planned: what was done, who carries on, the way back."""
    closing(life, who, holders)
    facts = ClosingFacts(
        done=life.words.say("done"), not_done=life.words.say("not_done"),
        who_carries_on=life.words.say("carries_on"), way_back=bank()["way_back"],
        final_talk_on=life.today,
    )  # fmt: skip
    life.in_course(life.coordinator, close_course, facts=facts)


def stopped(life: Life, who: Invented, holders: list[Actor]) -> None:
    """She wanted to stop, and it was the same day."""
    starting(life, who, holders)
    life.in_course(life.citizen, stop_course)


def reopened(life: Life, who: Invented, holders: list[Actor]) -> None:
    """She came back, and waits for her coordinator."""
    closed(life, who, holders)
    life.in_course(life.citizen, reopen_course)
