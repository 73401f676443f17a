"""The only writers of meetings, turns and minutes."""

from landfast.meetings.actions.answering import (
    answer_for_citizen,
    answer_invitation,
    attend_otherwise,
    note_reply,
    take_back_sound,
)
from landfast.meetings.actions.ending import close_left_open, end_with_course, forget_turns
from landfast.meetings.actions.formats import load_shipped_formats
from landfast.meetings.actions.holding import (
    close_theme,
    end_meeting,
    move_to,
    note_present,
    note_proposal,
    say,
    start_meeting,
)
from landfast.meetings.actions.minutes import (
    correct_minutes,
    edit_minutes,
    make_minutes,
    note_seen_beside,
    publish_minutes,
    recall_minutes,
    see_minutes,
    show_minutes,
)
from landfast.meetings.actions.preparing import (
    Frame,
    Guest,
    add_participant,
    add_theme,
    agree_frame,
    ask_guest,
    call_meeting,
    cancel_meeting,
    give_part,
    lead_coming,
    open_meeting,
    remove_participant,
    remove_theme,
    set_frame,
)
from landfast.meetings.actions.reflecting import write_reflection

__all__ = [
    "Frame", "Guest", "add_participant", "add_theme", "agree_frame", "answer_for_citizen",
    "answer_invitation", "ask_guest",
    "attend_otherwise", "call_meeting", "cancel_meeting", "close_left_open", "close_theme",
    "correct_minutes", "edit_minutes", "end_meeting", "end_with_course", "forget_turns",
    "give_part", "lead_coming", "load_shipped_formats", "make_minutes", "move_to", "note_present",
    "note_proposal", "note_reply", "note_seen_beside", "open_meeting", "publish_minutes",
    "recall_minutes", "remove_participant", "remove_theme", "say", "see_minutes", "set_frame",
    "show_minutes", "start_meeting", "take_back_sound", "write_reflection",
]  # fmt: skip
