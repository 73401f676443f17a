"""Rules of the plan: wishes, own steps, and the life of an agreement. Plain Python, no database."""

from landfast.plan.rules.words import (
    Act,
    AgreementKind,
    AgreementState,
    MandateState,
    Standing,
    StepState,
    Went,
)

__all__ = [
    "Act",
    "AgreementKind",
    "AgreementState",
    "MandateState",
    "Standing",
    "StepState",
    "Went",
]
