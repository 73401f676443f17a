"""The only writers of channels and deliveries."""

from landfast.messages.actions.by_word import note_said, settle_by_word, take_back_said
from landfast.messages.actions.collecting import collect, offer_reset
from landfast.messages.actions.delivering import Send, deliver, stumble
from landfast.messages.actions.devices import add_device, remove_device
from landfast.messages.actions.feed import close_feed, open_feed
from landfast.messages.actions.forgetting import forget
from landfast.messages.actions.own import choose, confirm, confirm_phone
from landfast.messages.actions.receipts import take_receipts
from landfast.messages.actions.retrying import retry_course, retry_staff

__all__ = [
    "Send",
    "add_device",
    "choose",
    "close_feed",
    "collect",
    "confirm",
    "confirm_phone",
    "deliver",
    "forget",
    "note_said",
    "offer_reset",
    "open_feed",
    "remove_device",
    "retry_course",
    "retry_staff",
    "settle_by_word",
    "stumble",
    "take_back_said",
    "take_receipts",
]
