"""Rules of the room: who is told of what, by which way, when, and when it is given up."""

from landfast.messages.rules.by_word import check_said, check_unsaid, is_to_say
from landfast.messages.rules.hours import (
    LOOK_AGAIN,
    TRIES_AFTER,
    Hours,
    look_again,
    may_leave,
    next_try,
)
from landfast.messages.rules.news import (
    NEWS,
    NEWS_FOR,
    Audience,
    Happened,
    invited,
    purpose_of,
    records_of,
    told,
)
from landfast.messages.rules.own import (
    ADDRESS_LINK,
    ADDRESS_LINK_LASTS,
    ADDRESS_MAX,
    check_channel,
    check_confirms,
    digest_of,
    new_feed_key,
)
from landfast.messages.rules.ways import Message, Screen, but_post, is_for_good, ways_for
from landfast.messages.rules.words import (
    AT_ONCE,
    FAILURE_NAMES,
    DeliveryState,
    Failure,
    Purpose,
    Receipt,
    Way,
)

__all__ = [
    "ADDRESS_LINK",
    "ADDRESS_LINK_LASTS",
    "ADDRESS_MAX",
    "AT_ONCE",
    "FAILURE_NAMES",
    "LOOK_AGAIN",
    "NEWS",
    "NEWS_FOR",
    "TRIES_AFTER",
    "Audience",
    "DeliveryState",
    "Failure",
    "Happened",
    "Hours",
    "Message",
    "Purpose",
    "Receipt",
    "Screen",
    "Way",
    "but_post",
    "check_channel",
    "check_confirms",
    "check_said",
    "check_unsaid",
    "digest_of",
    "invited",
    "is_for_good",
    "is_to_say",
    "look_again",
    "may_leave",
    "new_feed_key",
    "next_try",
    "purpose_of",
    "records_of",
    "told",
    "ways_for",
]
