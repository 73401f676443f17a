"""Who can be the coordinator: neutral, with room, at work, and best of all known to the citizen."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from landfast.course.rules.reason import check_reason
from landfast.course.rules.words import HandoverState
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

NEW_FOR = timedelta(days=182)
"""A coordinator is new for the first half year (S004 §6.2: lower caseload for new ones; D)."""

COVER_BUSINESS_DAYS = 5
"""A vacant course is covered by the daily lead for this many business days (domain A3)."""

DEPUTY_DAYS_MAX = 56
"""A deputy covers for an agreed time, at most eight weeks; longer is a hand-over (D)."""


@dataclass(frozen=True)
class TeamFacts:
    """What the rooms above know of a course's people: since when known, and who decides."""

    known_since: tuple[tuple[UUID, date], ...] = ()
    decide_here: frozenset[UUID] = frozenset()


NOTHING_KNOWN = TeamFacts()


@dataclass(frozen=True)
class Load:
    """How many courses somebody holds, how many they should, and how many wait for their answer."""

    held: int
    cap: int
    is_new: bool
    asked: int = 0

    @property
    def is_full(self) -> bool:
        """Is there no room for one more, if each question that waits gets a yes?"""
        return self.held + self.asked >= self.cap


@dataclass(frozen=True)
class Norms:
    """How many courses one should hold: one's own cap, else the programme's, and for new ones."""

    own: int | None
    programme: int
    programme_new: int


def caseload(held: int, norms: Norms, *, employed_on: date, today: date, asked: int = 0) -> Load:
    """The cap: one's own, else the programme's, lower in the first half year (S004 §6.2)."""
    is_new = today - employed_on < NEW_FOR
    usual = min(norms.programme, norms.programme_new) if is_new else norms.programme
    return Load(held, usual if norms.own is None else norms.own, is_new, asked)


def check_neutral(*, decides: bool, model_allows: bool, reason: str) -> None:
    """A coordinator decides no authority matter in the course (S004 §5.1, domain A11).

    A programme's coordination model may allow it; then the reason is written down.
    """
    if not decides:
        return
    if not model_allows:
        raise NotNow(
            "not_neutral",
            da(
                "Vælg en anden: den, der træffer afgørelser om borgeren, kan ikke være koordinator."
            ),
            "person",
        )
    if not reason.strip():
        raise Wrong(
            "neutrality_unexplained",
            da("Skriv, hvorfor det skal være en, der også træffer afgørelser om borgeren."),
            "override",
        )


def check_taker_neutral(*, decides: bool, model_allows: bool, reason: str) -> None:
    """Who has come to decide about the citizen since they were asked does not take over (A11)."""
    if decides and not (model_allows and reason.strip()):
        said = da("Du træffer nu afgørelser om borgeren. Sig nej, så en anden kan spørges.")
        raise NotNow("taker_decides", said)


def check_stays_neutral(*, holds: bool, decides: bool, model_allows: bool) -> None:
    """Who holds the course is not made one who decides in it afterwards (A11)."""
    if holds and decides and not model_allows:
        raise NotNow(
            "holder_decides",
            da("Koordinatoren kan ikke også træffe afgørelser om borgeren. Overdrag forløbet før."),
            "decides_authority",
        )


def check_room(load: Load, *, is_daily_lead: bool, override: str) -> None:
    """The caseload cap holds; the daily lead may go past it with a reason (domain A10)."""
    if not load.is_full:
        return
    if not is_daily_lead:
        raise NotNow(
            "caseload_full",
            da("Der er ikke plads til flere forløb her. Vælg en anden, eller spørg daglig leder."),
            "person",
        )
    if not override.strip():
        raise Wrong(
            "caseload_unexplained",
            da("Der er ikke plads til flere forløb. Skriv hvorfor, hvis det skal være alligevel."),
            "override",
        )


def check_available(*, is_away: bool, is_employed: bool) -> None:
    """Somebody on leave cannot take a course over; cover comes before it begins (principle 2)."""
    if not is_employed:
        raise NotNow("not_employed", da("Vælg en, der er ansat nu."), "person")
    if is_away:
        raise NotNow("on_leave", da("Vælg en anden. Personen er væk lige nu."), "person")


def check_words(reason: str, *, field: str = "reason") -> None:
    """A choice of person is explained in a line that the citizen can read."""
    check_reason(reason, field=field)


def check_offer(*, holder: UUID, taker: UUID, has_open_offer: bool) -> None:
    """One is asked at a time, and not the one who has it (lessons 2).

    A second is asked when the first has said no, or the question was taken back.
    """
    if taker == holder:
        raise Wrong(
            "holds_already", da("Personen er allerede koordinator. Vælg en anden."), "person"
        )
    if has_open_offer:
        raise NotNow(
            "offered_already",
            da("En anden er allerede spurgt. Vent på svaret, eller træk spørgsmålet tilbage."),
        )


def check_open_offer(state: HandoverState) -> None:
    """An offer is answered once."""
    if state is not HandoverState.OFFERED:
        raise NotNow("answered_already", da("Der er allerede svaret på tilbuddet."))


def check_period(starts_on: date, ends_on: date, today: date) -> None:
    """A deputy covers for a time with an end (domain A3: slutdato)."""
    if starts_on < today:
        raise Wrong("cover_in_the_past", da("Vælg en dag fra i dag og frem."), "starts_on")
    if ends_on < starts_on:
        raise Wrong("cover_ends_early", da("Vælg en slutdag efter den første dag."), "ends_on")
    if (ends_on - starts_on).days > DEPUTY_DAYS_MAX:
        raise Wrong(
            "cover_too_long",
            da("Man dækker højst otte uger ad gangen. Er det længere, så overdrag forløbet."),
            "ends_on",
        )


def check_second(*, runs: bool, is_holder: bool, is_employed: bool, is_away: bool) -> None:
    """The second is another person than the coordinator, and there when named (domain 0.8)."""
    if not runs:
        raise NotNow("not_running", da("Vælg først en koordinator, så en makker."))
    if is_holder:
        raise Wrong("second_is_holder", da("Vælg en anden end koordinatoren."), "second")
    if not is_employed:
        raise NotNow("not_employed", da("Vælg en, der er ansat nu."), "second")
    if is_away:
        raise NotNow("on_leave", da("Vælg en anden. Personen er væk lige nu."), "second")


def check_met_on(met_on: date | None, today: date) -> None:
    """The second has met her already, or not yet: a day ahead is neither (domain 0.8)."""
    if met_on is not None and met_on > today:
        raise Wrong("met_ahead", da("Dagen ligger efter i dag. Se den efter."), "met_on")


def check_said_yes(*, said_yes: bool) -> None:
    """Nobody is given a course without a yes: who appoints has asked (decision 65, D)."""
    if not said_yes:
        raise Wrong(
            "not_asked",
            da("Spørg den, du vælger, og sæt så kryds. Ingen får et forløb uden et ja."),
            "said_yes",
        )
