"""A message that only one browser reads, not the service that carries it (RFC 8291)."""

import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
RECORD = 4096
LENGTH = 256
"""Every message is this long, so that its length tells nothing."""


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as the sixty-five bytes that browsers use."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def public(raw: bytes) -> ec.EllipticCurvePublicKey:
    """And back; ValueError when it is no point of the curve."""
    return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, raw)


def sealed(
    text: bytes, theirs: bytes, secret: bytes, *, salt: bytes | None = None,
    own: ec.EllipticCurvePrivateKey | None = None, length: int = LENGTH,
) -> bytes:  # fmt: skip
    """`text` for the browser that has this key and secret; salt and key are new each time."""
    salt, own = salt or os.urandom(16), own or ec.generate_private_key(CURVE)
    ours = point(own.public_key())
    both = own.exchange(ec.ECDH(), public(theirs))
    key = _derived(both, secret, b"WebPush: info\0" + theirs + ours, 32)
    seal = _derived(key, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(key, salt, b"Content-Encoding: nonce\0", 12)
    padded = text + b"\2" + bytes(max(length - len(text), 0))
    head = salt + RECORD.to_bytes(4) + bytes([len(ours)]) + ours
    return head + AESGCM(seal).encrypt(nonce, padded, None)


def _derived(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(key)
