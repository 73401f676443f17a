"""Reading by topic for somebody outside the team: what it needs, and how long it lasts."""

from collections.abc import Collection
from datetime import date, timedelta

from landfast.access.rules import TOPIC_NAMES, Topic
from landfast.consent.rules.words import ConsentState, How
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

LONGEST = timedelta(days=365)
"""A consent to pass on health matters lapses after a year (sundhedsloven § 44); so do all here."""
SOON = timedelta(days=30)
ADULT = 18
WRITTEN = frozenset({Topic.HEALTH, Topic.PSYCHIATRY, Topic.SUBSTANCE})
"""Topics where the health act wants the yes in writing; it may be waived (§ 44), with a because."""

LEGAL_TEXT: dict[Topic | None, str] = {
    None: da(
        "Du bestemmer selv, om du vil dele. Du kan sige nej. Du får den samme hjælp. "
        "Du kan stoppe, når du vil. Så kan de ikke læse mere. "
        "Det, de har læst, kan de stadig huske."
    ),
    Topic.HEALTH: da("Et ja om dit helbred gælder højst et år. Det siger loven."),
}
"""What the law says, in plain Danish (retssikkerhedsloven § 11 a, sundhedsloven § 44)."""


def check_topics(topics: Collection[Topic]) -> None:
    """A consent is specific: it names what may be read, one topic at least (VEJ 9330/2019 117)."""
    if not topics or not set(topics) <= set(TOPIC_NAMES):
        raise Wrong("no_topic", da("Vælg mindst ét emne."), "topics")


def check_until(until: date, today: date) -> None:
    """A consent has an end: from tomorrow and at most a year ahead (sundhedsloven § 44)."""
    if not today < until <= today + LONGEST:
        raise Wrong(
            "until_within_a_year", da("Vælg en dato fra i morgen og højst et år frem."), "until"
        )


def check_evidence(how: How, evidence: str, waived_because: str, topics: Collection[Topic]) -> None:
    """What others write down says where one can see it; health by word of mouth says why (§ 44)."""
    if how is not How.SELF and not evidence.strip():
        raise Wrong(
            "no_evidence", da("Skriv, hvor og hvornår borgeren sagde det, og hvem der var med."),
            "evidence",
        )  # fmt: skip
    if how is How.ORALLY and WRITTEN & set(topics) and not waived_because.strip():
        raise Wrong(
            "why_not_in_writing",
            da("Om helbred skal et ja være skriftligt. Skriv, hvorfor I har fraveget det."),
            "waived_because",
        )


def check_paper(how: How, *, has_paper: bool, field: str = "how") -> None:
    """Only a yes on paper has a paper to show; it may also lie somewhere else, and say where."""
    if has_paper and how is not How.ON_PAPER:
        raise Wrong(
            "not_on_paper", da("Vælg, at borgeren har skrevet under på papir."), field
        )  # fmt: skip


def check_adult(born_on: date | None, today: date) -> None:
    """Only adults share by topic here; for a child others must be asked (L 128).

    Who is born on the last of February in a leap year is of age on the first of March.
    """
    if born_on is None:
        return
    had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
    if today.year - born_on.year - (not had_birthday) < ADULT:
        raise NotNow("not_an_adult", da("Det kan kun voksne over 18 år her."))


def check_may_share(*, is_over: bool, is_in_team: bool, is_staff: bool) -> None:
    """Reading by topic is for somebody outside the team, while the course runs."""
    if is_over:
        raise NotNow("course_is_over", da("Forløbet er slut, så der kan ikke deles mere."))
    if not is_staff:
        raise Wrong("not_an_employee", da("Vælg en medarbejder eller en enhed."))
    if is_in_team:
        raise NotNow("in_the_team", da("Personen er med i teamet og kan allerede læse det hele."))


def check_named_only(*, is_apart: bool, is_many: bool) -> None:
    """A course that is kept apart is known to named people: no unit is let in."""
    if is_apart and is_many:
        raise NotNow(
            "named_people_only",
            da("Forløbet er holdt adskilt. Del med en person, ikke med et helt sted."),
        )


def share_state(state: ConsentState, ends_at_passed: bool) -> ConsentState:
    """A yes whose day has come is expired: nobody needs to do anything."""
    return ConsentState.EXPIRED if state is ConsentState.GIVEN and ends_at_passed else state


def may_stop_share(state: ConsentState) -> bool:
    """Is there something to stop? For the button and the gate."""
    return state is ConsentState.GIVEN


def may_renew(state: ConsentState, until: date, today: date) -> bool:
    """One touch before it ends, or after it has: the same again."""
    soon = state is ConsentState.GIVEN and until - today <= SOON
    return soon or state is ConsentState.EXPIRED


def may_share_again(state: ConsentState, *, is_over: bool) -> bool:
    """What ended with the course is hers to say yes to again, when it runs (decision 65)."""
    return state is ConsentState.ENDED and not is_over


def check_may_share_again(state: ConsentState, *, is_over: bool) -> None:
    """The gate of the same: nothing is shared of a course that is over."""
    if not may_share_again(state, is_over=is_over):
        raise NotNow("not_again", da("Det kan ikke deles igen, som forløbet står nu."))


def until_again(until: date, today: date) -> date:
    """The day she said before, while it lies ahead; else a year."""
    return until if until > today else today + LONGEST


def check_may_stop(state: ConsentState) -> None:
    """What does not run cannot be stopped."""
    if not may_stop_share(state):
        raise NotNow("nothing_to_stop", da("Det er allerede stoppet."))


def check_may_renew(state: ConsentState, until: date, today: date) -> None:
    """What was withdrawn is asked for anew, not renewed; what has long to go needs nothing."""
    if not may_renew(state, until, today):
        raise NotNow("not_yet", da("Det kan forlænges, når der er mindre end en måned tilbage."))
