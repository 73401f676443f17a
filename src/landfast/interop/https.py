"""Handing something to a service of the operator's choice: encrypted, once, and not for long."""

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import urllib3

CONNECT, READ = 5.0, 10.0
"""Seconds until the line stands, and for the whole answer, from its first byte to its last."""


TAKEN = frozenset({200, 201, 202, 204, 409})
LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What a status says of a message with an id of its own: 409 says that it is known already."""


class NoSecureLine(Exception):
    """The other end could not prove who it is."""


class NoAnswer(Exception):
    """Nobody answered, or not in time."""


@dataclass(frozen=True)
class Answer:
    """What the service said; its body as far as it was asked for."""

    status: int
    body: bytes


class Hurried(ssl.SSLSocket):
    """A line on which each reading has what is left of READ: who drips holds nobody up."""

    def recv_into(self, *given: Any, **more: Any) -> int:
        """Read what has come, or stop."""
        until: float = self.__dict__.setdefault("until", time.monotonic() + READ)
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.settimeout(left)
        return super().recv_into(*given, **more)


def ask(
    method: str, address: str, *, headers: Mapping[str, str], body: bytes | None = None,
    proof: ssl.SSLContext | None = None, most: int = 0,
) -> Answer:  # fmt: skip
    """One question, one answer; `proof` holds a client certificate where one is asked for.

    Of the body `most` bytes are read: none where the status says it all.
    """
    context = proof or ssl.create_default_context()
    context.sslsocket_class = Hurried
    pool = urllib3.PoolManager(
        timeout=urllib3.Timeout(connect=CONNECT, read=READ), retries=False,
        cert_reqs="CERT_REQUIRED", ssl_context=context,
    )  # fmt: skip
    try:
        with pool.request(
            method, address, body=body, headers=dict(headers), redirect=False,
            preload_content=False,
        ) as answer:  # fmt: skip
            return Answer(answer.status, answer.read(most) if most else b"")
    except urllib3.exceptions.SSLError as error:
        raise NoSecureLine from error
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise NoAnswer from error
    finally:
        pool.clear()
