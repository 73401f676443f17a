"""One message to each screen that somebody has put on."""

from collections.abc import Callable
from dataclasses import replace

from landfast.messages import models
from landfast.messages.rules import Failure, Message, Screen


def to_screens(message: Message, send: Callable[[Message], Failure | None]) -> Failure | None:
    """None when one of them took it. A screen that is no more is forgotten here."""
    said: list[Failure | None] = []
    for row in models.Device.objects.filter(person_id=message.person_id).order_by("id"):
        screen = Screen(bytes(row.key), bytes(row.secret))
        failure = send(replace(message, address=row.endpoint, screen=screen))
        if failure is Failure.REFUSED_SCREEN:
            row.delete()
        said.append(failure)
    if None in said:
        return None
    later = [one for one in said if one is not Failure.REFUSED_SCREEN]
    return later[0] if later else Failure.REFUSED_SCREEN
