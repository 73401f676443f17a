"""The only writers of meetings, turns and minutes."""

from landfast.meetings.actions.acting import (
    choose_answers,
    end_theme,
    keep_act,
    raise_hand,
    rewrite_note,
    say_where_decided,
    settle_act,
    stir,
    write_in,
)
from landfast.meetings.actions.answering import (
    answer_for_citizen,
    answer_invitation,
    attend_otherwise,
    note_reply,
    take_back_sound,
)
from landfast.meetings.actions.asking_again import ask_again, keep_no
from landfast.meetings.actions.beside_her import agree_points, book_interpreter, write_own_line
from landfast.meetings.actions.copying import change_format, copy_format, withdraw_format
from landfast.meetings.actions.easing import ease_meeting
from landfast.meetings.actions.ending import close_left_open, end_with_course, forget_turns
from landfast.meetings.actions.falling import hold_again, let_go
from landfast.meetings.actions.formats import load_shipped_formats
from landfast.meetings.actions.framing import agree_frame, set_frame
from landfast.meetings.actions.holding import (
    close_theme,
    end_meeting,
    move_to,
    note_present,
    note_proposal,
    say,
    start_meeting,
)
from landfast.meetings.actions.inviting import (
    keep_time,
    link_by_hand,
    set_address,
    take_time,
    try_again,
)
from landfast.meetings.actions.leading import lead_follows
from landfast.meetings.actions.minutes import (
    correct_minutes,
    edit_minutes,
    make_minutes,
    note_given,
    note_seen_beside,
    publish_minutes,
    recall_minutes,
    see_minutes,
    show_minutes,
)
from landfast.meetings.actions.passages import redact_minutes, show_again
from landfast.meetings.actions.preparing import (
    Because,
    Guest,
    add_participant,
    add_theme,
    ask_guest,
    call_meeting,
    cancel_meeting,
    give_part,
    open_meeting,
    remove_participant,
    remove_theme,
)
from landfast.meetings.actions.pulse import give_pulse
from landfast.meetings.actions.reflecting import write_reflection
from landfast.meetings.actions.telling import tell_citizen
from landfast.meetings.actions.timing import Chosen, choose_time, hold_the_rooms, say_time_wish
from landfast.meetings.rules.framing import Frame

__all__ = [
    "Because",
    "Chosen",
    "Frame",
    "Guest",
    "add_participant",
    "add_theme",
    "agree_frame",
    "agree_points",
    "answer_for_citizen",
    "answer_invitation",
    "ask_again",
    "ask_guest",
    "attend_otherwise",
    "book_interpreter",
    "call_meeting",
    "cancel_meeting",
    "change_format",
    "choose_answers",
    "choose_time",
    "close_left_open",
    "close_theme",
    "copy_format",
    "correct_minutes",
    "ease_meeting",
    "edit_minutes",
    "end_meeting",
    "end_theme",
    "end_with_course",
    "forget_turns",
    "give_part",
    "give_pulse",
    "hold_again",
    "hold_the_rooms",
    "keep_act",
    "keep_no",
    "keep_time",
    "lead_follows",
    "let_go",
    "link_by_hand",
    "load_shipped_formats",
    "make_minutes",
    "move_to",
    "note_given",
    "note_present",
    "note_proposal",
    "note_reply",
    "note_seen_beside",
    "open_meeting",
    "publish_minutes",
    "raise_hand",
    "recall_minutes",
    "redact_minutes",
    "remove_participant",
    "remove_theme",
    "rewrite_note",
    "say",
    "say_time_wish",
    "say_where_decided",
    "see_minutes",
    "set_address",
    "set_frame",
    "settle_act",
    "show_again",
    "show_minutes",
    "start_meeting",
    "stir",
    "take_back_sound",
    "take_time",
    "tell_citizen",
    "try_again",
    "withdraw_format",
    "write_in",
    "write_own_line",
    "write_reflection",
]
