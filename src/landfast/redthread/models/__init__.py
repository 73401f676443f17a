"""Tables of the red thread."""

from landfast.redthread.models.chosen import Setting, SignsGround
from landfast.redthread.models.findings import Check, Finding

__all__ = ["Check", "Finding", "Setting", "SignsGround"]
