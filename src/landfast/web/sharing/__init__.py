"""Sharing by topic: the citizen, who helps her with it, and the reader outside the team."""
