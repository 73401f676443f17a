"""The relay log (stafetlog, S003; product D6) as plain values: made from acts, never typed.

A stafetlog tells what each does for the citizen, and who has the baton. Here it is drawn from what
people have done in Landfast anyway: who had the threads, what was still open when they changed
hands, and who acted next. What a promise was about, and how it stood, is told by its own history.
Who came to a meeting and who did not stands nowhere in it (F2), nor why somebody was away.
"""

from landfast.insight.relay.log import relay
from landfast.insight.relay.promises import maker_at, open_at, passed
from landfast.insight.relay.shapes import (
    Baton,
    Did,
    Kind,
    Leg,
    Open,
    Passed,
    Promise,
    Relay,
)

__all__ = [
    "Baton",
    "Did",
    "Kind",
    "Leg",
    "Open",
    "Passed",
    "Promise",
    "Relay",
    "maker_at",
    "open_at",
    "passed",
    "relay",
]
