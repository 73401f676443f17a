"""Filling the demonstration municipality: eighty citizens in every phase, through the real acts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from django.db import transaction

from landfast.access.actor import Actor
from landfast.jobs.demo import personas, shown, stories
from landfast.jobs.demo.advice import advice
from landfast.jobs.demo.circles import circles
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.scenes import Scenes, callbacks, covered_while_away, offered_to
from landfast.jobs.demo.town import Town, build_town
from landfast.jobs.demo.trust import trust
from landfast.journeys.replay_case.naming import Invented, invented_citizen
from landfast.kernel.clock import today

SEED = 1864
Story = Callable[[Life, Invented, list[Actor]], None]

COUNTS: tuple[tuple[Story, int], ...] = (
    (stories.long_history, 10), (stories.active, 14), (stories.in_open_dialogue, 1),
    (stories.in_network_talk, 1), (stories.starting, 8),
    (stories.paused, 4), (stories.closing, 2), (stories.closed, 4), (stories.stopped, 3),
    (stories.reopened, 1), (stories.assessed, 6), (stories.waiting, 5), (stories.declined, 4),
    (stories.new_referral, 4), (stories.late_referral, 2), (stories.waits_for_yes, 3),
)  # fmt: skip
"""How many of each: with the eight of `scenes.py` they are eighty, and look like a year's work."""

NEEDS_TOGETHER: tuple[tuple[str, ...], ...] = (
    ("psychiatry", "housing", "daily_living"), ("substance", "economy", "network"),
    ("family", "work_edu", "psychiatry"), ("somatic", "daily_living", "network"),
    ("crime", "housing", "substance"), ("economy", "work_edu", "psychiatry"),
    ("housing", "economy", "somatic"), ("psychiatry", "family", "network"),
)  # fmt: skip


@dataclass
class Made:
    """What was made: lives by story, in order."""

    lives: dict[str, list[Life]] = field(default_factory=dict)

    def of(self, story: Story) -> list[Life]:
        """The lives of one kind."""
        return self.lives.get(story.__name__, [])


def wanted(counts: tuple[tuple[Story, int], ...] = COUNTS) -> list[Story]:
    """The stories one by one."""
    return [story for story, count in counts for _ in range(count)]


def live(
    town: Town, made: Made, plan: list[Story], holders: list[Actor], seed: int = SEED
) -> Iterator[str]:
    """Live each story in a transaction of its own; yields the citizen's name as it goes."""
    for number, story in enumerate(plan):
        dice = Random(f"{seed}:{number}")
        life = Life(town, dice, list(NEEDS_TOGETHER[number % len(NEEDS_TOGETHER)]))
        who = invented_citizen(dice, dice.randint(21, 68), today())
        at = number % len(holders)
        with transaction.atomic():
            story(life, who, [*holders[at:], *holders[:at]])
        made.lives.setdefault(story.__name__, []).append(life)
        yield life.name


HOLDERS = ("agnes", "bjarke", "camille", "dorthea", "emil")
SCENES = 8


def steps() -> int:
    """How many citizens there will be."""
    return len(wanted()) + SCENES


def fill() -> Iterator[str]:
    """The whole municipality in one transaction; a name for each citizen as she comes to be.

    The personas are written last: their file says that all of it is there.
    """
    with transaction.atomic():
        town = build_town()
        scenes, made = Scenes(town), Made()
        yield from scenes.play()
        holders = [town.staff[key] for key in HOLDERS]
        yield from live(town, made, wanted(), holders)
        offered_to(town, made.of(stories.active), "agnes")
        covered_while_away(town, made.of(stories.active), "camille")
        callbacks(town)
        advice(town)
        circles(town, made.of(stories.active))
        trust(town, scenes.lives, scenes.who)
        rows = personas.personas(scenes)
    shown.write(rows)
