"""A meeting that was held on paper is typed in afterwards: the form's parts in the form's order.

The order of turns is not asked: it was kept at the table. Nobody's yes is typed in for them; a
cross on paper is a help to remember, and each agreement waits for its maker (principle 3).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actor import Actor
from landfast.journeys import hold_meeting
from landfast.kernel.clock import date_in_denmark, now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import Refusal, Wrong
from landfast.kernel.text import da
from landfast.meetings import actions, queries
from landfast.meetings.actions.from_paper import note_from_paper
from landfast.meetings.queries import MeetingView
from landfast.meetings.rules import Stage, ThemeEnd, TurnKind
from landfast.meetings.rules.ahead import check_was_held
from landfast.meetings.rules.preparing import Onward, check_onward, check_start, stages
from landfast.meetings.rules.turns import Said
from landfast.plan.rules.promise import Terms, check_follows, check_terms


@dataclass(frozen=True)
class ThemeOnPaper:
    """One theme; without an id it came up at the table."""

    id: UUID | None
    words: str
    citizen: str
    others: str
    solution: str

    @property
    def is_empty(self) -> bool:
        """Was nothing written?"""
        return not "".join((self.citizen, self.others, self.solution)).strip()


@dataclass(frozen=True)
class AgreedOnPaper:
    """One line of the table of agreements."""

    text: str
    maker: PersonId | None
    due_on: date | None
    follow_up_on: date | None


@dataclass(frozen=True)
class Sheet:
    """The whole form."""

    present: Collection[UUID]
    themes: Sequence[ThemeOnPaper]
    agreed: Sequence[AgreedOnPaper]
    onward: Onward
    closing_words: str = ""
    held_early: bool = False
    """Somebody has said that it was held before its day."""

    @property
    def is_empty(self) -> bool:
        """Was nobody there, and nothing written?"""
        themes = all(one.is_empty and (one.id or not one.words.strip()) for one in self.themes)
        agreed = "".join(one.text for one in self.agreed) + self.closing_words
        return themes and not self.present and not agreed.strip()


def sit_to_type(actor: Actor, course_id: UUID, meeting_id: UUID) -> hold_meeting.AtTheTable:
    """The meeting whose paper is about to be typed in: it is one that can begin."""
    table = hold_meeting.sit_at_table(actor, course_id, meeting_id)
    check_start(table.room.meeting.state, table.room.meeting.attends)
    return table


@journey
def type_from_paper(*, actor: Actor, meeting_id: UUID, sheet: Sheet) -> UUID:
    """All of it or nothing: the meeting is held, and a draft of the minutes is made.

    She owes no words: a theme of which nothing was written is kept for the next meeting.
    """
    for wrong in faults(queries.meeting(meeting_id), sheet):
        raise wrong
    actions.start_meeting(actor=actor, meeting_id=meeting_id, present=sheet.present)
    order = stages(queries.meeting(meeting_id).reflects)
    for stage in order[1 : order.index(Stage.THEMES) + 1]:
        actions.move_to(actor=actor, meeting_id=meeting_id, stage=stage)
    known = [_write(actor, meeting_id, one) for one in sheet.themes]
    first = next((key for key in known if key), None)
    for number, agreed in enumerate(sheet.agreed):
        _propose(actor, meeting_id, number, agreed, first)
    actions.move_to(actor=actor, meeting_id=meeting_id, stage=Stage.CLOSING)
    minutes = hold_meeting.end(
        actor=actor, meeting_id=meeting_id, onward=sheet.onward, closing_words=sheet.closing_words
    )
    others = {key: one.others for key, one in zip(known, sheet.themes, strict=True) if key}
    note_from_paper(actor=actor, minutes_id=minutes, others=others)
    return minutes


def faults(meeting: MeetingView, sheet: Sheet) -> list[Wrong]:
    """All that the paper lacks, each at its field, so that it is told at once."""
    starts = date_in_denmark(meeting.starts_at) if meeting.starts_at else None
    asked: list[tuple[str, Callable[[], None]]] = [
        ("", partial(check_was_held, starts, today(), held_early=sheet.held_early)),
        ("", partial(_check_something, sheet)),
        *((f"t{n}_", partial(_check_theme, one)) for n, one in enumerate(sheet.themes)),
        *((f"a{n}_", partial(_check_agreed, one)) for n, one in enumerate(sheet.agreed)),
        ("", partial(
            check_onward, sheet.onward, now(), speaks_responsibility=meeting.speaks_responsibility,
            needs_next_date=meeting.form.needs_next_date,
        )),
    ]  # fmt: skip
    return [wrong for at, check in asked if (wrong := _wrong(at, check))]


def _wrong(at: str, check: Callable[[], None]) -> Wrong | None:
    try:
        check()
    except Wrong as wrong:
        return Wrong(wrong.code, wrong.words, f"{at}{wrong.field}", **wrong.values)
    return None


def _check_something(sheet: Sheet) -> None:
    if sheet.is_empty:
        raise Wrong("empty_sheet", da("Sæt kryds, eller skriv noget."), "present")


def _check_theme(one: ThemeOnPaper) -> None:
    if one.id is None and not one.is_empty and not one.words.strip():
        raise Wrong("no_theme", da("Skriv, hvad temaet var."), "words")


def _check_agreed(one: AgreedOnPaper) -> None:
    if one.text.strip():
        terms = Terms(one.text, None, one.text, due_on=one.due_on, follow_up_on=one.follow_up_on)
        check_terms(terms, today())
        check_follows(terms)
    elif one.maker or one.due_on:
        raise Wrong("no_text", da("Skriv, hvad der skal ske."), "text")


def _write(actor: Actor, meeting_id: UUID, one: ThemeOnPaper) -> UUID | None:
    key = one.id
    if key is None:
        if one.is_empty and not one.words.strip():
            return None
        key = actions.add_theme(actor=actor, meeting_id=meeting_id, words=one.words)
    for kind, words in ((TurnKind.INPUT, one.citizen), (TurnKind.SOLUTION, one.solution)):
        if words.strip():
            actions.write_in(actor=actor, meeting_id=meeting_id, said=Said(key, kind), text=words)
    if not (one.citizen + one.solution).strip():
        ended = ThemeEnd.SPOKEN if one.others.strip() else ThemeEnd.PARKED
        actions.end_theme(actor=actor, meeting_id=meeting_id, theme_id=key, ended=ended)
    return key


def _propose(
    actor: Actor, meeting_id: UUID, number: int, one: AgreedOnPaper, theme: UUID | None
) -> None:
    if not one.text.strip():
        return
    terms = Terms(
        one.text, due_on=one.due_on, follow_up_by=actor.person_id,
        follow_up_on=one.follow_up_on or one.due_on,
    )  # fmt: skip
    try:
        hold_meeting.propose(
            actor=actor, meeting_id=meeting_id, terms=terms, maker=one.maker, theme_id=theme,
            again=True,  # the paper is written off as it stands
        )  # fmt: skip
    except Refusal as refusal:
        at = f"a{number}_{refusal.field}" if refusal.field else None
        raise type(refusal)(refusal.code, refusal.words, at, **refusal.values) from refusal
