"""Meetings for tests, by the real actions."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from landfast.access.actor import SYSTEM, Actor
from landfast.course.actions import ending as course_ending
from landfast.kernel.clock import now, today
from landfast.meetings import actions, queries
from landfast.meetings.actions import Frame, Guest
from landfast.meetings.rules import Attends, Stage, ThemeEnd, TurnKind
from landfast.meetings.rules.preparing import Onward, stages
from landfast.meetings.rules.turns import Expected, Said, next_turn
from tests.factories.courses import Lived, started_course
from tests.factories.files import ogg, sent
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.replaying import replayed
from tests.factories.town import Town, as_

DIALOGUES = ("M-02", "M-03")
TEXT = "Jeg vil gerne have ro om natten"


@dataclass
class Met:
    """A meeting and those around it."""

    id: UUID
    lived: Lived
    karen: Actor
    bo: Actor
    anna: Actor
    guests: dict[str, UUID] = field(default_factory=dict)

    @property
    def course_id(self) -> UUID:
        return self.lived.id


def frame(**changes: object) -> Frame:
    """The frame as Jytte wants it, in ten days."""
    given = {
        "starts_at": (now() + timedelta(days=10)).replace(second=0, microsecond=0),
        "minutes_long": 60, "place": "Hjemme hos Jytte", "breaks": "Pause efter en halv time",
        "not_to_talk_about": "Min søn", "largest": 3,
    }  # fmt: skip
    return Frame(**{**given, **changes})  # type: ignore[arg-type]


def load_formats() -> None:
    """As setting up does it: Landfast itself acts."""
    with as_(SYSTEM):
        actions.load_shipped_formats(actor=SYSTEM)


@replayed
def prepared_meeting(town: Town, code: str = "M-01", *, call: bool = False) -> Met:
    """Jytte has chosen themes, frame and people; with `call` it has been called."""
    load_formats()
    lived = started_course(town)
    met = Met(UUID(int=0), lived, town.karen, town.bo, town.anna)
    for person, role in ((town.bo, "home_support"), (town.anna, "ward_staff")):
        in_the_team(lived, person, by=town.karen, role=role)
    sister = named_by_citizen(lived)
    with as_(lived.citizen):
        met.id = actions.open_meeting(
            actor=lived.citizen, course_id=lived.id, format_code=code,
            leader_id=town.karen.person_id,
        )  # fmt: skip
        for words in (TEXT, "Hvem ringer jeg til?") if code not in DIALOGUES else ():
            actions.add_theme(actor=lived.citizen, meeting_id=met.id, words=words)
        for name, guest in {
            "bo": Guest("Kender mig", town.bo.person_id, role="home_support"),
            "anna": Guest("Fra afsnittet", town.anna.person_id, role="ward_staff"),
            "sister": Guest("Hun er min søster", relation_id=sister),
        }.items():
            met.guests[name] = actions.add_participant(
                actor=lived.citizen, meeting_id=met.id, guest=guest
            )
        if code == "M-02":
            actions.give_part(
                actor=lived.citizen, meeting_id=met.id, participant_id=met.guests["anna"],
                part="reflector",
            )  # fmt: skip
        actions.set_frame(actor=lived.citizen, meeting_id=met.id, frame=frame())
        if call:
            actions.call_meeting(actor=lived.citizen, meeting_id=met.id)
    return met


@replayed
def running_meeting(town: Town, stage: Stage = Stage.THEMES, code: str = "M-01") -> Met:
    """The meeting has begun with everybody there; at its closing all themes were talked about."""
    met = prepared_meeting(town, code, call=True)
    with as_(town.karen):
        actions.start_meeting(actor=town.karen, meeting_id=met.id, present=set(met.guests.values()))
        steps = stages("dialogue" if code in DIALOGUES else "")
        for step in steps[1 : steps.index(stage) + 1]:
            actions.move_to(actor=town.karen, meeting_id=met.id, stage=step)
    if stage is Stage.CLOSING:
        settle_themes(met)
    return met


def settle_themes(met: Met, by: Actor | None = None) -> None:
    """They talked about all of it, and nobody took notes."""
    leader = by or met.karen
    with as_(leader):
        for theme in queries.meeting(met.id).themes:
            actions.end_theme(
                actor=leader, meeting_id=met.id, theme_id=theme.id, ended=ThemeEnd.SPOKEN
            )


def say(met: Met, kind: TurnKind, text: str = "", seat: UUID | None = None) -> None:
    """The next turn on the open theme, written by Karen."""
    with as_(met.karen):
        room = queries.room(met.id, met.course_id)
        said = Said(room.next.theme, kind, seat)  # type: ignore[arg-type]
        actions.say(actor=met.karen, meeting_id=met.id, seq=room.seq, said=said, text=text)


SAYS = {
    Expected.CITIZEN_OPENS: TurnKind.INPUT,
    Expected.SPEAKER: TurnKind.INPUT,
    Expected.CITIZEN_ANSWERS: TurnKind.CITIZEN_RESPONSE,
    Expected.TOGETHER: TurnKind.CLOSED,
}


def talk_through(met: Met) -> None:
    """All themes, each with a word from everybody and an answer after each.

    The room is read once: whose turn it is after that, the rule says.
    """
    with as_(met.karen):
        room = queries.room(met.id, met.course_id)
        table = room.table
        for number in range(60):
            turn = next_turn(table)
            if turn.expected is Expected.DONE:
                return
            said = Said(turn.theme, SAYS[turn.expected], turn.seat)  # type: ignore[arg-type]
            actions.say(
                actor=met.karen, meeting_id=met.id, seq=room.seq + number, said=said,
                text=f"Ord nummer {number}",
            )  # fmt: skip
            table = replace(table, log=(*table.log, said))


@replayed
def held_meeting(town: Town) -> Met:
    """Talked through, closed with a next date."""
    met = running_meeting(town)
    talk_through(met)
    with as_(met.karen):
        actions.move_to(actor=met.karen, meeting_id=met.id, stage=Stage.CLOSING)
        actions.end_meeting(
            actor=met.karen, meeting_id=met.id, closing_words="Det var godt at være her",
            onward=Onward(now() + timedelta(days=42), False, ""),
        )  # fmt: skip
    return met


def is_over(met: Met, *present: UUID) -> None:
    """These were there; nothing was said about the themes, and no next date was agreed."""
    with as_(met.karen):
        actions.start_meeting(actor=met.karen, meeting_id=met.id, present=set(present))
        for stage in (Stage.FOLLOW_UP, Stage.THEMES, Stage.CLOSING):
            actions.move_to(actor=met.karen, meeting_id=met.id, stage=stage)
    settle_themes(met)
    with as_(met.karen):
        actions.end_meeting(
            actor=met.karen, meeting_id=met.id, closing_words="Tak",
            onward=Onward(None, True, "Vi ringes"),
        )  # fmt: skip


def leaves(met: Met, how: str) -> None:
    """The course is over: by her death, or because she says that she will stop."""
    course, her = met.course_id, met.lived.citizen
    if how == "death":
        with as_(met.karen):
            course_ending.note_death(actor=met.karen, course_id=course, died_on=today())
    else:
        with as_(her):
            course_ending.stop(actor=her, course_id=course)


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    """An instant."""
    return datetime(year, month, day, hour, tzinfo=UTC)


def spoken(town: Town) -> Met:
    """A meeting that is called, for which she has spoken in her own word."""
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.OWN_WORD,
            own_sound=sent("ord.ogg", ogg()),
        )  # fmt: skip
    return met
