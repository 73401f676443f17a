"""The ways out: which adapter takes a message by which way."""

from collections.abc import Callable

from landfast.interop.https import NoAnswer, NoSecureLine
from landfast.jobs import digital_post, post, push_post, sms_post
from landfast.messages.rules import Failure, Message, Way

OUT: dict[Way, Callable[[Message], Failure | None]] = {
    Way.MAIL: post.send,
    Way.SMS: sms_post.send,
    Way.PUSH: push_post.send,
    Way.POST: digital_post.send,
}


def send(message: Message) -> Failure | None:
    """Send one message by its way; what went wrong, or None when somebody has taken it."""
    try:
        return OUT[message.way](message)
    except NoSecureLine:
        return Failure.NO_SECURE_LINE
    except NoAnswer:
        return Failure.NO_SERVER
