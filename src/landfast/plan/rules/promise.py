"""What a promise must have, and who can make one (domain A6, A9, product principle 3)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotAllowed, Wrong
from landfast.kernel.text import da
from landfast.plan.rules.words import MandateState

TEXT_MAX = 500
NOTE_MAX = 1000
FAR = 366 * 3
ASKS = da("søger om")


@dataclass(frozen=True)
class Terms:
    """The words of a promise: what, for what, by when, followed up by whom, when and how."""

    text: str
    wish_id: UUID | None = None
    practical_problem: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    mandate: MandateState = MandateState.CLEAR
    decided_by: str = ""
    follow_up_by: UUID | None = None
    follow_up_on: date | None = None
    follow_up_how: str = ""


def locked_text(text: str, mandate: MandateState) -> str:
    """Without a mandate the words are locked to "søger om: …" (domain A9, RT-06).

    After the colon they stand as they were written: they may begin with a verb or with a name.
    """
    words = " ".join(text.split())
    if mandate is MandateState.CLEAR or words.casefold().startswith((ASKS, "ansøger om")):
        return words
    return f"{ASKS.capitalize()}: {words}"


def check_words(text: str, limit: int, field: str, missing: str) -> None:
    """Words are there and not longer than the page can hold."""
    if not text.strip():
        raise Wrong("missing", missing, field)
    if len(text) > limit:
        raise Wrong("too_long", da("Teksten er for lang. Gør den kortere, og gem igen."), field)


def check_terms(terms: Terms, today: date) -> None:
    """A proposal says what, and for which wish or practical problem now (domain 0.4, A6)."""
    asked = locked_text(terms.text, terms.mandate) if terms.text.strip() else ""
    check_words(asked, TEXT_MAX, "text", da("Skriv, hvad der skal ske."))
    if terms.wish_id is None and not terms.practical_problem.strip():
        raise Wrong(
            "no_wish",
            da("Vælg et ønske, eller skriv det praktiske problem, som aftalen skal løse."),
            "practical_problem",
        )
    _check_dates(terms, today)
    if terms.mandate is not MandateState.CLEAR and not terms.decided_by.strip():
        raise Wrong("no_decider", da("Skriv, hvem der skal afgøre det."), "decided_by")


def _check_dates(terms: Terms, today: date) -> None:
    if terms.due_on and terms.starts_on and terms.due_on < terms.starts_on:
        raise due_before_start()
    for value, field in ((terms.due_on, "due_on"), (terms.follow_up_on, "follow_up_on")):
        check_ahead(value, today, field)


def due_before_start() -> Wrong:
    """A promise is not done before it begins; who sees one of the two days only can choose too."""
    return Wrong(
        "due_before_start", da("Fristen ligger før starten. Vælg en senere frist."), "due_on"
    )


def check_follows(terms: Terms) -> None:
    """Whether a promise was kept is asked on its date or later, not before (domain A6)."""
    if terms.due_on and terms.follow_up_on and terms.follow_up_on < terms.due_on:
        raise Wrong(
            "follows_early", da("Opfølgningen ligger før fristen. Ret en af de to dage."),
            "follow_up_on",
        )  # fmt: skip


def without_past_days(terms: Terms, today: date) -> Terms:
    """What is offered anew asks for a new day where the old one has gone (principle 3, D).

    The follow-up goes with the day it followed; a beginning that has been is no beginning to come.
    """
    starts_on = terms.starts_on if terms.starts_on and terms.starts_on >= today else None
    past = (day for day in (terms.due_on, terms.follow_up_on) if day and day < today)
    if any(past):
        return replace(terms, starts_on=starts_on, due_on=None, follow_up_on=None)
    return replace(terms, starts_on=starts_on)


def filled_in(
    said: Terms, due_on: date | None, by: PersonId | None, on: date | None, how: str
) -> Terms:
    """What a proposal left open, by who says yes; what it says stands (domain A6)."""
    return replace(
        said,
        due_on=said.due_on or due_on,
        follow_up_by=said.follow_up_by or by,
        follow_up_on=said.follow_up_on or on,
        follow_up_how=said.follow_up_how or how,
    )


def without_who_left(terms: Terms, team: Collection[UUID]) -> Terms:
    """Who has left the team follows up no more: whoever says yes says who does (domain A6, D)."""
    return terms if terms.follow_up_by in team else replace(terms, follow_up_by=None)


def check_ahead(value: date | None, today: date, field: str) -> None:
    """A promise is about what comes: its date is not past, and not beyond three years."""
    if value is None:
        return
    if value < today:
        raise Wrong("past", da("Datoen er gået. Vælg en dag, der kommer."), field)
    if (value - today).days > FAR:
        raise Wrong("far", da("Datoen ligger for langt ude. Vælg en nærmere dag."), field)


def check_complete(terms: Terms) -> None:
    """One can only say yes to a promise with a date and a follow-up (domain A6, principle 3)."""
    if terms.due_on is None:
        raise Wrong("no_due", da("Vælg, hvornår det senest er gjort."), "due_on")
    if terms.follow_up_by is None:
        raise Wrong("no_follow_up", da("Vælg, hvem der følger op."), "follow_up_by")
    if terms.follow_up_on is None:
        raise Wrong("no_follow_up_day", da("Vælg, hvornår der følges op."), "follow_up_on")


def check_still_ahead(terms: Terms, today: date) -> None:
    """A yes to a date that has gone is no promise: the maker proposes another day."""
    if terms.due_on and terms.due_on < today:
        raise Wrong(
            "due_is_past",
            da("Fristen er gået. Foreslå en ny dato i stedet for at sige ja."),
            "due_on",
        )


def check_yes(said: Terms, terms: Terms, today: date) -> None:
    """A yes is to a whole promise that lies ahead; what it filled in fits what was said."""
    check_complete(terms)
    check_still_ahead(terms, today)
    if (terms.due_on, terms.follow_up_on) != (said.due_on, said.follow_up_on):
        _check_dates(terms, today)
        check_follows(terms)


def may_accept(maker: UUID | None, actor: UUID, team: Collection[UUID]) -> bool:
    """For buttons; the gate is `check_may_accept`."""
    return actor in team and maker in (None, actor)


def check_may_accept(maker: UUID | None, actor: UUID, team: Collection[UUID]) -> None:
    """Nobody promises on another's behalf: only the maker accepts; an open one, any in the team."""
    if not may_accept(maker, actor, team):
        raise NotAllowed(
            "not_the_maker",
            da("Kun den, der skal holde aftalen, kan sige ja til den. Bed personen om at svare."),
        )


def check_maker(maker: UUID | None, team: Collection[UUID], field: str = "maker") -> None:
    """One person makes it, an employee in the citizen's team; or nobody has said yes yet."""
    if maker is not None and maker not in team:
        raise Wrong(
            "not_in_team",
            da("Personen er ikke med i borgerens team. Tag personen med i teamet først."),
            field,
        )


def check_backup(backup: UUID | None, maker: UUID | None, team: Collection[UUID]) -> None:
    """Who takes over when the maker is away is somebody else, and of the team too (domain A6)."""
    check_maker(backup, team, "backup")
    if backup is not None and backup == maker:
        raise Wrong(
            "backup_is_maker",
            da("Den, der skal gøre det, kan ikke tage over for sig selv. Vælg en anden."),
            "backup",
        )


def check_rating(rating: int | None) -> None:
    """Nought to ten, if she likes (domain 0.4)."""
    if rating is not None and rating not in range(11):
        raise Wrong("rating", da("Vælg et tal fra 0 til 10, eller lad det stå tomt."), "rating")
