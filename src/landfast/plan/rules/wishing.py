"""Wishes: whose words they are (decisions/0044)."""

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


def check_not_hers_yet(*, is_hers: bool) -> None:
    """What she wrote herself needs no yes."""
    if is_hers:
        raise NotNow("hers_already", da("Det er allerede dit ønske."))
