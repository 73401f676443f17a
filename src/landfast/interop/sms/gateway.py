"""The gateway: one SMS as JSON over HTTPS, with a token, and its answer by the code alone.

    POST {address}   Authorization: Bearer {token}
    {"id": "…", "from": "Landfast", "to": "+4520304050", "text": "…"}

The id is the same when the same message is sent again: a gateway that knows it answers 409.
"""

import json
from dataclasses import asdict, dataclass
from enum import Enum, auto

from landfast.interop.https import LATER, TAKEN, ask

NO_SUCH_NUMBER = frozenset({404, 410, 422})


class Said(Enum):
    """What a gateway's answer means."""

    TAKEN = auto()
    NO_SUCH_NUMBER = auto()
    LATER = auto()
    NO = auto()


@dataclass(frozen=True)
class Sms:
    """One short message."""

    id: str
    sender: str
    to: str
    text: str

    def as_json(self) -> bytes:
        """As the gateway reads it."""
        said = {"from" if key == "sender" else key: value for key, value in asdict(self).items()}
        return json.dumps(said, ensure_ascii=False).encode()


def hand_over(sms: Sms, address: str, token: str) -> Said:
    """Give it to the gateway; what it answered. NoAnswer and NoSecureLine as they come."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json",
               "Idempotency-Key": sms.id}  # fmt: skip
    status = ask("POST", address, headers=headers, body=sms.as_json()).status
    if status in TAKEN:
        return Said.TAKEN
    if status in NO_SUCH_NUMBER:
        return Said.NO_SUCH_NUMBER
    return Said.LATER if status in LATER else Said.NO
