"""Who may answer for an agreement, change it, or say yes to the maker's own words."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from landfast.access.roles import CourseRole, may_in_course
from landfast.access.rules import Permission
from landfast.course.rules.her_word import check_her_word
from landfast.kernel.refusals import NotAllowed, NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan.rules import life
from landfast.plan.rules.words import Act, AgreementState

Roles = frozenset[CourseRole]


class Report(StrEnum):
    """How it went: kept, partly, not kept."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"


ACT_OF_REPORT = {
    Report.KEPT: Act.KEEP,
    Report.PARTLY: Act.KEEP_PARTLY,
    Report.NOT_KEPT: Act.BREAK,
}


def is_maker(maker: UUID | None, actor: UUID) -> bool:
    """For buttons; the gate is `check_is_maker`."""
    return maker == actor


def check_is_maker(maker: UUID | None, actor: UUID) -> None:
    """Nobody answers on another's behalf (product, principle 3)."""
    if not is_maker(maker, actor):
        raise NotAllowed(
            "not_the_maker",
            da("Kun den, der er spurgt, kan svare på aftalen. Bed personen om at svare."),
        )


def follows_up(roles: Roles) -> bool:
    """Does one of these roles follow up on others' agreements with the citizen (domain A7)?"""
    return may_in_course(roles, Permission.AGREEMENT_FOLLOW_UP)


def speaks_as_maker(maker: UUID | None, proposer: UUID, actor: UUID, roles: Roles) -> bool:
    """The maker herself; or, while nobody is asked, an employee who takes it up."""
    if maker is not None:
        return maker == actor
    return proposer != actor and CourseRole.CITIZEN not in roles and not follows_up(roles)


def speaks_for_the_plan(proposer: UUID, actor: UUID, roles: Roles) -> bool:
    """The citizen, whoever proposed it, and those who hold the threads."""
    return actor == proposer or CourseRole.CITIZEN in roles or follows_up(roles)


def may_change(
    maker: UUID | None, proposer: UUID, actor: UUID, roles: Roles, team: Collection[UUID]
) -> bool:
    """For buttons; the gate is `check_may_change`."""
    as_maker = speaks_as_maker(maker, proposer, actor, roles) and actor in team
    return as_maker or speaks_for_the_plan(proposer, actor, roles)


def check_may_change(
    maker: UUID | None, proposer: UUID, actor: UUID, roles: Roles, team: Collection[UUID]
) -> None:
    """A proposal is changed by its maker or by those it comes from; by nobody else."""
    if not may_change(maker, proposer, actor, roles, team):
        raise NotAllowed(
            "not_yours_to_change",
            da("Forslaget er mellem den, der foreslog det, og den, der er spurgt."),
        )


def may_say_yes(offered_at: datetime | None, maker: UUID | None, actor: UUID) -> bool:
    """For buttons; the gate is `check_may_say_yes`."""
    return offered_at is None or maker != actor


def check_may_say_yes(offered_at: datetime | None, maker: UUID | None, actor: UUID) -> None:
    """Who has proposed other words waits for the others' yes; her own is not enough (A6)."""
    if not may_say_yes(offered_at, maker, actor):
        raise NotNow(
            "your_words_wait",
            da("Du har foreslået noget andet. Vent på de andres ja, eller foreslå noget nyt."),
        )


def may_confirm(
    offered_at: datetime | None, maker: UUID | None, proposer: UUID, actor: UUID, roles: Roles
) -> bool:
    """For buttons; the gate is `check_may_confirm`."""
    return offered_at is not None and maker != actor and speaks_for_the_plan(proposer, actor, roles)


def check_may_confirm(
    offered_at: datetime | None, maker: UUID | None, proposer: UUID, actor: UUID, roles: Roles
) -> None:
    """Only an offer that the maker has made can be said yes to by others (principle 3)."""
    if offered_at is None:
        raise NotNow(
            "no_offer", da("Der venter ikke et svar på et modforslag. Åbn aftalen igen, og se.")
        )
    if not may_confirm(offered_at, maker, proposer, actor, roles):
        raise NotAllowed(
            "not_yours_to_confirm",
            da("Borgeren, koordinatoren eller den, der foreslog aftalen, svarer på det."),
        )


YOURS = da("Du har allerede sagt ja. Aftalen er din.")


def is_yours(state: AgreementState, maker: UUID | None, actor: UUID) -> bool:
    """Has this one said yes, and does it count?"""
    return state in life.RUNNING and maker == actor


def check_waits_for_yes(state: AgreementState, maker: UUID | None, actor: UUID) -> None:
    """A yes comes once: who says it again is told that it is theirs, another how it stands."""
    if is_yours(state, maker, actor):
        raise NotNow("said_yes_already", YOURS)
    life.check_step(state, Act.ACCEPT)


def may_report(maker: UUID | None, actor: UUID, roles: Roles) -> bool:
    """For buttons; the gate is `check_may_report`."""
    return maker == actor or follows_up(roles)


def check_may_report(maker: UUID | None, actor: UUID, roles: Roles) -> None:
    """The maker tells how it went; or who follows up, on the maker's word (domain A7)."""
    if not may_report(maker, actor, roles):
        raise NotAllowed(
            "not_yours_to_report",
            da("Den, der har aftalen, eller koordinatoren fortæller, hvordan det gik."),
        )


def is_for_another(maker: UUID | None, actor: UUID) -> bool:
    """Was it written down for the one who has the promise? Then it is theirs to correct (A7)."""
    return maker is not None and maker != actor


def may_note_told(maker: UUID | None, present: Collection[UUID], roles: Roles) -> bool:
    """For buttons; the gate is `check_note_told`."""
    return maker is not None and maker in present and follows_up(roles)


def check_note_told(maker: UUID | None, present: Collection[UUID], roles: Roles) -> None:
    """At the table the maker tells, and who leads writes it down; of nobody who is not there.

    It tells how it went, never a new promise (domain A7, S001 §5.1.2.3; principle 3).
    """
    if not may_note_told(maker, present, roles):
        raise NotAllowed(
            "not_told_here",
            da("Kun den, der har aftalen og er her, kan fortælle, hvordan det gik."),
        )


def may_take_back(told_at: datetime | None, maker: UUID | None, actor: UUID) -> bool:
    """For buttons; the gate is `check_take_back`."""
    return told_at is not None and maker == actor


def check_take_back(told_at: datetime | None, maker: UUID | None, actor: UUID) -> None:
    """What another wrote down for the maker is the maker's to correct, and nobody else's."""
    check_is_maker(maker, actor)
    if not may_take_back(told_at, maker, actor):
        raise NotNow("own_words", da("Det har du selv fortalt. Foreslå en ny aftale i stedet."))


def check_because(report: Report, because: str) -> None:
    """What was not kept needs its "because": it is what the next agreement is built on."""
    if report is not Report.KEPT and not because.strip():
        raise Wrong("no_because", da("Skriv kort, hvad der kom i vejen."), "because")


def check_citizen_yes(
    state: AgreementState, citizen_said_yes: bool, *, otherwise: bool = False
) -> None:
    """A broken agreement is taken up with its maker when the citizen has said yes (S004 §5.3).

    So is one that went `otherwise`, as she says.
    """
    asks = otherwise or state in {AgreementState.BROKEN, AgreementState.PARTLY}
    if asks and not citizen_said_yes:
        raise Wrong(
            "ask_the_citizen_first",
            da("Spørg borgeren, før du tager det op. Sæt kryds, når borgeren har sagt ja."),
            "citizen_said_yes",
        )


def may_lapse(proposer: UUID, actor: UUID, roles: Roles, state: AgreementState) -> bool:
    """For buttons; the gate is `check_may_lapse`."""
    if CourseRole.CITIZEN in roles or follows_up(roles):
        return True
    return state is AgreementState.PROPOSED and proposer == actor


def check_may_withdraw(proposer: UUID, actor: UUID, roles: Roles, *, at_table: bool) -> None:
    """Who has asked may take the question back; at a meeting also who leads it (fortryd, D)."""
    if proposer != actor and not (at_table and follows_up(roles)):
        raise NotAllowed(
            "not_yours_to_withdraw",
            da("Kun den, der spurgte, kan fortryde. Tal med den, der spurgte."),
        )


def is_unanswered(offered_at: datetime | None) -> bool:
    """For buttons; the gate is `check_is_unanswered`."""
    return offered_at is None


def is_still_open(state: AgreementState, offered_at: datetime | None) -> bool:
    """For buttons; the gates are `life.check_step` and `check_is_unanswered`."""
    return life.may_step(state, Act.WITHDRAW) and is_unanswered(offered_at)


def check_is_unanswered(offered_at: datetime | None) -> None:
    """Other words are an answer too: then it is talked about, and not taken back (D)."""
    if not is_unanswered(offered_at):
        raise NotNow(
            "answered_already",
            da("Der er svaret med andre ord eller en anden dato. Se svaret, før du gør mere."),
        )


def check_may_lapse(
    proposer: UUID, actor: UUID, roles: Roles, state: AgreementState, *, citizen_said_so: bool
) -> None:
    """No longer wanted: on the citizen's word; a proposal also by the one who made it."""
    if not may_lapse(proposer, actor, roles, state):
        raise NotAllowed(
            "not_yours_to_end",
            da("Kun borgeren bestemmer, at aftalen ikke længere er ønsket. Tal med koordinatoren."),
        )
    own = CourseRole.CITIZEN in roles or (state is AgreementState.PROPOSED and proposer == actor)
    check_her_word(is_citizen=own, citizen_said_so=citizen_said_so)
