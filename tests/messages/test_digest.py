"""Over random clocks, leaves and channels: at most one digest a person a day, and none lost."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from landfast.access.actions import record
from landfast.access.actor import SYSTEM
from landfast.kernel import clock
from landfast.kernel.clock import DENMARK, date_in_denmark
from landfast.messages import actions, models, queries
from landfast.messages.actions.own import code_for
from landfast.messages.rules import DeliveryState, Failure, Hours, Purpose, Way
from landfast.messages.rules.urgent import BY_THEN
from landfast.people import actions as people
from landfast.people.rules import LeaveKind
from tests.factories.town import as_
from tests.messages.conftest import as_jobs, lived_town

__all__ = ["as_jobs", "lived_town"]
BEGIN = datetime(2026, 12, 1, 6, tzinfo=UTC)
QUIET = st.tuples(st.integers(0, 23), st.integers(0, 23)).map(
    lambda pair: Hours(time(pair[0]), time(pair[1]))
)
STEPS = st.lists(
    st.tuples(
        st.integers(1, 20),  # hours that go by
        st.sampled_from(
            ["news", "news", "urgent", "away", "server", "broken", "hours", "way", "refuses"]
        ),
        QUIET,
    ),
    min_size=4,
    max_size=8,
)


def is_open(hours):
    return not all(
        hours.are_quiet(datetime(2026, 1, 5, hour, tzinfo=DENMARK)) for hour in range(24)
    )


class Story:
    """Bo, his channels, and servers that are up or down, or take no SMS."""

    def __init__(self, bo, as_jobs):
        self.bo, self.as_jobs = bo, as_jobs
        self.at, self.up, self.news = BEGIN, True, 0
        self.hours = Hours(time(20), time(8))
        self.back_on = None
        self.way, self.refusing, self.meeting = Way.MAIL, set(), BEGIN
        self.sent, self.urgent = [], []

    @property
    def is_away(self):
        """On leave, its last day included."""
        return self.back_on is not None and clock.today() < self.back_on

    def send(self, message):
        if not self.up or message.way in self.refusing:
            return Failure.NO_SERVER if not self.up else Failure.REFUSED_NUMBER
        if message.purpose is Purpose.URGENT:
            self.urgent.append(clock.now())
            assert not self.is_away
            assert clock.now() < self.meeting, "of what is past nobody is told in a hurry"
            if self.hours.are_quiet(clock.now()):
                assert self.meeting < self.hours.end_after(clock.now()) + BY_THEN
        if message.purpose is Purpose.NEWS:
            self.sent.append(clock.now())
            assert not self.hours.are_quiet(clock.now())
            assert not self.is_away, "nobody is mailed on leave"
        return None

    def choose(self, hours):
        self.hours = hours
        with as_(self.bo):
            actions.choose(
                actor=self.bo, way=self.way, address="bo@eksempel.dk", phone="20304050",
                is_urgent=True, quiet_from=hours.quiet_from, quiet_until=hours.quiet_until,
            )  # fmt: skip

    def does(self, step, hours):
        if step == "news":
            self.news += 1
            with as_(SYSTEM):
                record(SYSTEM, "plan.remind_before", to=[self.bo.person_id])
        elif step == "urgent":
            self.news += 1
            self.meeting = clock.now() + timedelta(hours=quiet_from_of(hours))
            with as_(SYSTEM):
                record(SYSTEM, "meeting.cancelled", starts_at=self.meeting, to=[self.bo.person_id])
        elif step == "away" and not self.is_away:
            self.back_on = clock.today() + timedelta(days=2)
            with as_(SYSTEM):
                people.note_leave(
                    person_id=self.bo.person_id, starts_on=clock.today(),
                    ends_on=self.back_on - timedelta(days=1), kind=LeaveKind.SUDDEN,
                )  # fmt: skip
        elif step in {"server", "broken"}:
            self.up = step == "server"
        elif step == "hours" and is_open(hours):
            self.choose(hours)
        elif step == "way":
            self.way = Way.SMS if self.way is Way.MAIL else Way.MAIL
            self.choose(self.hours)
        elif step == "refuses":
            self.refusing ^= {Way.SMS}

    def clock_comes_by(self):
        while actions.collect():
            pass
        for person in queries.due():
            actions.deliver(person_id=person, send=self.send)

    def lives(self, hours):
        """An hour at a time, as the jobs do."""
        with self.as_jobs():
            for _ in range(hours):
                self.at += timedelta(hours=1)
                with clock.at(self.at):
                    self.clock_comes_by()


def quiet_from_of(hours):
    return 1 + hours.quiet_from.hour


def begin(bo, as_jobs):
    story = Story(bo, as_jobs)
    with clock.at(BEGIN):
        with as_jobs(), as_(None):
            models.Delivery.objects.all().update(ended_at=BEGIN, state=DeliveryState.DROPPED)
        story.choose(Hours(time(20), time(8)))
        with as_(bo):
            actions.confirm(actor=bo, address="bo@eksempel.dk")
            channel = models.Channel.objects.get()
            if channel.phone_confirmed_at is None:
                assert actions.confirm_phone(actor=bo, code=code_for(channel))
        with as_jobs():
            story.clock_comes_by()
    story.sent.clear()
    story.urgent.clear()
    return story


@settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_at_most_one_digest_a_day_and_none_lost(lived_town, as_jobs, steps):
    story = begin(lived_town.bo, as_jobs)
    with as_jobs(), as_(None):
        before = set(models.Delivery.objects.values_list("id", flat=True))
    for hours, step, quiet in steps:
        with clock.at(story.at):
            story.does(step, quiet)
        story.lives(hours)
    # in the end he is back, and the server answers
    story.up, story.refusing = True, set()
    story.lives(24 * 4)
    days = [date_in_denmark(moment) for moment in story.sent]
    assert len(days) == len(set(days)), "two digests on one day"
    with as_jobs(), as_(None):
        rows = models.Delivery.objects.exclude(id__in=before).filter(
            purpose__in=[Purpose.NEWS, Purpose.URGENT]
        )
        states = list(rows.values_list("state", flat=True))
    assert len(states) == story.news, "each reminder became one delivery"
    assert set(states) <= {DeliveryState.SENT, DeliveryState.DEAD}
    assert (DeliveryState.SENT in states) <= bool(story.sent or story.urgent)
