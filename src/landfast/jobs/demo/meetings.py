"""Meetings as they are prepared, held and written: the citizen first, then one at a time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from landfast.access.actor import Actor
from landfast.jobs.demo.life import Life
from landfast.jobs.demo.promises import terms
from landfast.jobs.demo.words import bank
from landfast.jobs.stage import on_stage
from landfast.journeys import hold_meeting
from landfast.journeys.hold_dialogue import Heard, write_afterwards
from landfast.kernel.ids import MeetingId
from landfast.meetings import actions
from landfast.meetings.actions import Frame, Guest
from landfast.meetings.rules import Answers, Part, Reply, Stage, TurnKind
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.turns import THE_LEADER, Expected, Said, Seat, Table, next_turn
from landfast.plan.actions import accept_agreement

MOST_AT_TABLE = 4
BECAUSE = "Det passede borgeren bedst"
"""Said of a meeting that departs from its format, as one called for today does."""
USUAL, OPEN_DIALOGUE, NETWORK_TALK = "M-01", "M-02", "M-03"


@dataclass
class Meeting:
    """A meeting and who sits where."""

    id: MeetingId
    starts_at: datetime
    themes: list[UUID] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    seats: dict[UUID, Actor | None] = field(default_factory=dict)
    answers: Answers = Answers.AFTER_EACH


def prepare(
    life: Life, starts_at: datetime, *, call: bool = True, themes: int = 2, code: str = USUAL
) -> Meeting:
    """Themes, frame and people, chosen by the citizen; called when she is ready."""
    made = life.in_course(
        life.citizen, actions.open_meeting, format_code=code,
        leader_id=life.coordinator.person_id,
    )  # fmt: skip
    meeting = Meeting(made, starts_at)
    meeting.answers = Answers.AFTER_ROUND if life.words.chance(60) else Answers.AFTER_EACH
    chosen: list[tuple[str, UUID | None]] = [*life.wishes[:themes]]
    for need, wish in (chosen or [(life.needs[0], None)]) if code == USUAL else ():
        words = life.words.say("themes", need)
        theme = life.do(
            life.citizen, actions.add_theme, meeting_id=made, words=words, wish_id=wish, need=need
        )
        meeting.themes.append(theme)
        meeting.needs.append(need)
    frame = Frame(
        starts_at=starts_at, minutes_long=life.dice.choice([45, 60, 60, 90]),
        place=life.words.say("places"), breaks=life.words.say("breaks"),
        not_to_talk_about=life.words.say("not_to_talk_about"), largest=MOST_AT_TABLE,
        answers=meeting.answers,
    )  # fmt: skip
    life.do(life.citizen, actions.set_frame, meeting_id=made, frame=frame)
    _invite(life, meeting)
    if code == OPEN_DIALOGUE:
        listens = next(seat for seat, who in meeting.seats.items() if who is not None)
        life.do(
            life.citizen, actions.give_part, meeting_id=made, participant_id=listens,
            part=Part.REFLECTOR,
        )  # fmt: skip
    if call:
        life.do(life.coordinator, actions.call_meeting, meeting_id=made, because=BECAUSE)
    return meeting


def _invite(life: Life, meeting: Meeting) -> None:
    for who, role in list(life.team.items())[:MOST_AT_TABLE]:
        guest = Guest(bank()["helps"][role], who.person_id, role=role)
        seat = life.do(life.citizen, actions.add_participant, meeting_id=meeting.id, guest=guest)
        meeting.seats[seat] = who
    if life.relations and life.words.chance(40):
        guest = Guest("Jeg vil gerne have en med, jeg kender", relation_id=life.relations[0])
        seat = life.do(life.citizen, actions.add_participant, meeting_id=meeting.id, guest=guest)
        meeting.seats[seat] = None


def reply(life: Life, meeting: Meeting, *, silent: int = 0) -> None:
    """Most say that they come; the last ones have not answered yet."""
    asked = [(seat, who) for seat, who in meeting.seats.items() if who is not None]
    for seat, who in asked[: len(asked) - silent]:
        answer = Reply.BY_PHONE if life.words.chance(15) else Reply.COMES
        life.do(who, actions.answer_invitation, participant_id=seat, reply=answer)


def hold(life: Life, meeting: Meeting, *, next_on: datetime | None, proposals: int = 2) -> UUID:
    """From the frame to the closing round; answers the draft of the minutes."""
    life.moment = max(life.moment, meeting.starts_at)
    lead, made = life.coordinator, meeting.id
    life.do(lead, actions.start_meeting, meeting_id=made, present=set(meeting.seats))
    for stage in (Stage.FOLLOW_UP, Stage.THEMES):
        life.do(lead, actions.move_to, meeting_id=made, stage=stage)
    _talk(life, meeting)
    _propose(life, meeting, proposals)
    life.do(lead, actions.move_to, meeting_id=made, stage=Stage.CLOSING)
    life.moment += timedelta(minutes=20)
    onward = Onward(next_on, next_on is None, "" if next_on else "Vi taler i telefon om en måned")
    return life.do(
        lead, hold_meeting.end, meeting_id=made, onward=onward,
        closing_words=life.words.say("closing_words"),
    )  # fmt: skip


def hold_dialogue(life: Life, meeting: Meeting, *, next_on: datetime) -> UUID:
    """Without an agenda and without a screen: what was said is written down afterwards."""
    life.moment = max(life.moment, meeting.starts_at)
    lead, made = life.coordinator, meeting.id
    life.do(lead, actions.start_meeting, meeting_id=made, present=set(meeting.seats))
    life.do(lead, actions.move_to, meeting_id=made, stage=Stage.THEMES)
    life.moment += timedelta(minutes=60)
    there = [*meeting.seats, THE_LEADER]
    heard = Heard(
        life.words.say("themes", life.needs[0]), life.words.say("citizen_opens"),
        {seat: life.words.say("professional_says") for seat in there},
        life.words.say("citizen_answers"), life.words.say("solutions"),
    )  # fmt: skip
    life.do(lead, write_afterwards, meeting_id=made, heard=heard)
    life.do(lead, actions.move_to, meeting_id=made, stage=Stage.CLOSING)
    onward = Onward(next_on, False, "", life.words.say("carries_on"))
    return life.do(
        lead, hold_meeting.end, meeting_id=made, onward=onward,
        closing_words=life.words.say("closing_words"),
    )  # fmt: skip


def reflect(life: Life, meeting: Meeting) -> None:
    """The one who listened in Åben Dialog writes what she heard, by her own hand."""
    listens = next(who for who in meeting.seats.values() if who is not None)
    heard = "Jeg hørte, at det er hårdt at begynde forfra hver gang, og at der er håb i det små."
    life.do(listens, actions.write_reflection, meeting_id=meeting.id, text=heard)


def _talk(life: Life, meeting: Meeting) -> None:
    """The same order as the page keeps, theme by theme; one scribe writes it all down."""
    lead = life.coordinator
    others = [Seat(seat, who is not None) for seat, who in meeting.seats.items() if who != lead]
    log: list[Said] = []
    with on_stage(lead, life.moment):
        while True:
            table = Table(tuple(others), tuple(meeting.themes), tuple(log), meeting.answers)
            turn = next_turn(table)
            if turn.expected is Expected.DONE or turn.theme is None:
                return
            kind, text = _turn(life, turn.expected, log, turn.theme)
            said = Said(turn.theme, kind, turn.seat)
            actions.say(actor=lead, meeting_id=meeting.id, seq=len(log) + 1, said=said, text=text)
            log.append(said)


def _turn(life: Life, expected: Expected, log: list[Said], theme: UUID) -> tuple[TurnKind, str]:
    if expected is Expected.CITIZEN_OPENS:
        return TurnKind.INPUT, life.words.say("citizen_opens")
    if expected is Expected.SPEAKER:
        return TurnKind.INPUT, life.words.say("professional_says")
    if expected is Expected.CITIZEN_ANSWERS:
        if life.words.chance(30):
            return TurnKind.NO_ANSWER, ""
        return TurnKind.CITIZEN_RESPONSE, life.words.say("citizen_answers")
    solved = any(said.theme == theme and said.kind is TurnKind.SOLUTION for said in log)
    if solved:
        return TurnKind.CLOSED, ""
    return TurnKind.SOLUTION, life.words.say("solutions")


def _propose(life: Life, meeting: Meeting, count: int) -> None:
    """Proposals at the table; each maker says yes there and then."""
    makers = [who for who in meeting.seats.values() if who is not None] or [life.coordinator]
    for number in range(count):
        maker = makers[number % len(makers)]
        wanted = terms(life, maker, due_in=life.dice.randint(4, 20))
        made = life.do(
            life.coordinator, hold_meeting.propose, meeting_id=meeting.id, terms=wanted,
            maker=maker.person_id, theme_id=meeting.themes[number % len(meeting.themes)],
        )  # fmt: skip
        if maker != life.coordinator:
            life.do(maker, accept_agreement, agreement_id=made)
        if wanted.due_on:
            life.promises.append((made, maker, wanted.due_on))


def write_up(life: Life, meeting: Meeting, minutes: UUID, *, days_ago: int) -> None:
    """The citizen sees the minutes first; then they go out to those who sat there."""
    life.do(life.coordinator, actions.show_minutes, minutes_id=minutes)
    life.on(days_ago, 14)
    life.do(
        life.citizen, actions.see_minutes, minutes_id=minutes, note=life.words.say("minutes_notes")
    )
    life.do(
        life.coordinator, actions.publish_minutes, minutes_id=minutes,
        recipients=set(meeting.seats),
    )  # fmt: skip
