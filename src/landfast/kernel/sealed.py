"""What a column keeps sealed, with the installation's own keys. Empty stays empty."""

from django.conf import settings

from landfast.kernel import sealing


def sealed(text: str) -> str:
    """As it is kept."""
    return sealing.seal(text, settings.LANDFAST_SEALING_KEYS) if text else ""


def opened(kept: str) -> str:
    """As it was written."""
    return sealing.unseal(kept, settings.LANDFAST_SEALING_KEYS) if kept else ""


def mark(text: str) -> str:
    """What it is found by, as it is kept: under the newest key."""
    return sealing.marks(text, settings.LANDFAST_SEALING_KEYS[:1])[0] if text else ""


def marks(text: str) -> list[str]:
    """All that it may be found by: while keys are turned, rows have marks of both."""
    return sealing.marks(text, settings.LANDFAST_SEALING_KEYS) if text else []
