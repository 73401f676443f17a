"""How a promise of somebody else's went, as the citizen says it (domain A7, decisions/).

Her word stands beside the maker's and changes nothing of it. It is about the promise: it is counted
of nobody.
"""

from datetime import date

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.plan.rules import life
from landfast.plan.rules.words import Act, AgreementState, Went

WORDS_MAX = 500
ACT_OF_WENT = {
    Went.HAPPENED: Act.HERS_YES,
    Went.NOT: Act.HERS_NO,
    Went.OTHERWISE: Act.HERS_OTHER,
}
HERS = frozenset({*ACT_OF_WENT.values(), Act.HERS_BACK})
"""What is done to a promise in her name, and not by its maker."""


def may_say(state: AgreementState, due_on: date | None, today: date) -> bool:
    """For buttons; the gate is `check_may_say`."""
    if not life.may_step(state, Act.HERS_YES):
        return False
    return state not in life.RUNNING or (due_on is not None and due_on <= today)


def check_may_say(state: AgreementState, due_on: date | None, today: date) -> None:
    """She says how it went from its day on, or when its maker has told (domain A7)."""
    life.check_step(state, Act.HERS_YES)
    if not may_say(state, due_on, today):
        raise NotNow("not_its_day", da("Dagen er ikke kommet endnu. Du kan sige det fra den dag."))


def may_write_beside(hers: Went | None, *, beside: bool) -> bool:
    """For buttons; the gate is `check_whose_word`."""
    return hers is None or beside


def check_whose_word(hers: Went | None, *, beside: bool, is_citizen: bool) -> None:
    """What she has said herself is changed by her alone; beside her one writes only what is not."""
    if not is_citizen and not may_write_beside(hers, beside=beside):
        raise NotNow(
            "her_own_word",
            da("Borgeren har selv sagt, hvordan det gik. Kun borgeren kan rette det."),
        )


def is_otherwise(hers: Went | None) -> bool:
    """Did it not go as it was promised, to her? Then there is something to talk about (A7)."""
    return hers in {Went.NOT, Went.OTHERWISE}


def may_talk(state: AgreementState, hers: Went | None) -> bool:
    """For buttons; the gate is `check_may_talk`."""
    return life.may_step(state, Act.TALK) and (
        state is not AgreementState.KEPT or is_otherwise(hers)
    )


def check_may_talk(state: AgreementState, hers: Went | None) -> None:
    """A promise that was kept is talked about where she says that it went otherwise (A7)."""
    life.check_step(state, Act.TALK)
    if not may_talk(state, hers):
        raise life.moved_on(state)
