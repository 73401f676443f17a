"""Secrets at rest: encrypted with a key that the database does not know, and can be turned.

The first key seals; the others still open what they once sealed (`MultiFernet`). What must be
found again, though it is sealed, has a mark beside it: a keyed hash under a key of its own,
derived from the same keys.
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def _box(keys: list[str]) -> MultiFernet:
    """Keys are long random texts, as the operator makes them; Fernet wants 32 bytes."""
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())) for key in keys]
    )


def seal(text: str, keys: list[str]) -> str:
    """The text, unreadable without a key."""
    return _box(keys).encrypt(text.encode()).decode("ascii")


def unseal(sealed: str, keys: list[str]) -> str:
    """The text again; raises `cryptography.fernet.InvalidToken` when no key fits."""
    return _box(keys).decrypt(sealed.encode()).decode()


def is_sealed_by_newest(sealed: str, keys: list[str]) -> bool:
    """Does the newest key open it? Then it need not be sealed again."""
    try:
        unseal(sealed, keys[:1])
    except InvalidToken:
        return False
    return True


def marks(text: str, keys: list[str]) -> list[str]:
    """How the text is found again: its keyed hash under each key, the newest first.

    Who holds the database but not the keys can neither compute nor guess one: ten digits are
    soon tried out, so a hash without a key would be no secret at all.
    """
    return [hmac.new(_mark_key(key), text.encode(), hashlib.sha256).hexdigest() for key in keys]


def _mark_key(key: str) -> bytes:
    derive = HKDF(
        algorithm=SHA256(), length=32, salt=None, info=b"landfast: finding what is sealed"
    )
    return derive.derive(key.encode())
