"""The words of the room: by which way, what for, what became of it, and why not."""

from enum import StrEnum

from landfast.kernel.text import da


class Way(StrEnum):
    """How somebody wants to hear that something is new (kanal)."""

    MAIL = "mail"
    SMS = "sms"
    PUSH = "push"
    POST = "post"
    NONE = "none"


class Purpose(StrEnum):
    """What a message is for: news, what is urgent today, is this yours, or one's own login."""

    NEWS = "news"
    URGENT = "urgent"
    CONFIRM = "confirm"
    PHONE = "phone"
    ACCOUNT = "account"
    RESET = "reset"
    CHANGED = "changed"


AT_ONCE = (Purpose.CONFIRM, Purpose.PHONE, Purpose.RESET, Purpose.ACCOUNT, Purpose.CHANGED)
"""What leaves at any hour, in this order: somebody waits for it, or must hear it now."""


class DeliveryState(StrEnum):
    """The life of one notice to one person."""

    WAITING = "waiting"
    HANDED = "handed"
    BY_WORD = "by_word"
    """No channel leads to them: it waits for a person to say it."""
    SENT = "sent"
    TOLD = "told"
    DEAD = "dead"
    DROPPED = "dropped"
    TAKEN_BACK = "taken_back"


class Receipt(StrEnum):
    """What became of a message that was handed over."""

    DELIVERED = "delivered"
    REFUSED = "refused"


class Failure(StrEnum):
    """Why a message did not leave. Codes only: a server's own words may hold an address."""

    REFUSED_ADDRESS = "refused_address"
    REFUSED_NUMBER = "refused_number"
    REFUSED_SCREEN = "refused_screen"
    REFUSED_POST = "refused_post"
    NO_SECURE_LINE = "no_secure_line"
    NO_SERVER = "no_server"
    OTHER = "other"


FAILURE_NAMES: dict[Failure, str] = {
    Failure.REFUSED_ADDRESS: da("Adressen findes ikke eller tager ikke imod"),
    Failure.REFUSED_NUMBER: da("Nummeret findes ikke eller tager ikke imod"),
    Failure.REFUSED_SCREEN: da("Telefonen viser det ikke mere"),
    Failure.REFUSED_POST: da("Modtageren får ikke Digital Post"),
    Failure.NO_SECURE_LINE: da("Serveren tilbød ikke en sikker forbindelse"),
    Failure.NO_SERVER: da("Serveren svarede ikke"),
    Failure.OTHER: da("Serveren sagde nej"),
}
