"""A long and busy course, made from a seed: eleven years, eight lanes, promises and findings."""

import random
from datetime import date, timedelta

from landfast.course.rules.words import Precision
from landfast.insight.storyline import End, Event, Flag, Kind, Lane, Span, Story, Thread

SEED = 1
TODAY = date(2026, 11, 1)
DAYS = 4000
KINDS = (Kind.EVENT, Kind.EVENT, Kind.EVENT, Kind.MEETING, Kind.STAY, Kind.PERSON)


def story(events: int) -> Story:
    """This many events, a tenth as many promises, and forty findings."""
    dice = random.Random(SEED)

    def day() -> date:
        return TODAY - timedelta(days=int(DAYS * dice.random() ** 2))

    happened = [
        Event(
            f"observation:{n}", day(), dice.choice(KINDS), "context",
            tuple(dice.sample(list(Lane), dice.choice((1, 1, 1, 2)))), "Det, nogen fortalte. " * 3,
            dice.choice(list(Precision)), ("Karen Koordinator", "Bo Bostøtte"),
        )
        for n in range(events)
    ]  # fmt: skip
    began = [day() for _ in range(events // 10)]
    return Story(
        tuple(sorted(happened, key=lambda one: one.on)),
        phases=(Span("p", "active", TODAY - timedelta(days=700), None),),
        threads=tuple(
            Thread(f"t{n}", "Ringer til banken", "Bo", on, on + timedelta(days=30), End.KEPT)
            for n, on in enumerate(sorted(began))
        ),
        flags=tuple(Flag(f"f{n}", day(), "Noget at se på.", "Vi ser på det.") for n in range(40)),
    )
