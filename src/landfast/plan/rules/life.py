"""The life of an agreement as data (domain A6, A7): who may do what to it in which state."""

from dataclasses import dataclass

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.plan.rules.words import Act, AgreementKind
from landfast.plan.rules.words import AgreementState as S


@dataclass(frozen=True)
class Step:
    """One arrow of the machine."""

    before: S
    act: Act
    after: S


_WAITING = (
    Step(S.PROPOSED, Act.ACCEPT, S.ACCEPTED),
    Step(S.PROPOSED, Act.OFFER, S.PROPOSED),
    Step(S.PROPOSED, Act.DECLINE, S.DECLINED),
    Step(S.PROPOSED, Act.TALK, S.PROPOSED),
    Step(S.PROPOSED, Act.WITHDRAW, S.LAPSED),
    Step(S.PROPOSED, Act.LAPSE, S.LAPSED),
    Step(S.PROPOSED, Act.END, S.LAPSED),
    Step(S.PROPOSED, Act.LEAVE, S.LAPSED),
)
_RUNNING = tuple(
    step
    for now in (S.ACCEPTED, S.STARTED)
    for step in (
        Step(now, Act.KEEP, S.KEPT),
        Step(now, Act.KEEP_PARTLY, S.PARTLY),
        Step(now, Act.BREAK, S.BROKEN),
        Step(now, Act.TALK, now),
        Step(now, Act.REPLACE, S.REPLACED),
        Step(now, Act.LAPSE, S.LAPSED),
        Step(now, Act.END, S.LAPSED),
        Step(now, Act.LEAVE, S.LAPSED),
        Step(now, Act.NAME, now),
        Step(now, Act.TAKE_OVER, now),
        Step(now, Act.HAND_BACK, now),
    )
)
_NOT_KEPT = tuple(
    step
    for now in (S.PARTLY, S.BROKEN)
    for step in (
        Step(now, Act.TALK, now),
        Step(now, Act.REPLACE, S.REPLACED),
        Step(now, Act.LAPSE, S.LAPSED),
    )
)
_TAKEN_BACK = tuple(Step(now, Act.TAKE_BACK, S.STARTED) for now in (S.KEPT, S.PARTLY, S.BROKEN))
"""What was written down for the maker at a meeting, and she says that it was not so."""
_HERS = tuple(
    Step(now, act, now)
    for now in (S.ACCEPTED, S.STARTED, S.KEPT, S.PARTLY, S.BROKEN)
    for act in (Act.HERS_YES, Act.HERS_NO, Act.HERS_OTHER)
)
"""How it went to her stands beside what its maker tells, and moves nothing (decisions/)."""
_HERS_BACK = tuple(Step(now, Act.HERS_BACK, now) for now in S if now is not S.NOTED)
"""Whatever has become of the promise since: what she said of it stays hers."""
LIFE: tuple[Step, ...] = (
    *_WAITING,
    Step(S.ACCEPTED, Act.START, S.STARTED),
    *_RUNNING,
    *_NOT_KEPT,
    *_TAKEN_BACK,
    Step(S.KEPT, Act.TALK, S.KEPT),
    *_HERS,
    *_HERS_BACK,
    Step(S.NOTED, Act.REPLACE, S.REPLACED),
    Step(S.NOTED, Act.LAPSE, S.LAPSED),
    Step(S.LAPSED, Act.OFFER_AGAIN, S.PROPOSED),
)
"""Every arrow there is. An agreement begins as PROPOSED, or as NOTED when told from outside."""

BEGINS = frozenset({S.PROPOSED, S.NOTED})
RUNNING = frozenset({S.ACCEPTED, S.STARTED})
OPEN = RUNNING | {S.PROPOSED}
COUNTS = RUNNING | {S.KEPT, S.PARTLY, S.BROKEN}
UNSETTLED = frozenset({S.PARTLY, S.BROKEN})
OVER = frozenset({S.KEPT, S.REPLACED, S.DECLINED, S.LAPSED})

_ARROWS = {(step.before, step.act): step.after for step in LIFE}


def counts(state: S) -> bool:
    """A promise counts from the moment its maker accepted it (product, principle 3)."""
    return state in COUNTS


def is_open(state: S) -> bool:
    """Somebody still has something to answer or to do (S004 §5.3)."""
    return state in OPEN


def may_step(state: S, act: Act) -> bool:
    """For buttons; the gate is `check_step`."""
    return (state, act) in _ARROWS


def check_step(state: S, act: Act) -> S:
    """An agreement moves only along its life; the second of two is told what happened."""
    if not may_step(state, act):
        raise moved_on(state)
    return _ARROWS[(state, act)]


def may_offer_again(kind: AgreementKind) -> bool:
    """What held while a leader decided ended with the question, and is not asked for again."""
    return kind is not AgreementKind.INTERIM


def moved_on(state: S) -> NotNow:
    """What is said to who comes too late: how it stands, and what to do instead."""
    return NotNow("agreement_moved_on", _WHY.get(state, _MOVED_ON))


def check_fresh(version: int, seen: int | None) -> None:
    """Nobody answers words that were changed after the page was opened (stale page)."""
    if seen is not None and seen != version:
        raise NotNow(
            "agreement_changed",
            da("Aftalen er ændret, siden du åbnede siden. Læs den igen, og svar så."),
        )


_MOVED_ON = da("Aftalen er gået videre i mellemtiden. Åbn den igen, og se, hvor den er nu.")
_WHY: dict[S, str] = {
    S.ACCEPTED: da("Der er allerede sagt ja til aftalen. Åbn den igen, og se, hvem der har den."),
    S.STARTED: da("Aftalen er allerede i gang. Åbn den igen, og se, hvor langt den er."),
    S.PROPOSED: da("Ingen har sagt ja til aftalen endnu. Den gælder først, når der er sagt ja."),
    S.DECLINED: da("Der er sagt nej til aftalen. Foreslå en ny, hvis der stadig er brug for den."),
    S.LAPSED: da("Aftalen er ikke længere ønsket. Foreslå en ny, hvis det har ændret sig."),
    S.REPLACED: da("Der er kommet en ny aftale i stedet. Brug den nye."),
    S.KEPT: da("Aftalen er holdt og afsluttet."),
    S.NOTED: da("Aftalen er kun fortalt udefra. Foreslå den her, så kan nogen sige ja til den."),
}
