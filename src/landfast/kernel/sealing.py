"""Secrets at rest: encrypted with a key that the database does not know, and can be turned.

The first key seals; the others still open what they once sealed (`MultiFernet`).
"""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet


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


def reseal(sealed: str, keys: list[str]) -> str:
    """The same text under the newest key."""
    return _box(keys).rotate(sealed.encode()).decode("ascii")
