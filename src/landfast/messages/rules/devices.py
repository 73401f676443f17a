"""Telephones and computers that show a notice on their screen (web push)."""

from collections.abc import Collection
from urllib.parse import urlsplit

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

MOST = 10
ENDPOINT_MAX = 500
POINT, SECRET = 65, 16
"""Bytes of a browser's key, and of its secret."""


def check_endpoint(endpoint: str, services: Collection[str]) -> None:
    """Only known services of browsers' makers are ever called: the address comes from outside."""
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    is_known = any(host == one or host.endswith(f".{one}") for one in services)
    is_plain = not (parts.username or parts.password) and parts.scheme == "https"
    if not is_known or not is_plain or len(endpoint) > ENDPOINT_MAX:
        raise Wrong("no_service", da("Din browser bruger en tjeneste, vi ikke kender."))


def check_keys(key: bytes, secret: bytes) -> None:
    """What the browser gave is what a message can be sealed with."""
    if len(key) != POINT or key[:1] != b"\4" or len(secret) != SECRET:
        raise Wrong("no_key", da("Det lykkedes ikke. Prøv igen."))
