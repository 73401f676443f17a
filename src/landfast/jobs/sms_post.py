"""SMS leave here: by the operator's gateway, or as files to look at."""

from pathlib import Path

from django.conf import settings

from landfast.interop.sms import gateway
from landfast.interop.sms.gateway import Said, Sms
from landfast.jobs.laid import lay_down
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
    """Send one; what went wrong, or None. NoAnswer and NoSecureLine as they come (`ways.send`)."""
    text = short.text(
        message.purpose, settings.LANDFAST_PUBLIC_URL, code=message.code,
        is_neutral=message.is_neutral,
    )  # fmt: skip
    is_neutral = message.is_neutral or bool(message.code)  # whose number it is, is not known yet
    sender = settings.LANDFAST_SMS_NEUTRAL_SENDER if is_neutral else settings.LANDFAST_SMS_SENDER
    sms = Sms(str(message.id), sender, message.address, text)
    if not settings.LANDFAST_SMS_URL:
        lay_down(sms_folder(), f"{sms.id}.json", sms.as_json())
        return None
    return FAILURES[gateway.hand_over(sms, settings.LANDFAST_SMS_URL, settings.LANDFAST_SMS_TOKEN)]


def sms_folder() -> Path:
    """Where they are laid."""
    return postgres.home() / "sms"
