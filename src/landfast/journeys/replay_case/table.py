"""A network meeting of the story, held in Landfast where the rules for a meeting hold."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from landfast.journeys.replay_case.cast import PRIVATE
from landfast.journeys.replay_case.stage import Play
from landfast.kernel.clock import DENMARK
from landfast.meetings import actions as meetings
from landfast.meetings.rules import Stage, ThemeEnd
from landfast.meetings.rules.preparing import Onward
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.redthread.casefile import CaseEvent

USUAL = "M-01"
AS_TOLD = "Sådan blev mødet holdt"
TEN = time(10)
AT_THE_TABLE = (Stage.FOLLOW_UP, Stage.THEMES, Stage.CLOSING)
LASTS = timedelta(hours=1)


def hold_meeting(play: Play, event: CaseEvent) -> None:
    """Prepared, called, held and ended: all of it, or it stays an observation."""
    guests = _guests(play, event)
    there = sum(1 for role in event.roles("attendees") if role in guests)
    done = f"mødet er holdt i Landfast med {there} ved bordet foruden borger og koordinator"
    play.attempt(event, "attendees", done, lambda: _hold(play, event, guests))


def _hold(play: Play, event: CaseEvent, guests: dict[str, dict[str, Any]]) -> None:
    starts = play.moment + LASTS
    meeting = play.do(
        play.holder, meetings.open_meeting, course_id=play.course,
        format_code=event.data.get("format") or USUAL, leader_id=play.holder.person_id,
        reference=f"{play.case.id}:{event.id}"[:80],
    )  # fmt: skip
    themes = [
        play.do(play.holder, meetings.add_theme, meeting_id=meeting, words=words, need=need)
        for words, need in _themes(event)
    ]
    frame = meetings.Frame(
        starts_at=starts, minutes_long=60, place=str(event.data.get("venue") or "")[:200]
    )
    play.do(play.holder, meetings.set_frame, meeting_id=meeting, frame=frame)
    play.do(play.holder, meetings.agree_frame, meeting_id=meeting)
    seats = {
        role: play.do(
            play.holder, meetings.add_participant, meeting_id=meeting,
            guest=meetings.Guest(why="Var med, før forløbet kom i Landfast", role=role, **who),
        )
        for role, who in guests.items()
    }  # fmt: skip
    play.do(play.holder, meetings.call_meeting, meeting_id=meeting, because=AS_TOLD)
    play.moment = starts
    present = {seats[role] for role in event.roles("attendees") if role in seats}
    _sit(play, meeting, present, themes, _onward(event))


def _sit(play: Play, meeting: UUID, present: set[UUID], themes: list[UUID], onward: Onward) -> None:
    play.do(play.holder, meetings.start_meeting, meeting_id=meeting, present=present)
    for stage in AT_THE_TABLE:
        play.do(play.holder, meetings.move_to, meeting_id=meeting, stage=stage)
    for theme in themes:
        play.do(
            play.holder, meetings.end_theme, meeting_id=meeting, theme_id=theme,
            ended=ThemeEnd.SPOKEN,
        )  # fmt: skip
    play.moment += LASTS
    play.do(play.holder, meetings.end_meeting, meeting_id=meeting, onward=onward)


def _themes(event: CaseEvent) -> list[tuple[str, str]]:
    needs = event.roles("themes") or event.needs_open
    known = [NeedArea(need) for need in needs if need in set(NeedArea)]
    return [(NEED_NAMES[need], need.value) for need in known] or [("Det, der fylder nu", "")]


def _guests(play: Play, event: CaseEvent) -> dict[str, dict[str, Any]]:
    """Only people of her own network sit in a meeting here: her team, and those on her map."""
    wanted = [*event.roles("attendees"), *event.roles("invited"), *event.roles("absent")]
    found: dict[str, dict[str, Any]] = {}
    for role in dict.fromkeys(wanted):
        if role in play.members:
            found[role] = {"person_id": play.members[role][1]}
        elif role in PRIVATE and role in play.relations:
            found[role] = {"relation_id": play.relations[role]}
    return found


def _onward(event: CaseEvent) -> Onward:
    """The next date as it was told; without one, and without a decided none, no meeting ends."""
    said = event.data.get("next_meeting")
    if not said:
        none = bool(event.data.get("no_next_meeting_decided"))
        return Onward(None, none, "Besluttet på mødet" if none else "")
    day, _, clock = said.partition("T")
    at = time.fromisoformat(clock) if clock else TEN
    return Onward(datetime.combine(datetime.fromisoformat(day).date(), at, DENMARK), False, "")
