"""The code on her card (B3): what it opens, for whoever holds the card, and that she is told."""

from datetime import timedelta

LINK = "card"
"""What the signed address is for; a code for anything else opens no card."""
PAGE = "Koden på dit kort"
"""As the look log says it."""
TOLD_AGAIN = timedelta(hours=1)
"""Each opening stands in the log; she and the coordinator hear of it once an hour at most (D)."""
COPY = "copy"
"""What the proof of a copy on her telephone is for."""
COPY_LASTS = timedelta(days=30)
"""A copy that has met nobody for so long goes by itself (D)."""
