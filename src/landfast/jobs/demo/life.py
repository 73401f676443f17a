"""One citizen's course as the generator lives it: who acts, when, and what there is to act on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from landfast.access.actor import Actor
from landfast.jobs.demo.town import Town
from landfast.jobs.demo.words import Words
from landfast.jobs.stage import on_stage
from landfast.kernel import clock
from landfast.kernel.business_days import is_business_day
from landfast.kernel.ids import AgreementId, CourseId

Result = TypeVar("Result")
A_MINUTE = timedelta(minutes=1)
EARLY, LATE = 6, 22
"""People of the story act by day, between these hours (access: looks at night stand out)."""


@dataclass
class Life:
    """A course, its citizen, and the clock that stands where we are in it."""

    town: Town
    dice: Random
    needs: list[str]
    moment: datetime = field(default_factory=clock.now)
    name: str = ""
    citizen: Actor = field(init=False)
    coordinator: Actor = field(init=False)
    second: Actor | None = None
    course: CourseId = field(init=False)
    team: dict[Actor, str] = field(default_factory=dict)
    wishes: list[tuple[str, UUID]] = field(default_factory=list)
    relations: list[UUID] = field(default_factory=list)
    promises: list[tuple[AgreementId, Actor, date]] = field(default_factory=list)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        """The words are drawn by the same dice."""
        self.words = Words(self.dice)

    def on(self, days_ago: int, hour: int = 10, *, any_day: bool = False) -> "Life":
        """Stand some days before today, on a working day, and never after this minute."""
        day = clock.today() - timedelta(days=days_ago)
        while not any_day and days_ago > 0 and not is_business_day(day):
            day -= timedelta(days=1)
        wanted = datetime.combine(day, time(hour, self.dice.randrange(0, 60, 5)), clock.DENMARK)
        self.moment = min(max(wanted, self.moment + A_MINUTE), by_day())
        return self

    def begins(self, days_ago: int, hour: int = 9) -> "Life":
        """Where the story begins."""
        self.moment = clock.now() - timedelta(days=days_ago + 5)
        return self.on(days_ago, hour)

    @property
    def today(self) -> date:
        """The day in this life."""
        return self.moment.astimezone(clock.DENMARK).date()

    def do(self, actor: Actor, verb: Callable[..., Result], **facts: Any) -> Result:
        """Somebody does something, a minute later than the last."""
        self.moment = min(self.moment + A_MINUTE, by_day())
        with on_stage(actor, self.moment):
            return verb(actor=actor, **facts)

    def in_course(self, actor: Actor, verb: Callable[..., Result], **facts: Any) -> Result:
        """The same, in this course."""
        return self.do(actor, verb, course_id=self.course, **facts)

    def need(self) -> str:
        """One of the areas in which help is wanted."""
        return self.dice.choice(self.needs)


def by_day() -> datetime:
    """The latest that anybody acts: this minute, or at night the evening before.

    A story that is told at night is no story of people who look at night.
    """
    last = (clock.now() - A_MINUTE).astimezone(clock.DENMARK)
    if EARLY <= last.hour < LATE:
        return last
    evening = last.date() if last.hour >= LATE else last.date() - timedelta(days=1)
    return datetime.combine(evening, time(LATE - 2), clock.DENMARK)


def slot(days_ago: int, hour: int) -> datetime:
    """A time on the working day that lies so many days ago, or just before."""
    day = clock.today() - timedelta(days=days_ago)
    while not is_business_day(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(hour), clock.DENMARK)


def workday_at(days_ahead: int, hour: int, minute: int = 0) -> datetime:
    """A time on a working day, so many days from today."""
    day = clock.today() + timedelta(days=days_ahead)
    while not is_business_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(hour, minute), clock.DENMARK)
