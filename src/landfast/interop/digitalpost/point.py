"""The access point: takes a message over mutual TLS, and says later what became of it.

    POST {address}/memos                    application/xml, the message
    GET  {address}/receipts/{messageUUID}   {"receiptStatus": "RECEIVED|COMPLETED|INVALID", …}

The operator's own gateway to NgDP or to SF1601 and SF1461 speaks so: see docs/operators.md.
"""

import json
import ssl
from dataclasses import dataclass
from enum import Enum, auto
from uuid import UUID

from landfast.interop.https import LATER, TAKEN, ask

NOT_REGISTERED = 422
FOUND = 200
MOST = 64 * 1024


class Said(Enum):
    """What the access point answers, at once or later."""

    TAKEN = auto()
    DELIVERED = auto()
    REFUSED = auto()
    LATER = auto()
    NO = auto()


@dataclass(frozen=True)
class Point:
    """Where it is, and the file with our certificate and its key."""

    address: str
    certificate: str

    def proof(self) -> ssl.SSLContext:
        """Who we are, in TLS. OSError when the file cannot be read."""
        context = ssl.create_default_context()
        if self.certificate:
            context.load_cert_chain(self.certificate)
        return context


def hand_over(point: Point, memo: bytes) -> Said:
    """Give it a message. The same one twice is one: its messageUUID is known there."""
    headers = {"Content-Type": "application/xml; charset=utf-8"}
    status = ask(
        "POST", f"{point.address}/memos", headers=headers, body=memo, proof=point.proof()
    ).status
    if status in TAKEN:
        return Said.TAKEN
    if status == NOT_REGISTERED:
        return Said.REFUSED
    return Said.LATER if status in LATER else Said.NO


RECEIPTS = {"COMPLETED": Said.DELIVERED, "INVALID": Said.REFUSED}


def receipt(point: Point, message: UUID) -> Said:
    """What became of a message; LATER while nobody knows."""
    answer = ask(
        "GET", f"{point.address}/receipts/{message}", headers={"Accept": "application/json"},
        proof=point.proof(), most=MOST,
    )  # fmt: skip
    if answer.status != FOUND:
        return Said.LATER
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        return Said.LATER
    if not isinstance(said, dict) or said.get("messageUUID") != str(message):
        return Said.LATER
    return RECEIPTS.get(str(said.get("receiptStatus")), Said.LATER)
