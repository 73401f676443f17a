"""Signed links: what a mail carries, so that whoever opens it can be believed for a while."""

import base64
import binascii
from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac


def signed(purpose: str, *parts: str) -> str:
    """A token for the parts; only this installation can have made it."""
    return signing.dumps(list(parts), salt=f"landfast.{purpose}")


def parts_of(purpose: str, token: str, *, within: timedelta) -> tuple[str, ...] | None:
    """The parts of a token made for this purpose; None when it is forged or too old."""
    try:
        return tuple(signing.loads(token, salt=f"landfast.{purpose}", max_age=within))
    except signing.BadSignature:
        return None


KEY, SEAL = 16, 14
"""Bytes of a key and of its signature: a picture of both is read from a card in a wallet."""


def short(purpose: str, key: UUID) -> str:
    """A key, signed, in as few signs as can be read by a camera from a worn card."""
    return base64.urlsafe_b64encode(key.bytes + _seal(purpose, key)).decode()


def key_of(purpose: str, token: str) -> UUID | None:
    """The key that was signed for this purpose; None when it is forged."""
    try:
        said = base64.urlsafe_b64decode(token.encode())
    except (ValueError, binascii.Error):
        return None
    if len(said) != KEY + SEAL:
        return None
    key = UUID(bytes=said[:KEY])
    return key if constant_time_compare(said[KEY:], _seal(purpose, key)) else None


def _seal(purpose: str, key: UUID) -> bytes:
    return salted_hmac(f"landfast.{purpose}", key.bytes, algorithm="sha256").digest()[:SEAL]


def digits(purpose: str, *parts: str, many: int = 6) -> str:
    """A few digits that only this installation can have made of the parts; nothing keeps them."""
    said = salted_hmac(f"landfast.{purpose}", "\0".join(parts), algorithm="sha256").digest()
    return str(int.from_bytes(said[:8]) % 10**many).zfill(many)
