"""Mails to units' record mailboxes: that there is something new, and nothing else (D8)."""

from collections import Counter

from django.urls import reverse

from landfast.directory.actions.record_box import tell_record_box
from landfast.directory.queries.record_box import due_boxes
from landfast.jobs.post import link_to, send_letter
from landfast.messages.rules import DeliveryState, next_try
from landfast.paper import notices


def empty() -> Counter[DeliveryState]:
    """Tell every mailbox for which something waits; how many by what came of it."""
    letter = notices.for_record(link_to(reverse("for_my_record")))
    counted: Counter[DeliveryState] = Counter()
    for box in due_boxes():
        told = tell_record_box(
            box_id=box, send=lambda address: send_letter(letter, address) or "", next_try=next_try
        )
        if told is not None:
            counted[DeliveryState.SENT if told else DeliveryState.WAITING] += 1
    return counted
