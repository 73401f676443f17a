"""What a column keeps sealed, with the installation's own keys. Empty stays empty."""

from typing import Any
from uuid import UUID

from django.conf import settings

from landfast.kernel import sealing
from landfast.kernel.sealing_bytes import seal_bytes, unseal_bytes


def sealed(text: str) -> str:
    """As it is kept."""
    return sealing.seal(text, settings.LANDFAST_SEALING_KEYS) if text else ""


def opened(kept: str) -> str:
    """As it was written."""
    return sealing.unseal(kept, settings.LANDFAST_SEALING_KEYS) if kept else ""


def sealed_bytes(data: bytes, row: UUID) -> bytes:
    """A file as it is kept in its row."""
    return seal_bytes(data, settings.LANDFAST_SEALING_KEYS, row)


def opened_bytes(kept: bytes | memoryview, row: UUID) -> bytes:
    """The file as it was put there."""
    return unseal_bytes(bytes(kept), settings.LANDFAST_SEALING_KEYS, row)


def opened_field(kept: Any, row: UUID) -> Any:
    """Either of them, for who reads whatever is sealed."""
    return opened_bytes(kept, row) if isinstance(kept, bytes | memoryview) else opened(kept)


def mark(text: str) -> str:
    """What it is found by, as it is kept: under the newest key."""
    return sealing.marks(text, settings.LANDFAST_SEALING_KEYS[:1])[0] if text else ""


def marks(text: str) -> list[str]:
    """All that it may be found by: while keys are turned, rows have marks of both."""
    return sealing.marks(text, settings.LANDFAST_SEALING_KEYS) if text else []
