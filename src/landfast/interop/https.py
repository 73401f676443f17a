"""Handing something to a service of the operator's choice: encrypted, once, and not for long."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import urllib3

CONNECT, READ = 5.0, 10.0
MOST = 256 * 1024


class NoSecureLine(Exception):
    """The other end could not prove who it is."""


class NoAnswer(Exception):
    """Nobody answered, or not in time."""


@dataclass(frozen=True)
class Answer:
    """What the service said."""

    status: int
    body: bytes


def ask(
    method: str, address: str, *, headers: Mapping[str, str], body: bytes | None = None,
    proof: ssl.SSLContext | None = None,
) -> Answer:  # fmt: skip
    """One question, one answer; `proof` holds a client certificate where one is asked for."""
    pool = urllib3.PoolManager(
        timeout=urllib3.Timeout(connect=CONNECT, read=READ), retries=False,
        cert_reqs="CERT_REQUIRED", ssl_context=proof or ssl.create_default_context(),
    )  # fmt: skip
    try:
        with pool.request(
            method, address, body=body, headers=dict(headers), redirect=False,
            preload_content=False,
        ) as answer:  # fmt: skip
            return Answer(answer.status, answer.read(MOST))
    except urllib3.exceptions.SSLError as error:
        raise NoSecureLine from error
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise NoAnswer from error
    finally:
        pool.clear()
