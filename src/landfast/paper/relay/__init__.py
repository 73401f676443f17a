"""The relay log in words, the same on the page and on paper (stafetlog, product D6).

To the citizen it speaks of "du" and says what it means for her; to the team it is a log.
"""

from landfast.paper.relay.printing import render
from landfast.paper.relay.telling import tell

__all__ = ["render", "tell"]
