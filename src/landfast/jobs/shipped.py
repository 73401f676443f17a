"""What ships with Landfast and every house begins with: programmes and formats of meetings."""

from landfast.access.actor import SYSTEM
from landfast.access.session import acting
from landfast.meetings.actions import load_shipped_formats
from landfast.programmes.actions import load_shipped


def load() -> None:
    """Load it; again and again gives the same."""
    with acting(SYSTEM):
        load_shipped()
        load_shipped_formats(actor=SYSTEM)
