"""Digital Post leaves here; or it is laid as files to look at."""

from pathlib import Path

from django.conf import settings

from landfast.interop.digitalpost import point
from landfast.interop.digitalpost.memo import Memo, Sender, written
from landfast.interop.digitalpost.point import Point, Said
from landfast.jobs.laid import lay_down
from landfast.kernel import postgres
from landfast.kernel.clock import now
from landfast.messages.queries import number_of
from landfast.messages.rules import Failure, Message
from landfast.paper import notices

FAILURES = {
    Said.TAKEN: None,
    Said.REFUSED: Failure.REFUSED_POST,
    Said.LATER: Failure.NO_SERVER,
    Said.NO: Failure.OTHER,
}
NOT_WRITTEN = "0000000000"
"""What stands in a file to look at, instead of a number."""


def send(message: Message) -> Failure | None:
    """Send one; what went wrong, or None. NoAnswer and NoSecureLine as they come (`ways.send`)."""
    if not settings.LANDFAST_POST_URL:
        lay_down(post_folder(), f"{message.id}.xml", written(memo_of(message, NOT_WRITTEN)))
        return None
    cpr = number_of(message.person_id)
    if not cpr:
        return Failure.REFUSED_POST
    try:
        return FAILURES[point.hand_over(access_point(), written(memo_of(message, cpr)))]
    except OSError:  # our own certificate cannot be read
        return Failure.NO_SERVER


def memo_of(message: Message, cpr: str) -> Memo:
    """The words of the mail, as a message to her mailbox."""
    link = "" if message.is_neutral else settings.LANDFAST_PUBLIC_URL
    letter = notices.by_post(message.purpose, link)
    sender = Sender(settings.LANDFAST_POST_CVR, settings.LANDFAST_POST_SENDER)
    return Memo(
        message.id, sender, cpr, letter.subject, letter.body, now(), link,
        notices.LOG_IN if link else "",
    )  # fmt: skip


def access_point() -> Point:
    """Where it is taken, and who we are there."""
    return Point(settings.LANDFAST_POST_URL, settings.LANDFAST_POST_CERTIFICATE)


def post_folder() -> Path:
    """Where they are laid."""
    return postgres.home() / "post"
