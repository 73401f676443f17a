"""SMS leave here: by the operator's gateway, or as files to look at."""

from pathlib import Path

from django.conf import settings

from landfast.interop.https import NoAnswer, NoSecureLine
from landfast.interop.sms import gateway
from landfast.interop.sms.gateway import Said, Sms
from landfast.kernel import postgres
from landfast.messages.rules import Failure, Message
from landfast.paper import short

FAILURES = {
    Said.TAKEN: None,
    Said.NO_SUCH_NUMBER: Failure.REFUSED_NUMBER,
    Said.LATER: Failure.NO_SERVER,
    Said.NO: Failure.OTHER,
}


def send(message: Message) -> Failure | None:
    """Send one; what went wrong, or None when somebody has taken it."""
    text = short.text(
        message.purpose, settings.LANDFAST_PUBLIC_URL, code=message.code,
        is_neutral=message.is_neutral,
    )  # fmt: skip
    is_neutral = message.is_neutral or bool(message.code)  # whose number it is, is not known yet
    sender = settings.LANDFAST_SMS_NEUTRAL_SENDER if is_neutral else settings.LANDFAST_SMS_SENDER
    sms = Sms(str(message.id), sender, message.address, text)
    if not settings.LANDFAST_SMS_URL:
        lay_down(sms)
        return None
    try:
        said = gateway.hand_over(sms, settings.LANDFAST_SMS_URL, settings.LANDFAST_SMS_TOKEN)
    except NoSecureLine:
        return Failure.NO_SECURE_LINE
    except NoAnswer:
        return Failure.NO_SERVER
    return FAILURES[said]


def lay_down(sms: Sms) -> None:
    """Without a gateway each SMS is a file: for trying out. The same one twice is one file."""
    folder = sms_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / f"{sms.id}.json").write_bytes(sms.as_json())


def sms_folder() -> Path:
    """Where they are laid."""
    return postgres.home() / "sms"
