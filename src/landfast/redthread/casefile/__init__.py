"""Case files (cases/FORMAT.md): one citizen's story as dated events, read and checked.

The ground truth of a file (`missing`, `mark`, `expected`) is never read: a rule that saw
the answers would prove nothing.
"""

from landfast.redthread.casefile.problems import BadCase, Problem
from landfast.redthread.casefile.reader import MOST_BYTES, read, read_file
from landfast.redthread.casefile.shape import (
    Case,
    CaseAgreement,
    CaseCitizen,
    CaseConsent,
    CaseEvent,
    When,
)
from landfast.redthread.casefile.shifting import ending_on, shifted

__all__ = [
    "MOST_BYTES",
    "BadCase",
    "Case",
    "CaseAgreement",
    "CaseCitizen",
    "CaseConsent",
    "CaseEvent",
    "Problem",
    "When",
    "ending_on",
    "read",
    "read_file",
    "shifted",
]
