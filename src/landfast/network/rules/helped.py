"""What somebody wrote or drew beside the citizen, or typed in after her paper (issue 5 §11).

It is marked until she has said that it is so; nobody has to, and then the mark stays.
"""

from enum import StrEnum

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da


class Helped(StrEnum):
    """How it came to be."""

    TOGETHER = "together"
    PAPER = "paper"


HELPED_NAMES: dict[Helped, str] = {
    Helped.TOGETHER: da("Vi sad sammen"),
    Helped.PAPER: da("Efter borgerens papir"),
}


def check_waits(*, waits: bool) -> None:
    """She answers what waits for her; the page may be an old one."""
    if not waits:
        raise NotNow("nothing_waits", da("Der er ikke noget, der venter på dit ja."))
