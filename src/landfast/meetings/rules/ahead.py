"""What a called meeting asks of who leads it, by how near it is."""

from datetime import date, datetime
from enum import StrEnum

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.formats import Citizen
from landfast.meetings.rules.words import Attends


class Ahead(StrEnum):
    """The next thing about a meeting that is called and not begun."""

    NEW_DAY = "new_day"
    HOLD = "hold"
    ANSWERS = "answers"
    TALK = "talk"


def ahead(
    attends: Attends | None, starts_on: date | None, today: date, *, unanswered: int
) -> Ahead:
    """A meeting is held on its day; until then it is prepared with the citizen (issue 4 §2, D).

    From midnight in Denmark, and not the evening before: who prepares on paper prints the form,
    which lies on the meeting's page as soon as it is called. Who cannot come is asked for a new
    day, on the day itself too. `unanswered` is how many have been asked and have not answered.
    """
    if attends is Attends.NOT_TODAY:
        return Ahead.NEW_DAY
    if starts_on is None or starts_on <= today:
        return Ahead.HOLD
    return Ahead.ANSWERS if unanswered else Ahead.TALK


def waits_for_her_yes(
    citizen: Citizen, starts_at: datetime | None, now: datetime, *, agreed: bool
) -> bool:
    """A called meeting that she leads was changed, and nobody is told before she says yes (C4).

    Once its hour has come it is held as it stands: the ones who are there have found the way.
    """
    is_ahead = starts_at is not None and starts_at > now
    return citizen is Citizen.LEADS and not agreed and is_ahead


class Moves(StrEnum):
    """What of a meeting is another once she has said yes to it."""

    TIME = "time"
    PLACE = "place"


def moves(agreed: tuple[datetime | None, str], stands: tuple[datetime | None, str]) -> Moves | None:
    """A new time is said before a new place; a break that was added moves nothing.

    Each is (when, where). Where no yes is known of, the time counts as new.
    """
    if agreed[0] != stands[0]:
        return Moves.TIME
    return Moves.PLACE if agreed[1] != stands[1] else None


def day_at(starts_at: datetime | None, held_at: datetime | None) -> datetime | None:
    """When a meeting is; when it was, where it was held before its time: never a day to come."""
    is_before = held_at and starts_at and held_at < starts_at
    return held_at if is_before else starts_at


def is_early(starts_on: date | None, today: date) -> bool:
    """Is the planned day still ahead? Danish dates."""
    return starts_on is not None and starts_on > today


def check_was_held(starts_on: date | None, today: date, *, held_early: bool) -> None:
    """Paper is of a meeting that was held: on its day or since, or early as somebody says (C5)."""
    if is_early(starts_on, today) and not held_early:
        raise Wrong(
            "not_held_yet", da("Sæt kryds, hvis mødet er holdt før tid. Ellers vent til dagen."),
            "held_early",
        )  # fmt: skip


def on_a_new_day(attends: Attends, before: date | None, after: date | None) -> Attends:
    """Who could not come that day is asked anew with a new day, as everybody is.

    Another hour of the same day is no new day: she still cannot come. The dates are Danish.
    """
    is_new_day = before != after
    return Attends.IN_PERSON if is_new_day and attends is Attends.NOT_TODAY else attends
