"""What ships with Landfast, loaded as it is: by Landfast itself."""

from landfast.access.actor import SYSTEM
from landfast.programmes import actions
from tests.factories.town import as_


def load_shipped() -> int:
    """The programmes, norms and criteria; how many were new."""
    with as_(SYSTEM):
        return actions.load_shipped()
