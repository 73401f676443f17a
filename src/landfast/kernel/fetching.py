"""Fetching from an address that somebody typed: encrypted, from outside, not much and not for long.

Whoever types an address must not be able to make the server ask its own neighbours (SSRF). So the
name is looked up once, every address that it has must be a public one, and the connection goes to
the address that was looked at: a name that answers otherwise the next time changes nothing.
"""

import ipaddress
import socket
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3

HTTPS = 443
FOLLOWS = 3
"""So many times an answer may point elsewhere; each address is looked at anew."""
POINTS_ELSEWHERE = frozenset({301, 302, 303, 307, 308})


class NotFetched(Exception):
    """Why nothing came: a code that is kept and shown in words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Limits:
    """How much and how long; and hosts inside the house that may be asked all the same."""

    bytes: int = 2_000_000
    seconds: float = 20.0
    inside: Collection[str] = ()


@dataclass(frozen=True)
class Asked:
    """What is asked for: an address, and what goes along."""

    address: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


def check_address(address: str) -> SplitResult:
    """An address that may be asked: https, a host, no login inside it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise NotFetched("address") from error
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.password:
        raise NotFetched("address")
    if port == 0:
        raise NotFetched("address")
    return parts


def is_public(address: str) -> bool:
    """Does an IP address lie outside: not this machine, not this network, nothing reserved?"""
    found = ipaddress.ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (mapped is None or is_public(str(mapped)))


def fetch(asked: Asked, limits: Limits) -> bytes:
    """What stands there; NotFetched with a code when it cannot be had within the limits."""
    until, address = time.monotonic() + limits.seconds, asked.address
    for _ in range(FOLLOWS + 1):
        answer = _ask(asked, address, limits, until)
        if isinstance(answer, bytes):
            return answer
        before, address = check_address(address), urljoin(address, answer)
        after = check_address(address)
        if asked.headers and (before.hostname, before.port) != (after.hostname, after.port):
            raise NotFetched("elsewhere")  # a password goes to nobody but whom it was given for
    raise NotFetched("elsewhere")


def _ask(asked: Asked, address: str, limits: Limits, until: float) -> bytes | str:
    parts = check_address(address)
    host = str(parts.hostname)
    where = _looked_up(host, parts.port or HTTPS, limits.inside)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    pool = urllib3.HTTPSConnectionPool(
        where, parts.port or HTTPS, retries=False, cert_reqs="CERT_REQUIRED",
        server_hostname=host, assert_hostname=host,
        timeout=urllib3.Timeout(connect=5, read=max(until - time.monotonic(), 0.1)),
    )  # fmt: skip
    # nothing that unfolds to a thousand times its size
    headers = {
        "Host": parts.netloc, "User-Agent": "Landfast", "Accept-Encoding": "identity",
        **asked.headers,
    }  # fmt: skip
    try:
        with pool.request(
            asked.method, path, body=asked.body, headers=headers, redirect=False,
            preload_content=False,
        ) as answer:  # fmt: skip
            return _read(answer, limits, until)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise NotFetched("no_answer") from error
    finally:
        pool.close()


def _read(answer: urllib3.BaseHTTPResponse, limits: Limits, until: float) -> bytes | str:
    if answer.status in POINTS_ELSEWHERE:
        return answer.headers.get("Location", "")
    if answer.status in {401, 403}:
        raise NotFetched("not_let_in")
    if not 200 <= answer.status < 300:  # noqa: PLR2004 (HTTP)
        raise NotFetched("no_answer")
    found = bytearray()
    while piece := answer.read1(65_536, decode_content=False):
        found += piece
        if len(found) > limits.bytes:
            raise NotFetched("too_large")
        if time.monotonic() > until:
            raise NotFetched("too_slow")
    return bytes(found)


def _looked_up(host: str, port: int, inside: Collection[str]) -> str:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched("no_answer") from error
    found = [str(row[4][0]) for row in rows]
    if host not in inside and not all(is_public(one.partition("%")[0]) for one in found):
        raise NotFetched("inside")
    return found[0]
