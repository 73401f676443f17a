"""Notices on a screen leave here, sealed for one browser; or as files to look at."""

import json
from pathlib import Path

from django.conf import settings

from landfast.interop.push import service
from landfast.interop.push.proof import proof
from landfast.interop.push.sealing import sealed
from landfast.interop.push.service import Post, Said
from landfast.jobs.laid import lay_down
from landfast.kernel import postgres
from landfast.kernel.clock import now
from landfast.kernel.refusals import Wrong
from landfast.messages.rules import Failure, Message, Purpose, Screen, devices
from landfast.paper import short

FAILURES = {
    Said.TAKEN: None,
    Said.GONE: Failure.REFUSED_SCREEN,
    Said.LATER: Failure.NO_SERVER,
    Said.NO: Failure.OTHER,
}


def send(message: Message) -> Failure | None:
    """Send to one screen; what went wrong, or None. NoAnswer and NoSecureLine as they come."""
    text = words(message)
    if not settings.LANDFAST_PUSH_SENDS:
        lay_down(push_folder(), f"{message.id}.json", text)
        return None
    screen = message.screen or Screen(b"", b"")
    try:
        devices.check_endpoint(message.address, settings.LANDFAST_PUSH_SERVICES)
        said = service.hand_over(
            Post(
                message.address,
                sealed(text, screen.key, screen.secret),
                proof(settings.LANDFAST_PUSH_KEY, message.address, settings.LANDFAST_PUSH_CONTACT,
                      now()),
                is_urgent=message.purpose is Purpose.URGENT,
            )
        )  # fmt: skip
    except Wrong:
        return Failure.REFUSED_SCREEN
    return FAILURES[said]


def words(message: Message) -> bytes:
    """What the screen shows: a title and a sentence. Its link is the front page, and no other."""
    body = short.on_screen(message.purpose, is_neutral=message.is_neutral)
    title = "" if message.is_neutral else "Landfast"
    return json.dumps({"title": title, "body": body}, ensure_ascii=False).encode()


def push_folder() -> Path:
    """Where they are laid."""
    return postgres.home() / "push"
