"""Telephones and computers that show a notice on their screen (web push)."""

import re
from collections.abc import Collection

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

MOST = 10
ENDPOINT_MAX = 500
PORT = 443
PLAIN = re.compile(r"[!-\[\]-~]+")
"""Signs of an address: no blanks, no control signs, nothing beyond ASCII, and no backslash."""
NAME = re.compile(r"[a-z0-9.-]+")
POINT, SECRET = 65, 16
"""Bytes of a browser's key, and of its secret."""


def check_endpoint(endpoint: str, services: Collection[str]) -> None:
    """Only known services of browsers' makers are ever called: the address comes from outside.

    Asked when it is kept and again before each call: what is known may have changed.
    """
    host = _host(endpoint) if len(endpoint) <= ENDPOINT_MAX else ""
    if not any(host == one or host.endswith(f".{one}") for one in services):
        raise Wrong("no_service", da("Din browser bruger en tjeneste, vi ikke kender."))


def _host(endpoint: str) -> str:
    """Whom the call would go to, read by the parser of who calls: two may read one text apart.

    Empty when anything stands between the scheme, the host and the path: a login, another port.
    """
    try:
        host = parse_url(endpoint).host if PLAIN.fullmatch(endpoint) else None
    except LocationParseError:
        return ""
    if not host or not NAME.fullmatch(host):
        return ""
    return host if endpoint.startswith((f"https://{host}/", f"https://{host}:{PORT}/")) else ""


def check_keys(key: bytes, secret: bytes) -> None:
    """What the browser gave is what a message can be sealed with."""
    if len(key) != POINT or key[:1] != b"\4" or len(secret) != SECRET:
        raise Wrong("no_key", da("Det lykkedes ikke. Prøv igen."))
