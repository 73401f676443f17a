"""Who sends: a key of this installation's, and a short signed proof for each service (RFC 8292)."""

import hashlib
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from landfast.interop.push.letters import told
from landfast.interop.push.sealing import CURVE, point

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
LASTS = timedelta(hours=12)


def key_of(text: str) -> ec.EllipticCurvePrivateKey:
    """The key that belongs to a long random text; another text is another key."""
    digest = hashlib.sha512(b"landfast.push\0" + text.encode()).digest()
    return ec.derive_private_key(int.from_bytes(digest) % (ORDER - 1) + 1, CURVE)


def public_of(text: str) -> str:
    """What a browser is told, so that nobody else can send to it."""
    return told(point(key_of(text).public_key()))


def proof(text: str, endpoint: str, contact: str, now: datetime) -> str:
    """The header that says who sends, good at this service for half a day."""
    parts = urlsplit(endpoint)
    said = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": now + LASTS, "sub": contact}
    return f"vapid t={jwt.encode(said, key_of(text), algorithm='ES256')}, k={public_of(text)}"
