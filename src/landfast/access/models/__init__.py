"""Tables of the mechanism, by what they are about."""

from landfast.access.models.granting import FreshStart, Grant, KeptApart, Scope, SituationNow
from landfast.access.models.looks import Look, LookNames, LookSeal, LookVerdict, NameAsk
from landfast.access.models.traces import ActorKey, Draft, Event, FailedSignIn

__all__ = [
    "ActorKey",
    "Draft",
    "Event",
    "FailedSignIn",
    "FreshStart",
    "Grant",
    "KeptApart",
    "Look",
    "LookNames",
    "LookSeal",
    "LookVerdict",
    "NameAsk",
    "Scope",
    "SituationNow",
]
