"""Handing a sealed message to the service of a browser's maker, and what its answer means."""

from dataclasses import dataclass
from enum import Enum, auto

from landfast.interop.https import ask

GONE = frozenset({404, 410})
LATER = frozenset({408, 429, 500, 502, 503, 504})
DAY = "86400"


class Said(Enum):
    """What a service's answer means."""

    TAKEN = auto()
    GONE = auto()
    LATER = auto()
    NO = auto()


@dataclass(frozen=True)
class Post:
    """One sealed message on its way."""

    endpoint: str
    body: bytes
    proof: str
    is_urgent: bool = False


def hand_over(post: Post) -> Said:
    """Give it to the service; NoAnswer and NoSecureLine as they come."""
    headers = {
        "Authorization": post.proof, "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream", "TTL": DAY, "Topic": "nyt",
        "Urgency": "high" if post.is_urgent else "normal",
    }  # fmt: skip
    status = ask("POST", post.endpoint, headers=headers, body=post.body).status
    if 200 <= status < 300:  # noqa: PLR2004 (HTTP)
        return Said.TAKEN
    if status in GONE:
        return Said.GONE
    return Said.LATER if status in LATER else Said.NO
