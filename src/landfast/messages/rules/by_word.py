"""What a person says, where no channel leads (decision 86)."""

from collections.abc import Mapping
from typing import Any

from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da

SAID_ELSEWHERE = frozenset(
    {
        "circle.case_told", "circle.case_told_after",  # who writes it down has told her
        "consent.proxy_named",  # she has said it herself
        "coordinator.appointed", "coordinator.lost",  # "Ring, og sig velkommen" stands on Mandag
    }
)  # fmt: skip
"""News that somebody's page already asks them to say, or that is only kept once it is said."""


def is_to_say(kind: str, facts: Mapping[str, Any]) -> bool:
    """Is this news somebody's to say? Not what she did herself with somebody beside her."""
    return kind not in SAID_ELSEWHERE and not facts.get("beside")


def check_said(many: int) -> None:
    """There was something to say, and nobody has said it in the meantime."""
    if not many:
        raise NotNow("nothing_to_say", da("Det er allerede sagt, eller det er nået frem."))


def check_unsaid(many: int) -> None:
    """What was noted is there still."""
    if not many:
        raise NotNow("nothing_said", da("Der er ikke noget at tage tilbage."))
