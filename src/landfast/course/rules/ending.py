"""Pausing, closing, stopping, coming back. Towards the citizen nothing here is ever a block."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landfast.course.rules.her_word import check_her_word
from landfast.course.rules.words import State
from landfast.kernel.business_days import add_business_days
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

REVIEW_WITHIN = timedelta(weeks=8)
"""A pause is looked at again within eight weeks (domain A3 BERO, D)."""

REVIEW_USUAL = timedelta(weeks=4)
"""When nobody says another day, a pause is looked at again after four weeks (D)."""

REOPEN_WITHIN = timedelta(days=183)
"""Within half a year the way back skips intake (domain A3 GENÅBNET, D)."""

TAKE_UP_WITHIN = timedelta(days=30)
"""Within a month of her stop the course goes on where it was (decision 65, D)."""

DEATH_BEFORE = timedelta(days=366)
"""How long before the course was opened a citizen can have died; earlier is a slip (D)."""

WORDS_MAX = 2000
BEGINS_AGAIN = da("Et forløb begynder kun igen, når borgeren selv vil. Spørg, og sæt så kryds.")
HOW_MAX = 500


class PauseGround(StrEnum):
    """Why a course rests. A no is not a pause: a no closes (domain 0.2)."""

    ASKED = "asked"
    AWAY_SAID_YES = "away_said_yes"


PAUSE_GROUNDS: dict[PauseGround, str] = {
    PauseGround.ASKED: da("Borgeren har bedt om en pause"),
    PauseGround.AWAY_SAID_YES: da("Borgeren er væk eller indlagt og har sagt ja til en pause"),
}


@dataclass(frozen=True)
class ClosingFacts:
    """What a planned closing tells: gathered by the journey, since some of it lives above."""

    done: str
    not_done: str
    who_carries_on: str
    way_back: str
    open_agreements: int = 0
    final_talk_on: date | None = None
    talk_declined: bool = False


@dataclass(frozen=True)
class MovingFacts:
    """A citizen moves to another municipality: where to, and what may be told on, with her yes."""

    moves_to: str
    told_on: str = ""
    citizen_said_yes: bool = False


def proposed_review(today: date) -> date:
    """A pause is looked at again after four weeks, when nobody says another day (D).

    The first business day from then on: somebody is there to talk.
    """
    return add_business_days(today + REVIEW_USUAL - timedelta(days=1), 1)


def check_pause(review_on: date, today: date) -> None:
    """A pause has a day to look at it again, at most eight weeks ahead (domain A3 BERO)."""
    if review_on <= today:
        raise Wrong("review_in_the_past", da("Vælg en dag efter i dag."), "review_on")
    if review_on > today + REVIEW_WITHIN:
        raise Wrong(
            "review_too_late",
            da("Vælg en dag inden for otte uger. I kan altid holde pause igen."),
            "review_on",
        )


def check_closing(facts: ClosingFacts, opened_on: date, today: date) -> None:
    """A planned closing says what was done, who carries on and the way back (domain A2 phase 4).

    The tasks are the professionals'; what the citizen does not want is no hindrance. The last talk
    lies between the day the course was opened and today.
    """
    _told(facts.done, "done", da("Skriv, hvad der blev gjort."))
    _told(facts.who_carries_on, "who_carries_on", da("Skriv, hvem der går videre med det."))
    _told(facts.way_back, "way_back", da("Skriv, hvordan borgeren kommer tilbage."))
    for words, name in ((facts.not_done, "not_done"), (facts.done, "done")):
        _short(words, name)
    if facts.final_talk_on is None and not facts.talk_declined:
        raise Wrong(
            "no_final_talk",
            da("Skriv dagen for den sidste samtale, eller sæt hak ved, at borgeren ikke ville."),
            "final_talk_on",
        )
    if facts.final_talk_on and facts.final_talk_on > today:
        raise Wrong(
            "talk_ahead", da("Samtalen skal være holdt. Vælg i dag eller før."), "final_talk_on"
        )
    if facts.final_talk_on and facts.final_talk_on < opened_on:
        raise Wrong(
            "talk_before_course",
            da("Dagen ligger før forløbet begyndte. Se årstallet efter."),
            "final_talk_on",
        )


def check_moving(facts: MovingFacts) -> None:
    """What goes along to another municipality goes with the citizen's yes (domain A3 FLYTNING)."""
    _told(facts.moves_to, "moves_to", da("Skriv, hvor borgeren flytter hen."))
    _short(facts.told_on, "told_on")
    if facts.told_on.strip() and not facts.citizen_said_yes:
        raise Wrong(
            "no_yes_to_tell",
            da("Spørg borgeren først. Uden et ja går intet videre til den nye kommune."),
            "citizen_said_yes",
        )


def check_death(died_on: date, opened_on: date, today: date) -> None:
    """A day of death lies neither ahead nor long before the course was opened.

    A little before it can: a letter may be on its way about somebody who has died.
    """
    if died_on > today:
        raise Wrong("death_ahead", da("Dagen ligger efter i dag. Se den efter."), "died_on")
    if died_on < opened_on - DEATH_BEFORE:
        raise Wrong("death_too_old", da("Dagen er for længe siden. Se årstallet efter."), "died_on")


def may_reopen(ended_on: date, today: date) -> bool:
    """Is the way back still short?"""
    return today <= reopens_until(ended_on)


def reopens_until(ended_on: date) -> date:
    """The last day on which a course opens again without intake (domain A3 GENÅBNET)."""
    return ended_on + REOPEN_WITHIN


def check_is_over(*, is_over: bool) -> None:
    """What has not ended is not opened; who presses twice, or second, is told that it is open."""
    if not is_over:
        raise NotNow("is_open", da("Forløbet er i gang. Der er ikke noget, du skal gøre."))


def check_reopen(ended_on: date, today: date) -> None:
    """Within half a year a course opens again without intake (domain A3 GENÅBNET)."""
    if not may_reopen(ended_on, today):
        raise NotNow(
            "too_long_ago",
            da("Det er over et halvt år siden. Skriv en ny henvendelse, så ser vi på det igen."),
        )


def another_goes_on(*, is_citizen: bool) -> NotNow:
    """One course at a time: an old one does not begin again beside a new one (principle 2).

    Only she is told why. Others need not know that she has a course somewhere else.
    """
    if is_citizen:
        said = da("Du har et andet forløb, der er i gang. Brug det, eller ring dertil.")
        return NotNow("another_goes_on", said)
    said = da("Forløbet kan ikke åbnes igen lige nu. Tal med borgeren om, hvad der passer.")
    return NotNow("cannot_reopen", said)


def check_begins_again(*, is_citizen: bool, citizen_said_so: bool, how: str) -> None:
    """Who opens it for her says that she said so, and how (domain 0.1): it is hers to begin."""
    if is_citizen:
        return
    check_her_word(is_citizen=is_citizen, citizen_said_so=citizen_said_so, words=BEGINS_AGAIN)
    _told(how, "said_how", da("Skriv kort, hvordan borgeren sagde det."))
    if len(how) > HOW_MAX:
        raise Wrong("too_long", da("Skriv højst 500 tegn."), "said_how")


def goes_on_in(
    before: State, paused_in: State | None, stopped_on: date, today: date
) -> State | None:
    """Where a course goes on that she stopped: the phase it was in; a pause or a closing is over.

    `before` is where it was when she stopped, `paused_in` where it was when it was paused last.
    None: her stop is long ago, or nobody held it yet, so there is nothing to go on with
    (decision 65, D). It is a new beginning then.
    """
    if today > stopped_on + TAKE_UP_WITHIN:
        return None
    if before is State.PAUSED:
        return paused_in or State.ACTIVE
    if before is State.CLOSING:
        return State.ACTIVE
    return before if before in {State.START, State.ACTIVE} else None


def _told(words: str, name: str, ask: str) -> None:
    if not words.strip():
        raise Wrong("not_told", ask, name)
    _short(words, name)


def _short(words: str, name: str) -> None:
    if len(words) > WORDS_MAX:
        raise Wrong("too_long", da("Skriv højst 2000 tegn."), name)
