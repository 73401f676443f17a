"""Whole files at rest: AES-256-GCM, under keys derived from the ones that seal texts.

In front stands which key it was, so that turning the keys opens nothing to find out. What is sealed
is bound to its row: put under another by somebody who can write in the database, it does not open.
"""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORM = b"LFS1"
NAME, NONCE = 8, 12
_BODY = len(FORM) + NAME + NONCE
OVERHEAD = _BODY + 16


def seal_bytes(data: bytes, keys: list[str], row: UUID) -> bytes:
    """The bytes of one row, unreadable without a key; some forty more than they were."""
    nonce = os.urandom(NONCE)
    head = FORM + _name(keys[0])
    return head + nonce + _box(keys[0]).encrypt(nonce, data, head + row.bytes)


def unseal_bytes(kept: bytes, keys: list[str], row: UUID) -> bytes:
    """The bytes again; raises `InvalidToken` when no key fits, or they are another row's."""
    head, nonce = kept[: len(FORM) + NAME], kept[len(FORM) + NAME : _BODY]
    for key in keys:
        if head == FORM + _name(key):
            try:
                return _box(key).decrypt(nonce, kept[_BODY:], head + row.bytes)
            except InvalidTag as error:
                raise InvalidToken from error
    raise InvalidToken


def is_by_newest(kept: bytes, keys: list[str]) -> bool:
    """Is it the newest key's? Said by what stands in front."""
    return kept.startswith(FORM + _name(keys[0]))


def _box(key: str) -> AESGCM:
    return AESGCM(_derived(key, b"landfast: what is in a file", 32))


def _name(key: str) -> bytes:
    return _derived(key, b"landfast: the name of a key", NAME)


def _derived(key: str, purpose: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=purpose).derive(key.encode())
