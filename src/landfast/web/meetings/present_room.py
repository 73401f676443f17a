"""What the screens of the room show, as finished data."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.journeys.act_in_room import offered_for
from landfast.journeys.hold_meeting import AtTheTable
from landfast.kernel.text import da
from landfast.meetings.queries import MeetingView
from landfast.meetings.queries.acting import HeldAct
from landfast.meetings.rules import Decides, Stage, ThemeEnd, TurnKind
from landfast.meetings.rules.merging import ActKind, Choice, Clash
from landfast.meetings.rules.minutes import Line
from landfast.meetings.rules.turns import THE_LEADER, Expected, silent_themes, speaks_on
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.answering import is_still_open
from landfast.plan.rules.deciding import may_ask_decision
from landfast.plan.rules.outside import may_ask_outside
from landfast.plan.rules.words import AgreementState
from landfast.web.meetings import present
from landfast.web.meetings.forms import REPORT_CHOICES
from landfast.web.parts.shapes import Person, Promise, State, StateKind, Turn

DECIDES = {
    Decides.HERE: gettext_lazy("Kan afgøres her"),
    Decides.APPLIED: gettext_lazy("Skal søges om"),
    Decides.LEADER: gettext_lazy("Kræver en leder"),
}
THEMES: dict[str, tuple[StateKind, object]] = {
    "now": ("due", gettext_lazy("Nu")),
    "later": ("waiting", gettext_lazy("Venter")),
    "left": ("kept", gettext_lazy("Talt om")),
    ThemeEnd.SPOKEN: ("kept", gettext_lazy("Talt om")),
    ThemeEnd.PARKED: ("open", gettext_lazy("Gemt til senere")),
    ThemeEnd.DROPPED: ("ended", gettext_lazy("Ikke i dag")),
}
HELD = {
    Clash.NOTE: gettext_lazy("Den samme note er rettet to steder"),
    Clash.TURN: gettext_lazy("Ordet var givet videre, da det her kom"),
    Clash.PROMISE: gettext_lazy("Forslaget var ændret, da svaret kom"),
    Clash.CHOICE: gettext_lazy("I har valgt forskelligt to steder"),
    Clash.RULE: gettext_lazy("Det kunne ikke skrives ind, da det kom"),
    Clash.OVER: gettext_lazy("Mødet var slut, da det her kom"),
    Clash.TOLD: gettext_lazy("Det var allerede fortalt, hvordan det gik"),
}
CHOICES = {
    Choice.STANDS: gettext_lazy("Behold det, der står"),
    Choice.LATE: gettext_lazy("Brug det, der kom senere"),
    Choice.BOTH: gettext_lazy("Behold begge"),
}
REPORTS = dict(REPORT_CHOICES)
LATE = {
    ActKind.SAY: gettext_lazy("Skriv det ind nu"),
    ActKind.ACCEPT: gettext_lazy("Spørg igen"),
}
REFUSED = {
    ActKind.SAY: {Choice.LATE: gettext_lazy("Gem som note")},
    ActKind.TELL: {Choice.LATE: gettext_lazy("Prøv igen")},
}
"""What was refused is not merely late: the words become a note, or it is tried once more."""
WAITS = gettext_lazy("Er gemt. Mødelederen ser begge dele og vælger.")


@dataclass(frozen=True)
class ThemeLine:
    """A theme as all at the table see it, with what can be chosen for it."""

    id: UUID
    words: str
    state: State
    ended: str
    decides: str
    where: str
    is_now: bool


@dataclass(frozen=True)
class SideBySide:
    """What stands, what came late, and what can be chosen."""

    id: UUID
    title: str
    by: str
    stands: list[str]
    late: str
    words: str
    """What somebody wrote: it can be copied, whatever is chosen."""
    why: str
    """Why it could not be done, where it was refused."""
    choices: list[tuple[str, str]]


@dataclass(frozen=True)
class Proposed:
    """A promise as it is made, with its number for an answer."""

    card: Promise
    id: UUID
    version: int
    is_mine: bool
    is_open: bool
    by_code: bool
    """Somebody without a login is asked, and answers by a code said aloud."""
    asks_outside: bool
    """Nobody is asked yet: somebody outside can be."""
    may_withdraw: bool
    """By who looks: who made it, or who leads."""
    asks_leader: bool
    """It waits or runs: a leader can be asked about it."""


def themes(table: AtTheTable) -> list[ThemeLine]:
    """All themes: none is out of sight, the parked ones neither. Before them none is "now"."""
    speaks = table.room.meeting.stage is Stage.THEMES
    now = table.room.next.theme if speaks else None
    left = {said.theme for said in table.room.table.log if said.kind is TurnKind.CLOSED}
    return [
        ThemeLine(
            one.id, one.words, _theme_state(one.id, one.ended, now, left),
            one.ended, one.decides, str(DECIDES[Decides(one.decides)]) if one.decides else "",
            one.id == now,
        )
        for one in table.room.meeting.themes
    ]  # fmt: skip


def silent(table: AtTheTable) -> list[tuple[UUID, str]]:
    """Themes that nobody has spoken to."""
    quiet = silent_themes(table.room.table)
    return [(one.id, one.words) for one in table.room.meeting.themes if one.id in quiet]


def _theme_state(theme: UUID, ended: str, now: UUID | None, left: set[UUID]) -> State:
    if ended:
        return present.state(THEMES[ended])
    name = "now" if theme == now else "left" if theme in left else "later"
    return present.state(THEMES[name])


THEME_MAX = 90
"""So much of a theme as a question can hold."""
QUESTIONS = {
    Expected.CITIZEN_OPENS: da("Hvad vil du sige om »%(theme)s«?"),
    Expected.SPEAKER: da("Hvad kan hjælpe – også ud over dit eget fag?"),
    Expected.CITIZEN_ANSWERS: da("Passer det? Vil du svare eller rette?"),
    Expected.REFLECTION: da("Hvad hørte du? Fortæl det til de andre, der reflekterer."),
    Expected.TOGETHER: da("Hvad bliver I enige om?"),
}


IN_DIALOGUE = {
    Expected.SPEAKER: da("Hvad tænker du om det, du har hørt?"),
    Expected.CITIZEN_ANSWERS: da("Hvad tænkte du, mens du lyttede?"),
}


WITHOUT_HER = {Expected.REFLECTION: da("Hvad tænker du? Fortæl det til de andre.")}
"""Nobody has told anything that could be heard: she is not there."""


def turn(table: AtTheTable) -> Turn | None:
    """Whose turn, big; who waits, small; her answer always the next thing after each."""
    now = table.room.next
    if now.expected is Expected.DONE:
        return None
    meeting = table.room.meeting
    people = {guest.id: Person(guest.name, present.role_of(guest)) for guest in meeting.guests}
    people[THE_LEADER] = Person(meeting.leader)
    her = Person(table.whose.called)
    together = now.expected is Expected.TOGETHER
    speaker = people[now.seat] if now.seat else her
    if together:
        speaker = Person(_("Alle sammen"))
    answer = ""
    hers_next = table.room.table.answers == "after_each" or table.room.table.hand_waits
    if now.expected is Expected.SPEAKER and hers_next:
        answer = _("%(name)s får ordet") % {"name": table.whose.called}
    if now.expected is Expected.REFLECTION and table.room.table.with_citizen:
        answer = _("%(name)s, som lytter imens") % {"name": table.whose.called}
    asked = {
        **QUESTIONS, **(IN_DIALOGUE if meeting.reflects else {}),
        **({} if table.room.table.with_citizen else WITHOUT_HER),
    }  # fmt: skip
    waiting = tuple(people[one] for one in now.waiting)
    about = next((one.words for one in meeting.themes if one.id == now.theme), "")
    question = _(asked[now.expected]) % {"theme": Truncator(about).chars(THEME_MAX)}
    if now.theme and speaks_on(table.room.table, now.theme):
        question = _("Vil du sige mere?")
    return Turn(speaker, question, answer, waiting, together)


def proposed(table: AtTheTable, actor_id: UUID) -> list[Proposed]:
    """The promises of this meeting, the newest last; a yes is asked of its maker only."""
    return [
        Proposed(
            present.promise(row), row.id, row.version,
            row.maker is not None and row.maker.id == actor_id,
            row.state is AgreementState.PROPOSED and not row.is_refused,
            row.state is AgreementState.PROPOSED and row.is_outside and not row.offered_at,
            may_ask_outside(row.state, has_maker=row.maker is not None),
            table.may_lead and is_still_open(row.state, row.offered_at),
            may_ask_decision(row.state, waits=False),
        )
        for row in table.proposals
    ]  # fmt: skip


def decides_choices() -> list[tuple[str, str]]:
    """The labels that those present can say aloud."""
    return [("", _("Ikke sagt endnu")), *((one.value, str(DECIDES[one])) for one in DECIDES)]


@dataclass(frozen=True)
class Around:
    """What an act that waits is read with."""

    meeting: MeetingView
    called: str
    agreements: list[AgreementRow]


def side_by_side(
    table: AtTheTable, held: Iterable[HeldAct], *, is_running: bool
) -> list[SideBySide]:
    """Each act that waits, beside what stands now in the room."""
    return beside(
        table.room.meeting,
        table.whose.called,
        [*table.proposals, *(one.row for one in table.follow_up)],
        held,
        is_running=is_running,
    )


def beside(
    meeting: MeetingView, called: str, agreements: list[AgreementRow], held: Iterable[HeldAct],
    *, is_running: bool,
) -> list[SideBySide]:  # fmt: skip
    """The same beside minutes, where the room is no longer."""
    around = Around(meeting, called, agreements)
    return [_beside(around, one, is_running=is_running) for one in held]


def _beside(around: Around, held: HeldAct, *, is_running: bool) -> SideBySide:
    offered = offered_for(held, _agreement(around, held), is_running=is_running)
    label = {**CHOICES, Choice.LATE: LATE.get(held.act.kind, CHOICES[Choice.LATE])}
    if held.clash is Clash.RULE:
        offered = offered[::-1]
        label |= REFUSED.get(held.act.kind, {}) | {Choice.STANDS: gettext_lazy("Lad det ligge")}
    elif offered == (Choice.STANDS,):
        label[Choice.STANDS] = gettext_lazy("Jeg har set det")
    return SideBySide(
        held.id, str(HELD[held.clash]), held.by, _standing(around, held), _late(around, held),
        held.act.text, held.act.why.said(_) if held.act.why else "",
        [(one.value, str(label[one])) for one in offered],
    )  # fmt: skip


def _standing(around: Around, held: HeldAct) -> list[str]:
    match held.clash:
        case Clash.NOTE:
            return [held.note or _("Noten er der ikke mere.")]
        case Clash.PROMISE | Clash.TOLD:
            row = _agreement(around, held)
            return [_as_it_stands(row)] if row else []
        case Clash.CHOICE:
            return [_chosen_now(around, held)]
        case _:
            return [line(around.called, one) for one in held.meanwhile]


def _late(around: Around, held: HeldAct) -> str:
    act = held.act
    if act.kind in {ActKind.ACCEPT, ActKind.WITHDRAW}:
        row = _agreement(around, held)
        said = _("Ja til: %(what)s") if act.kind is ActKind.ACCEPT else _("Træk tilbage: %(what)s")
        return said % {"what": row.text if row else ""}
    if act.kind is ActKind.TELL:
        row = _agreement(around, held)
        words = [str(REPORTS[act.how]), row.text if row else "", act.text]
        return ": ".join(filter(None, words))
    if held.clash is Clash.CHOICE:
        return _choice(act.kind, act.how)
    who = _who(around.meeting, act.seat)
    if held.clash in {Clash.TURN, Clash.RULE, Clash.OVER} and act.kind is ActKind.SAY:
        kind = TurnKind(act.how) if act.how else TurnKind.INPUT if act.text else TurnKind.PASS
        return line(around.called, Line(UUID(int=0), kind, act.text, who))
    return act.text


def _who(meeting: MeetingView, seat: UUID | None) -> str:
    """The name at a seat; nothing where it is hers, and never hers where it is not."""
    names = {one.id: one.name for one in meeting.guests} | {THE_LEADER: meeting.leader}
    return names.get(seat, _("En, der ikke er med mere")) if seat else ""


def _as_it_stands(row: AgreementRow) -> str:
    words = [str(present.promise(row).state.word), row.text, row.report]
    return ": ".join(filter(None, words))


def _agreement(around: Around, held: HeldAct) -> AgreementRow | None:
    return next((row for row in around.agreements if row.id == held.act.about), None)


def _chosen_now(around: Around, held: HeldAct) -> str:
    if held.act.kind is ActKind.STAGE:
        return str(present.STAGES[around.meeting.stage])
    theme = next((one for one in around.meeting.themes if one.id == held.act.theme), None)
    if theme is None:
        return _("Temaet er der ikke mere.")
    code = theme.ended if held.act.kind is ActKind.THEME else theme.decides
    return f"{theme.words}: {_choice(held.act.kind, code)}"


def _choice(kind: ActKind, code: str) -> str:
    if kind is ActKind.STAGE:
        return str(present.STAGES[Stage(code)])
    if kind is ActKind.THEME:
        return present.state(THEMES[code or "later"]).word
    return str(DECIDES[Decides(code)]) if code else _("Ikke sagt endnu")


def line(called: str, one: Line) -> str:
    """A turn in one line: who, how, what."""
    who = "" if one.kind in {TurnKind.SOLUTION, TurnKind.PARKED, TurnKind.CLOSED} else one.speaker
    words = [who or ("" if not _is_hers(one) else called), _how(one)]
    return " ".join(filter(None, words)) + (f": {one.text}" if one.text else "")


def _is_hers(one: Line) -> bool:
    return not one.speaker and one.kind not in {
        TurnKind.SOLUTION, TurnKind.PARKED, TurnKind.CLOSED,
    }  # fmt: skip


def _how(one: Line) -> str:
    if one.kind is TurnKind.CLOSED:
        return _("I gik videre til næste tema")
    return str(present.KINDS[one.kind])
