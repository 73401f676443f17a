"""The only writers of consents."""

from landfast.consent.actions.by_law import Lawful, end_by_law, read_by_law
from landfast.consent.actions.emergency import (
    end_emergency,
    open_emergency,
    review_emergency,
    tell_afterwards,
)
from landfast.consent.actions.fresh import lift_fresh_start, start_fresh
from landfast.consent.actions.proxy import Proxying, confirm_proxy, end_proxy, name_proxy, step_back
from landfast.consent.actions.reading_ends import end_reading_from_place, end_reading_of_person
from landfast.consent.actions.refusing import refuse_share, say_the_last_word
from landfast.consent.actions.sharing import (
    Outside,
    Yes,
    confirm_share,
    remind_of_ending,
    renew_share,
    share,
    share_again,
    stop_share,
)
from landfast.consent.actions.situations import say_so, say_so_no_more
from landfast.consent.actions.team import allow, ask_no_more, end, end_all, refuse, withdraw
from landfast.consent.actions.topics import say_of_topic

__all__ = [
    "Lawful", "Outside", "Proxying", "Yes", "allow", "ask_no_more", "confirm_proxy",
    "confirm_share", "end", "end_all", "end_by_law", "end_emergency", "end_proxy",
    "end_reading_from_place", "end_reading_of_person", "lift_fresh_start", "name_proxy",
    "open_emergency", "read_by_law", "refuse", "refuse_share", "remind_of_ending",
    "renew_share", "review_emergency", "say_of_topic", "say_so", "say_so_no_more",
    "say_the_last_word", "share", "share_again", "start_fresh", "step_back", "stop_share",
    "tell_afterwards", "withdraw",
]  # fmt: skip
