"""Circles, seats and sittings: who meets, how often, and when the next one is."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

from landfast.kernel.business_days import is_business_day
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da

NAME_MAX = 120
ABOUT_MAX = 300
PLACE_MAX = 200
GUESTS_MAX = 200
SHORTEST, LONGEST = 5, 480
EVERY = (1, 2, 4, 12)
"""Weeks between two meetings: weekly or every other week (S000 §2.3), monthly, quarterly (D)."""
PROPOSED = 3


class SittingState(StrEnum):
    """The life of one meeting of a circle."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


def check_circle(name: str, about: str) -> None:
    """A standing meeting says what it is called and what it is for."""
    for words, limit, field, asks in (
        (name, NAME_MAX, "name", da("Skriv, hvad mødet hedder.")),
        (about, ABOUT_MAX, "about", da("Skriv, hvad mødet er til.")),
    ):
        if not words.strip():
            raise Wrong("nothing_said", asks, field)
        if len(words) > limit:
            raise Wrong("too_long", da("Det er for langt. Skriv det kortere."), field)


def check_rhythm(every_weeks: int, minutes_long: int) -> None:
    """A fixed rhythm makes it easy to come (S000 §2.3: weekly, or every other week)."""
    if every_weeks not in EVERY:
        raise Wrong("rhythm", da("Vælg, hvor ofte I mødes."), "every_weeks")
    if not SHORTEST <= minutes_long <= LONGEST:
        raise Wrong("how_long", da("Skriv mellem 5 og 480 minutter."), "minutes_long")


def check_keeps(*, keeps: bool) -> None:
    """Who leads the circle, or the unit that holds it, plans it and says who sits in it."""
    if not keeps:
        raise NotAllowed(
            "not_your_circle", da("Det kan kun den, der leder mødet, og enhedens leder.")
        )


def check_sits(*, sits: bool) -> None:
    """Only those who sit in the circle write in it."""
    if not sits:
        raise NotAllowed("not_in_circle", da("Det kan kun de faste deltagere."))


def check_may_unseat(*, is_own: bool, keeps: bool) -> None:
    """Everybody may leave; who keeps the circle may take somebody out."""
    if not (is_own or keeps):
        raise NotAllowed("not_your_seat", da("Det kan kun personen selv, og den, der leder mødet."))


def check_leader_stays(*, is_leader: bool) -> None:
    """Somebody always leads: another is chosen first."""
    if is_leader:
        raise NotNow("leads_it", da("Vælg først en anden til at lede mødet."))


def check_starts(starts_at: datetime | None, now: datetime) -> datetime:
    """A meeting has a day and an hour that lie ahead, within a year (D)."""
    if starts_at is None:
        raise Wrong("no_time", da("Skriv dag og klokkeslæt."), "starts_at")
    if starts_at <= now:
        raise Wrong("in_the_past", da("Vælg et tidspunkt, der ikke er gået."), "starts_at")
    if starts_at > now + timedelta(days=366):
        raise Wrong("too_far", da("Vælg en dag inden for et år."), "starts_at")
    return starts_at


def check_planned(state: SittingState) -> None:
    """What was held or cancelled is not changed."""
    if state is not SittingState.PLANNED:
        raise NotNow("not_planned", da("Mødet er holdt eller aflyst. Se det næste."))


def check_has_begun(starts_at: datetime, now: datetime) -> None:
    """Nothing is talked about before the meeting has begun: until then she can say no (D)."""
    if now < starts_at:
        raise NotNow("not_begun", da("Mødet er ikke begyndt. Vent, eller ret tiden."))


def check_were_there(there: Collection[str], seated: Collection[str]) -> None:
    """Those who were there are of those who sit there (a guest has no seat, D)."""
    if not set(there) <= set(seated):
        raise Wrong("not_seated", da("Vælg kun dem, der sidder i det faste møde."), "was_there")


def check_guests(guests: str) -> str:
    """Who came this once, in one line; whoever came has no seat by it (D)."""
    line = " ".join(guests.split())
    if len(line) > GUESTS_MAX:
        raise Wrong("too_long", da("Skriv gæsterne kortere: højst 200 tegn."), "guests")
    return line


def proposed_days(weekday: int, every_weeks: int, last: date | None, today: date) -> list[date]:
    """The next days in the rhythm: the circle's weekday, never a holiday, counted from the last."""
    tomorrow = today + timedelta(days=1)
    first = max(last + timedelta(weeks=every_weeks), tomorrow) if last else tomorrow
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    found: list[date] = []
    while len(found) < PROPOSED:
        if is_business_day(day):
            found.append(day)
            day += timedelta(weeks=every_weeks)
        else:
            day += timedelta(weeks=1)
    return found
