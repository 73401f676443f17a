"""The letters that browsers write bytes in."""

import base64


def told(raw: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def heard(text: str) -> bytes:
    """And back; ValueError when it is none."""
    return base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
