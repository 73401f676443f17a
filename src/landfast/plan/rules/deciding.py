"""A named leader is asked to decide one thing: yes, no or instead, with a reason (product D4)."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan.rules.life import OPEN, OVER, RUNNING, UNSETTLED
from landfast.plan.rules.mandate import granted_text
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementState, MandateState

WORDS_MAX = 500
INTERIM_MAX = 300
REASON_MAX = 300
LONGEST = timedelta(days=30)
"""How long a question stands unanswered before nobody reads it any more (D)."""


class DecisionAbout(StrEnum):
    """What is asked: a grant, who pays, or help with a promise that was not kept."""

    GRANT = "grant"
    BILL = "bill"
    PROMISE = "promise"


class Shown(StrEnum):
    """What the leader may be shown beside the question, each chosen by who asks (F2)."""

    WISH = "wish"
    COST = "cost"
    DUE = "due"
    INTERIM = "interim"
    MAKER = "maker"


class Appeal(StrEnum):
    """How a no can be complained about (klagevejledning)."""

    MUNICIPALITY = "municipality"
    TREATMENT = "treatment"
    NOT_A_RULING = "not_a_ruling"


class Passed(StrEnum):
    """Why a question went on to another leader: the time was up, or the leader is away."""

    LATE = "late"
    AWAY = "away"


APPEAL_WITHIN = timedelta(weeks=4)
"""How long one can complain about what a municipality has decided (retssikkerhedsloven § 67)."""


class DecisionAnswer(StrEnum):
    """What a leader answers."""

    YES = "yes"
    NO = "no"
    INSTEAD = "instead"


ANSWERS: dict[DecisionAnswer, str] = {
    DecisionAnswer.YES: da("Ja"),
    DecisionAnswer.NO: da("Nej"),
    DecisionAnswer.INSTEAD: da("Noget andet i stedet"),
}


LETS = frozenset({DecisionAnswer.YES, DecisionAnswer.INSTEAD})
"""The answers after which something is granted."""
ASKED_OF = {
    DecisionAbout.GRANT: OPEN,
    DecisionAbout.BILL: OPEN,
    DecisionAbout.PROMISE: RUNNING | UNSETTLED,
}


def may_ask_decision(
    state: AgreementState, *, waits: bool, about: DecisionAbout = DecisionAbout.GRANT
) -> bool:
    """Can somebody be asked? For the button and the gate."""
    return state in ASKED_OF[about] and not waits


def check_may_ask_decision(
    state: AgreementState, *, waits: bool, about: DecisionAbout = DecisionAbout.GRANT
) -> None:
    """A decision is asked about a proposal or a promise, of one leader at a time (moment 5)."""
    if not may_ask_decision(state, waits=waits, about=about):
        raise NotNow(
            "no_decision_to_ask",
            da("Der er allerede spurgt, eller aftalen er slut. Åbn aftalen igen."),
        )


def ends_with(state: AgreementState, about: DecisionAbout) -> bool:
    """Is there nothing left to decide when the promise stands so? Nobody is asked any more (F2).

    What was not kept may still wait for the answer, and what was kept is still to be paid.
    """
    return state in OVER and not (about is DecisionAbout.BILL and state is AgreementState.KEPT)


def check_question(question: str, reason: str, *, is_staff: bool, is_self: bool) -> None:
    """The leader sees the question and the reason, and nothing else: so both are needed (F2)."""
    if not is_staff or is_self:
        raise Wrong("not_a_leader", da("Vælg en anden medarbejder, som kan afgøre det."))
    if not question.strip() or len(question) > WORDS_MAX:
        raise Wrong(
            "no_question", da("Skriv, hvad der skal afgøres, med højst 500 tegn."), "question"
        )
    if not reason.strip() or len(reason) > REASON_MAX:
        raise Wrong("no_reason", da("Skriv hvorfor, med højst 300 tegn."), "reason")


def wants_appeal(answer: DecisionAnswer, about: DecisionAbout) -> bool:
    """What is not granted in full says how to complain (forvaltningsloven § 25).

    Something else instead is not all that was applied for: it has the same way to complain as a no.
    """
    return about is DecisionAbout.GRANT and answer is not DecisionAnswer.YES


def check_decision(
    answer: DecisionAnswer,
    because: str,
    instead: str,
    *,
    appeal: Appeal | None = None,
    about: DecisionAbout = DecisionAbout.GRANT,
) -> None:
    """An answer has a reason; "instead" says what; less than asked for, how to complain (D4)."""
    if not because.strip() or len(because) > WORDS_MAX:
        raise Wrong(
            "decision_without_reason", da("Skriv kort hvorfor, så borgeren ved det."), "because"
        )
    if (answer is DecisionAnswer.INSTEAD) is not bool(instead.strip()) or len(instead) > WORDS_MAX:
        raise Wrong(
            "instead_of_what", da("Skriv, hvad der kan lade sig gøre i stedet, når du vælger det."),
            "instead",
        )  # fmt: skip
    if wants_appeal(answer, about) and appeal is None:
        raise Wrong("no_appeal", da("Vælg, hvordan borgeren kan klage over svaret."), "appeal")


def appeal_by(answered_on: date, appeal: Appeal) -> date | None:
    """The last day to complain of what a municipality has decided."""
    return answered_on + APPEAL_WITHIN if appeal is Appeal.MUNICIPALITY else None


def talk_is_due(
    answer: DecisionAnswer | None, answered_on: date | None, talked_on: date | None
) -> bool:
    """A no, or something else instead, starts a new talk with the citizen (RT-12)."""
    if answer not in {DecisionAnswer.NO, DecisionAnswer.INSTEAD} or answered_on is None:
        return False
    return talked_on is None or talked_on < answered_on


def passes_on(answer_by: datetime | None, now: datetime, *, is_there: bool) -> Passed | None:
    """A question goes on when its time is up, or when the leader is away or gone (product D4)."""
    if not is_there:
        return Passed.AWAY
    return Passed.LATE if answer_by is not None and answer_by <= now else None


def check_interim(interim: str) -> None:
    """What holds meanwhile is one sentence."""
    if len(interim) > INTERIM_MAX:
        raise Wrong("too_long", da("Skriv det kortere: højst 300 tegn."), "interim")


def is_to_this_price(told: str | None, costs: str) -> bool:
    """A leader's yes is to the price that they were shown, and to no other (domain A9).

    `told` is the price as the leader was shown it, None where it was not; `costs` is what stands
    now, in the same words, empty where nothing is priced.
    """
    return (told or "") == costs


def is_to_words(
    answer: DecisionAnswer,
    asked_at: datetime,
    changes: Iterable[tuple[datetime, str]],
    text: str,
    words: str | None = None,
) -> bool:
    """A leader's yes is to the words that were asked about; "instead" is to other words (A9).

    `changes` are the history of the promise, oldest first, each with the words before where it
    changed them; `text` is what stands now; `words`, else `text`, what the yes would be put to.
    """
    asked = next((before for at, before in changes if at > asked_at and before), text)
    return answer is DecisionAnswer.INSTEAD or _plain(asked) == _plain(
        text if words is None else words
    )


def _plain(words: str) -> str:
    return granted_text(" ".join(words.split())).casefold()


def shows_of(shows: Collection[Shown], about: DecisionAbout) -> frozenset[Shown]:
    """Who is asked to grant something sees what it costs, chosen or not: else it is no grant."""
    return frozenset(shows) | ({Shown.COST} if about is DecisionAbout.GRANT else frozenset())


def may_take_up(answer: DecisionAnswer | None, mandate: MandateState, state: str) -> bool:
    """Is there a yes that the words of the agreement do not say yet? For button and gate."""
    waits = mandate is not MandateState.CLEAR and state in OPEN
    return answer is DecisionAnswer.YES and waits


def check_may_take_up(answer: DecisionAnswer | None, mandate: MandateState, state: str) -> None:
    """Only a leader's yes unlocks the words (domain A9)."""
    if not may_take_up(answer, mandate, state):
        raise NotNow("no_yes_to_take_up", da("Der er ikke et nyt ja at skrive ind i aftalen."))


def is_refused(mandate: str, state: str) -> bool:
    """A leader has said no to what is proposed: nobody is asked to say yes to it (RT-12)."""
    return mandate == MandateState.REFUSED and state == AgreementState.PROPOSED


def check_not_refused(mandate: str, state: str) -> None:
    """After a leader's no comes a talk and another way, or another question, and no yes."""
    if is_refused(mandate, state):
        raise NotNow(
            "refused",
            da("En leder har sagt nej til det. Foreslå noget andet, eller spørg en leder igen."),
        )


def asked_anew(terms: Terms, before: Terms, *, same_price: bool = True) -> Terms:
    """A no was to the words and the price that were asked about; others may be asked about (A9)."""
    same = same_price and _plain(terms.text) == _plain(before.text)
    if terms.mandate is not MandateState.REFUSED or same:
        return terms
    return replace(terms, mandate=MandateState.APPLICATION)


def check_price(*, same: bool) -> None:
    """Who grants a little has not granted a lot."""
    if not same:
        raise NotNow(
            "other_price", da("Prisen er ændret, siden lederen blev spurgt. Spørg en leder igen.")
        )


def check_asked_words(*, same: bool) -> None:
    """Who lets one thing has not let another."""
    if not same:
        raise NotNow(
            "other_words", da("Ordene er ændret, siden lederen blev spurgt. Spørg en leder igen.")
        )


def granted(terms: Terms, by: str) -> Terms:
    """The terms after a leader's yes."""
    return replace(terms, mandate=MandateState.CLEAR, decided_by=by)


def check_waits(*, waits: bool) -> None:
    """What is answered or taken back is not answered again."""
    if not waits:
        raise NotNow("decision_is_over", da("Spørgsmålet er besvaret eller trukket tilbage."))
