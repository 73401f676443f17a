"""What is done in the room from any of its screens, also one that was without a net (C5).

Each act is done once, however often it is sent. Where what its writer saw is no longer so, nothing
is changed: both wait beside each other for who leads.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.journeys.hold_meeting import propose, tell, withdraw
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Refusal, Wrong
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.queries import acting
from landfast.meetings.rules import Answers, Decides, Stage, ThemeEnd, TurnKind, merging
from landfast.meetings.rules.acts import Act, Done, Why
from landfast.meetings.rules.merging import ActKind, Choice, Clash
from landfast.meetings.rules.turns import SEATED, Said, kind_now, open_theme
from landfast.plan import actions as plan_actions
from landfast.plan import queries as plan
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.answering import Report, is_still_open
from landfast.plan.rules.life import RUNNING
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import AgreementState

Code = TypeVar("Code", bound=StrEnum)
TOLD_AS: dict[str, AgreementState] = {
    Report.KEPT: AgreementState.KEPT, Report.PARTLY: AgreementState.PARTLY,
    Report.NOT_KEPT: AgreementState.BROKEN,
}  # fmt: skip
HOW: dict[ActKind, tuple[type[StrEnum], bool]] = {
    ActKind.SAY: (TurnKind, True), ActKind.TELL: (Report, False), ActKind.THEME: (ThemeEnd, True),
    ActKind.DECIDES: (Decides, True), ActKind.STAGE: (Stage, False),
    ActKind.ANSWERS: (Answers, False),
}  # fmt: skip
"""The codes that each kind's `how` is one of, and whether it may be left out."""
GONE = da("Det, ordene handlede om, er her ikke mere.")
OF_PROMISES = frozenset({*merging.PROMISES, ActKind.TELL})
MUTE = frozenset({TurnKind.PASS, TurnKind.NO_ANSWER, TurnKind.CLOSED, TurnKind.GIVEN})


@journey
def take(*, actor: Actor, meeting_id: UUID, act: Act) -> Done:
    """Do what was pressed, or keep it beside what stands.

    Refused without words of anybody's, it is told at once, and nothing is kept. So is a choice
    that there is not: it could be shown to nobody, and so never be settled (Wrong). Refused with
    words, they wait for who leads beside why: by a rule, because what it was about is gone, or
    because its writer may not. Of who can write nothing in the course no more, nothing is kept
    here: NotAllowed or NotFound, and the words stay on their writer's own screen.
    """
    course_id = queries.course_of(meeting_id)
    require(actor, Permission.MEETING_ANSWER, course=course_id)
    if (before := acting.act_done(act.id)) is not None:
        return before
    _check_how(act)
    running = acting.is_running(meeting_id)
    seen, now_saw = merging.Seen(act.kind, act.saw, act.how), ""
    try:
        found = merging.clash(seen, _stands(course_id, meeting_id, act), is_running=running)
        if found is None:
            with transaction.atomic():
                now_saw = _do(actor, meeting_id, act)
    except (NotNow, Wrong, NotAllowed, NotFound) as refusal:
        if not act.text.strip():
            raise
        found, act = Clash.RULE, replace(act, why=_why(refusal))
    actions.keep_act(actor=actor, meeting_id=meeting_id, act=act, now_saw=now_saw, clash=found)
    return Done(now_saw, found or "")


def _why(refusal: Refusal) -> Why:
    """The sentence that the leader reads beside the words; what is gone is said to be gone."""
    if isinstance(refusal, NotFound):
        return Why(GONE)
    return Why(refusal.words, {name: str(value) for name, value in refusal.values.items()})


def _check_how(act: Act) -> None:
    codes, may_be_empty = HOW.get(act.kind, (None, True))
    if codes is None or (may_be_empty and not act.how):
        return
    if act.how not in list(codes):
        raise Wrong("what_act", da("Siden var ikke hel. Åbn den igen."))


def _stands(course_id: UUID, meeting_id: UUID, act: Act) -> str | None:
    if act.kind not in OF_PROMISES:
        return acting.stands(meeting_id, act)
    row = plan.agreement(_about(act), course_id)
    if act.kind is ActKind.TELL:
        same = TOLD_AS.get(act.how) is row.state and not act.text.strip()
        return str(row.version) if row.state in RUNNING else act.how if same else None
    return str(row.version) if row.state is AgreementState.PROPOSED else None


def _about(act: Act) -> UUID:
    if act.about is None:
        raise NotFound
    return act.about


def _do(actor: Actor, meeting_id: UUID, act: Act) -> str:
    """Each kind by its own gate; answers what its writer has seen from now on."""
    acts: dict[ActKind, Callable[[], str]] = {
        ActKind.SAY: lambda: _say(actor, meeting_id, act),
        ActKind.NOTE: lambda: _note(actor, meeting_id, act, act.text),
        ActKind.ACCEPT: lambda: _accept(actor, act),
        ActKind.WITHDRAW: lambda: _withdraw(actor, meeting_id, act),
        ActKind.TELL: lambda: _tell(actor, meeting_id, act),
        ActKind.THEME: lambda: _theme(actor, meeting_id, act),
        ActKind.DECIDES: lambda: _decides(actor, meeting_id, act),
        ActKind.STAGE: lambda: _stage(actor, meeting_id, act),
        ActKind.HAND: lambda: _hand(actor, meeting_id, act),
        ActKind.ANSWERS: lambda: _answers(actor, meeting_id, act),
    }
    return acts[act.kind]()


def _said(meeting_id: UUID, act: Act) -> Said:
    """The turn; a note without a kind gets it from where the table is."""
    if act.theme is None:
        raise NotFound
    if act.how:
        kind = _one(TurnKind, act.how)
    else:
        kind = kind_now(acting.table_now(meeting_id), act.seat, has_words=bool(act.text.strip()))
    return Said(act.theme, kind, act.seat if kind in SEATED else None)


def _one(codes: type[Code], code: str) -> Code:
    """A code that came from a screen."""
    try:
        return codes(code)
    except ValueError:
        raise NotFound from None


def _say(actor: Actor, meeting_id: UUID, act: Act) -> str:
    said, seq = _said(meeting_id, act), int(act.saw) + 1
    if said.kind in MUTE and act.text.strip():
        raise Wrong("words_left", da("Du har skrevet noget. Gem det først, eller slet det."))
    actions.say(actor=actor, meeting_id=meeting_id, seq=seq, said=said, text=act.text)
    return str(seq)


def _note(actor: Actor, meeting_id: UUID, act: Act, text: str) -> str:
    return str(
        actions.rewrite_note(actor=actor, meeting_id=meeting_id, turn_id=_about(act), text=text)
    )


def _accept(actor: Actor, act: Act) -> str:
    plan_actions.accept_agreement(actor=actor, agreement_id=_about(act))
    return ""


def _withdraw(actor: Actor, meeting_id: UUID, act: Act) -> str:
    withdraw(actor=actor, meeting_id=meeting_id, agreement_id=_about(act))
    return ""


def _tell(actor: Actor, meeting_id: UUID, act: Act) -> str:
    """Where it was told already, both said the same: `_stands` has seen to it."""
    report, about = _one(Report, act.how), _about(act)
    if plan.agreement(about, queries.course_of(meeting_id)).state not in RUNNING:
        return ""
    tell(actor=actor, meeting_id=meeting_id, agreement_id=about, report=report, because=act.text)
    return ""


def _theme(actor: Actor, meeting_id: UUID, act: Act) -> str:
    ended = _one(ThemeEnd, act.how) if act.how else None
    if act.theme is None:
        raise NotFound
    actions.end_theme(actor=actor, meeting_id=meeting_id, theme_id=act.theme, ended=ended)
    return act.how


def _decides(actor: Actor, meeting_id: UUID, act: Act) -> str:
    decides = _one(Decides, act.how) if act.how else None
    if act.theme is None:
        raise NotFound
    actions.say_where_decided(
        actor=actor, meeting_id=meeting_id, theme_id=act.theme, decides=decides
    )
    return act.how


def _stage(actor: Actor, meeting_id: UUID, act: Act) -> str:
    actions.move_to(actor=actor, meeting_id=meeting_id, stage=_one(Stage, act.how))
    return act.how


def _hand(actor: Actor, meeting_id: UUID, act: Act) -> str:
    up = act.how == "up"
    if up and act.theme and act.theme != open_theme(acting.table_now(meeting_id)):
        raise NotNow("hand_too_late", da("I taler om noget andet nu. Ræk hånden op igen."))
    actions.raise_hand(actor=actor, meeting_id=meeting_id, up=up)
    return ""


def _answers(actor: Actor, meeting_id: UUID, act: Act) -> str:
    actions.choose_answers(actor=actor, meeting_id=meeting_id, answers=_one(Answers, act.how))
    return ""


@journey
def settle(*, actor: Actor, course_id: UUID, act_id: UUID, choice: str) -> Choice:
    """Both were shown side by side; who leads says what stands. Nobody says yes for another."""
    held = acting.held_act(act_id)
    if held.course_id != course_id:
        raise NotFound
    require(actor, Permission.MEETING_LEAD, course=course_id)
    running = acting.is_running(held.meeting_id)
    about = plan.agreement(_about(held.act), course_id) if held.act.kind in OF_PROMISES else None
    offered = offered_for(held, about, is_running=running)
    chosen = merging.check_choice(choice, offered, is_settled=held.is_settled)
    if chosen is Choice.BOTH:
        text = merging.both(held.note, held.act.text)
        _note(actor, held.meeting_id, held.act, text)
    if chosen is Choice.LATE:
        try:
            _late(actor, held)
        except (NotAllowed, NotFound) as refusal:  # who leads chose it: not a door that is shut
            why = _why(refusal)
            raise NotNow("still_refused", why.words, **why.values) from None
    actions.settle_act(actor=actor, act_id=act_id, chosen=chosen)
    return chosen


def offered_for(
    held: acting.HeldAct, about: AgreementRow | None, *, is_running: bool
) -> tuple[Choice, ...]:
    """What can be chosen for what waits; `about` is its promise as it stands now, where it has one.

    A promise that has been answered is not taken back, and what was told is not told anew.
    """
    return merging.choices(
        held.clash, held.act.kind, is_running=is_running, may_still=_may_still(held, about)
    )


def _may_still(held: acting.HeldAct, about: AgreementRow | None) -> bool:
    if held.act.kind is ActKind.WITHDRAW:
        return about is not None and is_still_open(about.state, about.offered_at)
    if held.act.kind is ActKind.TELL:
        return about is not None and about.state in RUNNING
    return True


def _late(actor: Actor, held: acting.HeldAct) -> None:
    """What came late is done after all; a promise is asked for anew."""
    act, meeting_id = held.act, held.meeting_id
    if act.kind is ActKind.ACCEPT:
        _ask_again(actor, held)
    elif act.kind is ActKind.SAY:
        how = "" if act.how in MUTE and act.text.strip() else act.how  # its words are a note
        said = _said(meeting_id, replace(act, theme=_theme_for(held), how=how))
        actions.write_in(actor=actor, meeting_id=meeting_id, said=said, text=act.text)
    else:
        _do(actor, meeting_id, act)


def _theme_for(held: acting.HeldAct) -> UUID:
    """Where a note is put that came late: its own theme, else the one that the table is at."""
    themes = [theme.id for theme in queries.meeting(held.meeting_id).themes]
    if not themes:
        raise NotNow("no_theme", da("Skriv et tema først. Så kan ordene gemmes som note."))
    own = held.act.theme
    return own if own in themes else open_theme(acting.table_now(held.meeting_id)) or themes[-1]


def _ask_again(actor: Actor, held: acting.HeldAct) -> None:
    """The same promise, proposed to the one who had said yes: the yes must be given anew."""
    row = plan.agreement(_about(held.act), held.course_id)
    if row.state is AgreementState.PROPOSED:
        return
    terms = Terms(
        row.text, due_on=row.due_on, wish_id=row.wish_id,
        practical_problem="" if row.wish_id else row.practical_problem,
        follow_up_by=actor.person_id, follow_up_on=row.due_on,
    )  # fmt: skip
    propose(
        actor=actor, meeting_id=held.meeting_id, terms=terms,
        maker=row.maker.id if row.maker else None,
    )  # fmt: skip
