"""How somebody may choose to be told: an address, a number, hours, a feed."""

import hashlib
import secrets
from datetime import datetime, timedelta

from landfast.kernel.addresses import can_be_an_address
from landfast.kernel.clock import DENMARK
from landfast.kernel.phones import dialled
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.messages.rules.hours import Hours
from landfast.messages.rules.words import Way

ADDRESS_MAX = 254
ADDRESS_LINK = "address"
ADDRESS_LINK_LASTS = timedelta(days=3)


FEED_BYTES = 32


def new_feed_key() -> str:
    """The secret in the address of somebody's calendar feed."""
    return secrets.token_urlsafe(FEED_BYTES)


def digest_of(key: str) -> str:
    """What is kept of it: nobody who reads the table can open the feed."""
    return hashlib.sha256(key.encode()).hexdigest()


def check_channel(
    way: Way, address: str, hours: Hours, phone: str = "", *, is_urgent: bool = False
) -> None:
    """Mail needs an address that can be one, SMS a number; quiet hours may not fill the day."""
    if (address and not can_be_an_address(address)) or (way is Way.MAIL and not address):
        raise Wrong("no_address", da("Skriv en mailadresse, fx navn@eksempel.dk."), "address")
    if len(address) > ADDRESS_MAX:
        raise Wrong("address_too_long", da("Adressen er for lang."), "address")
    if (way is Way.SMS or is_urgent or phone.strip()) and not dialled(phone):
        raise Wrong("no_number", da("Skriv dit mobilnummer, fx 20 30 40 50."), "phone")
    if all(hours.are_quiet(_hour(hour)) for hour in range(24)):
        raise Wrong(
            "always_quiet", da("Så hører du aldrig fra os. Vælg i stedet slet ikke at få besked."),
            "quiet_until",
        )  # fmt: skip


def _hour(hour: int) -> datetime:
    return datetime(2026, 1, 5, hour, tzinfo=DENMARK)


def check_confirms(address_now: str, address_confirmed: str) -> None:
    """A link confirms the address it was sent to, not one that came later."""
    if address_now != address_confirmed:
        raise NotNow(
            "other_address", da("Du har skrevet en anden adresse siden. Brug den nye mail.")
        )


PHONE_CODE = "phone"
CODE_LASTS = timedelta(minutes=30)
CODE_TRIES = 5
CODES_A_DAY = 5


def check_may_ask_number(asked_today: int) -> None:
    """So many codes a day and no more: nobody rings a stranger's telephone by us."""
    if asked_today >= CODES_A_DAY:
        raise Wrong(
            "too_many_codes", da("Vi har sendt nok koder i dag. Prøv igen i morgen."), "phone"
        )


MAILS_A_DAY = 10


def check_may_ask_address(asked_today: int) -> None:
    """So many questions by mail a day and no more: nobody fills a stranger's mailbox by us."""
    if asked_today >= MAILS_A_DAY:
        raise Wrong(
            "too_many_mails", da("Vi har sendt nok mails i dag. Prøv igen i morgen."), "address"
        )


def check_code_holds(asked_at: datetime | None, tries: int, now: datetime) -> None:
    """A code is typed within half an hour, and guessed at five times at most."""
    if asked_at is None or now - asked_at > CODE_LASTS or tries >= CODE_TRIES:
        raise NotNow("code_too_old", da("Koden gælder ikke mere. Gem nummeret igen."))
